import QtQuick
import MotCua

// Before the day's first call.
Card {
    id: card

    Column {
        anchors.centerIn: parent
        width: parent.width - 8 * Theme.u
        spacing: 2.4 * Theme.u

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            name: "account-group-outline"
            units: 16
            color: Theme.gold
        }
        Words {
            objectName: "welcome"
            width: parent.width
            text: qsTr("Kính chào quý khách")
            units: 8
            lineHeight: 1.2
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
        }
        Words {
            width: parent.width
            text: qsTr("Mời lấy số tại máy rồi ngồi chờ.\nSố của bạn sẽ hiện trên màn hình này.")
            units: 4.2
            color: Theme.quiet
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
