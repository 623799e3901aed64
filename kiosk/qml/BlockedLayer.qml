import QtQuick
import Kiosk
import MotCua

// This machine serves nobody: a citizen is told where to go, staff what to do.
Rectangle {
    id: over
    objectName: "overlay"

    required property FrameModel frame
    readonly property bool portrait: height > width
    readonly property bool paired: frame.props.blocked === "unknown_station"

    color: Theme.paper

    MouseArea { anchors.fill: parent }
    Rectangle {
        id: ground
        width: parent.width
        height: parent.height * (over.portrait ? 0.62 : 0.6)
        color: Theme.contrast ? Theme.paper : Theme.brand

        Column {
            anchors { left: parent.left; right: parent.right; margins: 8 * Theme.u; verticalCenter: parent.verticalCenter }
            spacing: 3 * Theme.u
            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                name: "account-question"
                units: 14 / Theme.textScale
                color: Theme.gold
            }
            Words {
                objectName: "blocked"
                width: parent.width
                text: qsTr("Máy tạm ngừng phục vụ")
                units: 6.6 / Theme.textScale
                font.weight: Font.Bold
                lineHeight: 1.2
                horizontalAlignment: Text.AlignHCenter
                color: Theme.contrast ? Theme.ink : Theme.brandInk
            }
            Words {
                width: parent.width
                text: qsTr("Xin mời bạn đến quầy hướng dẫn.")
                units: 5.2 / Theme.textScale
                lineHeight: 1.2
                horizontalAlignment: Text.AlignHCenter
                color: Theme.contrast ? Theme.ink : Theme.brandInk
            }
        }
        Rectangle {
            anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
            height: 0.6 * Theme.u
            color: Theme.gold
        }
    }
    Item {
        anchors { left: parent.left; right: parent.right; top: ground.bottom; bottom: parent.bottom; margins: 5 * Theme.u }
        Column {
            anchors { left: parent.left; right: parent.right; verticalCenter: parent.verticalCenter }
            spacing: 1.6 * Theme.u
            Words {
                width: parent.width
                text: qsTr("Dành cho nhân viên")
                units: 2.8 / Theme.textScale
                font.weight: Font.Bold
                color: Theme.quiet
            }
            Words {
                objectName: "blocked-why"
                width: parent.width
                text: over.paired ? qsTr("Cấu hình của trung tâm không có ki-ốt mã %1. Thêm vào [[kiosks]], hoặc sửa id trong station.toml.").arg(over.frame.props.station)
                    : qsTr("Máy này chưa được ghép nối với máy chủ, hoặc đã bị thu hồi. Mã máy: %1.").arg(over.frame.props.station)
                units: 3.2 / Theme.textScale
                lineHeight: 1.2
                font.weight: Font.DemiBold
            }
            Words {
                width: parent.width
                visible: !over.paired
                text: qsTr("Trên máy chủ, chạy lệnh dưới đây rồi ghi mã in ra vào tệp khóa của ki-ốt; máy tự nối lại sau khi khởi động lại.")
                units: 2.8 / Theme.textScale
                lineHeight: 1.2
            }
            Words {
                width: parent.width
                visible: !over.paired
                text: "motcua-hub pair --data DIR --role kiosk --name " + over.frame.props.station
                units: 2.6 / Theme.textScale
                font.weight: Font.Bold
                wrapMode: Text.WrapAnywhere
                color: Theme.brand
            }
        }
    }
}
