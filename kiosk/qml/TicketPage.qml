import QtQuick
import Kiosk
import MotCua
import MotCua.Core

// The number: asked for, there, printing, or why not.
KioskPage {
    id: page

    required property TicketModel model
    readonly property var ticket: model.props
    readonly property bool issued: ticket.stage === "issued"
    readonly property bool refused: ticket.stage === "refused"
    readonly property bool changing: issued && ticket.changes

    heading: issued || refused ? "" : ticket.service
    title: issued ? "" : refused ? qsTr("Chưa lấy được số") : qsTr("Đang lấy số cho bạn…")
    question: ticket.stage === "waiting_for_hub" ? qsTr("Máy chủ tạm mất kết nối. Số sẽ hiện ra ngay khi nối lại; bạn có thể chờ ở đây hoặc hỏi quầy hướng dẫn.") : ""
    spoken: [
        Column {
            visible: page.issued
            width: page.panel.width - 8 * Theme.u
            spacing: 0
            Words {
                width: parent.width
                text: qsTr("Số của bạn")
                units: 4.6
                font.weight: Font.DemiBold
                color: page.panel.ink
            }
            Words {
                objectName: "number"
                width: parent.width
                text: page.ticket.number
                units: 23 / Theme.textScale
                font.weight: Font.Black
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.size(8)
                lineHeight: 1
                wrapMode: Text.NoWrap
                color: Theme.contrast ? Theme.gold : page.panel.ink
            }
            Words {
                width: parent.width
                text: page.ticket.service
                units: 4
                font.weight: Font.DemiBold
                lineHeight: 1.15
                maximumLineCount: page.portrait ? 2 : 4
                elide: Text.ElideRight
                color: page.panel.accent
            }
            Words {
                objectName: "replaced"
                width: parent.width
                topPadding: (Theme.textScale > 1 ? 0 : 0.8) * Theme.u
                visible: page.ticket.replaced !== ""
                text: qsTr("Số cũ %1 đã hủy; phiếu cũ không còn giá trị.").arg(page.ticket.replaced)
                units: 3.2
                lineHeight: 1.15
                font.weight: Font.DemiBold
                color: page.panel.ink
            }
            Words {
                width: parent.width
                visible: page.ticket.priority !== ""
                text: qsTr("Ưu tiên: %1").arg(page.ticket.priority)
                units: 3.6
                maximumLineCount: 2
                elide: Text.ElideRight
                color: page.panel.ink
            }
        }
    ]

    Item {
        anchors { left: parent.left; right: parent.right; top: parent.top; bottom: leave.top; bottomMargin: 2.4 * Theme.u }
        visible: page.issued
        readonly property real room: height - (paper.visible ? paper.height + 2 * Theme.u : 0)

        Card {
            id: facts
            width: !qr.visible || page.portrait ? parent.width : parent.width - qr.width - 2 * Theme.u
            height: page.portrait ? factList.implicitHeight + 5.6 * Theme.u : parent.room
            Column {
                id: factList
                anchors { left: parent.left; right: parent.right; margins: 3 * Theme.u; verticalCenter: parent.verticalCenter }
                spacing: 2.2 * Theme.u
                Fact { icon: "account-group"; text: page.ticket.ahead; strong: true; units: 5 }
                Fact { icon: "clock-outline"; text: page.ticket.wait; units: 5 }
                Fact { icon: "map-marker"; text: page.ticket.where.replace(/([^,\s]) (\d)/g, "$1\u00a0$2"); units: 4.6 }
            }
        }
        Card {
            id: qr
            anchors.right: parent.right
            y: page.portrait ? facts.height + 2 * Theme.u : 0
            visible: page.ticket.link !== ""
            width: page.portrait ? parent.width : Math.min(42 * Theme.u, parent.width * 0.42)
            height: page.portrait ? Math.min(36 * Theme.u, parent.room - y) : parent.room
            QrImage {
                id: code
                x: page.portrait ? 2 * Theme.u : (parent.width - width) / 2
                y: page.portrait ? (parent.height - height) / 2 : (parent.height - height - caption.implicitHeight - 1.6 * Theme.u) / 2
                width: page.portrait ? parent.height - 3 * Theme.u : Math.min(parent.width - 4 * Theme.u, parent.height - caption.implicitHeight - 6 * Theme.u)
                height: width
                text: page.ticket.link
            }
            Words {
                id: caption
                x: page.portrait ? code.x + code.width + 2.4 * Theme.u : 2 * Theme.u
                y: page.portrait ? (parent.height - implicitHeight) / 2 : code.y + code.height + 0.8 * Theme.u
                width: parent.width - x - 2 * Theme.u
                text: qsTr("Quét để theo dõi trên điện thoại")
                units: page.portrait ? 4.2 : 3.2
                lineHeight: 1.2
                font.weight: Font.DemiBold
                horizontalAlignment: page.portrait ? Text.AlignLeft : Text.AlignHCenter
            }
        }
        PaperState {
            id: paper
            anchors { left: parent.left; right: parent.right; top: page.portrait && qr.visible ? qr.bottom : facts.bottom; topMargin: 2 * Theme.u }
            stage: page.ticket.paper
            problem: page.ticket.paperProblem
        }
    }
    Waiting {
        anchors.centerIn: parent
        visible: page.ticket.stage === "asking" || page.ticket.stage === "waiting_for_hub"
    }
    Notice {
        width: parent.width
        visible: page.refused
        units: 4
        icon: "alert-circle"
        text: page.sentence(page.ticket.whyNot, page.ticket.whyNotText) + (page.ticket.kept === "" ? "" : " " + qsTr("Số %1 của bạn vẫn còn hiệu lực.").arg(page.ticket.kept))
    }
    BigButton {
        objectName: "change-service"
        anchors { left: parent.left; bottom: parent.bottom }
        width: leave.x - 2 * Theme.u
        height: leave.height
        units: 3.2
        visible: page.changing
        icon: "swap-horizontal"
        text: qsTr("Nhầm dịch vụ? Đổi")
        onActivated: page.model.changeWanted()
    }
    BigButton {
        id: leave
        objectName: "done"
        anchors { right: parent.right; bottom: parent.bottom }
        width: page.changing ? parent.width * 0.56 : parent.width
        height: 14 * Theme.u
        units: 5
        primary: page.issued || page.refused
        visible: page.issued || page.refused || page.ticket.stage === "waiting_for_hub"
        icon: page.issued ? "check" : "home"
        text: page.issued ? (page.frame.props.warningS > 0 ? qsTr("Xong (%1)").arg(page.frame.props.warningS) : qsTr("Xong"))
            : page.refused ? qsTr("Về đầu") : qsTr("Thôi, không lấy số nữa")
        onActivated: page.model.finished()
    }

    function sentence(code: string, text: string): string {
        switch (code) {
        case "closed":
            return text !== "" && page.frame.props.language === "vi" ? text : qsTr("Hiện chưa đến giờ lấy số hoặc đã hết giờ lấy số.");
        case "limit_reached":
            return qsTr("Hôm nay dịch vụ này đã phát hết số. Mời bạn hỏi quầy hướng dẫn.");
        case "unknown_service":
        case "unknown_priority":
            return qsTr("Danh sách dịch vụ vừa thay đổi. Mời bạn chọn lại từ đầu.");
        case "unknown_appointment":
            return qsTr("Không tìm thấy lịch hẹn này. Mời bạn hỏi quầy hướng dẫn.");
        case "appointment_used":
            return qsTr("Lịch hẹn này đã lấy số rồi. Nếu mất phiếu, mời bạn gọi nhân viên.");
        case "appointment_not_today":
            return qsTr("Lịch hẹn này không phải của hôm nay.");
        case "rate_limited":
            return qsTr("Máy đang bận. Mời bạn thử lại sau ít giây.");
        }
        return qsTr("Có trục trặc nên chưa cấp được số. Mời bạn thử lại hoặc hỏi quầy hướng dẫn.");
    }
}
