import QtQuick
import MotCua
import Counter

// The hall in one line: how many wait, how many counters are open, what needs a hand.
Rectangle {
    id: header

    required property Supervisor hall
    required property HallActs acts
    signal closeAsked
    signal broadcastAsked
    signal auditAsked

    implicitHeight: Theme.size(8)
    color: Theme.surface

    Rectangle {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: Math.max(1, Theme.border * 0.5)
        color: Theme.line
    }
    Row {
        anchors { left: parent.left; leftMargin: Theme.size(2.4); verticalCenter: parent.verticalCenter }
        spacing: Theme.size(1.6)
        Column {
            anchors.verticalCenter: parent.verticalCenter
            Words {
                text: qsTr("Giám sát")
                units: 2.4
                font.weight: Font.Bold
                lineHeight: 1.15
                color: Theme.brand
            }
            Words {
                width: Math.min(implicitWidth, header.width * 0.26)
                text: header.hall.centre
                units: 1.7
                lineHeight: 1.15
                color: Theme.quiet
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
        }
        Chip {
            visible: header.hall.linesOver > 0
            text: qsTr("%n hàng chờ quá lâu", "", header.hall.linesOver)
            icon: "clock-alert-outline"
            tint: Theme.danger
            anchors.verticalCenter: parent.verticalCenter
        }
        Chip {
            visible: header.hall.alarms > 0
            text: qsTr("%n thiết bị cần xem", "", header.hall.alarms)
            icon: "alert-circle-outline"
            tint: Theme.warning
            anchors.verticalCenter: parent.verticalCenter
        }
    }
    Row {
        anchors { right: parent.right; rightMargin: Theme.size(2.4); verticalCenter: parent.verticalCenter }
        spacing: Theme.size(1.6)
        Words {
            objectName: "totals"
            visible: header.hall.page !== "connecting"
            text: qsTr("%1 người chờ · %2/%3 quầy mở").arg(header.hall.waitingCount).arg(header.hall.openCount).arg(header.hall.counterCount)
            units: 2
            font.weight: Font.DemiBold
            lineHeight: 1
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
        }
        ActKey {
            objectName: "audit"
            enabled: header.acts.can
            text: qsTr("Nhật ký")
            units: 1.8
            anchors.verticalCenter: parent.verticalCenter
            onActivated: header.auditAsked()
        }
        ActKey {
            objectName: "broadcast"
            enabled: header.acts.can
            text: qsTr("Thông báo")
            look: header.hall.ticker !== "" ? "suggested" : "plain"
            units: 1.8
            anchors.verticalCenter: parent.verticalCenter
            onActivated: header.broadcastAsked()
        }
        ActKey {
            objectName: "close-day"
            enabled: header.acts.can
            text: qsTr("Kết thúc ngày")
            units: 1.8
            anchors.verticalCenter: parent.verticalCenter
            onActivated: header.closeAsked()
        }
        LanguageSwitch {
            language: header.hall.language
            anchors.verticalCenter: parent.verticalCenter
            onChosen: language => header.hall.useLanguage(language)
        }
        Words {
            text: header.hall.clock
            units: 2.8
            font.weight: Font.DemiBold
            lineHeight: 1
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
