pragma ComponentBehavior: Bound
import QtQuick

// The on-screen keyboard: Vietnamese with a visible row of tones, or the letters and digits of a code.
// Sends characters and the names space, backspace, clear, sac, huyen, hoi, nga, nang; what they do is the page's.
Item {
    id: keyboard

    property bool code: false
    property bool digits: false
    property bool upper: code
    signal pressed(string key)

    readonly property real gap: 0.8 * Theme.u
    readonly property var rows: code ? codeRows : digits ? digitRows : letterRows
    readonly property var tones: [
        { key: "sac", label: qsTr("á  sắc"), span: 2 }, { key: "huyen", label: qsTr("à  huyền"), span: 2 },
        { key: "hoi", label: qsTr("ả  hỏi"), span: 2 }, { key: "nga", label: qsTr("ã  ngã"), span: 2 },
        { key: "nang", label: qsTr("ạ  nặng"), span: 2 }
    ]
    readonly property var letterRows: [
        plain("qwertyuiop"), plain("asdfghjkl").concat([backspace]),
        plain("zxcvbnm").concat([{ key: "space", label: qsTr("dấu cách"), span: 3 }]),
        plain("ăâđêôơư").concat([{ key: "digits", label: "123", span: 1.5 }, { key: "clear", label: qsTr("Xóa hết"), span: 1.5 }]),
        tones
    ]
    readonly property var digitRows: [
        plain("1234567890"), plain(".-/").concat([{ key: "space", label: qsTr("dấu cách"), span: 3 }, { key: "digits", label: "abc", span: 1.5 }, { key: "clear", label: qsTr("Xóa hết"), span: 1.5 }, backspace])
    ]
    readonly property var codeRows: [
        plain("1234567890"), plain("qwertyuiop"), plain("asdfghjkl").concat([backspace]),
        plain("zxcvbnm.-").concat([{ key: "clear", icon: "close", label: qsTr("Xóa hết"), span: 1 }])
    ]
    readonly property var backspace: ({ key: "backspace", icon: "backspace-outline", label: qsTr("Xóa"), span: 1 })

    function plain(letters: string): var {
        return Array.from(letters).map(letter => ({ key: letter, label: letter, span: 1 }));
    }
    function send(key: string) {
        if (key === "digits")
            digits = !digits;
        else
            pressed(key);
    }

    implicitHeight: 5 * Theme.touch + 4 * gap

    Column {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        spacing: keyboard.gap
        Repeater {
            model: keyboard.rows
            Row {
                id: row
                required property var modelData
                readonly property real spans: modelData.reduce((sum, one) => sum + one.span, 0)
                readonly property real unit: (keyboard.width - keyboard.gap * 9) / 10
                readonly property real keyHeight: Math.max(Theme.touch, (keyboard.height - keyboard.gap * (keyboard.rows.length - 1)) / Math.max(4, keyboard.rows.length))
                spacing: keyboard.gap
                anchors.horizontalCenter: parent?.horizontalCenter
                Repeater {
                    model: row.modelData
                    KeyboardKey {
                        required property var modelData
                        key: modelData.key
                        label: keyboard.upper ? modelData.label.toUpperCase() : modelData.label
                        icon: modelData.icon ?? ""
                        hint: modelData.span === 1 ? "" : modelData.label
                        width: row.unit * modelData.span + keyboard.gap * (modelData.span - 1)
                        height: row.keyHeight
                        onActivated: keyboard.send(modelData.key)
                    }
                }
            }
        }
    }
}
