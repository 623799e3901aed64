pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import MotCua

// The pad before the staff screen; what is typed is never shown.
Card {
    id: pad

    required property StaffModel staff
    readonly property var door: staff.props
    readonly property bool resting: door.door === "checking" || door.waitS > 0
    readonly property real gap: 1.6 * Theme.u
    readonly property real side: Math.max(Theme.touch, 13 * Theme.u)

    width: 3 * side + 2 * gap + 8 * Theme.u
    height: column.implicitHeight + 8 * Theme.u

    Column {
        id: column
        anchors { left: parent.left; right: parent.right; top: parent.top; margins: 4 * Theme.u }
        spacing: 2 * Theme.u
        Words {
            width: parent.width
            text: qsTr("Mã PIN của nhân viên")
            units: 3.2 / Theme.textScale
            lineHeight: 1.1
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
        }
        Item {
            width: parent.width
            height: 4 * Theme.u
            Row {
                anchors.centerIn: parent
                spacing: 1 * Theme.u
                visible: !words.visible
                Repeater {
                    model: Math.max(4, pad.door.digits)
                    Rectangle {
                        required property int index
                        readonly property bool filled: index < pad.door.digits
                        width: 2.2 * Theme.u
                        height: width
                        radius: width / 2
                        color: filled ? Theme.brand : "transparent"
                        border.width: Theme.border
                        border.color: Theme.brand
                    }
                }
            }
            Words {
                id: words
                objectName: "pin-words"
                anchors.centerIn: parent
                width: parent.width
                visible: text !== ""
                text: pad.door.door === "checking" ? qsTr("Đang kiểm tra…")
                    : pad.door.waitS > 0 ? qsTr("Sai mã. Chờ %1 giây.").arg(pad.door.waitS)
                    : pad.door.wasWrong ? qsTr("Sai mã. Mời nhập lại.") : ""
                units: 2.8 / Theme.textScale
                lineHeight: 1
                font.weight: Font.DemiBold
                horizontalAlignment: Text.AlignHCenter
                color: Theme.danger
            }
        }
        Grid {
            columns: 3
            spacing: pad.gap
            Repeater {
                model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "backspace", "0", "enter"]
                TouchArea {
                    id: key
                    required property string modelData
                    readonly property bool words_: modelData.length > 1
                    objectName: "pin-" + modelData
                    width: pad.side
                    height: Math.max(Theme.touch, 10 * Theme.u)
                    usable: !pad.resting
                    primary: modelData === "enter"
                    text: modelData === "enter" ? qsTr("Mở") : modelData === "backspace" ? qsTr("Xóa") : modelData
                    onActivated: pad.staff.keyPressed(modelData)
                    Words {
                        anchors.centerIn: parent
                        text: key.text
                        units: (key.words_ ? 3 : 4.4) / Theme.textScale
                        lineHeight: 1
                        font.weight: Font.Bold
                        color: key.words
                    }
                }
            }
        }
        BigButton {
            objectName: "pin-leave"
            width: parent.width
            height: Math.max(Theme.touch, 9 * Theme.u)
            units: 3 / Theme.textScale
            icon: "arrow-left"
            text: qsTr("Quay lại")
            onActivated: pad.staff.keyPressed("leave")
        }
    }
}
