pragma ComponentBehavior: Bound
import QtQuick
import MotCua
import Counter

// Which key does what, here and while another program has the keyboard; and what of that this desktop allows.
Overlay {
    id: dialog

    required property HotKeys hotKeys

    readonly property bool wide: width > Theme.size(80)
    readonly property var keys: [
        ["F1", qsTr("Mở quầy, gọi tiếp")], ["F2", qsTr("Gọi lại")], ["F3", qsTr("Bắt đầu")], ["F4", qsTr("Hoàn thành")],
        ["F5", qsTr("Tìm theo số")], ["F6", qsTr("Tạm gác")], ["F7", qsTr("Chuyển")], ["F8", qsTr("Về hàng chờ")],
        ["F9", qsTr("Vắng mặt")], ["F10", qsTr("Tạm nghỉ, mở lại")], ["F11", qsTr("Cấp số tại quầy")], ["F12", qsTr("Đóng quầy")],
        ["Ctrl+L", qsTr("Lệ phí")], ["Ctrl+Z", qsTr("Hoàn tác")], ["Ctrl+G", qsTr("Gọi người giúp")], ["Ctrl+H", qsTr("Đến giúp nơi đang gọi")],
        ["Ctrl+D", qsTr("Hôm nay của tôi")], ["Ctrl+1…4", qsTr("Đổi danh sách")],
        ["Ctrl+I", qsTr("Đăng nhập, đăng xuất")]
    ]

    title: qsTr("Phím tắt")
    leaveText: qsTr("Đóng")
    boxWidth: Theme.size(78)
    boxHeight: Theme.size(wide ? 66 : 98)

    Grid {
        id: own
        columns: dialog.wide ? 2 : 1
        width: parent.width
        flow: Grid.TopToBottom
        rows: Math.ceil(dialog.keys.length / columns)
        Repeater {
            model: dialog.keys.length
            Item {
                id: line
                required property int index
                width: own.width / own.columns
                height: Theme.size(dialog.wide ? 3.6 : 3.25)
                KeyCap {
                    id: cap
                    text: dialog.keys[line.index][0]
                    units: 1.6
                    anchors { left: parent.left; verticalCenter: parent.verticalCenter }
                }
                Words {
                    text: dialog.keys[line.index][1]
                    units: 1.9
                    lineHeight: 1
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                    anchors { left: parent.left; leftMargin: Theme.size(10); right: parent.right; verticalCenter: parent.verticalCenter }
                }
            }
        }
    }
    Rectangle {
        id: rule
        anchors { left: parent.left; right: parent.right; top: own.bottom; topMargin: Theme.size(1.6) }
        height: Math.max(1, Theme.border * 0.5)
        color: Theme.line
    }
    Words {
        id: heading
        width: parent.width
        text: qsTr("Khi dùng chương trình khác")
        units: 2.1
        font.weight: Font.Bold
        anchors { top: rule.bottom; topMargin: Theme.size(1.6) }
    }
    Column {
        width: parent.width
        anchors { top: heading.bottom; topMargin: Theme.size(0.6) }
        Repeater {
            model: dialog.hotKeys.rows
            Item {
                id: hot
                required property string key
                required property string chord
                required property string standing
                width: parent?.width ?? 0
                height: Theme.size(dialog.wide ? 3.8 : 5.4)
                KeyCap {
                    visible: hot.chord !== ""
                    text: hot.chord.replace("Meta", "Win")
                    units: 1.6
                    anchors { left: parent.left; top: parent.top; topMargin: Theme.size(0.6) }
                }
                Words {
                    id: act
                    text: hot.key === "next" ? qsTr("Gọi tiếp") : hot.key === "recall" ? qsTr("Gọi lại") : qsTr("Hoàn thành")
                    units: 1.9
                    lineHeight: 1
                    wrapMode: Text.NoWrap
                    anchors { left: parent.left; leftMargin: Theme.size(10); top: parent.top; topMargin: Theme.size(0.9) }
                }
                Words {
                    objectName: "hot-" + hot.key
                    text: Meanings.hotKey(hot.standing)
                    units: dialog.wide ? 1.8 : 1.5
                    lineHeight: 1
                    color: hot.standing === "works" ? Theme.success : hot.standing === "off" ? Theme.quiet : Theme.warning
                    horizontalAlignment: dialog.wide ? Text.AlignRight : Text.AlignLeft
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                    anchors {
                        left: dialog.wide ? act.right : act.left
                        leftMargin: dialog.wide ? Theme.size(2) : 0
                        right: parent.right
                        top: dialog.wide ? act.top : act.bottom
                        topMargin: dialog.wide ? 0 : Theme.size(0.5)
                    }
                }
            }
        }
    }
}
