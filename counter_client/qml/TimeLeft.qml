import QtQuick
import MotCua
import Counter

// How long the question stays, as a line that grows shorter.
Column {
    id: time

    required property Panel panel

    spacing: Theme.size(1)
    Words {
        width: parent.width
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("Tự đóng sau %n giây", "", time.panel.secondsLeft)
        units: 2.8
        color: Theme.quiet
    }
    Rectangle {
        width: parent.width
        height: Theme.size(0.8)
        radius: height / 2
        color: Theme.line
        Rectangle {
            width: time.panel.windowSeconds > 0 ? parent.width * time.panel.secondsLeft / time.panel.windowSeconds : 0
            height: parent.height
            radius: height / 2
            color: Theme.brand
            Behavior on width { NumberAnimation { duration: Theme.motion; easing.type: Easing.OutCubic } }
        }
    }
}
