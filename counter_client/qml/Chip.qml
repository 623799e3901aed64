import QtQuick
import MotCua

// A small word with its picture on a tint of its own colour: a state or a mark.
Rectangle {
    id: chip

    property string text: ""
    property string icon: ""
    property color tint: Theme.quiet
    property real units: 1.8
    property bool solid: false

    readonly property color words: solid ? Theme.surface : tint

    implicitWidth: row.implicitWidth + Theme.size(units * 1.1)
    implicitHeight: Theme.size(units * 1.75)
    radius: height / 2
    color: solid ? tint : Qt.alpha(tint, 0.1)

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.size(0.5)
        Icon {
            visible: chip.icon !== ""
            name: chip.icon
            units: chip.units * 1.1
            color: chip.words
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            text: chip.text
            units: chip.units
            font.weight: Font.DemiBold
            lineHeight: 1
            color: chip.words
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
