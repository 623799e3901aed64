pragma ComponentBehavior: Bound
import QtQuick
import Counter

// The console's keyboard and its dialogs, whatever shape the window has. What is behind a dialog waits.
Item {
    id: desk

    required property Console place
    required property Visit visit
    required property Acts acts
    required property HallLists lists
    required property FrontDesk front
    required property Fee fee
    required property HotKeys hotKeys
    required property HelpCalls help
    required property DayReport day
    property string open: ""
    property string about: ""        // whose visit stood here when the dialog opened
    signal tabAsked(string tab)

    readonly property bool free: open === "" && place.phase !== "sign-in"

    // The big key does what stands on it: a closed counter is opened by it.
    function pressBigKey() {
        if (place.phase === "closed" || place.phase === "paused")
            acts.openCounter();
        else
            acts.callNext();
    }

    function pauseOrOpen() {
        if (acts.canOpen)
            acts.openCounter();
        else
            ask("pause", acts.canPause);
    }

    function signInOrOut() {
        if (place.clerk !== "")
            acts.signOut();
        else
            ask("sign-in", acts.canSignIn && place.wantsSignIn);
    }

    function ask(dialog: string, may: bool) {
        if (free && may)
            open = dialog;
    }

    // The keypad has digits and no arrows: digits are typed where a dialog stands, "next" takes what is marked.
    // Without a dialog they begin the search for a number.
    function farKey(key: string) {
        const digit = key.startsWith("digit_") ? key.slice(6) : "";
        if (digit !== "" && free)
            ask("find", true);
        const typing = findDialog.visible ? findDialog : transferDialog.visible ? transferDialog : signInDialog.visible ? signInDialog : null;
        if (digit !== "")
            typing?.digitTyped(digit);
        else if (typing !== null && (key === "next" || key === "sign_in"))
            typing.taken();
        else if (key === "next" && free)
            acts.callNext();
        else if (key === "transfer")
            ask("transfer", acts.canTransfer);
        else if (key === "sign_in")
            ask("sign-in", acts.canSignIn);
    }

    onOpenChanged: about = visit.number

    // Somebody else may call the next from this counter, too: what was meant for one is never done to another.
    Connections {
        target: desk.visit
        function onChanged() {
            if (desk.visit.number !== desk.about && ["park", "transfer", "fee"].includes(desk.open))
                desk.open = "";
        }
    }

    // A dialog whose act is no longer possible has nothing more to say.
    Connections {
        target: desk.acts
        function onChanged() {
            if (!desk.acts.busy && (desk.open === "park" && !desk.acts.canPark || desk.open === "transfer" && !desk.acts.canTransfer || desk.open === "pause" && !desk.acts.canPause))
                desk.open = "";
        }
    }
    Connections {
        target: desk.day
        function onClosed() {
            desk.ask("day", true);
        }
    }
    Connections {
        target: desk.place
        function onKeyPressed(key: string) {
            desk.farKey(key);
        }
        function onPlaceChanged() {
            if (desk.open === "sign-in" && desk.place.clerk !== "")
                desk.open = "";
        }
    }

    component Key: Shortcut {
        autoRepeat: false
    }
    Key {
        enabled: desk.free || desk.open === "day"
        sequence: "F1"
        onActivated: { desk.open = ""; desk.pressBigKey(); }
    }
    Key { enabled: desk.free; sequence: "F2"; onActivated: desk.acts.recall() }
    Key { enabled: desk.free; sequence: "F3"; onActivated: desk.acts.start() }
    Key { enabled: desk.free; sequence: "F4"; onActivated: desk.acts.finish() }
    Key { enabled: desk.free; sequence: "Ctrl+L"; onActivated: desk.ask("fee", desk.fee.can) }
    Key { enabled: desk.free; sequence: "F5"; onActivated: desk.ask("find", true) }
    Key { enabled: desk.free; sequence: "F11"; onActivated: desk.ask("walk-in", desk.acts.canIssue) }
    Key { enabled: desk.free; sequence: "F6"; onActivated: desk.ask("park", desk.acts.canPark) }
    Key { enabled: desk.free; sequence: "F7"; onActivated: desk.ask("transfer", desk.acts.canTransfer) }
    Key { enabled: desk.free; sequence: "F8"; onActivated: desk.acts.requeue() }
    Key { enabled: desk.free; sequence: "F9"; onActivated: desk.acts.markNoShow() }
    Key { enabled: desk.free; sequence: "F10"; onActivated: desk.pauseOrOpen() }
    Key { enabled: desk.free; sequence: "F12"; onActivated: desk.acts.closeCounter() }
    Key { enabled: desk.free; sequence: "Ctrl+Z"; onActivated: desk.acts.undo() }
    Key { enabled: desk.free; sequence: "Ctrl+H"; onActivated: desk.help.answer() }
    Key { enabled: desk.free; sequence: "Ctrl+G"; onActivated: desk.help.ask() }
    Key { enabled: desk.free; sequence: "Ctrl+D"; onActivated: desk.ask("day", true) }
    Key { enabled: desk.free; sequence: "Ctrl+K"; onActivated: desk.ask("keys", true) }
    Key { enabled: desk.free; sequence: "Ctrl+I"; onActivated: desk.signInOrOut() }
    Key { enabled: desk.free; sequence: "Ctrl+1"; onActivated: desk.tabAsked("waiting") }
    Key { enabled: desk.free; sequence: "Ctrl+2"; onActivated: desk.tabAsked("parked") }
    Key { enabled: desk.free; sequence: "Ctrl+3"; onActivated: desk.tabAsked("absent") }
    Key { enabled: desk.free; sequence: "Ctrl+4"; onActivated: desk.tabAsked("served") }

    ParkDialog {
        acts: desk.acts
        number: desk.visit.number
        visible: desk.open === "park"
        onDismissed: desk.open = ""
    }
    PauseDialog {
        acts: desk.acts
        visible: desk.open === "pause"
        onDismissed: desk.open = ""
    }
    TransferDialog {
        id: transferDialog
        acts: desk.acts
        lists: desk.lists
        number: desk.visit.number
        visible: desk.open === "transfer"
        onDismissed: desk.open = ""
    }
    FeeDialog {
        fee: desk.fee
        visible: desk.open === "fee"
        onDismissed: desk.open = ""
    }
    FindDialog {
        id: findDialog
        acts: desk.acts
        front: desk.front
        visible: desk.open === "find"
        onDismissed: desk.open = ""
        onReprintAsked: (ticket, number) => {
            reprintDialog.ticket = ticket;
            reprintDialog.number = number;
            desk.open = "reprint";
        }
        onPriorityAsked: (ticket, number, priority) => {
            priorityDialog.ticket = ticket;
            priorityDialog.number = number;
            priorityDialog.chosen = priority;
            desk.open = "priority";
        }
    }
    ReprintDialog {
        property string ticket: ""
        id: reprintDialog
        kiosks: desk.front.kiosks
        can: desk.acts.canIssue
        visible: desk.open === "reprint"
        onChosen: kiosk => desk.acts.reprint(ticket, kiosk)
        onDismissed: desk.open = ""
    }
    PriorityDialog {
        id: priorityDialog
        acts: desk.acts
        front: desk.front
        visible: desk.open === "priority"
        onDismissed: desk.open = ""
    }
    WalkInDialog {
        acts: desk.acts
        front: desk.front
        visible: desk.open === "walk-in"
        onDismissed: desk.open = ""
    }
    DayDialog {
        day: desk.day
        visible: desk.open === "day"
        onDismissed: desk.open = ""
    }
    KeysDialog {
        hotKeys: desk.hotKeys
        visible: desk.open === "keys"
        onDismissed: desk.open = ""
    }
    SignInDialog {
        id: signInDialog
        acts: desk.acts
        lists: desk.lists
        language: desk.place.language
        visible: desk.open === "sign-in" || desk.place.phase === "sign-in"
        onDismissed: desk.open = ""
    }
}
