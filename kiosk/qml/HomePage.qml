import QtQuick
import Kiosk
import MotCua

// The first page: what did you come for?
KioskPage {
    id: page

    required property HomeModel model
    readonly property bool started: frame.props.centre !== ""
    readonly property bool online: frame.props.connection === "online"
    readonly property var home: model.props

    titleUnits: portrait ? 8.6 : 7
    title: started ? qsTr("Xin chào!") : qsTr("Xin chờ một lát")
    question: started ? qsTr("Hôm nay bạn đến để làm gì?") : qsTr("Ki-ốt đang kết nối với máy chủ hàng đợi. Cần giúp ngay, mời bạn đến quầy hướng dẫn.")
    spoken: [
        Row {
            visible: page.started && page.home.hours !== ""
            spacing: 1.4 * Theme.u
            topPadding: 0.8 * Theme.u
            Icon {
                name: "clock-outline"
                units: 3
                color: Theme.gold
                anchors.verticalCenter: hours.verticalCenter
            }
            Words {
                id: hours
                width: Math.min(implicitWidth, page.panel.width - 13 * Theme.u)
                // The dot stays with the hours before it.
                text: qsTr("Giờ lấy số: %1").arg(page.home.hours.replace(/ ·/g, "\u00a0·"))
                units: 2.8
                color: page.panel.ink
            }
        }
    ]

    Notice {
        id: notice
        width: parent.width
        visible: text !== ""
        icon: page.online ? "clock-alert-outline" : "lan-disconnect"
        text: !page.started ? ""
            : !page.online ? qsTr("Tạm thời chưa cấp số được. Ki-ốt tự nối lại; bạn có thể chờ hoặc hỏi quầy hướng dẫn.")
            : page.home.issuing ? ""
            : page.home.whyNot === "limit_reached" ? qsTr("Hôm nay các dịch vụ đã phát hết số. Mời bạn hỏi quầy hướng dẫn.")
            : qsTr("Hiện chưa đến giờ lấy số hoặc đã hết giờ lấy số. Bạn vẫn tra cứu hồ sơ và xem hướng dẫn được.")
    }
    BigButton {
        id: booked
        objectName: "choice-booked"
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        visible: page.started && page.home.booked
        usable: page.online
        units: 4.2
        icon: "calendar-check"
        text: qsTr("Tôi có lịch hẹn")
        onActivated: page.model.chosen("booked")
    }
    Grid {
        y: notice.visible ? notice.height + spacing : 0
        columns: 2
        spacing: 2.4 * Theme.u
        visible: page.started
        readonly property real cell: (parent.width - spacing) / 2
        readonly property real row: (parent.height - y - spacing - (booked.visible ? booked.height + spacing : 0)) / 2

        ChoiceCard {
            objectName: "choice-submit"
            width: parent.cell
            height: parent.row
            primary: true
            usable: page.home.submits
            icon: "ticket-confirmation"
            text: qsTr("Lấy số nộp hồ sơ")
            detail: qsTr("Nộp mới hoặc bổ sung")
            onActivated: page.model.chosen("submit")
        }
        ChoiceCard {
            objectName: "choice-collect"
            width: parent.cell
            height: parent.row
            usable: page.home.collects && page.home.issuing
            icon: "file-check"
            text: qsTr("Nhận kết quả")
            detail: qsTr("Hồ sơ đã có kết quả")
            onActivated: page.model.chosen("collect")
        }
        ChoiceCard {
            objectName: "choice-dossier"
            width: parent.cell
            height: parent.row
            usable: page.online
            icon: "file-search"
            text: qsTr("Tra cứu hồ sơ")
            detail: qsTr("Xem hồ sơ của bạn đến đâu")
            onActivated: page.model.chosen("dossier")
        }
        ChoiceCard {
            objectName: "choice-guide"
            width: parent.cell
            height: parent.row
            icon: "book-open-page-variant"
            text: qsTr("Hướng dẫn thủ tục")
            detail: qsTr("Giấy tờ cần có, thời hạn")
            onActivated: page.model.chosen("guide")
        }
    }
}
