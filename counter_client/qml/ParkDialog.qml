pragma ComponentBehavior: Bound
import QtQuick
import MotCua
import Counter

// Set the visit aside, with a word on why.
Overlay {
    id: dialog

    required property Acts acts
    required property string number

    title: qsTr("Tạm gác %1").arg(number)
    boxHeight: Theme.size(compact ? 42 : 36)
    onVisibleChanged: if (visible) { note.text = ""; note.take(); }

    function confirm() {
        if (!dialog.acts.canPark)
            return;
        dialog.acts.park(note.text);
        dialog.dismissed();
    }

    Field {
        id: note
        objectName: "note"
        width: parent.width
        hint: qsTr("Ghi chú: đang chờ gì? (không bắt buộc)")
        maximumLength: 200
        onAccepted: dialog.confirm()
    }
    Flow {
        width: parent.width
        spacing: Theme.size(0.9)
        anchors { top: note.bottom; topMargin: Theme.size(1.4) }
        Repeater {
            model: [qsTr("Đi phô tô"), qsTr("Bổ sung giấy tờ"), qsTr("Nộp lệ phí"), qsTr("Chờ xác minh")]
            ActKey {
                required property string modelData
                text: modelData
                units: 1.8
                onActivated: { note.text = modelData; note.take(); }
            }
        }
    }
    ActKey {
        objectName: "confirm-park"
        text: qsTr("Tạm gác")
        keyName: "Enter"
        icon: "pause"
        look: "primary"
        anchors { right: parent.right; bottom: parent.bottom }
        onActivated: dialog.confirm()
    }
}
