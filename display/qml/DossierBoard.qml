pragma ComponentBehavior: Bound

import QtQuick
import MotCua
import Display

// The status of dossiers: masked codes, a page at a time.
Card {
    id: board

    required property DossiersViewModel dossiers
    property bool portrait: false

    readonly property int capacity: Math.max(1, Math.floor((height - list.y - foot.height - pad) / (7.8 * Theme.u)))
    readonly property real rowHeight: Math.floor((height - list.y - foot.height - pad) / capacity)
    readonly property real pad: 3.2 * Theme.u
    readonly property real inner: width - 2 * pad
    readonly property real codeWidth: inner * (portrait ? 0.42 : 0.32)
    readonly property real dueWidth: inner * (portrait ? 0.2 : 0.14)
    readonly property real stateWidth: inner * (portrait ? 0.38 : 0.28)
    readonly property real agencyWidth: portrait ? 0 : inner - codeWidth - dueWidth - stateWidth
    readonly property real units: portrait ? 3.1 : 3.9
    readonly property var meanings: ({
            "1": { "text": qsTr("Mới đăng ký"), "icon": "file-plus-outline", "tone": Theme.ink },
            "2": { "text": qsTr("Được tiếp nhận"), "icon": "inbox-arrow-down-outline", "tone": Theme.ink },
            "3": { "text": qsTr("Không tiếp nhận"), "icon": "close-circle-outline", "tone": Theme.danger },
            "4": { "text": qsTr("Đang xử lý"), "icon": "progress-clock", "tone": Theme.appointment },
            "5": { "text": qsTr("Cần bổ sung"), "icon": "file-alert-outline", "tone": Theme.warning },
            "6": { "text": qsTr("Chờ nộp lệ phí"), "icon": "cash-clock", "tone": Theme.warning },
            "7": { "text": qsTr("Xin rút hồ sơ"), "icon": "undo-variant", "tone": Theme.ink },
            "8": { "text": qsTr("Dừng xử lý"), "icon": "pause-circle-outline", "tone": Theme.danger },
            "9": { "text": qsTr("Đã có kết quả"), "icon": "check-circle-outline", "tone": Theme.success },
            "10": { "text": qsTr("Đã trả kết quả"), "icon": "check-all", "tone": Theme.success }
        })

    Words {
        id: title
        x: board.pad
        y: 1.6 * Theme.u
        text: qsTr("Tình trạng hồ sơ")
        units: 5
        font.weight: Font.Bold
    }
    Words {
        anchors { right: parent.right; rightMargin: board.pad; baseline: title.baseline }
        visible: board.dossiers.asOf !== ""
        text: board.dossiers.stale ? qsTr("Số liệu cũ, lúc %1").arg(board.dossiers.asOf) : qsTr("Cập nhật lúc %1").arg(board.dossiers.asOf)
        units: 3.2
        color: board.dossiers.stale ? Theme.warning : Theme.quiet
        wrapMode: Text.NoWrap
    }
    Row {
        id: names
        x: board.pad
        y: Math.round(9 * Theme.u)
        Words { width: board.codeWidth; text: qsTr("Mã hồ sơ"); units: 2.8; color: Theme.quiet }
        Words { width: board.agencyWidth; visible: width > 0; text: qsTr("Nơi giải quyết"); units: 2.8; color: Theme.quiet }
        Words { width: board.stateWidth; text: qsTr("Trạng thái"); units: 2.8; color: Theme.quiet }
        Words { width: board.dueWidth; text: qsTr("Hẹn trả"); units: 2.8; color: Theme.quiet; horizontalAlignment: Text.AlignRight }
    }
    Column {
        id: list
        objectName: "dossier-rows"
        x: board.pad
        y: Math.round(13.6 * Theme.u)
        Repeater {
            model: board.dossiers.rows
            delegate: Item {
                id: row
                required property var modelData
                readonly property var look: board.meanings[row.modelData.state] ?? board.meanings[4]
                width: board.inner
                height: board.rowHeight
                Rectangle {
                    width: parent.width
                    height: Theme.border
                    color: Theme.line
                }
                Item {
                    anchors.fill: parent
                    Words {
                        id: code
                        anchors.verticalCenter: parent.verticalCenter
                        width: board.codeWidth
                        text: row.modelData.code
                        units: board.units
                        rightPadding: 1.6 * Theme.u
                        font.weight: Font.DemiBold
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: Theme.size(2.4)
                        wrapMode: Text.NoWrap
                        color: board.dossiers.stale ? Theme.quiet : Theme.ink
                    }
                    Words {
                        x: board.codeWidth
                        anchors.baseline: code.baseline
                        width: board.agencyWidth
                        visible: width > 0
                        rightPadding: 2 * Theme.u
                        text: row.modelData.agency
                        units: 3.1
                        elide: Text.ElideRight
                        wrapMode: Text.NoWrap
                        color: Theme.quiet
                    }
                    Row {
                        x: board.codeWidth + board.agencyWidth
                        anchors.verticalCenter: parent.verticalCenter
                        spacing: Theme.u
                        Icon {
                            id: mark
                            anchors.verticalCenter: parent.verticalCenter
                            name: row.look.icon
                            units: board.units
                            color: board.dossiers.stale ? Theme.quiet : row.look.tone
                        }
                        Words {
                            anchors.verticalCenter: parent.verticalCenter
                            width: board.stateWidth - mark.width - 2.4 * Theme.u
                            text: row.look.text
                            units: board.units
                            fontSizeMode: Text.HorizontalFit
                            minimumPixelSize: Theme.size(2.4)
                            color: board.dossiers.stale ? Theme.quiet : row.look.tone
                            wrapMode: Text.NoWrap
                        }
                    }
                    Words {
                        anchors { right: parent.right; verticalCenter: parent.verticalCenter }
                        text: row.modelData.due
                        units: board.units
                        color: board.dossiers.stale ? Theme.quiet : Theme.ink
                        wrapMode: Text.NoWrap
                    }
                }
            }
        }
    }
    Words {
        objectName: "board-empty"
        visible: board.dossiers.rows.length === 0
        anchors.centerIn: parent
        text: board.dossiers.known ? qsTr("Chưa có hồ sơ nào để hiện") : qsTr("Đang lấy tình trạng hồ sơ…")
        units: 4.2
        color: Theme.quiet
    }
    Item {
        id: foot
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom; leftMargin: board.pad; rightMargin: board.pad }
        height: Math.round(6.4 * Theme.u)
        Words {
            anchors.verticalCenter: parent.verticalCenter
            text: qsTr("Mã được che một phần để giữ kín thông tin. Xem đầy đủ tại máy tra cứu.")
            visible: !board.portrait
            units: 2.8
            color: Theme.quiet
            wrapMode: Text.NoWrap
        }
        Words {
            objectName: "board-page"
            anchors { right: parent.right; verticalCenter: parent.verticalCenter }
            visible: board.dossiers.pages > 1
            text: qsTr("Trang %1 / %2").arg(board.dossiers.page).arg(board.dossiers.pages)
            units: 3.2
            wrapMode: Text.NoWrap
        }
    }
}
