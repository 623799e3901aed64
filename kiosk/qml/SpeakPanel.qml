pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import MotCua

// What is said on the ground of the panel: who we are, what time it is, what is asked.
Item {
    id: panel

    required property FrameModel frame
    property string heading: ""
    property string title: ""
    property string question: ""
    property bool portrait: true
    property real titleUnits: 6
    property alias extra: more.data
    readonly property real margin: 4 * Theme.u
    // A 4:3 screen's panel is too narrow for larger words; what is touched grows.
    readonly property real ease: !portrait && width < 55 * Theme.u ? 1 / Theme.textScale : 1
    // A shade lighter than the mark's gold: words on crimson need 4.5:1.
    readonly property color accent: Theme.contrast ? Theme.gold : Qt.lighter(Theme.gold, 1.12)
    readonly property color ink: Theme.contrast ? Theme.ink : Theme.brandInk

    clip: true

    Item {
        id: head
        objectName: "head"
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: panel.margin; topMargin: 3.2 * Theme.u }
        height: panel.portrait ? Math.max(badge.height, name.implicitHeight, time.implicitHeight) : badge.height + name.implicitHeight + 1.6 * Theme.u

        Emblem {
            id: badge
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
            maximumLineCount: panel.portrait ? 3 : 6
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
            units: 3.2 * panel.ease
            font.weight: Font.DemiBold
            color: panel.accent
            maximumLineCount: panel.portrait ? 2 : 3
            elide: Text.ElideRight
        }
        Words {
            width: parent.width
            visible: text !== ""
            text: panel.title
            units: panel.titleUnits * panel.ease
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
            units: 3.6 * panel.ease
            color: panel.ink
            maximumLineCount: panel.portrait ? 4 : 7
            elide: Text.ElideRight
        }
        Column {
            id: more
            width: parent.width
        }
    }
}
