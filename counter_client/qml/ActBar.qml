import QtQuick
import MotCua
import Counter

// The clerk's keys: one big one, the others under it, the dangerous one apart.
Column {
    id: bar

    required property Console place
    required property Acts acts
    required property Fee fee
    property int columns: 3
    signal parkAsked
    signal feeAsked
    signal transferAsked

    readonly property string phase: place.phase
    readonly property bool mustOpen: phase === "closed" || phase === "paused"
    readonly property real gap: Theme.size(1.1)
    readonly property real keyUnits: columns > 2 ? 2.1 : 1.75
    readonly property real third: (width - (columns - 1) * gap) / columns

    spacing: gap

    Item {
        width: parent.width
        height: Theme.size(9.4)
        ActKey {
            objectName: "call-next"
            anchors.fill: parent
            visible: !bar.mustOpen
            enabled: bar.acts.canCallNext
            text: bar.phase !== "serving" ? qsTr("Gọi tiếp") : bar.columns > 2 ? qsTr("Hoàn thành và gọi tiếp") : qsTr("Xong, gọi tiếp")
            keyName: "F1"
            icon: "bullhorn"
            look: "primary"
            units: 3
            onActivated: bar.acts.callNext()
        }
        ActKey {
            objectName: "open"
            anchors.fill: parent
            visible: bar.mustOpen
            enabled: bar.acts.canOpen
            text: bar.phase === "paused" ? qsTr("Mở lại quầy") : qsTr("Mở quầy")
            keyName: "F1"
            icon: "door-open"
            look: "primary"
            units: 3
            onActivated: bar.acts.openCounter()
        }
    }
    Grid {
        columns: bar.columns
        spacing: bar.gap
        ActKey {
            objectName: "recall"
            width: bar.third
            units: bar.keyUnits
            enabled: bar.acts.canRecall
            text: qsTr("Gọi lại")
            keyName: "F2"
            icon: "replay"
            onActivated: bar.acts.recall()
        }
        ActKey {
            objectName: "start"
            width: bar.third
            units: bar.keyUnits
            enabled: bar.acts.canStart
            text: qsTr("Bắt đầu")
            keyName: "F3"
            icon: "play"
            look: bar.phase === "called" ? "suggested" : "plain"
            onActivated: bar.acts.start()
        }
        ActKey {
            objectName: "finish"
            width: bar.third
            units: bar.keyUnits
            enabled: bar.acts.canFinish
            text: qsTr("Hoàn thành")
            keyName: "F4"
            icon: "check"
            look: bar.phase === "serving" ? "suggested" : "plain"
            onActivated: bar.acts.finish()
        }
        ActKey {
            objectName: "park"
            width: bar.third
            units: bar.keyUnits
            enabled: bar.acts.canPark
            text: qsTr("Tạm gác")
            keyName: "F6"
            icon: "pause"
            onActivated: bar.parkAsked()
        }
        ActKey {
            objectName: "transfer"
            width: bar.third
            units: bar.keyUnits
            enabled: bar.acts.canTransfer
            text: qsTr("Chuyển")
            keyName: "F7"
            icon: "swap-horizontal"
            onActivated: bar.transferAsked()
        }
        ActKey {
            objectName: "requeue"
            width: bar.third
            units: bar.keyUnits
            enabled: bar.acts.canRequeue
            text: qsTr("Về hàng chờ")
            keyName: "F8"
            icon: "arrow-u-left-top"
            onActivated: bar.acts.requeue()
        }
    }
    Item {
        width: parent.width
        height: absent.height + Theme.size(0.6)
        ActKey {
            id: absent
            objectName: "no-show"
            width: bar.third
            units: bar.keyUnits
            enabled: bar.acts.canMarkNoShow
            text: qsTr("Vắng mặt")
            keyName: "F9"
            icon: "account-off-outline"
            look: bar.phase === "called" ? "danger" : "plain"
            anchors { right: parent.right; bottom: parent.bottom }
            onActivated: bar.acts.markNoShow()
        }
        ActKey {
            id: pay
            objectName: "fee"
            visible: bar.fee.takes
            enabled: bar.fee.can
            width: bar.third
            units: absent.units
            text: qsTr("Lệ phí")
            keyName: "Ctrl+L"
            icon: "cash"
            look: bar.fee.state === "asked" ? "suggested" : "plain"
            anchors { right: absent.left; rightMargin: bar.gap; bottom: parent.bottom }
            onActivated: bar.feeAsked()
        }
        Words {
            visible: !pay.visible || bar.columns > 2
            width: parent.width - absent.width - (pay.visible ? pay.width + bar.gap : 0) - Theme.size(2)
            maximumLineCount: 2
            anchors { left: parent.left; verticalCenter: absent.verticalCenter }
            text: bar.phase === "connecting" ? "" : bar.place.served === 0 ? qsTr("Hôm nay chưa phục vụ lượt nào")
                : qsTr("Hôm nay đã phục vụ %1 · trung bình %2 phút").arg(bar.place.served).arg(bar.place.averageMinutes)
            units: 1.9
            color: Theme.quiet
            lineHeight: 1.15
            elide: Text.ElideRight
        }
    }
}
