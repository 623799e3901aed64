import QtQuick
import MotCua
import MotCua.Core
import Counter

// The fee of this visit: ask it, then say what became of it. The panel shows the code while it is asked.
Overlay {
    id: dialog

    required property Fee fee

    readonly property bool asked: fee.state === "asked"
    readonly property bool paid: fee.state === "paid"

    title: qsTr("Lệ phí của %1").arg(fee.number)
    boxHeight: Theme.size(asked ? 62 : 30)
    onVisibleChanged: if (visible) { amount.text = ""; if (amount.visible) amount.take(); else dialog.forceActiveFocus(); }
    onAskedChanged: if (visible && asked) dialog.forceActiveFocus()
    // Not Enter alone: a second press after asking was not meant as "paid".
    Shortcut {
        enabled: dialog.visible && dialog.asked
        autoRepeat: false
        sequences: ["Ctrl+Return", "Ctrl+Enter"]
        onActivated: dialog.settle("paid")
    }

    function ask() {
        if (dialog.fee.can && !dialog.asked)
            dialog.fee.ask(amount.text);
    }

    function settle(outcome: string) {
        if (!dialog.fee.can)
            return;
        dialog.fee.settle(outcome);
        dialog.dismissed();
    }

    Field {
        id: amount
        objectName: "fee-amount"
        visible: !dialog.asked && !dialog.paid
        width: parent.width
        icon: "cash"
        hint: qsTr("Số tiền, ví dụ 8000")
        maximumLength: 11
        inputMethodHints: Qt.ImhDigitsOnly
        onAccepted: dialog.ask()
    }
    Words {
        id: sum
        objectName: "fee-sum"
        visible: !amount.visible
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: dialog.fee.amount
        units: 4.4
        font.weight: Font.Bold
        lineHeight: 1.1
    }
    QrImage {
        id: qr
        visible: dialog.asked
        width: Theme.size(29)
        height: width
        text: dialog.fee.code
        anchors { horizontalCenter: parent.horizontalCenter; top: sum.bottom; topMargin: Theme.size(0.6) }
    }
    Words {
        visible: dialog.asked
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: dialog.fee.dossier !== "" ? qsTr("Hồ sơ %1").arg(dialog.fee.dossier) : qsTr("Mã này cũng đang hiện trên bảng trước công dân")
        units: 1.8
        color: Theme.quiet
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        anchors { top: qr.bottom; topMargin: Theme.size(0.2) }
    }
    Row {
        spacing: Theme.size(1.1)
        anchors { right: parent.right; bottom: parent.bottom }
        ActKey {
            objectName: "fee-ask"
            visible: amount.visible
            enabled: dialog.fee.can && amount.text !== ""
            text: qsTr("Hiện mã")
            keyName: dialog.compact ? "" : "Enter"
            look: "primary"
            onActivated: dialog.ask()
        }
        ActKey {
            objectName: "fee-cancelled"
            visible: dialog.asked
            enabled: dialog.fee.can
            text: qsTr("Hủy thu")
            look: "danger"
            onActivated: dialog.settle("cancelled")
        }
        ActKey {
            objectName: "fee-paid"
            visible: dialog.asked
            enabled: dialog.fee.can
            text: qsTr("Đã nhận tiền")
            keyName: dialog.compact ? "" : "Ctrl+Enter"
            look: "primary"
            onActivated: dialog.settle("paid")
        }
        ActKey {
            objectName: "fee-refunded"
            visible: dialog.paid
            enabled: dialog.fee.can
            text: qsTr("Đã hoàn tiền")
            look: "danger"
            onActivated: dialog.settle("refunded")
        }
    }
}
