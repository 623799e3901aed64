import QtQuick
import MotCua
import Counter

// Every page of the panel that asks nothing: a welcome, the number being served, a thank-you.
Item {
    id: greeting

    required property Panel panel

    readonly property string page: panel.page
    readonly property bool numbered: page === "called" || page === "serving"

    Column {
        width: parent.width
        anchors.centerIn: parent
        spacing: Theme.size(2)

        Icon {
            visible: name !== ""
            name: greeting.page === "thanks" ? "hand-heart" : greeting.page === "not-taken" ? "information-outline" : greeting.page === "closed" ? "clock-outline" : greeting.page === "connecting" ? "lan-pending" : ""
            units: 16
            color: greeting.page === "thanks" ? Theme.success : Theme.quiet
            anchors.horizontalCenter: parent.horizontalCenter
        }
        Portrait {
            visible: greeting.page === "idle" && greeting.panel.clerk !== ""
            photo: greeting.panel.photo
            initials: greeting.panel.initials
            units: 22
            anchors.horizontalCenter: parent.horizontalCenter
        }
        Words {
            objectName: "counter-number"
            visible: greeting.page === "idle" || greeting.page === "closed"
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Quầy %1").arg(greeting.panel.counter)
            font.features: ({ "tnum": 0 })
            units: 16
            font.weight: Font.Bold
            lineHeight: 1.05
            color: greeting.page === "closed" ? Theme.quiet : Theme.brand
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
        }
        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            visible: text !== ""
            text: greeting.numbered ? (greeting.page === "called" ? qsTr("Xin mời số") : qsTr("Đang phục vụ số"))
                : greeting.page === "thanks" ? qsTr("Cảm\u00a0ơn\u00a0quý\u00a0khách!")
                : greeting.page === "not-taken" ? greeting.refusal(greeting.panel.refusal)
                : greeting.page === "closed" ? (greeting.panel.pauseReason !== "" ? qsTr("Quầy tạm nghỉ: %1").arg(greeting.panel.pauseReason) : qsTr("Quầy chưa mở"))
                : greeting.page === "connecting" ? qsTr("Đang kết nối…")
                : qsTr("Kính chào quý khách")
            units: greeting.page === "thanks" ? 8 : greeting.page === "idle" ? 6.4 : 5
            font.weight: Font.Bold
            lineHeight: 1.2
        }
        Words {
            objectName: "current-number"
            visible: greeting.numbered
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: greeting.panel.number
            font.features: ({ "tnum": 0 })
            units: 26
            font.weight: Font.Bold
            lineHeight: 1
            color: Theme.brand
            wrapMode: Text.NoWrap
            fontSizeMode: Text.HorizontalFit
        }
        Words {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            visible: text !== ""
            text: greeting.numbered ? greeting.panel.service
                : greeting.page === "thanks" ? qsTr("Ý kiến của quý khách giúp chúng tôi phục\u00a0vụ\u00a0tốt\u00a0hơn.")
                : greeting.page === "idle" ? (greeting.panel.clerk !== "" ? qsTr("Cán bộ: %1").arg(greeting.panel.clerk) : greeting.panel.name)
                : ""
            units: 4
            lineHeight: 1.25
            color: Theme.quiet
            maximumLineCount: 3
            elide: Text.ElideRight
        }
    }

    function refusal(code: string): string {
        switch (code) {
        case "already_rated": return qsTr("Lượt này đã được đánh giá. Cảm\u00a0ơn\u00a0quý\u00a0khách!");
        case "rating_closed": return qsTr("Đã hết thời gian đánh giá lượt này. Cảm\u00a0ơn\u00a0quý\u00a0khách!");
        default: return qsTr("Rất tiếc, chưa ghi nhận được đánh giá. Cảm\u00a0ơn\u00a0quý\u00a0khách!");
        }
    }
}
