import QtQuick

// A desktop button with its key beside the words.
Rectangle {
    id: button

    property string text: ""
    property string shortcut: ""
    property string icon: ""
    property bool primary: false
    property bool danger: false
    property real units: 2
    signal activated

    readonly property color words: primary ? Theme.brandInk : danger ? Theme.danger : Theme.ink

    implicitHeight: Theme.size(units * 2.4)
    implicitWidth: row.implicitWidth + 3 * Theme.u
    color: primary ? (touch.pressed ? Theme.brandPressed : Theme.brand) : (touch.pressed || hover.hovered ? Theme.pressed : Theme.surface)
    radius: Theme.corner * 0.6
    border.width: primary ? 0 : Theme.border
    border.color: activeFocus ? Theme.brand : Theme.line
    opacity: enabled ? 1 : 0.45
    activeFocusOnTab: true
    Accessible.role: Accessible.Button
    Accessible.name: text
    Accessible.onPressAction: button.activated()
    Keys.onReturnPressed: button.activated()

    Row {
        id: row
        anchors.centerIn: parent
        spacing: Theme.u
        Icon {
            visible: button.icon !== ""
            name: button.icon
            units: button.units * 1.2
            color: button.words
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            text: button.text
            units: button.units
            font.weight: button.primary ? Font.Bold : Font.DemiBold
            color: button.words
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            visible: button.shortcut !== ""
            text: button.shortcut
            units: button.units * 0.8
            color: button.primary ? Theme.brandInk : Theme.quiet
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    HoverHandler { id: hover }
    TapHandler {
        id: touch
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: button.activated()
    }
}
