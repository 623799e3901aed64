pragma ComponentBehavior: Bound
import QtQuick
import MotCua
import Demo

// The small window of the demo: pull the paper, scan a code, press the keypad.
Window {
    id: window

    required property DeviceDesk desk

    width: 460
    height: 690
    x: 1450
    y: 350
    title: qsTr("Thiết bị giả lập")
    color: Theme.paper
    Component.onCompleted: Theme.shorterSide = 760

    Column {
        anchors.fill: parent
        anchors.margins: 2 * Theme.u
        spacing: 1.6 * Theme.u

        Words {
            text: qsTr("Máy in phiếu")
            units: 2.4
            font.weight: Font.Bold
        }
        Row {
            spacing: Theme.u
            KeyButton {
                objectName: "pull-paper"
                text: qsTr("Rút giấy")
                icon: "paper-roll-outline"
                enabled: !window.desk.paperOut
                onActivated: window.desk.pull_paper()
            }
            KeyButton {
                objectName: "load-paper"
                text: qsTr("Nạp giấy")
                icon: "paper-roll"
                enabled: window.desk.paperOut
                onActivated: window.desk.load_paper()
            }
        }
        Card {
            width: parent.width
            height: 30 * Theme.u
            clip: true
            Image {
                anchors.fill: parent
                anchors.margins: Theme.u
                source: window.desk.slip
                fillMode: Image.PreserveAspectFit
                cache: false
                smooth: true
            }
            Words {
                anchors.centerIn: parent
                visible: window.desk.slip === ""
                text: window.desk.paperOut ? qsTr("Hết giấy") : qsTr("Phiếu in ra sẽ hiện ở đây")
                units: 1.9
                color: Theme.quiet
            }
        }
        Words {
            text: qsTr("Máy quét cầm tay")
            units: 2.4
            font.weight: Font.Bold
        }
        Words {
            width: parent.width
            text: qsTr("Chạm một mã hồ sơ mẫu để quét:")
            units: 1.8
            color: Theme.quiet
        }
        Column {
            width: parent.width
            spacing: 0.6 * Theme.u
            Repeater {
                model: window.desk.codes
                KeyButton {
                    required property string modelData
                    width: parent.width
                    text: modelData
                    units: 1.7
                    onActivated: window.desk.scan(modelData)
                }
            }
        }
        Words {
            text: qsTr("Bàn phím đánh giá (quầy %1)").arg(window.desk.counter)
            units: 2.4
            font.weight: Font.Bold
        }
        Row {
            spacing: Theme.u
            Repeater {
                model: 5
                KeyButton {
                    required property int index
                    objectName: "press-" + (5 - index)
                    text: String(5 - index)
                    onActivated: window.desk.press(5 - index)
                }
            }
        }
        Words {
            width: parent.width
            text: window.desk.news
            units: 1.7
            color: Theme.quiet
        }
    }
}
