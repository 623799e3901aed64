import QtQuick
import MotCua

// How the paper ticket goes, and what to do when it does not come.
Rectangle {
    id: strip

    property string stage: "none"
    property string problem: ""
    readonly property bool bad: stage === "failed" || stage === "unknown"
    readonly property color tint: bad ? Theme.warning : Theme.success
    readonly property string why: problem === "paper_out" ? qsTr("Máy in hết giấy.") : problem === "cover_open" ? qsTr("Nắp máy in đang mở.") : qsTr("Máy in chưa in được.")

    visible: stage !== "none"
    height: Math.max(13 * Theme.u, words.implicitHeight + 3.6 * Theme.u)
    radius: Theme.corner
    color: Theme.contrast ? Theme.paper : Qt.tint(Theme.paper, Qt.alpha(tint, 0.12))
    border.width: Theme.border
    border.color: tint
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    Icon {
        id: picture
        x: 2.4 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        name: strip.bad ? "printer-alert" : strip.stage === "printed" ? "printer-check" : "printer"
        units: 5.6 / Theme.textScale
        color: strip.tint
    }
    Words {
        id: words
        objectName: "paper-words"
        anchors { left: picture.right; right: parent.right; margins: 2.4 * Theme.u; verticalCenter: parent.verticalCenter }
        units: strip.bad ? 3.4 : 4.2
        lineHeight: 1.2
        font.weight: Font.DemiBold
        text: strip.stage === "printing" ? qsTr("Đang in phiếu…")
            : strip.stage === "printed" ? qsTr("Mời bạn lấy phiếu.")
            : strip.stage === "failed" ? qsTr("%1 Số của bạn vẫn có hiệu lực: hãy chụp lại số hoặc quét mã. Đã báo nhân viên.").arg(strip.why)
            : qsTr("Nếu phiếu chưa ra: số của bạn vẫn có hiệu lực, hãy chụp lại số hoặc quét mã. Cần phiếu giấy, mời bạn hỏi nhân viên.")
    }
    Rectangle {
        visible: strip.stage === "printing"
        anchors { left: words.left; bottom: parent.bottom; bottomMargin: 1.4 * Theme.u }
        width: 24 * Theme.u
        height: 0.8 * Theme.u
        radius: height / 2
        color: Theme.line
        clip: true
        Rectangle {
            width: parent.width / 3
            height: parent.height
            radius: height / 2
            color: strip.tint
            NumberAnimation on x {
                running: strip.stage === "printing" && strip.visible && Theme.motion > 0
                from: 0
                to: 16 * Theme.u
                duration: 900
                loops: Animation.Infinite
                easing.type: Easing.InOutSine
            }
        }
    }
}
