import QtQuick
import MotCua
import Counter

// The console as a narrow strip that stays above other windows, beside the clerk's own work.
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

    width: 380
    height: 900
    visible: false
    flags: Qt.Window | Qt.WindowStaysOnTopHint
    color: Theme.paper
    title: qsTr("Quầy %1 – Một Cửa").arg(place.number)

    // Everything is sized by the strip's width: 48 units, or less where it is low.
    Binding { target: Theme; property: "shorterSide"; value: Math.min(window.width * 108 / 48, window.height * 108 / 104) }

    StripHeader {
        id: header
        enabled: dialogs.free
        place: window.place
        acts: window.acts
        anchors { left: parent.left; right: parent.right; top: parent.top }
        onPauseAsked: dialogs.ask("pause", window.acts.canPause)
    }
    HelpBanner {
        id: helpBanner
        help: window.help
        units: 1.8
        anchors { left: parent.left; right: parent.right; top: header.bottom }
    }
    AwayBanner {
        id: banner
        objectName: "away"
        away: !window.place.online && window.page !== "connecting" && window.place.hindrance === ""
        since: window.place.awaySince
        units: 1.7
        anchors { left: parent.left; right: parent.right; top: helpBanner.bottom }
    }
    Item {
        id: floor
        enabled: dialogs.free
        anchors { left: parent.left; right: parent.right; top: banner.bottom; bottom: parent.bottom; margins: Theme.size(1.4) }

        StripVisit {
            id: visitCard
            place: window.place
            visit: window.visit
            anchors { left: parent.left; right: parent.right; top: parent.top }
        }
        NoticeBar {
            id: notice
            acts: window.acts
            language: window.place.language
            anchors { left: parent.left; right: parent.right; top: visitCard.bottom; topMargin: Theme.size(0.8) }
        }
        ActBar {
            id: keys
            columns: 2
            place: window.place
            acts: window.acts
            anchors { left: parent.left; right: parent.right; top: notice.bottom; topMargin: Theme.size(0.8) }
            fee: window.fee
            onFeeAsked: dialogs.ask("fee", window.fee.can)
            onParkAsked: dialogs.ask("park", window.acts.canPark)
            onTransferAsked: dialogs.ask("transfer", window.acts.canTransfer)
        }
        PeopleCard {
            id: people
            lists: window.lists
            acts: window.acts
            visible: height > Theme.size(16)
            known: window.page !== "connecting"
            onFindAsked: dialogs.ask("find", true)
            onIssueAsked: dialogs.ask("walk-in", window.acts.canIssue)
            anchors { left: parent.left; right: parent.right; top: keys.bottom; topMargin: Theme.size(1.4); bottom: parent.bottom }
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
        units: 1.7
        anchors { left: parent.left; right: parent.right; top: header.bottom; bottom: parent.bottom }
    }
}
