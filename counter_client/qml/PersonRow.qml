import QtQuick
import MotCua
import Counter

// One person of a list: number, what for, how long, and what can be done.
Item {
    id: row

    required property string key
    required property string number
    required property string service
    required property string detail
    required property string priority
    required property int minutes
    required property string hour
    required property int absences
    required property string act
    property string list: "waiting"
    property Acts acts: null

    readonly property bool acted: act !== ""
    readonly property string second: detail !== "" ? detail : priority !== "" ? priority : absences > 0 ? qsTr("đã gọi vắng %1 lần").arg(absences) : ""

    height: Theme.size(6.2)

    Rectangle {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Math.max(1, Theme.border * 0.5)
        color: Theme.line
    }
    Words {
        id: number
        width: Theme.size(8.6)
        text: row.number
        units: 2.5
        font.weight: Font.Bold
        lineHeight: 1
        color: row.priority !== "" ? Theme.priority : Theme.ink
        wrapMode: Text.NoWrap
        fontSizeMode: Text.HorizontalFit
        anchors { left: parent.left; verticalCenter: parent.verticalCenter }
    }
    Column {
        anchors { left: number.right; leftMargin: Theme.size(0.8); right: time.left; rightMargin: Theme.size(1); verticalCenter: parent.verticalCenter }
        Words {
            width: parent.width
            text: row.service
            units: 1.8
            lineHeight: 1.15
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
        Words {
            width: parent.width
            visible: row.second !== ""
            text: row.second
            units: 1.6
            lineHeight: 1.15
            color: row.detail === "" && row.priority !== "" ? Theme.priority : Theme.quiet
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
    }
    Words {
        id: time
        text: row.list === "served" ? qsTr("%1 · %2 phút").arg(row.hour).arg(row.minutes) : row.list === "absent" ? row.hour : qsTr("%1 phút").arg(row.minutes)
        units: 1.8
        lineHeight: 1
        color: Theme.quiet
        wrapMode: Text.NoWrap
        anchors { right: button.visible ? button.left : parent.right; rightMargin: button.visible ? Theme.size(1.2) : 0; verticalCenter: parent.verticalCenter }
    }
    ActKey {
        id: button
        objectName: (row.list === "parked" ? "resume-" : row.list === "absent" ? "reinstate-" : "call-") + row.number
        visible: row.acted
        enabled: row.acts !== null && (row.act === "reinstate" ? row.acts.canReinstate : row.acts.canCallTicket)
        text: row.list === "parked" ? qsTr("Tiếp tục") : row.list === "absent" ? qsTr("Về hàng") : qsTr("Gọi")
        units: 1.7
        height: Theme.size(4.2)
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        onActivated: row.act === "reinstate" ? row.acts.reinstate(row.key) : row.acts.callTicket(row.key)
    }
}
