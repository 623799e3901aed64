import QtQuick
import MotCua

// A dialog over the whole console: what is behind it waits; Esc leaves.
FocusScope {
    id: overlay

    property string title: ""
    property string leaveText: qsTr("Thôi")
    property real boxWidth: Theme.size(72)
    property real boxHeight: Theme.size(40)
    readonly property bool compact: width < Theme.size(80)
    default property alias content: inside.data
    signal dismissed
    // From the clerk's calling keypad: a digit, and "take what is marked".
    signal digitTyped(string digit)
    signal taken

    anchors.fill: parent
    focus: visible
    Keys.onEscapePressed: overlay.dismissed()
    Accessible.role: Accessible.Dialog
    Accessible.name: title
    onVisibleChanged: if (visible) forceActiveFocus()

    Rectangle {
        anchors.fill: parent
        color: Qt.alpha(Theme.night ? Theme.paper : Theme.ink, 0.5)
        TapHandler { gesturePolicy: TapHandler.WithinBounds; onTapped: overlay.dismissed() }
        HoverHandler {}
        WheelHandler {}
    }
    Card {
        id: box
        width: Math.min(overlay.boxWidth, overlay.width - Theme.size(6))
        height: Math.min(overlay.boxHeight, overlay.height - Theme.size(6))
        anchors.centerIn: parent
        TapHandler { gesturePolicy: TapHandler.WithinBounds }

        Words {
            id: heading
            text: overlay.title
            units: 2.8
            font.weight: Font.Bold
            lineHeight: 1.15
            elide: Text.ElideRight
            wrapMode: Text.NoWrap
            anchors { left: parent.left; right: cancel.left; top: parent.top; leftMargin: Theme.size(3); topMargin: Theme.size(2.4); rightMargin: Theme.size(2) }
        }
        ActKey {
            id: cancel
            objectName: "leave"
            text: overlay.compact ? "" : overlay.leaveText
            icon: overlay.compact ? "close" : ""
            keyName: overlay.compact ? "" : "Esc"
            Accessible.name: overlay.leaveText
            units: 1.7
            anchors { right: parent.right; rightMargin: Theme.size(2); verticalCenter: heading.verticalCenter }
            onActivated: overlay.dismissed()
        }
        Item {
            id: inside
            anchors { left: parent.left; right: parent.right; top: heading.bottom; bottom: parent.bottom; leftMargin: Theme.size(3); rightMargin: Theme.size(3); topMargin: Theme.size(2); bottomMargin: Theme.size(2.6) }
        }
    }
}
