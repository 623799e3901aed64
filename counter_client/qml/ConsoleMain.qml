pragma ComponentBehavior: Bound
import QtQuick
import MotCua
import Counter

// The clerk's console: the visit and its keys at the left, the lines and the people in them at the right.
Window {
    id: window

    required property Console place
    required property Visit visit
    required property Acts acts
    required property HallLists lists
    required property FrontDesk desk
    required property Fee fee
    required property HotKeys hotKeys
    required property HelpCalls help
    required property DayReport day

    readonly property string page: place.phase
    readonly property string ticketNumber: visit.number
    property alias dialog: dialogs.open

    width: 1280
    height: 800
    visible: false
    color: Theme.paper
    title: qsTr("Quầy %1 – Một Cửa").arg(place.number)

    // A clerk's screen may be narrow (5:4): sizes follow whichever side is the tighter.
    Binding { target: Theme; property: "shorterSide"; value: Math.max(480, Math.min(window.height, window.width / 1.55)) }

    Header {
        id: header
        enabled: dialogs.free
        place: window.place
        acts: window.acts
        anchors { left: parent.left; right: parent.right; top: parent.top }
        onPauseAsked: dialogs.ask("pause", window.acts.canPause)
        onKeysAsked: dialogs.ask("keys", true)
        onSignInAsked: dialogs.ask("sign-in", window.acts.canSignIn)
    }
    HelpBanner {
        id: helpBanner
        help: window.help
        units: 2
        anchors { left: parent.left; right: parent.right; top: header.bottom }
    }
    AwayBanner {
        id: banner
        objectName: "away"
        away: !window.place.online && window.page !== "connecting" && window.place.hindrance === ""
        since: window.place.awaySince
        units: 2.2
        anchors { left: parent.left; right: parent.right; top: helpBanner.bottom }
    }
    Item {
        id: floor
        enabled: dialogs.free        // nor does Tab lead behind a dialog
        anchors { left: parent.left; right: parent.right; top: banner.bottom; bottom: parent.bottom; margins: Theme.size(2) }

        readonly property real split: Math.round(width * 0.57)

        VisitCard {
            place: window.place
            visit: window.visit
            width: floor.split
            anchors { left: parent.left; top: parent.top; bottom: notice.top; bottomMargin: Theme.size(1) }
        }
        NoticeBar {
            id: notice
            acts: window.acts
            language: window.place.language
            width: floor.split
            anchors { left: parent.left; bottom: keys.top; bottomMargin: Theme.size(1) }
        }
        ActBar {
            id: keys
            place: window.place
            acts: window.acts
            width: floor.split
            anchors { left: parent.left; bottom: parent.bottom }
            fee: window.fee
            onFeeAsked: dialogs.ask("fee", window.fee.can)
            onParkAsked: dialogs.ask("park", window.acts.canPark)
            onTransferAsked: dialogs.ask("transfer", window.acts.canTransfer)
        }
        LinesCard {
            id: lines
            lists: window.lists
            place: window.place
            height: Math.min(wanted, floor.height * 0.42)
            anchors { left: parent.left; leftMargin: floor.split + Theme.size(2); right: parent.right; top: parent.top }
        }
        PeopleCard {
            id: people
            lists: window.lists
            acts: window.acts
            known: window.page !== "connecting"
            onFindAsked: dialogs.ask("find", true)
            onIssueAsked: dialogs.ask("walk-in", window.acts.canIssue)
            anchors { left: lines.left; right: parent.right; top: lines.bottom; topMargin: Theme.size(1.6); bottom: parent.bottom }
        }
    }

    ConsoleDialogs {
        id: dialogs
        place: window.place
        visit: window.visit
        acts: window.acts
        lists: window.lists
        front: window.desk
        fee: window.fee
        hotKeys: window.hotKeys
        help: window.help
        day: window.day
        anchors.fill: parent
        onTabAsked: tab => people.shown = tab
    }
    HindrancePage {
        outlook: window.place
        units: 2.2
        anchors { left: parent.left; right: parent.right; top: header.bottom; bottom: parent.bottom }
    }
}
