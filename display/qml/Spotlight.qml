import QtQuick
import MotCua
import Display

// The one thing this screen is for. The number stands there at once; only the card behind it pulses.
Card {
    id: card

    required property CallsViewModel calls
    property bool stale: false
    property real pad: 3.2 * Theme.u
    property real counterX: width * 0.68

    readonly property bool lit: calls.lit && !stale
    readonly property color tone: stale ? Theme.quiet : lit ? Theme.gold : Theme.ink

    border.color: lit ? Theme.gold : Theme.line
    border.width: lit ? Math.round(0.5 * Theme.u) : Theme.border

    // A frame of light: what it repaints is narrow, so that a pulse costs a slow machine little.
    Item {
        id: glow

        readonly property real wide: Math.round(1.4 * Theme.u)

        anchors { fill: parent; margins: card.border.width }
        opacity: 0
        visible: opacity > 0

        Rectangle { width: parent.width; height: glow.wide; color: Theme.gold }
        Rectangle { width: parent.width; height: glow.wide; anchors.bottom: parent.bottom; color: Theme.gold }
        Rectangle { y: glow.wide; width: glow.wide; height: parent.height - 2 * glow.wide; color: Theme.gold }
        Rectangle { y: glow.wide; width: glow.wide; height: parent.height - 2 * glow.wide; anchors.right: parent.right; color: Theme.gold }
    }
    // The pause: where many screens share a machine, every one's number stands before any light moves.
    SequentialAnimation {
        id: pulse
        PropertyAction { target: glow; property: "opacity"; value: 0 }
        PauseAnimation { duration: 120 }
        NumberAnimation { target: glow; property: "opacity"; from: 0.8; to: 0; duration: 720; easing.type: Easing.OutQuad }
    }
    Connections {
        target: card.calls
        function onChanged() {
            if (card.calls.newestSeq !== card.shownSeq) {
                card.shownSeq = card.calls.newestSeq;
                if (card.lit && !Theme.reducedMotion)
                    pulse.restart();
            }
        }
    }
    property int shownSeq: 0

    Words {
        x: card.pad
        y: 2 * Theme.u
        text: card.calls.recall ? qsTr("Mời lại số") : qsTr("Mời số")
        units: 3.8
        lineHeight: 1.2
        color: Theme.quiet
    }
    Words {
        objectName: "newest-number"
        x: card.pad
        y: 6 * Theme.u
        width: card.counterX - card.pad - arrow.width - 3 * Theme.u
        height: card.height - y - (place.visible ? 5 * Theme.u : Theme.u)
        text: card.calls.newestNumber
        units: 24
        lineHeight: 1
        font.weight: Font.Bold
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.size(8)
        wrapMode: Text.NoWrap
        color: card.tone
    }
    Icon {
        id: arrow
        x: card.counterX - width - 1.5 * Theme.u
        anchors.verticalCenter: counter.verticalCenter
        name: "arrow-right-thick"
        units: 8
        color: card.stale ? Theme.quiet : Theme.ink
    }
    Words {
        x: card.counterX
        y: 2 * Theme.u
        text: qsTr("đến quầy")
        units: 3.8
        lineHeight: 1.2
        color: Theme.quiet
    }
    Words {
        id: counter
        objectName: "newest-counter"
        x: card.counterX
        y: 6 * Theme.u
        width: card.width - x - card.pad
        height: card.height - y - (place.visible ? 5 * Theme.u : Theme.u)
        text: card.calls.newestCounter
        units: 17
        lineHeight: 1
        font.weight: Font.Bold
        fontSizeMode: Text.Fit
        minimumPixelSize: Theme.size(6)
        wrapMode: Text.NoWrap
        color: card.stale ? Theme.quiet : Theme.ink
    }
    Words {
        id: place
        objectName: "newest-place"
        visible: text !== ""
        x: card.pad
        anchors { bottom: parent.bottom; bottomMargin: 1.2 * Theme.u }
        width: card.width - 2 * card.pad
        text: card.calls.newestPlace
        units: 3.4
        lineHeight: 1.2
        elide: Text.ElideRight
        wrapMode: Text.NoWrap
        color: Theme.quiet
    }
}
