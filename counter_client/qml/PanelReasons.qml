pragma ComponentBehavior: Bound
import QtQuick
import MotCua
import Counter

// After a low mark: what should be better. Choosing is optional.
Item {
    id: page

    required property Panel panel
    property bool upright: false

    Column {
        id: words
        width: parent.width
        anchors { top: parent.top; topMargin: Theme.size(5) }
        spacing: Theme.size(1)
        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Chúng tôi cần làm tốt hơn điều gì?")
            units: page.upright ? 5 : 6
            font.weight: Font.Bold
            lineHeight: 1.2
        }
        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Có thể chọn nhiều, hoặc không chọn")
            units: 3.4
            color: Theme.quiet
        }
    }
    Item {
        anchors { left: parent.left; right: parent.right; top: words.bottom; bottom: keys.top }
        Grid {
            id: grid
            columns: page.upright ? 1 : 2
            spacing: Theme.size(2)
            width: parent.width
            anchors.centerIn: parent
            Repeater {
                model: page.panel.reasons
                ReasonButton {
                    id: chip
                    width: page.upright ? grid.width : (grid.width - grid.spacing) / 2
                    onPicked: page.panel.toggleReason(chip.key)
                }
            }
        }
    }
    Row {
        id: keys

        readonly property real share: width - spacing * (page.panel.asksRemark ? 2 : 1)

        spacing: Theme.size(2)
        anchors { left: parent.left; right: parent.right; bottom: time.top; bottomMargin: Theme.size(2.4) }
        TouchButton {
            objectName: "back"
            width: keys.share * 0.26
            units: page.upright ? 3.6 : 4.2
            text: qsTr("Quay lại")
            onActivated: page.panel.back()
        }
        TouchButton {
            objectName: "write"
            visible: page.panel.asksRemark
            width: keys.share * 0.37
            units: page.upright ? 3.6 : 4.2
            text: qsTr("Viết góp ý")
            onActivated: page.panel.write()
        }
        TouchButton {
            objectName: "send"
            width: keys.share * (page.panel.asksRemark ? 0.37 : 0.74)
            units: page.upright ? 3.6 : 4.2
            text: qsTr("Gửi")
            primary: true
            onActivated: page.panel.send()
        }
    }
    TimeLeft {
        id: time
        panel: page.panel
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; bottomMargin: Theme.size(3) }
    }
}
