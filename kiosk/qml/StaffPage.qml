pragma ComponentBehavior: Bound
import QtQuick
import Kiosk
import MotCua

// The self-check, and what staff can do here.
Item {
    id: page

    required property FrameModel frame
    required property StaffModel staff
    readonly property var room: staff.props
    readonly property bool portrait: height > width
    readonly property real margin: 4 * Theme.u
    readonly property real gap: 1.6 * Theme.u

    Rectangle {
        id: head
        width: parent.width
        height: 10 * Theme.u
        color: Theme.contrast ? Theme.paper : Theme.brand
        Words {
            anchors { left: parent.left; leftMargin: page.margin; verticalCenter: parent.verticalCenter }
            text: qsTr("Dành cho nhân viên · %1").arg(page.frame.props.station)
            units: 3.6 / Theme.textScale
            font.weight: Font.Bold
            wrapMode: Text.NoWrap
            color: Theme.contrast ? Theme.ink : Theme.brandInk
        }
        Words {
            anchors { right: parent.right; rightMargin: page.margin; verticalCenter: parent.verticalCenter }
            text: page.frame.props.clock
            units: 3.6 / Theme.textScale
            font.weight: Font.Bold
            color: Theme.contrast ? Theme.ink : Theme.brandInk
        }
    }
    Card {
        id: list
        x: page.margin
        y: head.height + 2.4 * Theme.u
        width: page.portrait ? parent.width - 2 * page.margin : parent.width * 0.64 - page.margin
        height: page.portrait ? desk.y - y - 2.4 * Theme.u : parent.height - y - 2.4 * Theme.u
        Column {
            anchors { fill: parent; leftMargin: 2 * Theme.u; rightMargin: 2 * Theme.u }
            Repeater {
                model: page.room.checks.length
                CheckLine {
                    required property int index
                    check: page.room.checks[index] ?? ({ id: "", level: "none", state: "", value: "" })
                    width: list.width - 4 * Theme.u
                    height: list.height / Math.max(11, page.room.checks.length)
                    first: index === 0
                    units: page.portrait ? 2.7 : 2.4
                }
            }
        }
    }
    Column {
        id: desk
        x: page.portrait ? page.margin : parent.width * 0.64 + page.gap
        y: page.portrait ? parent.height - height - 2.4 * Theme.u : list.y
        width: page.portrait ? parent.width - 2 * page.margin : parent.width - x - page.margin
        spacing: page.gap
        Words {
            width: parent.width
            text: page.room.papers.length === 0 ? qsTr("Chưa có phiếu nào được cấp ở đây từ khi máy chạy.")
                : page.room.printed === "" || page.room.printed === "trial" ? qsTr("In lại phiếu (có dòng BẢN IN LẠI):")
                : qsTr("Đã gửi in lại phiếu %1.").arg(page.room.printed)
            units: 2.8 / Theme.textScale
            lineHeight: 1.15
            font.weight: Font.DemiBold
        }
        Grid {
            id: papers
            columns: 3
            spacing: page.gap
            visible: page.room.papers.length > 0
            Repeater {
                model: page.room.papers.length
                TouchArea {
                    id: paper
                    required property int index
                    readonly property var entry: page.room.papers[index] ?? ({ id: "", number: "", time: "" })
                    objectName: "staff-paper-" + entry.number
                    width: (desk.width - 2 * page.gap) / 3
                    height: Math.max(Theme.touch, 9 * Theme.u)
                    text: entry.number
                    usable: page.room.prints
                    onActivated: page.staff.printWanted(entry.id)
                    Column {
                        anchors.centerIn: parent
                        Words {
                            anchors.horizontalCenter: parent.horizontalCenter
                            text: paper.entry.number
                            units: 3.2 / Theme.textScale
                            lineHeight: 1
                            font.weight: Font.Bold
                            color: paper.words
                        }
                        Words {
                            anchors.horizontalCenter: parent.horizontalCenter
                            text: paper.entry.time
                            units: 2.4 / Theme.textScale
                            lineHeight: 1.1
                            color: paper.softWords
                        }
                    }
                }
            }
        }
        Grid {
            columns: page.portrait ? 2 : 1
            spacing: page.gap
            StaffButton {
                objectName: "staff-trial"
                halved: page.portrait
                desk: desk.width
                usable: page.room.prints
                icon: "printer-check"
                text: page.room.printed === "trial" ? qsTr("Đã gửi phiếu in thử") : qsTr("Đã nạp giấy – in thử")
                onActivated: page.staff.done("trial")
            }
            StaffButton {
                objectName: "staff-sound"
                halved: page.portrait
                desk: desk.width
                usable: page.room.sounds
                icon: "volume-high"
                text: qsTr("Thử loa")
                onActivated: page.staff.done("sound")
            }
            StaffButton {
                objectName: "staff-leave"
                halved: page.portrait
                desk: desk.width
                tint: Theme.danger
                icon: "power"
                text: qsTr("Thoát chương trình")
                onActivated: page.staff.done("leave")
            }
            StaffButton {
                objectName: "staff-back"
                halved: page.portrait
                desk: desk.width
                primary: true
                icon: "arrow-left"
                text: qsTr("Trở lại phục vụ")
                onActivated: page.staff.done("back")
            }
        }
    }
}
