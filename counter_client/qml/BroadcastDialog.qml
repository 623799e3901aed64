pragma ComponentBehavior: Bound
import QtQuick
import MotCua
import Counter

// One line for every screen of the hall: written, looked at, sent; or the one that stands there taken away.
Overlay {
    id: dialog

    required property Supervisor hall
    required property HallActs acts
    property int minutes: 30

    readonly property string words: text.text.trim()
    readonly property var spans: [
        { minutes: 5, text: qsTr("5 phút") },
        { minutes: 15, text: qsTr("15 phút") },
        { minutes: 30, text: qsTr("30 phút") },
        { minutes: 60, text: qsTr("1 giờ") },
        { minutes: 0, text: qsTr("Đến hết ngày") }
    ]

    title: qsTr("Thông báo trên mọi màn hình")
    boxWidth: Theme.size(92)
    boxHeight: Theme.size(56)
    onVisibleChanged: if (visible) { text.text = ""; minutes = 30; text.take(); }

    function send() {
        if (!dialog.acts.can || dialog.words === "")
            return;
        dialog.acts.broadcast(dialog.words, dialog.minutes);
        dialog.dismissed();
    }

    Field {
        id: text
        objectName: "broadcast-text"
        width: parent.width
        icon: "bullhorn-outline"
        hint: qsTr("Ví dụ: Quầy 3 tạm dừng đến 10 giờ")
        maximumLength: 200
        onAccepted: dialog.send()
    }
    Row {
        id: spans
        spacing: Theme.size(1)
        anchors { left: parent.left; right: parent.right; top: text.bottom; topMargin: Theme.size(1.6) }
        Repeater {
            model: dialog.spans.length
            ActKey {
                required property int index
                objectName: "broadcast-" + dialog.spans[index].minutes
                text: dialog.spans[index].text
                look: dialog.minutes === dialog.spans[index].minutes ? "suggested" : "plain"
                units: 1.8
                onActivated: dialog.minutes = dialog.spans[index].minutes
            }
        }
    }
    Words {
        id: heading
        text: dialog.words === "" && dialog.hall.ticker !== "" ? (dialog.hall.tickerUntil !== "" ? qsTr("Đang hiện đến %1").arg(dialog.hall.tickerUntil) : qsTr("Đang hiện đến hết ngày")) : qsTr("Sẽ hiện trên màn hình")
        units: 1.8
        color: Theme.quiet
        anchors { left: parent.left; top: spans.bottom; topMargin: Theme.size(2.4) }
    }
    Rectangle {
        id: preview
        objectName: "broadcast-preview"
        height: Math.max(Theme.size(7), line.implicitHeight + Theme.size(2))
        radius: Theme.corner * 0.6
        color: Theme.brand
        anchors { left: parent.left; right: parent.right; top: heading.bottom; topMargin: Theme.size(0.6) }
        Words {
            id: line
            width: parent.width - Theme.size(4)
            anchors.centerIn: parent
            horizontalAlignment: Text.AlignHCenter
            text: dialog.words !== "" ? dialog.words : dialog.hall.ticker !== "" ? dialog.hall.ticker : qsTr("Chưa có thông báo nào")
            units: 2.4
            font.weight: Font.DemiBold
            color: Theme.brandInk
            opacity: dialog.words === "" && dialog.hall.ticker === "" ? 0.7 : 1
            maximumLineCount: 4
            elide: Text.ElideRight
        }
    }
    ActKey {
        objectName: "broadcast-clear"
        visible: dialog.hall.ticker !== ""
        enabled: dialog.acts.can
        text: qsTr("Gỡ thông báo đang hiện")
        look: "danger"
        anchors { left: parent.left; bottom: parent.bottom }
        onActivated: { dialog.acts.clearBroadcast(); dialog.dismissed(); }
    }
    ActKey {
        objectName: "broadcast-send"
        enabled: dialog.acts.can && dialog.words !== ""
        text: qsTr("Hiện ngay")
        keyName: "Enter"
        look: "primary"
        anchors { right: parent.right; bottom: parent.bottom }
        onActivated: dialog.send()
    }
}
