import QtQuick
import MotCua

// One line of words, an icon before them, as large as a hand.
TouchArea {
    id: button

    property string icon: ""
    property real units: 4
    property bool iconLast: false

    height: Math.max(Theme.touch, 12 * Theme.u)

    Row {
        anchors.centerIn: parent
        layoutDirection: button.iconLast ? Qt.RightToLeft : Qt.LeftToRight
        spacing: 1.6 * Theme.u
        Icon {
            visible: button.icon !== ""
            name: button.icon
            units: button.units * 1.15
            color: button.mark
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            width: Math.min(implicitWidth, button.width - (button.icon === "" ? 4 : 10) * Theme.u)
            text: button.text
            units: button.units
            font.weight: Font.Bold
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.size(2.4)
            color: button.words
            horizontalAlignment: Text.AlignHCenter
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
