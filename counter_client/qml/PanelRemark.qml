import QtQuick
import MotCua
import Counter

// A few words of the citizen's own after a low mark, typed on the panel.
Item {
    id: page

    required property Panel panel

    Words {
        id: heading
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Quý khách muốn góp ý điều gì?")
        units: 5
        font.weight: Font.Bold
        lineHeight: 1.2
        anchors { top: parent.top; topMargin: Theme.size(2) }
    }
    Rectangle {
        radius: Theme.corner
        color: Theme.surface
        border.width: Theme.border
        border.color: Theme.brand
        clip: true
        anchors { left: parent.left; right: parent.right; top: heading.bottom; topMargin: Theme.size(1.4); bottom: board.top; bottomMargin: Theme.size(1.8) }
        Words {
            id: typed
            objectName: "remark"
            readonly property bool empty: page.panel.remark === ""
            text: empty ? qsTr("Không bắt buộc. Xin đừng viết họ tên hay số giấy tờ.") : page.panel.remark + "|"
            units: 3.2
            color: empty ? Theme.quiet : Theme.ink
            verticalAlignment: height > implicitHeight ? Text.AlignTop : Text.AlignBottom
            anchors { fill: parent; margins: Theme.size(1.8) }
        }
    }
    Keyboard {
        id: board
        height: implicitHeight
        anchors { left: parent.left; right: parent.right; bottom: keys.top; bottomMargin: Theme.size(1.8) }
        onPressed: key => page.panel.pressKey(key)
    }
    Row {
        id: keys
        spacing: Theme.size(2)
        anchors { left: parent.left; right: parent.right; bottom: time.top; bottomMargin: Theme.size(1.4) }
        TouchButton {
            id: back
            objectName: "remark-back"
            width: (parent.width - parent.spacing) * 0.32
            units: 3.6
            implicitHeight: Theme.touch
            text: qsTr("Quay lại")
            onActivated: page.panel.back()
        }
        TouchButton {
            objectName: "remark-send"
            width: parent.width - back.width - parent.spacing
            units: 3.6
            implicitHeight: Theme.touch
            text: qsTr("Gửi")
            primary: true
            onActivated: page.panel.send()
        }
    }
    TimeLeft {
        id: time
        panel: page.panel
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; bottomMargin: Theme.size(1.6) }
    }
}
