import QtQuick
import MotCua

// A service: its name, a hint, and the line in front of it.
TouchArea {
    id: card

    required property var row
    property string detail: ""
    property string waiting: ""
    readonly property bool narrow: width < 46 * Theme.u
    readonly property bool tight: narrow || height < (waiting.indexOf("\n") < 0 ? 18 : 24) * Theme.u * Theme.textScale

    objectName: row.name
    text: row.title

    Rectangle {
        id: disc
        visible: !card.narrow
        x: 2.4 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        width: 9 * Theme.u
        height: width
        radius: width / 2
        color: Theme.contrast ? Theme.paper : Theme.pressed
        Icon {
            anchors.centerIn: parent
            name: card.row.icon
            units: 5 / Theme.textScale
            color: card.mark
        }
    }
    Column {
        anchors { left: card.narrow ? parent.left : disc.right; right: card.narrow ? parent.right : arrow.left; leftMargin: 2.2 * Theme.u; rightMargin: 1 * Theme.u; verticalCenter: parent.verticalCenter }
        spacing: 0.4 * Theme.u
        Words {
            id: title
            width: parent.width
            text: card.row.title
            units: card.tight ? 3 : 3.6
            font.weight: Font.Bold
            lineHeight: 1.15
            maximumLineCount: card.tight ? 2 : 3
            elide: Text.ElideRight
            color: card.words
        }
        Words {
            width: parent.width
            visible: text !== "" && title.implicitHeight + implicitHeight + (line.text === "" ? 0 : line.implicitHeight) < card.height - 1.6 * Theme.u
            text: card.detail
            units: 2.6
            lineHeight: 1.15
            maximumLineCount: 3
            elide: Text.ElideRight
            color: card.softWords
        }
        Words {
            id: line
            width: parent.width
            visible: text !== ""
            text: card.waiting
            units: card.tight ? 2.5 : 2.8
            lineHeight: 1.15
            font.weight: Font.DemiBold
            maximumLineCount: 2
            elide: Text.ElideRight
            color: card.usable ? Theme.success : Theme.quiet
        }
    }
    Icon {
        id: arrow
        visible: !card.narrow
        anchors { right: parent.right; rightMargin: 1.6 * Theme.u; verticalCenter: parent.verticalCenter }
        name: "chevron-right"
        units: 4.4
        color: card.mark
    }
}
