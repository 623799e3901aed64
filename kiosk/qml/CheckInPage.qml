import QtQuick
import Kiosk
import MotCua

// Whoever booked a visit: the code scanned, or typed.
KioskPage {
    id: page

    required property CheckInModel model
    readonly property var booking: model.props
    readonly property string example: qsTr("Gõ mã lịch hẹn")

    title: qsTr("Bạn có lịch hẹn?")
    titleUnits: portrait ? 6 : slim ? 4 : 5.2
    question: booking.cards ? qsTr("Đưa mã QR của lịch hẹn hoặc thẻ căn cước vào khe quét, hoặc gõ mã.")
        : booking.scans ? qsTr("Đưa mã QR của lịch hẹn vào khe quét, hoặc gõ mã.")
        : qsTr("Gõ mã trong tin nhắn hoặc giấy xác nhận lịch hẹn.")
    spoken: [
        TypedCode {
            visible: !page.slim
            width: page.panel.width - 8 * Theme.u
            icon: "calendar-check"
            code: page.booking.typed
            example: page.example
        }
    ]

    TypedCode {
        visible: page.slim
        y: notice.visible ? notice.height + 1.6 * Theme.u : 0
        width: parent.width
        icon: "calendar-check"
        code: page.booking.typed
        example: page.example
    }
    Notice {
        id: notice
        units: 3.6
        width: parent.width
        visible: page.booking.asking !== "typing"
        tint: page.booking.asking === "asking" ? Theme.appointment : Theme.warning
        icon: page.booking.asking === "asking" ? "progress-clock" : page.booking.asking === "away" ? "lan-disconnect" : "calendar-question"
        text: page.booking.asking === "asking" ? qsTr("Đang tìm lịch hẹn…")
            : page.booking.asking === "away" ? qsTr("Chưa tìm được lúc này. Mời bạn thử lại sau ít phút hoặc hỏi quầy hướng dẫn.")
            : page.booking.asking === "slow" ? qsTr("Đã nhập sai nhiều lần. Mời bạn chờ một lát rồi thử lại, hoặc hỏi quầy hướng dẫn.")
            : page.booking.asking === "unknown_card" ? qsTr("Không thấy lịch hẹn nào theo thẻ này. Bạn có thể gõ mã hẹn, hoặc lấy số thường.")
            : qsTr("Không thấy lịch hẹn có mã này. Mời bạn xem lại mã, hoặc lấy số thường.")
    }
    Column {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        spacing: 2 * Theme.u
        Row {
            width: parent.width
            spacing: 2 * Theme.u
            BigButton {
                objectName: "ask-booking"
                width: without.visible ? (parent.width - parent.spacing) * 0.56 : parent.width
                height: 14 * Theme.u
                primary: true
                usable: page.booking.canAsk
                icon: "calendar-search"
                text: qsTr("Tìm lịch hẹn")
                onActivated: page.model.asked()
            }
            BigButton {
                id: without
                objectName: "without-booking"
                width: (parent.width - parent.spacing) * 0.44
                height: 14 * Theme.u
                units: 3.4
                visible: page.booking.submits
                text: qsTr("Lấy số thường")
                onActivated: page.model.withoutWanted()
            }
        }
        Keyboard {
            width: parent.width
            height: 4 * Math.max(Theme.touch, page.portrait ? 11.4 * Theme.u : 0) + 3 * gap
            code: true
            onPressed: key => page.model.keyPressed(key)
        }
    }
}
