import QtQuick
import Kiosk
import MotCua

// The code of a dossier: scanned, or typed.
KioskPage {
    id: page

    required property CodeModel model
    readonly property var code: model.props
    readonly property bool empty: code.typed === ""

    readonly property bool lookup: code.code !== ""

    heading: code.code
    title: lookup ? qsTr("Mã tra cứu") : qsTr("Tra cứu hồ sơ")
    titleUnits: portrait ? 6 : slim ? 4 : 5.2
    question: lookup ? qsTr("Gõ mã tra cứu in trên giấy hẹn, gần mã hồ sơ.") : code.scans ? qsTr("Đưa mã vạch trên giấy hẹn vào khe quét, hoặc gõ mã.") : qsTr("Gõ mã hồ sơ in trên giấy tiếp nhận.")
    spoken: [
        Rectangle {
            width: page.panel.width - 8 * Theme.u
            height: 12 * Theme.u
            radius: Theme.corner
            color: Theme.surface
            border.width: Theme.contrast ? Theme.border : 0
            border.color: Theme.line
            Icon {
                id: bars
                visible: !page.slim
                x: 2 * Theme.u
                anchors.verticalCenter: parent.verticalCenter
                name: page.lookup ? "key-variant" : "barcode-scan"
                units: 5 / Theme.textScale
                color: Theme.brand
            }
            Words {
                id: typed
                objectName: "typed"
                anchors { left: page.slim ? parent.left : bars.right; right: parent.right; margins: 2 * Theme.u; verticalCenter: parent.verticalCenter }
                text: page.empty ? (page.lookup ? qsTr("ví dụ: 8LY7") : qsTr("ví dụ: H57.132-260804-0583")) : page.code.typed
                units: page.slim ? 2.4 : page.empty ? 3.2 : 4.4
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: Theme.size(page.slim ? 1.6 : 2.4)
                font.weight: page.empty ? Font.Normal : Font.Bold
                color: page.empty ? Theme.quiet : Theme.ink
                wrapMode: page.empty ? Text.WrapAnywhere : Text.NoWrap
                maximumLineCount: page.empty ? 2 : 1
                elide: page.empty ? Text.ElideRight : Text.ElideLeft
            }
        }
    ]

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
