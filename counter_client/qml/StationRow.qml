import QtQuick
import MotCua

// One machine of the hall: whether it is there, and which of its devices is not well.
Item {
    id: row

    required property string key
    required property string kind
    required property string name
    required property bool online
    required property string hour
    required property string trouble
    required property bool alarm

    height: Theme.size(4.6)

    Rectangle {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Math.max(1, Theme.border * 0.5)
        color: Theme.line
    }
    Icon {
        id: picture
        name: row.alarm ? "alert-circle" : row.online ? "check-circle" : "circle-outline"
        units: 2
        color: row.alarm ? Theme.danger : row.online ? Theme.success : Theme.quiet
        anchors { left: parent.left; verticalCenter: parent.verticalCenter }
    }
    Words {
        id: label
        text: Meanings.station(row.kind, row.name)
        units: 1.9
        lineHeight: 1
        font.weight: Font.DemiBold
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        anchors { left: picture.right; leftMargin: Theme.size(0.9); right: word.left; rightMargin: Theme.size(1); verticalCenter: parent.verticalCenter }
    }
    Words {
        id: word
        objectName: "station-" + row.key
        text: row.trouble !== "" ? Meanings.trouble(row.trouble) : row.online ? (row.hour !== "" ? qsTr("đang kết nối, tin lúc %1").arg(row.hour) : qsTr("đang kết nối")) : row.hour !== "" ? qsTr("mất kết nối, tin cuối %1").arg(row.hour) : qsTr("chưa kết nối")
        units: 1.7
        lineHeight: 1
        color: row.alarm ? Theme.danger : Theme.quiet
        wrapMode: Text.NoWrap
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
    }
}
