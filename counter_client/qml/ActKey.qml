import QtQuick
import MotCua

// A key of the console: picture and words at the left, the keyboard's key at the right.
Rectangle {
    id: key

    property string text: ""
    property string keyName: ""
    property string icon: ""
    property string look: "plain"        // plain · primary · suggested · danger
    property real units: 2.1
    signal activated

    readonly property bool primary: look === "primary"
    readonly property color words: primary ? Theme.brandInk : look === "danger" ? Theme.danger : look === "suggested" ? Theme.brand : Theme.ink
    readonly property color rest: primary ? Theme.brand : Theme.surface
    readonly property color held: primary ? Theme.brandPressed : Theme.pressed

    implicitHeight: Theme.size(units * 3)
    implicitWidth: Theme.size(bare ? 3 : 4.4) + picture.width + label.implicitWidth + (cap.visible ? cap.width + Theme.size(1.2) : 0)
    radius: Theme.corner * 0.6
    color: enabled && (touch.pressed || hover.hovered && !primary) ? held : rest
    border.width: primary ? 0 : Theme.border
    border.color: activeFocus || look === "suggested" ? Theme.brand : look === "danger" ? Theme.danger : Theme.line
    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: key.text
    Accessible.onPressAction: key.activated()
    Keys.onReturnPressed: key.activated()
    Keys.onSpacePressed: key.activated()

    // An act under way takes the keys for a blink: that is not worth a flicker, a longer wait is.
    states: State {
        name: "off"
        when: !key.enabled
        PropertyChanges { key.opacity: 0.42 }
    }
    transitions: Transition {
        to: "off"
        SequentialAnimation {
            PauseAnimation { duration: Theme.motion }
            NumberAnimation { property: "opacity"; duration: Theme.motion / 2 }
        }
    }

    readonly property bool bare: icon === "" && keyName === ""

    Icon {
        id: picture
        visible: key.icon !== ""
        name: key.icon
        units: key.units * 1.25
        color: key.words
        anchors { verticalCenter: parent.verticalCenter }
        x: key.text === "" ? (key.width - width) / 2 : Theme.size(1.6)
    }
    Words {
        id: label
        text: key.text
        units: key.units
        font.weight: key.primary ? Font.Bold : Font.DemiBold
        color: key.words
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        horizontalAlignment: key.bare ? Text.AlignHCenter : Text.AlignLeft
        anchors {
            left: picture.right
            leftMargin: picture.visible ? Theme.size(0.9) : key.bare ? -Theme.size(0.7) : 0
            right: cap.visible ? cap.left : parent.right
            rightMargin: Theme.size(0.9)
            verticalCenter: parent.verticalCenter
        }
    }
    KeyCap {
        id: cap
        visible: key.keyName !== ""
        text: key.keyName
        units: key.units * 0.76
        ink: key.primary ? Theme.brandInk : Theme.quiet
        anchors { right: parent.right; rightMargin: Theme.size(1.3); verticalCenter: parent.verticalCenter }
    }
    HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
    TapHandler {
        id: touch
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: key.activated()
    }
}
