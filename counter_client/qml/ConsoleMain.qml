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

    readonly property string page: place.phase
    readonly property string ticketNumber: visit.number
    property string dialog: ""
    readonly property bool free: dialog === "" && page !== "sign-in"

    width: 1280
    height: 800
    visible: false
    color: Theme.paper
    title: qsTr("Quầy %1 – Một Cửa").arg(place.number)

    // The big key does what stands on it: a closed counter is opened by it.
    function openFirst() {
        if (page === "closed" || page === "paused")
            acts.openCounter();
    }

    // A clerk's screen may be narrow (5:4): sizes follow whichever side is the tighter.
    Binding { target: Theme; property: "shorterSide"; value: Math.max(480, Math.min(window.height, window.width / 1.55)) }

    // A dialog whose act is no longer possible has nothing more to say.
    Connections {
        target: window.acts
        function onChanged() {
            if (!window.acts.busy && (window.dialog === "park" && !window.acts.canPark || window.dialog === "transfer" && !window.acts.canTransfer || window.dialog === "pause" && !window.acts.canPause))
                window.dialog = "";
        }
    }
    Connections {
        target: window.place
        function onDialogAsked(name: string) {
            if (window.free && (name === "sign-in" && window.acts.canSignIn || name === "transfer" && window.acts.canTransfer))
                window.dialog = name;
        }
        function onPlaceChanged() {
            if (window.dialog === "sign-in" && window.place.clerk !== "")
                window.dialog = "";
        }
    }

    component Key: Shortcut {
        autoRepeat: false
    }
    Key { enabled: window.free; sequence: "F1"; onActivated: window.acts.canCallNext ? window.acts.callNext() : window.openFirst() }
    Key { enabled: window.free; sequence: "F2"; onActivated: window.acts.recall() }
    Key { enabled: window.free; sequence: "F3"; onActivated: window.acts.start() }
    Key { enabled: window.free; sequence: "F4"; onActivated: window.acts.finish() }
    Key { enabled: window.free; sequence: "F6"; onActivated: if (window.acts.canPark) window.dialog = "park" }
    Key { enabled: window.free; sequence: "F7"; onActivated: if (window.acts.canTransfer) window.dialog = "transfer" }
    Key { enabled: window.free; sequence: "F8"; onActivated: window.acts.requeue() }
    Key { enabled: window.free; sequence: "F9"; onActivated: window.acts.markNoShow() }
    Key { enabled: window.free; sequence: "F10"; onActivated: { if (window.acts.canOpen) window.acts.openCounter(); else if (window.acts.canPause) window.dialog = "pause"; } }
    Key { enabled: window.free; sequence: "F12"; onActivated: window.acts.closeCounter() }
    Key { enabled: window.free; sequence: "Ctrl+Z"; onActivated: window.acts.undo() }
    Key { enabled: window.free; sequence: "Ctrl+1"; onActivated: people.shown = "waiting" }
    Key { enabled: window.free; sequence: "Ctrl+2"; onActivated: people.shown = "parked" }
    Key { enabled: window.free; sequence: "Ctrl+3"; onActivated: people.shown = "absent" }
    Key { enabled: window.free; sequence: "Ctrl+4"; onActivated: people.shown = "served" }

    Header {
        id: header
        place: window.place
        acts: window.acts
        anchors { left: parent.left; right: parent.right; top: parent.top }
        onPauseAsked: window.dialog = "pause"
        onSignInAsked: window.dialog = "sign-in"
    }
    AwayBanner {
        id: banner
        objectName: "away"
        away: !window.place.online && window.page !== "connecting"
        since: window.place.awaySince
        units: 2.2
        anchors { left: parent.left; right: parent.right; top: header.bottom }
    }
    Item {
        id: floor
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
            onParkAsked: window.dialog = "park"
            onTransferAsked: window.dialog = "transfer"
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
            anchors { left: lines.left; right: parent.right; top: lines.bottom; topMargin: Theme.size(1.6); bottom: parent.bottom }
        }
    }

    ParkDialog {
        acts: window.acts
        number: window.visit.number
        visible: window.dialog === "park"
        onDismissed: window.dialog = ""
    }
    PauseDialog {
        acts: window.acts
        visible: window.dialog === "pause"
        onDismissed: window.dialog = ""
    }
    TransferDialog {
        acts: window.acts
        lists: window.lists
        number: window.visit.number
        visible: window.dialog === "transfer"
        onDismissed: window.dialog = ""
    }
    SignInDialog {
        acts: window.acts
        lists: window.lists
        language: window.place.language
        visible: window.dialog === "sign-in" || window.page === "sign-in"
        onDismissed: window.dialog = ""
    }
}
