pragma ComponentBehavior: Bound
import QtQuick
import MotCua
import Counter

// People by where they stand: waiting, parked, absent, just served; each with the act that fits.
Card {
    id: card

    required property HallLists lists
    required property Acts acts
    property string shown: "waiting"
    property bool known: true               // false before the first news: then nothing is claimed
    signal findAsked
    signal issueAsked

    readonly property var tabs: [
        { key: "waiting", text: qsTr("Đang chờ"), count: card.lists.waitingCount },
        { key: "parked", text: qsTr("Tạm gác"), count: card.lists.parkedCount },
        { key: "absent", text: qsTr("Vắng mặt"), count: card.lists.absentCount },
        { key: "served", text: qsTr("Vừa xong"), count: 0 }
    ]

    readonly property bool narrow: width < Theme.size(56)

    clip: true

    Row {
        id: head
        height: Theme.size(5.2)
        anchors { left: parent.left; top: parent.top; right: parent.right; leftMargin: Theme.size(1); rightMargin: Theme.size(1) }
        Repeater {
            model: 4
            Item {
                id: tab
                required property int index
                readonly property string key: card.tabs[index].key
                readonly property int count: card.tabs[index].count
                readonly property bool used: key === card.shown
                objectName: "tab-" + key
                width: head.width / 4
                height: head.height
                activeFocusOnTab: true
                Accessible.role: Accessible.PageTab
                Accessible.name: card.tabs[index].text
                Keys.onReturnPressed: card.shown = tab.key
                Keys.onSpacePressed: card.shown = tab.key
                Row {
                    anchors.centerIn: parent
                    spacing: Theme.size(card.narrow ? 0.3 : 0.6)
                    Words {
                        text: card.tabs[tab.index].text
                        units: card.narrow ? 1.6 : 1.9
                        lineHeight: 1
                        font.weight: tab.used ? Font.Bold : Font.Normal
                        color: tab.used ? Theme.brand : Theme.quiet
                        wrapMode: Text.NoWrap
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    Chip {
                        visible: tab.count > 0
                        text: tab.count
                        tint: tab.used ? Theme.brand : Theme.quiet
                        units: card.narrow ? 1.3 : 1.6
                        anchors.verticalCenter: parent.verticalCenter
                    }
                }
                Rectangle {
                    anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: Theme.size(0.6); rightMargin: Theme.size(0.6) }
                    height: Theme.border * 1.5
                    color: Theme.brand
                    visible: tab.used || tab.activeFocus
                    opacity: tab.used ? 1 : 0.4
                }
                HoverHandler { cursorShape: Qt.PointingHandCursor }
                TapHandler { onTapped: card.shown = tab.key }
            }
        }
    }
    Rectangle {
        anchors { left: parent.left; right: parent.right; top: head.bottom; leftMargin: Theme.border; rightMargin: Theme.border }
        height: Math.max(1, Theme.border * 0.5)
        color: Theme.line
    }

    ListView {
        id: list
        objectName: "people"
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        anchors { left: parent.left; right: parent.right; top: head.bottom; bottom: foot.top; leftMargin: Theme.size(2.2); rightMargin: Theme.size(2.2); topMargin: Theme.size(0.4); bottomMargin: Theme.size(0.8) }
        model: card.shown === "waiting" ? card.lists.waiting : card.shown === "parked" ? card.lists.parked : card.shown === "absent" ? card.lists.absent : card.lists.served
        delegate: PersonRow {
            width: ListView.view.width
            list: card.shown
            acts: card.acts
        }
    }
    ScrollMark { view: list }
    Row {
        id: foot
        spacing: Theme.size(1)
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; margins: Theme.size(1.2) }
        ActKey {
            objectName: "find"
            width: (foot.width - foot.spacing) / 2
            text: qsTr("Tìm số")
            keyName: "F5"
            icon: "magnify"
            units: 1.7
            onActivated: card.findAsked()
        }
        ActKey {
            objectName: "walk-in"
            width: (foot.width - foot.spacing) / 2
            enabled: card.acts.canIssue
            text: qsTr("Cấp số")
            keyName: "F11"
            icon: "ticket-outline"
            units: 1.7
            onActivated: card.issueAsked()
        }
    }

    Words {
        visible: list.count === 0 && card.known
        width: list.width
        horizontalAlignment: Text.AlignHCenter
        anchors.centerIn: list
        text: card.shown === "waiting" ? qsTr("Chưa có ai chờ ở các hàng của quầy") : card.shown === "parked" ? qsTr("Không có lượt nào tạm gác")
            : card.shown === "absent" ? qsTr("Không có ai vắng mặt") : qsTr("Hôm nay chưa phục vụ lượt nào")
        units: 2
        color: Theme.quiet
    }
}
