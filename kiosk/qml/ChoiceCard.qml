import QtQuick
import MotCua

// A large choice: picture above, words below.
TouchArea {
    id: card

    property string icon: ""
    property string detail: ""
    property real units: 4.4

    Column {
        anchors { left: parent.left; right: parent.right; margins: 3 * Theme.u; verticalCenter: parent.verticalCenter }
        spacing: 1.8 * Theme.u
        Rectangle {
            width: 15 * Theme.u
            height: width
            radius: width / 2
            color: card.primary && card.usable ? (Theme.contrast ? Theme.brandInk : Qt.darker(card.tint, 1.25)) : Theme.contrast ? Theme.paper : Theme.pressed
            Icon {
                anchors.centerIn: parent
                name: card.icon
                units: 8.4 / Theme.textScale
                color: card.primary && card.usable ? Theme.gold : card.mark
            }
        }
        Words {
            width: parent.width
            text: card.text
            units: card.units
            font.weight: Font.Bold
            lineHeight: 1.15
            maximumLineCount: 3
            elide: Text.ElideRight
            color: card.words
        }
        Words {
            width: parent.width
            visible: text !== ""
            text: card.detail
            units: 3
            lineHeight: 1.2
            maximumLineCount: 3
            elide: Text.ElideRight
            color: card.softWords
        }
    }
}
