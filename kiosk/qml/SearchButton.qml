import QtQuick
import MotCua

// Looks like the field it opens.
TouchArea {
    id: button
    objectName: "search"

    text: qsTr("Tìm thủ tục theo tên…")
    height: Math.max(Theme.touch, 11 * Theme.u)
    border.color: Theme.brand

    Row {
        anchors { left: parent.left; leftMargin: 3 * Theme.u; verticalCenter: parent.verticalCenter }
        spacing: 2 * Theme.u
        Icon {
            name: "magnify"
            units: 5 / Theme.textScale
            color: Theme.brand
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            text: button.text
            units: 3.6
            color: Theme.quiet
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
