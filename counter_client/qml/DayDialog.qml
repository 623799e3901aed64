pragma ComponentBehavior: Bound
import QtQuick
import MotCua
import Counter

// The clerk's own day in figures; on paper where the counter has a printer.
Overlay {
    id: dialog

    required property DayReport day

    leaveText: qsTr("Đóng")
    title: qsTr("Hôm nay của bạn")
    boxWidth: Theme.size(64)
    boxHeight: Theme.size(14 + 4.4 * list.count + (day.prints ? 15 : 0))
    onVisibleChanged: if (visible) { dialog.day.open(); dialog.forceActiveFocus(); }
    Keys.onReturnPressed: if (dialog.day.prints && dialog.day.state !== "printing") dialog.day.print(); else dialog.dismissed()

    ListView {
        id: list
        objectName: "day-figures"
        interactive: false
        width: parent.width
        height: count * Theme.size(4.4)
        model: dialog.day.rows
        delegate: Item {
            id: row
            required property string key
            required property string text
            width: ListView.view.width
            height: Theme.size(4.4)
            Words {
                text: Meanings.figure(row.key)
                units: 2
                lineHeight: 1
                color: Theme.quiet
                wrapMode: Text.NoWrap
                anchors { left: parent.left; verticalCenter: parent.verticalCenter }
            }
            Words {
                objectName: "day-" + row.key
                text: Meanings.figureText(row.key, row.text)
                units: 2.2
                lineHeight: 1
                font.weight: Font.Bold
                wrapMode: Text.NoWrap
                anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            }
            Rectangle {
                anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
                height: Math.max(1, Theme.border * 0.5)
                color: Theme.line
            }
        }
    }
    Words {
        objectName: "day-paper"
        visible: dialog.day.prints
        text: dialog.day.state === "printing" ? qsTr("Đang in…")
            : dialog.day.state === "printed" ? qsTr("Đã in xong")
            : dialog.day.state === "failed" ? qsTr("Chưa in được; hãy xem máy in rồi in lại.")
            : dialog.day.state === "unknown" ? qsTr("Không rõ đã in hết chưa; hãy xem tờ giấy trước khi in lại.") : ""
        units: 1.8
        lineHeight: 1.2
        color: dialog.day.state === "failed" || dialog.day.state === "unknown" ? Theme.warning : dialog.day.state === "printed" ? Theme.success : Theme.quiet
        maximumLineCount: 2
        horizontalAlignment: Text.AlignRight
        anchors { left: parent.left; right: parent.right; bottom: paper.top; bottomMargin: Theme.size(0.8) }
    }
    ActKey {
        id: paper
        objectName: "day-print"
        visible: dialog.day.prints
        enabled: dialog.day.state !== "printing"
        text: qsTr("In báo cáo cuối buổi")
        icon: dialog.compact ? "" : "printer"
        keyName: dialog.compact ? "" : "Enter"
        units: dialog.compact ? 1.8 : 2.1
        look: "primary"
        anchors { right: parent.right; bottom: parent.bottom }
        onActivated: dialog.day.print()
    }
}
