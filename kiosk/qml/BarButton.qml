import QtQuick
import MotCua

// A button of the bottom bar: an icon, and words where they do not go without saying.
TouchArea {
    id: button

    property string label: text
    property string icon: ""
    property bool chosen: false

    width: Math.max(Theme.touch, row.implicitWidth + 3.2 * Theme.u)
    height: Theme.touch
    border.color: chosen ? Theme.brand : Theme.line
    Accessible.name: label

    Row {
        id: row
        anchors.centerIn: parent
        spacing: 1.2 * Theme.u
        Icon {
            visible: button.icon !== ""
            name: button.icon
            units: 3.8 / Theme.textScale
            color: button.chosen ? Theme.brand : button.words
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            visible: text !== ""
            text: button.text
            units: 3 / Theme.textScale
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
            color: button.words
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
