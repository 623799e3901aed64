pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import MotCua

// For staff only: the pad, then the screen behind it.
Rectangle {
    id: over
    objectName: "overlay"

    required property FrameModel frame
    required property StaffModel staff
    readonly property bool open: staff.props.door === "open"

    color: open ? Theme.paper : Qt.alpha(Theme.night ? Theme.paper : Theme.goldInk, 0.8)

    MouseArea {
        anchors.fill: parent
        onPressed: over.staff.touched()
    }
    PinPad {
        anchors.horizontalCenter: parent.horizontalCenter
        y: Math.min((parent.height - height) * 0.62, parent.height - height - 2 * Theme.u)
        visible: !over.open
        staff: over.staff
    }
    Loader {
        anchors.fill: parent
        active: over.open
        sourceComponent: StaffPage { frame: over.frame; staff: over.staff }
    }
}
