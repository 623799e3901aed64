pragma ComponentBehavior: Bound
import QtQuick
import MotCua
import Counter

// The whole hall for whoever leads it: counters at the left, lines and what needs a hand at the right.
Window {
    id: window

    required property Supervisor hall
    required property HallActs acts
    required property AuditTrail trail
    required property HelpCalls help

    readonly property string page: hall.page
    property string dialog: ""
    property string chosenKey: ""
    property string chosenNumber: ""

    function ask(name: string) {
        if (acts.can)
            dialog = name;
    }

    width: 1280
    height: 800
    visible: false
    color: Theme.paper
    title: qsTr("Giám sát – Một Cửa")

    Binding { target: Theme; property: "shorterSide"; value: Math.max(480, Math.min(window.height, window.width / 1.55)) }

    HallHeader {
        id: header
        enabled: window.dialog === ""
        hall: window.hall
        acts: window.acts
        anchors { left: parent.left; right: parent.right; top: parent.top }
        onCloseAsked: window.ask("close-day")
        onBroadcastAsked: window.ask("broadcast")
        onAuditAsked: window.ask("audit")
    }
    HelpBanner {
        id: helpBanner
        help: window.help
        anchors { left: parent.left; right: parent.right; top: header.bottom }
    }
    AwayBanner {
        id: banner
        objectName: "away"
        away: !window.hall.online && window.page !== "connecting" && window.hall.hindrance === ""
        since: window.hall.awaySince
        units: 2.2
        anchors { left: parent.left; right: parent.right; top: helpBanner.bottom }
    }
    Words {
        visible: window.page === "connecting"
        anchors.centerIn: parent
        text: qsTr("Đang kết nối với máy chủ hàng đợi…")
        units: 3.6
        font.weight: Font.Bold
    }
    Item {
        id: floor
        enabled: window.dialog === ""        // nor does Tab lead behind a dialog
        visible: window.page !== "connecting"
        anchors { left: parent.left; right: parent.right; top: banner.bottom; bottom: parent.bottom; margins: Theme.size(2) }

        readonly property real split: Math.round(width * 0.55)

        HallPlaces {
            hall: window.hall
            width: floor.split
            anchors { left: parent.left; top: parent.top; bottom: notice.visible ? notice.top : parent.bottom; bottomMargin: notice.visible ? Theme.size(1) : 0 }
            onChosen: (key, number) => { window.chosenKey = key; window.chosenNumber = number; window.ask("assign"); }
        }
        HallNotice {
            id: notice
            acts: window.acts
            language: window.hall.language
            width: floor.split
            anchors { left: parent.left; bottom: parent.bottom }
        }
        HallLines {
            id: lines
            hall: window.hall
            height: Math.min(wanted, floor.height * 0.46)
            anchors { left: parent.left; leftMargin: floor.split + Theme.size(2); right: parent.right; top: parent.top }
        }
        HallTabs {
            hall: window.hall
            acts: window.acts
            onReprintAsked: (key, number) => { window.chosenKey = key; window.chosenNumber = number; window.ask("reprint"); }
            anchors { left: lines.left; right: parent.right; top: lines.bottom; topMargin: Theme.size(1.6); bottom: parent.bottom }
        }
    }
    AssignDialog {
        hall: window.hall
        acts: window.acts
        counter: window.chosenKey
        number: window.chosenNumber
        visible: window.dialog === "assign"
        onDismissed: window.dialog = ""
    }
    BroadcastDialog {
        hall: window.hall
        acts: window.acts
        visible: window.dialog === "broadcast"
        onDismissed: window.dialog = ""
    }
    AuditDialog {
        trail: window.trail
        language: window.hall.language
        visible: window.dialog === "audit"
        onDismissed: window.dialog = ""
    }
    ReprintDialog {
        kiosks: window.hall.kiosks
        can: window.acts.can
        number: window.chosenNumber
        visible: window.dialog === "reprint"
        onChosen: kiosk => window.acts.reprint(window.chosenKey, window.chosenNumber, kiosk)
        onDismissed: window.dialog = ""
    }
    Shortcut {
        sequence: "Ctrl+H"
        autoRepeat: false
        enabled: window.dialog === ""
        onActivated: window.help.answer()
    }
    CloseDayDialog {
        acts: window.acts
        waiting: window.hall.waitingCount
        visible: window.dialog === "close-day"
        onDismissed: window.dialog = ""
    }
    HindrancePage {
        outlook: window.hall
        units: 2.2
        anchors { left: parent.left; right: parent.right; top: header.bottom; bottom: parent.bottom }
    }
}
