import QtQuick

// A large button for fingers: icon beside or over words, one optional second line.
Rectangle {
    id: button

    property string text: ""
    property string detail: ""
    property string icon: ""
    property bool primary: false
    property bool stacked: false
    property real units: 4.2
    property color tint: Theme.brand
    signal activated

    readonly property bool down: touch.pressed
    readonly property color face: primary ? (down ? Qt.darker(tint, 1.2) : tint) : (down ? Theme.pressed : Theme.surface)
    readonly property color words: primary ? Theme.brandInk : Theme.ink

    implicitHeight: Math.max(Theme.size(11), content.implicitHeight + 3 * Theme.u)
    color: face
    radius: Theme.corner
    border.width: primary ? 0 : Theme.border
    border.color: activeFocus ? Theme.brand : Theme.line
    opacity: enabled ? 1 : 0.45
    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: button.activated()
    Keys.onReturnPressed: button.activated()
    Keys.onSpacePressed: button.activated()

    Grid {
        id: content
        anchors.centerIn: parent
        width: parent.width - 4 * Theme.u
        columns: button.stacked ? 1 : 2
        columnSpacing: 2.4 * Theme.u
        rowSpacing: 1.2 * Theme.u
        horizontalItemAlignment: button.stacked ? Grid.AlignHCenter : Grid.AlignLeft
        verticalItemAlignment: Grid.AlignVCenter

        Icon {
            id: picture
            visible: button.icon !== ""
            name: button.icon
            units: button.stacked ? button.units * 1.9 : button.units * 1.3
            color: button.primary ? Theme.brandInk : button.tint
        }
        Column {
            width: button.stacked || !picture.visible ? content.width : content.width - picture.width - content.columnSpacing
            Words {
                width: parent.width
                text: button.text
                units: button.units
                font.weight: Font.Bold
                lineHeight: 1.2
                color: button.words
                horizontalAlignment: button.stacked || !picture.visible && button.detail === "" ? Text.AlignHCenter : Text.AlignLeft
            }
            Words {
                width: parent.width
                visible: button.detail !== ""
                text: button.detail
                units: button.units * 0.68
                color: button.primary ? Theme.brandInk : Theme.quiet
                horizontalAlignment: button.stacked ? Text.AlignHCenter : Text.AlignLeft
            }
        }
    }
    TapHandler {
        id: touch
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: button.activated()
    }
}
