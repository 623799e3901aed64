import QtQuick
import MotCua

// What is being typed, or an example of it.
Rectangle {
    id: field

    property string code: ""
    property string example: ""
    property string icon: ""
    readonly property bool empty: code === ""

    height: 12 * Theme.u
    radius: Theme.corner
    color: Theme.surface
    border.width: Theme.border
    border.color: Theme.line

    Icon {
        id: picture
        x: 2 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        name: field.icon
        units: 5 / Theme.textScale
        color: Theme.brand
    }
    Words {
        objectName: "typed"
        anchors { left: picture.right; right: parent.right; margins: 2 * Theme.u; verticalCenter: parent.verticalCenter }
        text: field.empty ? field.example : field.code
        units: field.empty ? 3.2 : 4.4
        fontSizeMode: Text.HorizontalFit
        minimumPixelSize: Theme.size(2.4)
        font.weight: field.empty ? Font.Normal : Font.Bold
        color: field.empty ? Theme.quiet : Theme.ink
        wrapMode: Text.NoWrap
        elide: field.empty ? Text.ElideRight : Text.ElideLeft
    }
}
