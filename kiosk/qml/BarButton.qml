import QtQuick
import MotCua

// A button of the bottom bar: an icon, and words where they do not go without saying.
TouchArea {
    id: button

    property string label: text
    property string icon: ""
    property bool chosen: false
    property bool stacked: false

    width: Math.max(Theme.touch, row.implicitWidth + 3.2 * Theme.u)
    height: Theme.touch
    border.color: chosen ? Theme.brand : Theme.line
    Accessible.name: label

    Grid {
        id: row
        anchors.centerIn: parent
        // An empty second column would push the picture aside.
        columns: button.stacked || button.text === "" ? 1 : 2
        columnSpacing: 1.2 * Theme.u
        rowSpacing: 0.4 * Theme.u
        horizontalItemAlignment: Grid.AlignHCenter
        verticalItemAlignment: Grid.AlignVCenter
        Icon {
            visible: button.icon !== ""
            name: button.icon
            units: 3.8 / Theme.textScale
            color: button.chosen ? Theme.brand : button.words
        }
        Words {
            visible: text !== ""
            text: button.text
            units: (button.stacked ? 2.4 : 3) / Theme.textScale
            lineHeight: button.stacked ? 1 : 1.3
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
            color: button.words
        }
    }
}
