import QtQuick
import MotCua

// One counter as the supervisor sees it.
Item {
    id: cell

    required property string key
    required property string number
    required property string standing
    required property string clerk
    required property string ticket
    required property bool serving
    required property int minutes
    required property bool late
    required property string services
    required property string pauseReason
    required property bool online
    signal activated

    readonly property bool isOpen: standing === "open"
    readonly property bool isPaused: standing === "paused"
    readonly property color tone: isOpen ? Theme.success : isPaused ? Theme.warning : Theme.quiet

    Rectangle {
        objectName: "place-" + cell.key
        enabled: cell.isOpen
        anchors { fill: parent; margins: Theme.size(0.6) }
        radius: Theme.corner * 0.6
        color: touch.pressed || hover.hovered && cell.isOpen ? Theme.pressed : cell.isOpen || cell.isPaused ? Theme.surface : Theme.paper
        border.width: Theme.border
        border.color: activeFocus ? Theme.brand : cell.late ? Theme.warning : Theme.line
        activeFocusOnTab: cell.isOpen
        Accessible.role: Accessible.Button
        Accessible.name: qsTr("Quầy %1").arg(cell.number)
        Keys.onReturnPressed: cell.activated()

        Words {
            id: badge
            text: cell.number
            units: 3.2
            font.weight: Font.Bold
            lineHeight: 1
            color: cell.isOpen ? Theme.brand : Theme.quiet
            wrapMode: Text.NoWrap
            anchors { left: parent.left; top: parent.top; leftMargin: Theme.size(1.3); topMargin: Theme.size(1.1) }
        }
        Chip {
            text: cell.isOpen ? qsTr("Đang mở") : cell.isPaused ? qsTr("Đang nghỉ") : qsTr("Đang đóng")
            icon: cell.isOpen ? "check-circle" : cell.isPaused ? "pause-circle" : "close-circle"
            tint: cell.tone
            units: 1.5
            anchors { right: parent.right; rightMargin: Theme.size(1); verticalCenter: badge.verticalCenter }
        }
        Column {
            anchors { left: parent.left; right: parent.right; top: badge.bottom; leftMargin: Theme.size(1.3); rightMargin: Theme.size(1); topMargin: Theme.size(0.6) }
            Row {
                spacing: Theme.size(0.8)
                height: Theme.size(3)
                Words {
                    visible: cell.ticket !== ""
                    text: cell.ticket
                    units: 2.3
                    font.weight: Font.Bold
                    lineHeight: 1
                    wrapMode: Text.NoWrap
                    anchors.verticalCenter: parent.verticalCenter
                }
                Words {
                    text: cell.ticket === "" ? (cell.isPaused ? cell.pauseReason : cell.isOpen ? qsTr("Đang rảnh") : "") : cell.serving ? qsTr("phục vụ %1 phút").arg(cell.minutes) : qsTr("đang gọi %1 phút").arg(cell.minutes)
                    units: 1.7
                    lineHeight: 1
                    font.weight: cell.late ? Font.DemiBold : Font.Normal
                    color: cell.late ? Theme.warning : Theme.quiet
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                    anchors.verticalCenter: parent.verticalCenter
                }
            }
            Words {
                width: parent.width
                text: cell.isOpen && !cell.online ? qsTr("Máy quầy mất kết nối") : cell.clerk !== "" ? cell.clerk : qsTr("Chưa có cán bộ")
                units: 1.6
                lineHeight: 1.2
                color: cell.isOpen && !cell.online ? Theme.danger : Theme.quiet
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
            Words {
                width: parent.width
                text: qsTr("Hàng: %1").arg(cell.services)
                units: 1.6
                lineHeight: 1.2
                color: Theme.quiet
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
        }
        HoverHandler { id: hover; enabled: cell.isOpen; cursorShape: Qt.PointingHandCursor }
        TapHandler {
            id: touch
            gesturePolicy: TapHandler.ReleaseWithinBounds
            onTapped: cell.activated()
        }
    }
}
