import QtQuick
import Kiosk
import MotCua

// How far the call for a member of staff is.
Rectangle {
    id: over
    objectName: "overlay"

    required property FrameModel frame
    readonly property string stage: frame.props.help
    readonly property bool away: stage === "away"
    readonly property bool coming: stage === "coming"

    visible: frame.props.helpOpen && stage !== "none"
    color: Qt.alpha(Theme.night ? Theme.paper : Theme.goldInk, 0.72)

    MouseArea {
        anchors.fill: parent
        onClicked: over.frame.helpClosed()
    }
    Card {
        anchors.horizontalCenter: parent.horizontalCenter
        y: over.height - height - (over.height > over.width ? 0.14 : 0.16) * over.height
        width: Math.min(parent.width - 8 * Theme.u, 92 * Theme.u)
        height: column.implicitHeight + 8 * Theme.u

        Column {
            id: column
            anchors { left: parent.left; right: parent.right; top: parent.top; margins: 4 * Theme.u }
            spacing: 2.4 * Theme.u
            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: over.away ? "lan-disconnect" : over.coming ? "account-check" : "bell-ring"
                units: 9 / Theme.textScale
                color: over.away ? Theme.warning : over.coming ? Theme.success : Theme.brand
            }
            Words {
                objectName: "help-title"
                width: parent.width
                text: over.away ? qsTr("Chưa gọi được nhân viên")
                    : over.coming ? qsTr("Nhân viên đang đến")
                    : over.stage === "asking" ? qsTr("Đang gọi nhân viên…")
                    : qsTr("Đã gọi nhân viên")
                units: 5.2
                font.weight: Font.Bold
                lineHeight: 1.2
                horizontalAlignment: Text.AlignHCenter
            }
            Words {
                width: parent.width
                text: !over.away ? qsTr("Xin chờ tại máy một lát. Trong lúc chờ, bạn vẫn dùng máy được.")
                    : over.frame.props.hotline === "" ? qsTr("Máy đang mất kết nối. Mời bạn đến quầy hướng dẫn.")
                    : qsTr("Máy đang mất kết nối. Mời bạn đến quầy hướng dẫn, hoặc gọi số %1.").arg(over.frame.props.hotline)
                units: 3.6
                color: Theme.quiet
                lineHeight: 1.2
                horizontalAlignment: Text.AlignHCenter
            }
            BigButton {
                objectName: "help-close"
                width: parent.width
                primary: true
                text: over.stage === "waiting" || over.stage === "asking" ? qsTr("Tiếp tục dùng máy") : qsTr("Đã hiểu")
                onActivated: over.frame.helpClosed()
            }
        }
    }
}
