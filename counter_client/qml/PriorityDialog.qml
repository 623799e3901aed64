pragma ComponentBehavior: Bound
import QtQuick
import MotCua
import Counter

// Give, change or take back a priority; the reason in words stays in the log.
Overlay {
    id: dialog

    required property Acts acts
    required property FrontDesk front
    property string ticket: ""
    property string number: ""
    property string chosen: ""

    title: qsTr("Diện ưu tiên của %1").arg(number)
    boxHeight: Theme.size(25) + list.contentHeight
    onVisibleChanged: if (visible) { note.text = ""; note.take(); }

    function confirm() {
        if (note.text.trim() === "" || !dialog.acts.canSetPriority)
            return;
        dialog.acts.setPriority(dialog.ticket, dialog.chosen, note.text);
        dialog.dismissed();
    }

    ListView {
        id: list
        clip: true
        spacing: Theme.size(0.6)
        boundsBehavior: Flickable.StopAtBounds
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: note.top; bottomMargin: Theme.size(1.2) }
        model: dialog.front.priorities
        delegate: ActKey {
            required property string key
            required property string name
            objectName: "reason-" + key
            width: ListView.view.width
            units: dialog.compact ? 1.45 : 1.8
            text: key === "" ? qsTr("Không ưu tiên") : name
            icon: dialog.chosen === key ? "radiobox-marked" : "radiobox-blank"
            look: dialog.chosen === key ? "suggested" : "plain"
            onActivated: { dialog.chosen = key; note.take(); }
        }
    }
    ScrollMark { view: list }
    Field {
        id: note
        objectName: "priority-note"
        hint: qsTr("Căn cứ, ví dụ: đã xem căn cước")
        maximumLength: 200
        anchors { left: parent.left; right: enter.left; rightMargin: Theme.size(1.1); bottom: parent.bottom }
        onAccepted: dialog.confirm()
    }
    ActKey {
        id: enter
        objectName: "confirm-priority"
        enabled: note.text.trim() !== "" && dialog.acts.canSetPriority
        text: qsTr("Ghi")
        keyName: dialog.compact ? "" : "Enter"
        look: "primary"
        height: note.height
        anchors { right: parent.right; bottom: parent.bottom }
        onActivated: dialog.confirm()
    }
}
