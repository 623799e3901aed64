import QtQuick
import MotCua

// One line of facts: a picture and what it says; gone when there is nothing to say.
Item {
    id: fact

    property string icon: ""
    property string text: ""
    property bool strong: false
    property real units: 3.6
    property int lines: 3
    property color tint: Theme.brand

    visible: text !== ""
    width: parent?.width ?? 0
    implicitHeight: Math.max(picture.implicitHeight, words.implicitHeight)

    Icon {
        id: picture
        width: 6 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        name: fact.icon
        units: 4.8 / Theme.textScale
        color: fact.tint
    }
    Words {
        id: words
        anchors { left: picture.right; right: parent.right; leftMargin: 1.6 * Theme.u; verticalCenter: parent.verticalCenter }
        text: fact.text
        units: fact.units
        lineHeight: 1.15
        font.weight: fact.strong ? Font.Bold : Font.DemiBold
        maximumLineCount: fact.lines
        elide: Text.ElideRight
    }
}
