pragma ComponentBehavior: Bound
import QtQuick
import MotCua
import Counter

// Which counter this is, who sits here, whether it is open; what time it is.
Rectangle {
    id: header

    required property Console place
    required property Acts acts
    signal pauseAsked
    signal signInAsked
    signal keysAsked

    readonly property string phase: place.phase
    readonly property bool isOpen: place.state === "open"
    readonly property bool isPaused: place.state === "paused"

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
        Rectangle {
            visible: header.place.number !== ""
            width: badge.implicitWidth + Theme.size(2.4)
            height: Theme.size(5)
            radius: Theme.corner * 0.6
            color: Theme.brand
            anchors.verticalCenter: parent.verticalCenter
            Words {
                id: badge
                text: qsTr("Quầy %1").arg(header.place.number)
                units: 2.4
                font.weight: Font.Bold
                lineHeight: 1
                color: Theme.brandInk
                wrapMode: Text.NoWrap
                anchors.centerIn: parent
            }
        }
        Column {
            anchors.verticalCenter: parent.verticalCenter
            Words {
                width: Math.min(implicitWidth, header.width * 0.3)
                text: header.place.name !== "" ? header.place.name : header.place.centre
                units: 2
                font.weight: Font.DemiBold
                lineHeight: 1.15
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
            Words {
                visible: header.place.clerk !== "" || header.place.name !== ""
                width: Math.min(implicitWidth, header.width * 0.3)
                text: header.place.clerk !== "" ? header.place.clerk : header.place.centre
                units: 1.7
                lineHeight: 1.15
                color: Theme.quiet
                wrapMode: Text.NoWrap
                elide: Text.ElideRight
            }
        }
        ActKey {
            objectName: "sign-in"
            visible: header.acts.canSignIn && header.place.wantsSignIn && header.phase !== "sign-in" && header.place.clerk === ""
            text: qsTr("Đăng nhập")
            icon: "login"
            units: 1.7
            anchors.verticalCenter: parent.verticalCenter
            onActivated: header.signInAsked()
        }
        ActKey {
            objectName: "sign-out"
            visible: header.acts.canSignOut && header.place.clerk !== ""
            text: qsTr("Đăng xuất")
            icon: "logout"
            units: 1.7
            anchors.verticalCenter: parent.verticalCenter
            onActivated: header.acts.signOut()
        }
    }

    Row {
        anchors { right: parent.right; rightMargin: Theme.size(2.4); verticalCenter: parent.verticalCenter }
        spacing: Theme.size(1.2)
        Chip {
            visible: header.phase !== "connecting" && header.phase !== "sign-in"
            text: header.isOpen ? qsTr("Đang mở") : header.isPaused ? qsTr("Đang nghỉ") : qsTr("Đang đóng")
            icon: header.isOpen ? "check-circle" : header.isPaused ? "pause-circle" : "close-circle"
            tint: header.isOpen ? Theme.success : header.isPaused ? Theme.warning : Theme.quiet
            anchors.verticalCenter: parent.verticalCenter
        }
        ActKey {
            objectName: "pause"
            visible: header.isOpen
            enabled: header.acts.canPause
            text: qsTr("Tạm nghỉ")
            keyName: "F10"
            units: 1.8
            anchors.verticalCenter: parent.verticalCenter
            onActivated: header.pauseAsked()
        }
        ActKey {
            objectName: "reopen"
            visible: header.isPaused && header.phase !== "paused"
            enabled: header.acts.canOpen
            text: qsTr("Mở lại quầy")
            keyName: "F10"
            units: 1.8
            anchors.verticalCenter: parent.verticalCenter
            onActivated: header.acts.openCounter()
        }
        ActKey {
            objectName: "close"
            visible: header.isOpen || header.isPaused
            enabled: header.acts.canClose
            text: qsTr("Đóng quầy")
            keyName: "F12"
            units: 1.8
            anchors.verticalCenter: parent.verticalCenter
            onActivated: header.acts.closeCounter()
        }
        ActKey {
            objectName: "keys"
            visible: header.phase !== "connecting"
            icon: "keyboard-outline"
            units: 1.8
            implicitWidth: implicitHeight
            Accessible.name: qsTr("Phím tắt")
            anchors.verticalCenter: parent.verticalCenter
            onActivated: header.keysAsked()
        }
        LanguageSwitch {
            language: header.place.language
            anchors.verticalCenter: parent.verticalCenter
            onChosen: language => header.place.useLanguage(language)
        }
        Words {
            text: header.place.clock
            units: 2.8
            font.weight: Font.DemiBold
            lineHeight: 1
            wrapMode: Text.NoWrap
            anchors.verticalCenter: parent.verticalCenter
        }
    }
}
