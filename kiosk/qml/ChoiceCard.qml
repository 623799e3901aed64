import QtQuick
import MotCua

// A large choice: picture above, words below.
TouchArea {
    id: card

    property string icon: ""
    property string detail: ""
    property real units: 4.4

    Column {
        id: column
        anchors { left: parent.left; right: parent.right; margins: 3 * Theme.u; verticalCenter: parent.verticalCenter }
        spacing: (card.height < 27 * Theme.u ? 1 : 1.8) * Theme.u
        Rectangle {
            id: disc
            width: Math.max(6 * Theme.u, Math.min(15 * Theme.u, card.height * 0.36, card.height - name.implicitHeight - column.spacing - 4 * Theme.u))
            height: width
            radius: width / 2
            color: card.primary && card.usable ? (Theme.contrast ? Theme.brandInk : Qt.darker(card.tint, 1.25)) : Theme.contrast ? Theme.paper : Theme.pressed
            Icon {
                anchors.centerIn: parent
                name: card.icon
                units: parent.width / Theme.u * 0.56 / Theme.textScale
                color: card.primary && card.usable ? Theme.gold : card.mark
            }
        }
        Words {
            id: name
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
            visible: text !== "" && disc.height + name.implicitHeight + implicitHeight + 2 * column.spacing < card.height - 2 * Theme.u
            text: card.detail
            units: 3
            lineHeight: 1.2
            maximumLineCount: 3
            elide: Text.ElideRight
            color: card.softWords
        }
    }
}
