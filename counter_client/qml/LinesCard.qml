pragma ComponentBehavior: Bound
import QtQuick
import MotCua
import Counter

// The lines of this counter's services: how many wait, how long the first of them.
Card {
    id: card

    required property HallLists lists
    required property Console place

    readonly property real rowHeight: Theme.size(5)
    readonly property real wanted: head.height + Theme.size(2.2) + list.count * rowHeight

    clip: true

    Item {
        id: head
        height: Theme.size(4.4)
        anchors { left: parent.left; right: parent.right; top: parent.top; leftMargin: Theme.size(2.2); rightMargin: Theme.size(2.2); topMargin: Theme.size(0.8) }
        Words {
            text: qsTr("Hàng chờ của quầy")
            units: 2.1
            font.weight: Font.Bold
            anchors { left: parent.left; verticalCenter: parent.verticalCenter }
        }
        Words {
            text: card.place.phase === "connecting" ? "" : card.place.waitingPriority > 0 ? qsTr("%1 người · %2 ưu tiên").arg(card.place.waiting).arg(card.place.waitingPriority) : qsTr("%1 người").arg(card.place.waiting)
            units: 2
            color: Theme.quiet
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        }
    }
    ListView {
        id: list
        objectName: "lines"
        clip: true
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        anchors { left: parent.left; right: parent.right; top: head.bottom; bottom: parent.bottom; leftMargin: Theme.size(2.2); rightMargin: Theme.size(2.2); bottomMargin: Theme.size(1) }
        model: card.lists.lines
        delegate: Item {
            id: line
            required property string prefix
            required property string name
            required property int waiting
            required property int waitingPriority
            required property int longestMinutes
            required property bool issuing
            width: ListView.view.width
            height: card.rowHeight
            Rectangle {
                anchors { left: parent.left; right: parent.right; top: parent.top }
                height: Math.max(1, Theme.border * 0.5)
                color: Theme.line
            }
            Prefix {
                id: badge
                text: line.prefix
                anchors { left: parent.left; verticalCenter: parent.verticalCenter }
            }
            Words {
                text: line.name
                units: 1.9
                lineHeight: 1.1
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
                color: line.waiting > 0 ? Theme.ink : Theme.quiet
                anchors { left: badge.right; leftMargin: Theme.size(1.2); right: wait.left; rightMargin: Theme.size(1); verticalCenter: parent.verticalCenter }
            }
            Words {
                id: wait
                width: Theme.size(11)
                horizontalAlignment: Text.AlignRight
                text: line.waiting > 0 ? qsTr("lâu nhất %1 phút").arg(line.longestMinutes) : ""
                units: 1.7
                lineHeight: 1.1
                color: Theme.quiet
                wrapMode: Text.NoWrap
                anchors { right: count.left; rightMargin: Theme.size(0.6); verticalCenter: parent.verticalCenter }
            }
            Words {
                id: count
                width: Theme.size(4)
                horizontalAlignment: Text.AlignRight
                text: line.waiting
                units: 2.6
                font.weight: Font.Bold
                lineHeight: 1
                color: line.waiting > 0 ? Theme.ink : Theme.quiet
                wrapMode: Text.NoWrap
                anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            }
        }
    }
    ScrollMark { view: list }
}
