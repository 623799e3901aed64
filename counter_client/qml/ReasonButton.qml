import QtQuick
import MotCua

// One reason of a low mark: picked or not, many may be.
Rectangle {
    id: button

    required property string key
    required property string name
    required property bool chosen
    signal picked

    objectName: "reason-" + key
    implicitHeight: Math.max(Theme.size(11), words.implicitHeight + Theme.size(3))
    radius: Theme.corner
    color: touch.pressed || chosen ? Theme.pressed : Theme.surface
    border.width: chosen ? Theme.border * 1.5 : Theme.border
    border.color: chosen || activeFocus ? Theme.brand : Theme.line
    activeFocusOnTab: true
    Accessible.role: Accessible.CheckBox
    Accessible.name: button.name
    Accessible.checked: button.chosen
    Keys.onSpacePressed: button.picked()

    Icon {
        id: mark
        name: button.chosen ? "checkbox-marked-circle" : "checkbox-blank-circle-outline"
        units: 5
        color: button.chosen ? Theme.brand : Theme.quiet
        anchors { left: parent.left; leftMargin: Theme.size(2.4); verticalCenter: parent.verticalCenter }
    }
    Words {
        id: words
        text: button.name
        units: 3.8
        font.weight: Font.DemiBold
        lineHeight: 1.2
        anchors { left: mark.right; leftMargin: Theme.size(2); right: parent.right; rightMargin: Theme.size(2); verticalCenter: parent.verticalCenter }
    }
    TapHandler {
        id: touch
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: button.picked()
    }
}
