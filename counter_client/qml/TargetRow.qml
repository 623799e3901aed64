import QtQuick
import MotCua

// One place a visit can be sent to.
Rectangle {
    id: row

    required property string key
    required property string kind
    required property string badge
    required property string name
    required property string detail
    required property bool open
    required property int waiting
    property bool marked: false
    signal chosen

    function choose() { row.chosen(); }

    objectName: "transfer-" + kind + "-" + key
    height: Theme.size(5.6)
    radius: Theme.corner * 0.5
    color: touch.pressed || marked || hover.hovered ? Theme.pressed : "transparent"
    border.width: marked ? Theme.border : 0
    border.color: Theme.brand
    Accessible.role: Accessible.ListItem
    Accessible.name: row.name

    Prefix {
        id: badge
        text: row.badge
        color: row.kind === "counter" ? Theme.brand : Theme.pressed
        ink: row.kind === "counter" ? Theme.brandInk : Theme.ink
        anchors { left: parent.left; leftMargin: Theme.size(1.2); verticalCenter: parent.verticalCenter }
    }
    Column {
        anchors { left: badge.right; leftMargin: Theme.size(1.4); right: side.left; rightMargin: Theme.size(1.2); verticalCenter: parent.verticalCenter }
        Words {
            width: parent.width
            text: row.name
            units: 2
            font.weight: Font.DemiBold
            lineHeight: 1.15
            color: row.open ? Theme.ink : Theme.quiet
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
        Words {
            width: parent.width
            visible: row.detail !== ""
            text: row.detail
            units: 1.6
            lineHeight: 1.15
            color: Theme.quiet
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
    }
    Words {
        id: side
        text: row.width < Theme.size(56) ? (row.kind === "service" && row.open ? row.waiting : "") : !row.open ? (row.kind === "service" ? qsTr("chưa có quầy mở") : qsTr("không mở")) : row.kind === "service" ? qsTr("%1 người chờ").arg(row.waiting) : qsTr("đang mở")
        units: 1.7
        lineHeight: 1
        color: row.open ? Theme.success : Theme.warning
        wrapMode: Text.NoWrap
        anchors { right: parent.right; rightMargin: Theme.size(1.4); verticalCenter: parent.verticalCenter }
    }
    HoverHandler { id: hover; cursorShape: Qt.PointingHandCursor }
    TapHandler {
        id: touch
        gesturePolicy: TapHandler.ReleaseWithinBounds
        onTapped: row.chosen()
    }
}
