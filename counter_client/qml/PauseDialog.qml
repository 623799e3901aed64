pragma ComponentBehavior: Bound
import QtQuick
import MotCua
import Counter

// Pause the counter; the reason stands on the lobby's board.
Overlay {
    id: dialog

    required property Acts acts

    // The board in the lobby speaks Vietnamese, whatever the clerk's language is.
    readonly property var reasons: [
        { send: "Nghỉ giải lao", text: qsTr("Nghỉ giải lao") },
        { send: "Nghỉ trưa", text: qsTr("Nghỉ trưa") },
        { send: "Họp", text: qsTr("Họp") },
        { send: "Hỗ trợ quầy khác", text: qsTr("Hỗ trợ quầy khác") },
        { send: "Xử lý hồ sơ", text: qsTr("Xử lý hồ sơ") },
        { send: "Sự cố thiết bị", text: qsTr("Sự cố thiết bị") }
    ]

    title: qsTr("Tạm nghỉ vì")
    boxWidth: Theme.size(84)
    boxHeight: Theme.size(compact ? 66 : 41)
    onVisibleChanged: if (visible) { other.text = ""; dialog.forceActiveFocus(); }
    Keys.onDigit1Pressed: choose(0)
    Keys.onDigit2Pressed: choose(1)
    Keys.onDigit3Pressed: choose(2)
    Keys.onDigit4Pressed: choose(3)
    Keys.onDigit5Pressed: choose(4)
    Keys.onDigit6Pressed: choose(5)

    function choose(index: int) {
        pause(dialog.reasons[index].send);
    }

    function pause(reason: string) {
        if (!dialog.acts.canPause)
            return;
        dialog.acts.pauseCounter(reason);
        dialog.dismissed();
    }

    Grid {
        id: choices
        width: parent.width
        columns: dialog.compact ? 1 : 2
        spacing: Theme.size(1.1)
        Repeater {
            model: dialog.reasons.length
            ActKey {
                required property int index
                objectName: "pause-reason-" + index
                width: (choices.width - choices.spacing * (choices.columns - 1)) / choices.columns
                text: dialog.reasons[index].text
                units: dialog.compact ? 1.8 : 2.1
                keyName: index + 1
                onActivated: dialog.choose(index)
            }
        }
    }
    Field {
        id: other
        objectName: "pause-reason"
        hint: qsTr("Lý do khác, sẽ hiện trên bảng ở sảnh")
        maximumLength: 80
        anchors { left: parent.left; right: confirm.left; rightMargin: Theme.size(1.1); bottom: parent.bottom }
        onAccepted: if (text.trim() !== "") dialog.pause(text)
    }
    ActKey {
        id: confirm
        objectName: "confirm-pause"
        enabled: other.text.trim() !== ""
        text: qsTr("Tạm nghỉ")
        look: "primary"
        height: other.height
        anchors { right: parent.right; bottom: parent.bottom }
        onActivated: dialog.pause(other.text)
    }
}
