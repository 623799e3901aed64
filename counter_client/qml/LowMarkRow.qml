import QtQuick
import MotCua

// One citizen who was not content, where and with whom.
Item {
    id: row

    required property string key
    required property string level
    required property string number
    required property string counter
    required property string clerk
    required property string hour
    required property string reasons

    height: Theme.size(6)
    objectName: "mark-" + level

    Rectangle {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Math.max(1, Theme.border * 0.5)
        color: Theme.line
    }
    Words {
        id: number
        width: Theme.size(8)
        text: row.number
        units: 2.2
        font.weight: Font.Bold
        lineHeight: 1
        wrapMode: Text.NoWrap
        anchors { left: parent.left; verticalCenter: parent.verticalCenter }
    }
    Column {
        anchors { left: number.right; right: time.left; rightMargin: Theme.size(1); verticalCenter: parent.verticalCenter }
        Words {
            width: parent.width
            text: row.reasons === "" ? row.level : row.level + ": " + row.reasons
            units: 1.8
            lineHeight: 1.15
            font.weight: Font.DemiBold
            color: Theme.danger
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
        Words {
            width: parent.width
            text: row.clerk === "" ? qsTr("Quầy %1").arg(row.counter) : qsTr("Quầy %1 · %2").arg(row.counter).arg(row.clerk)
            units: 1.6
            lineHeight: 1.15
            color: Theme.quiet
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
    }
    Words {
        id: time
        text: row.hour
        units: 1.8
        lineHeight: 1
        color: Theme.quiet
        wrapMode: Text.NoWrap
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
    }
}
