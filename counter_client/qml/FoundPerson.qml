import QtQuick
import MotCua
import Counter

// One person found by number.
Item {
    id: row

    required property string key
    required property string number
    required property string service
    required property string standing
    required property string priority
    required property string priorityKey
    required property string act
    property Acts acts: null
    property bool compact: false
    property bool marked: false
    signal acted
    signal priorityWanted
    signal reprintWanted

    function choose() { row.acted(); }

    height: Theme.size(6.4)

    Rectangle {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Math.max(1, Theme.border * 0.5)
        color: Theme.line
    }
    Words {
        id: number
        width: Theme.size(9)
        text: row.number
        units: 2.6
        font.weight: Font.Bold
        lineHeight: 1
        color: row.priority !== "" ? Theme.priority : Theme.ink
        wrapMode: Text.NoWrap
        anchors { left: parent.left; verticalCenter: parent.verticalCenter; verticalCenterOffset: row.compact ? -Theme.size(1) : 0 }
    }
    // In a narrow strip the service stands under the number, and the priority is told by its colour.
    Column {
        anchors {
            left: row.compact ? parent.left : number.right
            right: keys.left
            rightMargin: Theme.size(1)
            verticalCenter: parent.verticalCenter
            verticalCenterOffset: row.compact ? Theme.size(1.5) : 0
        }
        Words {
            width: parent.width
            text: row.service
            units: row.compact ? 1.6 : 1.9
            lineHeight: 1.15
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
        Words {
            visible: !row.compact
            width: parent.width
            text: row.priority !== "" ? Meanings.standing(row.standing) + " · " + row.priority : Meanings.standing(row.standing)
            units: 1.6
            lineHeight: 1.15
            color: row.priority !== "" ? Theme.priority : Theme.quiet
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
    }
    Row {
        id: keys
        spacing: Theme.size(0.8)
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        ActKey {
            objectName: "reprint-" + row.number
            enabled: row.acts !== null && row.acts.canIssue
            icon: "printer"
            Accessible.name: qsTr("In lại phiếu")
            units: 1.7
            width: Theme.size(5)
            height: Theme.size(4.4)
            onActivated: row.reprintWanted()
        }
        ActKey {
            objectName: "priority-" + row.number
            visible: row.standing !== "no_show"
            enabled: row.acts !== null && row.acts.canSetPriority
            text: row.compact ? "" : qsTr("Ưu tiên")
            icon: row.compact ? "account-star" : ""
            Accessible.name: qsTr("Ưu tiên")
            units: 1.7
            height: Theme.size(4.4)
            onActivated: row.priorityWanted()
        }
        ActKey {
            objectName: "found-" + row.number
            enabled: row.acts !== null && (row.act === "reinstate" ? row.acts.canReinstate : row.acts.canCallTicket)
            text: row.act === "reinstate" ? qsTr("Về hàng") : qsTr("Gọi")
            look: row.marked ? "suggested" : "plain"
            units: 1.7
            height: Theme.size(4.4)
            onActivated: row.acted()
        }
    }
}
