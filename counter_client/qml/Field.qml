import QtQuick
import MotCua

// One line to type in, with what is meant to be typed shown while it is empty.
Rectangle {
    id: field

    property alias text: input.text
    property alias echoMode: input.echoMode
    property alias maximumLength: input.maximumLength
    property alias inputMethodHints: input.inputMethodHints
    property string hint: ""
    property string icon: ""
    property real units: 2.2
    signal accepted
    signal edited

    function take() { input.forceActiveFocus(); }

    implicitHeight: Theme.size(units * 2.6)
    radius: Theme.corner * 0.6
    color: Theme.surface
    border.width: Theme.border
    border.color: input.activeFocus ? Theme.brand : Theme.line

    Icon {
        id: picture
        visible: field.icon !== ""
        name: field.icon
        units: field.units * 1.2
        color: Theme.quiet
        anchors { left: parent.left; leftMargin: Theme.size(1.4); verticalCenter: parent.verticalCenter }
    }
    Words {
        visible: input.text === "" && input.preeditText === ""
        text: field.hint
        units: field.units
        lineHeight: 1
        color: Theme.quiet
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        anchors { left: input.left; right: input.right; verticalCenter: parent.verticalCenter }
    }
    TextInput {
        id: input
        objectName: field.objectName === "" ? "" : field.objectName + "-text"
        clip: true
        color: Theme.ink
        selectionColor: Theme.brand
        selectedTextColor: Theme.brandInk
        selectByMouse: true
        activeFocusOnTab: true
        font.pixelSize: Theme.size(field.units)
        verticalAlignment: TextInput.AlignVCenter
        anchors { left: picture.right; leftMargin: picture.visible ? Theme.size(1) : Theme.size(0.2); right: parent.right; rightMargin: Theme.size(1.4); top: parent.top; bottom: parent.bottom }
        Accessible.role: Accessible.EditableText
        Accessible.name: field.hint
        onAccepted: field.accepted()
        onTextEdited: field.edited()
    }
    TapHandler { onTapped: input.forceActiveFocus() }
}
