pragma ComponentBehavior: Bound

import QtQuick
import MotCua
import Display

// One slide of the guide: its head, its body by kind, dots for its place in the round.
Card {
    id: card

    required property GuideViewModel guide
    property real zoom: 1

    readonly property var slide: guide.slide
    readonly property real pad: 2.8 * Theme.u * zoom
    readonly property var heads: ({
            "steps": { "icon": "routes", "text": qsTr("Làm thủ tục thế nào?") },
            "lines": { "icon": "account-clock-outline", "text": qsTr("Đang chờ ở các lĩnh vực") },
            "hours": { "icon": "clock-outline", "text": qsTr("Giờ làm việc") },
            "procedure": { "icon": "file-document-check-outline", "text": qsTr("Cần mang theo gì?") }
        })

    clip: true

    Row {
        id: head
        x: card.pad
        y: card.pad * 0.8
        spacing: 1.4 * Theme.u * card.zoom
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: card.heads[card.guide.kind].icon
            units: 4.2 * card.zoom
            color: Theme.gold
        }
        Words {
            objectName: "slide-head"
            anchors.verticalCenter: parent.verticalCenter
            text: card.heads[card.guide.kind].text
            units: 3.2 * card.zoom
            font.weight: Font.DemiBold
            color: Theme.quiet
            wrapMode: Text.NoWrap
        }
    }
    Loader {
        id: content
        anchors { left: parent.left; right: parent.right; top: head.bottom; bottom: dots.top; margins: card.pad; topMargin: card.pad * 0.5; bottomMargin: 1.6 * Theme.u }
        sourceComponent: card.guide.kind === "procedure" ? procedure : card.guide.kind === "lines" ? lines : card.guide.kind === "hours" ? hours : steps
    }
    NumberAnimation {
        id: enter
        target: content
        property: "opacity"
        from: 0
        to: 1
        duration: Theme.motion
        easing.type: Easing.OutCubic
    }
    Connections {
        target: card.guide
        function onChanged() {
            if (card.shownPlace !== card.guide.place) {
                card.shownPlace = card.guide.place;
                enter.restart();
            }
        }
    }
    property int shownPlace: 0

    Row {
        id: dots
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: 1.6 * Theme.u }
        spacing: Theme.u
        visible: card.guide.count > 1 && card.guide.count <= 24
        Repeater {
            model: card.guide.count
            delegate: Rectangle {
                required property int index
                width: Math.round((index === card.guide.place ? 2.4 : 0.8) * Theme.u)
                height: Math.round(0.8 * Theme.u)
                radius: height / 2
                color: index === card.guide.place ? Theme.gold : Theme.line
            }
        }
    }
    Component { id: steps; SlideSteps { zoom: card.zoom } }
    Component { id: lines; SlideLines { zoom: card.zoom; slide: card.slide } }
    Component { id: hours; SlideHours { zoom: card.zoom; slide: card.slide } }
    Component { id: procedure; SlideProcedure { zoom: card.zoom; slide: card.slide } }
}
