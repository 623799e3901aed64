import QtQuick
import MotCua

// Asks whether anybody is still there before everything is wiped.
Rectangle {
    id: overlay
    objectName: "overlay"

    property int secondsLeft: 0
    signal stayed
    signal gone

    visible: secondsLeft > 0
    color: Qt.alpha(Theme.night ? Theme.paper : Theme.goldInk, 0.72)

    MouseArea {
        anchors.fill: parent
        onClicked: overlay.stayed()
    }
    Card {
        anchors.horizontalCenter: parent.horizontalCenter
        y: overlay.height - height - (overlay.height > overlay.width ? 0.14 : 0.2) * overlay.height
        width: Math.min(parent.width - 8 * Theme.u, 92 * Theme.u)
        height: column.implicitHeight + 8 * Theme.u

        Column {
            id: column
            anchors { left: parent.left; right: parent.right; top: parent.top; margins: 4 * Theme.u }
            spacing: 2.4 * Theme.u
            Words {
                width: parent.width
                text: qsTr("Bạn còn ở đây không?")
                units: 5.2
                font.weight: Font.Bold
                horizontalAlignment: Text.AlignHCenter
            }
            Words {
                width: parent.width
                text: qsTr("Màn hình sẽ trở về đầu và xóa những gì bạn đã nhập sau %1 giây.").arg(overlay.secondsLeft)
                units: 3.4
                color: Theme.quiet
                horizontalAlignment: Text.AlignHCenter
            }
            Row {
                width: parent.width
                spacing: 2.4 * Theme.u
                BigButton {
                    objectName: "stay"
                    width: (parent.width - parent.spacing) * 0.62
                    primary: true
                    text: qsTr("Tôi vẫn ở đây")
                    onActivated: overlay.stayed()
                }
                BigButton {
                    objectName: "leave"
                    width: (parent.width - parent.spacing) * 0.38
                    text: qsTr("Kết thúc")
                    onActivated: overlay.gone()
                }
            }
        }
    }
}
