import QtQuick
import MotCua

// One person of the hall who waits or was absent, and the one thing a supervisor does about it.
Item {
    id: row

    required property string key
    required property string number
    required property string service
    required property string priority
    required property int minutes
    required property bool over
    property bool may: false
    property string actName: ""
    property string objectNamePrefix: ""
    property bool reprints: false
    signal activated
    signal reprintAsked

    height: Theme.size(row.priority !== "" ? 6 : 5)

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
        color: row.priority !== "" ? Theme.priority : Theme.ink
        wrapMode: Text.NoWrap
        anchors { left: parent.left; verticalCenter: parent.verticalCenter }
    }
    Column {
        anchors { left: number.right; right: time.left; rightMargin: Theme.size(1); verticalCenter: parent.verticalCenter }
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
            visible: row.priority !== ""
            text: row.priority
            units: 1.6
            lineHeight: 1.15
            color: Theme.priority
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
    }
    Words {
        id: time
        text: qsTr("%1 phút").arg(row.minutes)
        units: 1.8
        lineHeight: 1
        font.weight: row.over ? Font.DemiBold : Font.Normal
        color: row.over ? Theme.danger : Theme.quiet
        wrapMode: Text.NoWrap
        anchors { right: paper.visible ? paper.left : button.left; rightMargin: Theme.size(1.2); verticalCenter: parent.verticalCenter }
    }
    ActKey {
        id: paper
        objectName: "reprint-" + row.number
        visible: row.reprints
        enabled: row.may
        icon: "printer"
        Accessible.name: qsTr("In lại phiếu")
        units: 1.6
        width: Theme.size(4.8)
        height: Theme.size(3.8)
        anchors { right: button.left; rightMargin: Theme.size(0.8); verticalCenter: parent.verticalCenter }
        onActivated: row.reprintAsked()
    }
    ActKey {
        id: button
        objectName: row.objectNamePrefix + row.number
        enabled: row.may
        text: row.actName
        units: 1.6
        height: Theme.size(3.8)
        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
        onActivated: row.activated()
    }
}
