import QtQuick
import MotCua

// One entry of a list: picture at the left, name and what is known about it.
TouchArea {
    id: card

    required property var row
    property real units: 3.4
    property int lines: 3
    property real detailUnits: 2.6
    property int detailLines: 1
    property string detail: row.detail
    property bool pictured: row.icon !== ""

    objectName: row.name
    text: row.title

    Rectangle {
        id: disc
        visible: card.pictured
        x: 2.2 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        width: 8.4 * Theme.u
        height: width
        radius: width / 2
        color: Theme.contrast ? Theme.paper : Theme.pressed
        Icon {
            anchors.centerIn: parent
            name: card.row.icon
            units: 4.6 / Theme.textScale
            color: card.mark
        }
    }
    Column {
        anchors { left: card.pictured ? disc.right : parent.left; right: parent.right; leftMargin: 2 * Theme.u; rightMargin: 2 * Theme.u; verticalCenter: parent.verticalCenter }
        spacing: 0.4 * Theme.u
        Words {
            id: title
            width: parent.width
            text: card.row.title
            units: card.units
            font.weight: Font.Bold
            lineHeight: 1.15
            maximumLineCount: card.lines
            elide: Text.ElideRight
            color: card.words
        }
        Words {
            width: parent.width
            visible: text !== "" && title.implicitHeight + implicitHeight < card.height - 0.8 * Theme.u
            text: card.detail
            units: card.detailUnits
            lineHeight: 1.15
            maximumLineCount: card.detailLines
            elide: Text.ElideRight
            color: card.softWords
        }
    }
}
