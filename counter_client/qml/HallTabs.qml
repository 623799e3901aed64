pragma ComponentBehavior: Bound
import QtQuick
import MotCua
import Counter

// Stations, low marks, and the people who wait or were absent: one list at a time.
Card {
    id: card

    required property Supervisor hall
    required property HallActs acts
    property string shown: "stations"
    signal reprintAsked(string key, string number)
    objectName: "hall-tabs"

    readonly property var tabs: [
        { key: "stations", text: qsTr("Thiết bị"), count: card.hall.alarms },
        { key: "marks", text: qsTr("Chưa hài lòng"), count: card.hall.markCount },
        { key: "waiting", text: qsTr("Đang chờ"), count: card.hall.waitingCount },
        { key: "absent", text: qsTr("Vắng mặt"), count: 0 }
    ]

    clip: true

    Row {
        id: head
        height: Theme.size(5)
        anchors { left: parent.left; right: parent.right; top: parent.top; leftMargin: Theme.size(1); rightMargin: Theme.size(1) }
        Repeater {
            model: card.tabs.length
            Item {
                id: tab
                required property int index
                readonly property string key: card.tabs[index].key
                readonly property bool used: key === card.shown
                objectName: "tab-" + key
                width: head.width / card.tabs.length
                height: head.height
                activeFocusOnTab: true
                Accessible.role: Accessible.PageTab
                Accessible.name: card.tabs[index].text
                Keys.onReturnPressed: card.shown = tab.key
                Row {
                    anchors.centerIn: parent
                    spacing: Theme.size(0.4)
                    Words {
                        text: card.tabs[tab.index].text
                        units: 1.7
                        lineHeight: 1
                        font.weight: tab.used ? Font.Bold : Font.Normal
                        color: tab.used ? Theme.brand : Theme.quiet
                        wrapMode: Text.NoWrap
                        anchors.verticalCenter: parent.verticalCenter
                    }
                    Chip {
                        visible: card.tabs[tab.index].count > 0
                        text: card.tabs[tab.index].count
                        tint: tab.used ? Theme.brand : Theme.quiet
                        units: 1.3
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
                TapHandler { onTapped: card.shown = tab.key }
            }
        }
    }
    component HallList: ListView {
        required property string list
        objectName: list
        visible: card.shown === list
        clip: true
        boundsBehavior: Flickable.StopAtBounds
        anchors { left: parent?.left; right: parent?.right; top: head.bottom; bottom: parent?.bottom; leftMargin: Theme.size(2.2); rightMargin: Theme.size(2.2); topMargin: Theme.size(0.4); bottomMargin: Theme.size(1) }
    }
    HallList {
        id: stations
        list: "stations"
        model: card.hall.stations
        delegate: StationRow { width: stations.width }
    }
    HallList {
        id: marks
        list: "marks"
        model: card.hall.marks
        delegate: LowMarkRow { width: marks.width }
    }
    HallList {
        id: waiting
        list: "waiting"
        model: card.hall.waiting
        delegate: HallPerson {
            width: waiting.width
            may: card.acts.can
            actName: qsTr("Hủy số")
            objectNamePrefix: "cancel-"
            reprints: true
            onReprintAsked: card.reprintAsked(key, number)
            onActivated: card.acts.cancel(key, number)
        }
    }
    HallList {
        id: absent
        list: "absent"
        model: card.hall.absent
        delegate: HallPerson {
            width: absent.width
            may: card.acts.can
            actName: qsTr("Về hàng")
            objectNamePrefix: "reinstate-"
            onActivated: card.acts.reinstate(key, number)
        }
    }
    ScrollMark { view: stations }
    ScrollMark { view: marks }
    ScrollMark { view: waiting }
    ScrollMark { view: absent }
    Words {
        visible: (card.shown === "marks" ? marks : card.shown === "waiting" ? waiting : card.shown === "absent" ? absent : stations).count === 0
        width: parent.width - Theme.size(4)
        horizontalAlignment: Text.AlignHCenter
        anchors.centerIn: stations
        text: card.shown === "marks" ? qsTr("Hôm nay chưa có đánh giá thấp") : card.shown === "waiting" ? qsTr("Không có ai chờ")
            : card.shown === "absent" ? qsTr("Không có ai vắng mặt") : qsTr("Chưa có thiết bị nào kết nối")
        units: 2
        color: Theme.quiet
    }
}
