import QtQuick
import Kiosk
import MotCua

// The code of a dossier: scanned, or typed.
KioskPage {
    id: page

    required property CodeModel model
    readonly property var code: model.props

    readonly property bool lookup: code.code !== ""
    readonly property string example: lookup ? qsTr("ví dụ: 8LY7") : qsTr("ví dụ: H57.132-260804-0583")

    heading: code.code
    title: lookup ? qsTr("Mã tra cứu") : qsTr("Tra cứu hồ sơ")
    titleUnits: portrait ? 6 : slim ? 4 : 5.2
    question: lookup ? qsTr("Gõ mã tra cứu in trên giấy hẹn, gần mã hồ sơ.") : code.scans ? qsTr("Đưa mã vạch trên giấy hẹn vào khe quét, hoặc gõ mã.") : qsTr("Gõ mã hồ sơ in trên giấy tiếp nhận.")
    spoken: [
        TypedCode {
            visible: !page.slim
            width: page.panel.width - 8 * Theme.u
            icon: page.lookup ? "key-variant" : "barcode-scan"
            code: page.code.typed
            example: page.example
        }
    ]

    // Where a keyboard leaves the panel narrow, what is typed stands over the keys.
    TypedCode {
        visible: page.slim
        y: notice.visible ? notice.height + 1.6 * Theme.u : 0
        width: parent.width
        icon: page.lookup ? "key-variant" : "barcode-scan"
        code: page.code.typed
        example: page.example
    }
    Notice {
        id: notice
        units: 3.6
        width: parent.width
        visible: page.code.asking !== "typing"
        tint: page.code.asking === "asking" ? Theme.appointment : Theme.warning
        icon: page.code.asking === "asking" ? "progress-clock" : page.code.asking === "unknown" || page.code.asking === "not_a_code" ? "file-search" : "lan-disconnect"
        text: page.code.asking === "asking" ? qsTr("Đang tìm hồ sơ…")
            : page.code.asking === "away" ? qsTr("Chưa hỏi được nơi giữ hồ sơ. Mời bạn thử lại sau ít phút hoặc hỏi quầy hướng dẫn.")
            : page.code.asking === "not_a_code" ? qsTr("Mã vừa quét không phải mã hồ sơ. Mời bạn quét mã vạch trên giấy tiếp nhận và hẹn trả kết quả.")
            : page.lookup && page.code.waitS === 0 ? qsTr("Mã hồ sơ hoặc mã tra cứu chưa đúng. Mời bạn xem lại trên giấy hẹn, hoặc hỏi quầy hướng dẫn.")
            : page.code.waitS > 0 ? qsTr("Không thấy hồ sơ có mã này. Mời bạn xem lại mã trên giấy hẹn; gõ lại được sau %1 giây.").arg(page.code.waitS)
            : qsTr("Không thấy hồ sơ có mã này. Mời bạn xem lại mã trên giấy hẹn, hoặc hỏi quầy hướng dẫn.")
    }
    Column {
        anchors { left: parent.left; right: parent.right; bottom: parent.bottom }
        spacing: 2 * Theme.u
        BigButton {
            objectName: "ask-dossier"
            width: parent.width
            height: 14 * Theme.u
            primary: true
            usable: page.code.canAsk
            icon: "file-search"
            text: qsTr("Tra cứu")
            onActivated: page.model.asked()
        }
        Keyboard {
            width: parent.width
            height: 4 * Math.max(Theme.touch, page.portrait ? 11.4 * Theme.u : 0) + 3 * gap
            code: true
            onPressed: key => page.model.keyPressed(key)
        }
    }
}
