pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import MotCua

// The part that speaks: who we are, what time it is, what is asked.
Rectangle {
    id: panel

    required property FrameModel frame
    property string heading: ""
    property string title: ""
    property string question: ""
    property bool portrait: true
    property real titleUnits: 6
    property alias extra: more.data
    readonly property real margin: 4 * Theme.u
    readonly property color ink: Theme.contrast ? Theme.ink : Theme.brandInk

    color: Theme.contrast ? Theme.paper : Theme.brand
    clip: true

    // Rings like those of a bronze drum, a little lighter than the ground.
    Repeater {
        model: Theme.contrast ? 0 : 6
        Rectangle {
            required property int index
            readonly property real side: (26 + index * 15) * Theme.u
            width: side
            height: side
            radius: side / 2
            x: panel.width - side / 2 - (panel.portrait ? 6 : 2) * Theme.u
            y: panel.height - side / 2 - (panel.portrait ? 2 : 12) * Theme.u
            color: "transparent"
            border.width: Theme.border * (index % 2 === 0 ? 3 : 1)
            border.color: Qt.lighter(Theme.brand, 1.1)
        }
    }
    Rectangle {
        anchors { right: parent.right; bottom: parent.bottom }
        width: panel.portrait ? parent.width : 0.6 * Theme.u
        height: panel.portrait ? 0.6 * Theme.u : parent.height
        color: Theme.gold
    }

    Item {
        id: head
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: panel.margin; topMargin: 3.2 * Theme.u }
        height: panel.portrait ? Math.max(badge.height, name.implicitHeight, time.implicitHeight) : badge.height + name.implicitHeight + 1.6 * Theme.u

        Rectangle {
            id: badge
            width: 8 * Theme.u
            height: width
            radius: width / 2
            color: "transparent"
            border.width: Theme.border * 1.5
            border.color: Theme.gold
            Icon {
                anchors.centerIn: parent
                name: "star"
                units: 5 / Theme.textScale
                color: Theme.gold
            }
        }
        Words {
            id: name
            x: panel.portrait ? badge.width + 2 * Theme.u : 0
            y: panel.portrait ? (head.height - implicitHeight) / 2 : badge.height + 1.6 * Theme.u
            width: panel.portrait ? head.width - x - time.width - 3 * Theme.u : head.width
            text: panel.frame.props.centre
            units: 3
            font.weight: Font.DemiBold
            color: panel.ink
            lineHeight: 1.2
            maximumLineCount: 3
            elide: Text.ElideRight
        }
        Column {
            id: time
            anchors.right: parent.right
            y: (badge.height - implicitHeight) / 2
            Words {
                anchors.right: parent.right
                text: panel.frame.props.clock
                units: 5.4
                font.weight: Font.Bold
                color: panel.ink
                lineHeight: 1
            }
            Words {
                anchors.right: parent.right
                text: panel.frame.props.date
                units: 2.6
                color: panel.ink
                lineHeight: 1.1
            }
        }
    }

    Column {
        id: speech
        anchors { left: parent.left; right: parent.right; leftMargin: panel.margin; rightMargin: panel.margin }
        y: panel.portrait ? Math.max(head.y + head.height + 2 * Theme.u, panel.height - implicitHeight - 4.4 * Theme.u)
                          : Math.max(head.y + head.height + 3 * Theme.u, Math.min((panel.height - implicitHeight) * 0.46, panel.height - implicitHeight - 4 * Theme.u))
        spacing: 1 * Theme.u

        Words {
            width: parent.width
            visible: text !== ""
            text: panel.heading
            units: 3.2
            font.weight: Font.DemiBold
            color: Theme.gold
            maximumLineCount: 2
            elide: Text.ElideRight
        }
        Words {
            width: parent.width
            visible: text !== ""
            text: panel.title
            units: panel.titleUnits
            font.weight: Font.Bold
            lineHeight: 1.15
            color: panel.ink
            maximumLineCount: panel.portrait ? 3 : 5
            elide: Text.ElideRight
        }
        Words {
            width: parent.width
            visible: text !== ""
            text: panel.question
            units: 3.6
            color: panel.ink
            maximumLineCount: 4
            elide: Text.ElideRight
        }
        Column {
            id: more
            width: parent.width
        }
    }
}
