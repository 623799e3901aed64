import QtQuick
import MotCua
import MotCua.Core
import Counter

// What this visit has to pay, as a code for the citizen's bank.
Item {
    id: page

    required property Fee fee
    property bool upright: false

    Grid {
        columns: page.upright ? 1 : 2
        columnSpacing: Theme.size(6)
        rowSpacing: Theme.size(4)
        horizontalItemAlignment: Grid.AlignHCenter
        verticalItemAlignment: Grid.AlignVCenter
        anchors.centerIn: parent

        Rectangle {
            width: Theme.size(62)
            height: width
            radius: Theme.corner
            color: Theme.surface
            border.width: Theme.border
            border.color: Theme.line
            QrImage {
                anchors { fill: parent; margins: Theme.size(2) }
                text: page.fee.code
            }
        }
        Column {
            width: page.upright ? Theme.size(90) : page.width - Theme.size(68)
            spacing: Theme.size(1.4)
            Words {
                width: parent.width
                horizontalAlignment: page.upright ? Text.AlignHCenter : Text.AlignLeft
                text: qsTr("Mời quét mã để nộp lệ phí")
                units: 4.4
                font.weight: Font.Bold
                lineHeight: 1.2
            }
            Words {
                objectName: "pay-amount"
                width: parent.width
                horizontalAlignment: page.upright ? Text.AlignHCenter : Text.AlignLeft
                text: page.fee.amount
                units: 9
                font.weight: Font.Bold
                lineHeight: 1.1
                color: Theme.brand
                wrapMode: Text.NoWrap
                fontSizeMode: Text.HorizontalFit
            }
            Words {
                width: parent.width
                horizontalAlignment: page.upright ? Text.AlignHCenter : Text.AlignLeft
                text: page.fee.dossier !== "" ? qsTr("Số %1 · Hồ sơ %2").arg(page.fee.number).arg(page.fee.dossier) : qsTr("Số %1").arg(page.fee.number)
                units: 3.2
                font.weight: Font.DemiBold
                lineHeight: 1.2
            }
            Words {
                width: parent.width
                horizontalAlignment: page.upright ? Text.AlignHCenter : Text.AlignLeft
                visible: page.fee.accountName !== ""
                text: qsTr("Người nhận: %1").arg(page.fee.accountName)
                units: 3
                lineHeight: 1.2
            }
            Words {
                width: parent.width
                horizontalAlignment: page.upright ? Text.AlignHCenter : Text.AlignLeft
                text: qsTr("Tài khoản %1. Hãy xem đúng tên người nhận rồi\u00a0mới\u00a0chuyển.").arg(page.fee.account)
                units: 2.8
                lineHeight: 1.2
                color: Theme.quiet
            }
        }
    }
}
