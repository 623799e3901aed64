import QtQuick
import MotCua
import Counter

// The end of the day cannot be taken back, so it is asked about once.
Overlay {
    id: dialog

    required property HallActs acts
    required property int waiting

    title: qsTr("Kết thúc ngày làm việc?")
    boxHeight: Theme.size(34)

    Words {
        width: parent.width
        text: dialog.waiting > 0 ? qsTr("Mọi quầy sẽ đóng; %n người còn chờ sẽ hết lượt và phải lấy số mới vào ngày sau.", "", dialog.waiting) : qsTr("Mọi quầy sẽ đóng. Không còn ai chờ.")
        units: 2.2
    }
    ActKey {
        objectName: "confirm-close-day"
        enabled: dialog.acts.can
        text: qsTr("Kết thúc ngày")
        look: "danger"
        anchors { right: parent.right; bottom: parent.bottom }
        onActivated: { dialog.acts.closeDay(); dialog.dismissed(); }
    }
}
