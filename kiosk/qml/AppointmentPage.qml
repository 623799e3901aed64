import QtQuick
import Kiosk
import MotCua

// The booked visit that was found, and its number in one touch.
KioskPage {
    id: page

    required property AppointmentModel model
    readonly property var booked: model.props

    heading: booked.code
    title: booked.state === "open" ? qsTr("Bạn đến đúng hẹn")
        : booked.state === "early" ? qsTr("Bạn đến sớm")
        : booked.state === "late" ? qsTr("Đã qua giờ hẹn")
        : booked.state === "used" ? qsTr("Lịch hẹn đã lấy số")
        : qsTr("Lịch hẹn ngày khác")
    question: booked.state === "open" ? qsTr("Lấy số để được gọi theo giờ hẹn.")
        : booked.state === "early" ? qsTr("Bạn lấy số được ngay; đến gần giờ hẹn, số được gọi trước.")
        : booked.state === "late" ? qsTr("Bạn vẫn lấy số được và chờ theo thứ tự.")
        : booked.state === "used" ? qsTr("Nếu mất phiếu hoặc không phải bạn lấy, mời bạn gọi nhân viên.")
        : qsTr("Hôm nay chưa dùng được lịch hẹn này. Bạn có thể lấy số thường.")

    Card {
        width: parent.width
        height: facts.implicitHeight + 8 * Theme.u
        Column {
            id: facts
            anchors { left: parent.left; right: parent.right; margins: 4 * Theme.u; verticalCenter: parent.verticalCenter }
            spacing: 2.6 * Theme.u
            Fact { icon: "clock-outline"; text: page.booked.window; strong: true; units: 6 }
            Fact { icon: "calendar-check"; text: page.booked.day; units: 4.2 }
            Fact { icon: "file-document-outline"; text: page.booked.service; units: 4.2 }
            Fact { icon: "account-outline"; text: page.booked.name; units: 3.6 }
        }
    }
    BigButton {
        objectName: "take-booked"
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: 16 * Theme.u
        units: 5
        primary: true
        visible: page.booked.canTake
        icon: "ticket-confirmation"
        text: qsTr("Lấy số theo lịch hẹn")
        onActivated: page.model.taken()
    }
    Row {
        id: ways
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        spacing: 2 * Theme.u
        visible: page.booked.state === "used"
        BigButton {
            objectName: "used-help"
            width: (ways.width - ways.spacing) * 0.6
            height: 14 * Theme.u
            primary: true
            icon: "bell-ring"
            text: qsTr("Gọi nhân viên")
            onActivated: page.frame.helpWanted()
        }
        BigButton {
            objectName: "used-home"
            width: (ways.width - ways.spacing) * 0.4
            height: 14 * Theme.u
            icon: "home"
            text: qsTr("Về đầu")
            onActivated: page.frame.homeWanted()
        }
    }
    BigButton {
        objectName: "without-booking"
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        height: 14 * Theme.u
        visible: page.booked.state === "other_day"
        icon: "ticket-confirmation"
        text: qsTr("Lấy số thường")
        onActivated: page.model.withoutWanted()
    }
}
