import QtQuick
import MotCua
import Counter

// The strip's first line: the counter, its state, how many wait, and the pause.
Rectangle {
    id: header

    required property Console place
    required property Acts acts
    signal pauseAsked

    readonly property bool isOpen: place.state === "open"

    implicitHeight: Theme.size(6.4)
    color: Theme.surface

    Rectangle {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Math.max(1, Theme.border * 0.5)
        color: Theme.line
    }
    Row {
        spacing: Theme.size(1)
        visible: header.place.phase !== "connecting"
        anchors { left: parent.left; leftMargin: Theme.size(1.4); verticalCenter: parent.verticalCenter }
        Chip {
            text: qsTr("Quầy %1").arg(header.place.number)
            tint: header.isOpen ? Theme.brand : Theme.quiet
            solid: true
            units: 2
            anchors.verticalCenter: parent.verticalCenter
        }
        Words {
            text: qsTr("%1 người chờ").arg(header.place.waiting)
            units: 2
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    Row {
        spacing: Theme.size(0.8)
        anchors { right: parent.right; rightMargin: Theme.size(1.4); verticalCenter: parent.verticalCenter }
        ActKey {
            objectName: "pause"
            visible: header.isOpen
            enabled: header.acts.canPause
            text: qsTr("Tạm nghỉ")
            units: 1.6
            anchors.verticalCenter: parent.verticalCenter
            onActivated: header.pauseAsked()
        }
        ActKey {
            objectName: "close"
            visible: header.place.state === "paused"
            enabled: header.acts.canClose
            text: qsTr("Đóng quầy")
            units: 1.6
            anchors.verticalCenter: parent.verticalCenter
            onActivated: header.acts.closeCounter()
        }
        Words {
            text: header.place.clock
            units: 2.2
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
