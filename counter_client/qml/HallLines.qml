pragma ComponentBehavior: Bound
import QtQuick
import MotCua
import Counter

// Every line of the hall; one whose first person waits longer than the centre's target is marked.
Card {
    id: card

    required property Supervisor hall

    readonly property real rowHeight: Theme.size(4.6)
    readonly property real wanted: heading.height + Theme.size(3.4) + list.count * rowHeight

    clip: true

    Words {
        id: heading
        text: qsTr("Hàng chờ")
        units: 2.1
        font.weight: Font.Bold
        anchors { left: parent.left; top: parent.top; leftMargin: Theme.size(2.2); topMargin: Theme.size(1.2) }
    }
    ListView {
        id: list
        objectName: "lines"
        clip: true
        interactive: contentHeight > height
        boundsBehavior: Flickable.StopAtBounds
        anchors { left: parent.left; right: parent.right; top: heading.bottom; bottom: parent.bottom; leftMargin: Theme.size(2.2); rightMargin: Theme.size(2.2); topMargin: Theme.size(0.6); bottomMargin: Theme.size(1) }
        model: card.hall.lines
        delegate: Item {
            id: line
            required property string prefix
            required property string name
            required property int waiting
            required property int longestMinutes
            required property int countersOpen
            required property bool over
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
                units: 1.8
                lineHeight: 1.1
                color: line.waiting > 0 ? Theme.ink : Theme.quiet
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
                anchors { left: badge.right; leftMargin: Theme.size(1.2); right: wait.left; rightMargin: Theme.size(1); verticalCenter: parent.verticalCenter }
            }
            Row {
                id: wait
                spacing: Theme.size(0.5)
                anchors { right: count.left; rightMargin: Theme.size(0.6); verticalCenter: parent.verticalCenter }
                Icon {
                    visible: line.over
                    name: "clock-alert-outline"
                    units: 1.9
                    color: Theme.danger
                    anchors.verticalCenter: parent.verticalCenter
                }
                Words {
                    text: line.waiting > 0 && line.countersOpen === 0 ? qsTr("chưa có quầy mở") : line.waiting > 0 ? qsTr("lâu nhất %1 phút").arg(line.longestMinutes) : ""
                    units: 1.7
                    lineHeight: 1.1
                    font.weight: line.over ? Font.DemiBold : Font.Normal
                    color: line.over ? Theme.danger : line.countersOpen === 0 ? Theme.warning : Theme.quiet
                    wrapMode: Text.NoWrap
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
            Words {
                id: count
                width: Theme.size(4)
                horizontalAlignment: Text.AlignRight
                text: line.waiting
                units: 2.4
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
