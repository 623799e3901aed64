import QtQuick
import MotCua

// One line of the self-check: what, how it is, what to do.
Item {
    id: line

    required property var check
    property bool first: false
    property real units: 2.4
    readonly property color tint: check.level === "good" ? Theme.success : check.level === "bad" ? Theme.danger : check.level === "attention" ? Theme.warning : Theme.quiet

    Rectangle {
        visible: !line.first
        width: parent.width
        height: Theme.border
        color: Theme.line
    }
    Icon {
        id: picture
        anchors.verticalCenter: parent.verticalCenter
        width: 5 * Theme.u
        name: line.check.level === "good" ? "check-circle" : line.check.level === "bad" ? "close-circle" : line.check.level === "attention" ? "alert" : "minus-circle-outline"
        units: 3.4 / Theme.textScale
        color: line.tint
    }
    Words {
        id: name
        anchors { left: picture.right; leftMargin: 1 * Theme.u; verticalCenter: parent.verticalCenter }
        width: 17 * Theme.u
        text: line.nameOf(line.check.id)
        units: line.units / Theme.textScale
        lineHeight: 1.1
        font.weight: Font.Bold
    }
    Words {
        objectName: "check-" + line.check.id
        anchors { left: name.right; leftMargin: 1 * Theme.u; right: parent.right; top: parent.top; bottom: parent.bottom; topMargin: 2 * Theme.border; bottomMargin: Theme.border }
        verticalAlignment: Text.AlignVCenter
        fontSizeMode: Text.VerticalFit
        minimumPixelSize: Theme.size(1.8) / Theme.textScale
        text: line.sentence(line.check.id, line.check.state, line.check.value)
        units: line.units / Theme.textScale
        lineHeight: 1.1
        color: line.check.level === "none" || line.check.level === "good" ? Theme.ink : line.tint
    }

    function nameOf(id: string): string {
        switch (id) {
        case "hub": return qsTr("Máy chủ");
        case "printer": return qsTr("Máy in");
        case "spare": return qsTr("Máy in dự phòng");
        case "paper": return qsTr("Phiếu gần nhất");
        case "scanner": return qsTr("Máy quét");
        case "camera": return qsTr("Camera");
        case "scan": return qsTr("Thử quét");
        case "sound": return qsTr("Loa");
        case "disk": return qsTr("Ổ đĩa");
        case "clock": return qsTr("Đồng hồ");
        case "version": return qsTr("Phiên bản");
        }
        return "";
    }
    function sentence(id: string, state: string, value: string): string {
        switch (id) {
        case "hub": return hub(state, value);
        case "printer":
        case "spare": return printer(state);
        case "paper": return paper(state);
        case "scanner":
        case "camera": return device(state);
        case "scan": return scanned(state);
        case "sound": return state === "there" ? qsTr("Có. Bấm “Thử loa” để nghe.") : qsTr("Không dùng ở máy này.");
        case "disk": return qsTr("Còn trống %1.").arg(value);
        case "clock": return state === "right" ? qsTr("Khớp với máy chủ (%1).").arg(value) : state === "off" ? qsTr("Lệch máy chủ %1; số vẫn theo giờ máy chủ. Bật đồng bộ giờ.").arg(value) : qsTr("Chưa nghe giờ của máy chủ.");
        }
        return value;
    }
    function hub(state: string, value: string): string {
        switch (state) {
        case "online": return qsTr("Đang nối: %1.").arg(value);
        case "not_paired": return qsTr("Chưa ghép nối (mã máy %1). Chạy motcua-hub pair trên máy chủ.").arg(value);
        case "unknown_station": return qsTr("Cấu hình trung tâm không có mã máy %1.").arg(value);
        }
        return qsTr("Mất kết nối: %1. Kiểm tra dây mạng và máy chủ.").arg(value);
    }
    function printer(state: string): string {
        switch (state) {
        case "ok": return qsTr("Sẵn sàng.");
        case "paper_low": return qsTr("Sắp hết giấy. Chuẩn bị cuộn mới.");
        case "paper_out": return qsTr("Hết giấy. Thay cuộn rồi đóng nắp.");
        case "cover_open": return qsTr("Nắp đang mở. Đóng nắp lại.");
        case "broken": return qsTr("Kẹt dao hoặc hỏng. Tắt, bật lại máy in; nếu còn, gọi kỹ thuật.");
        case "offline": return qsTr("Không trả lời. Kiểm tra nguồn và dây.");
        case "missing": return qsTr("Không dùng ở máy này.");
        }
        return qsTr("Đang tìm máy in…");
    }
    function paper(state: string): string {
        switch (state) {
        case "printed": return qsTr("Đã in xong.");
        case "failed": return qsTr("Không in được. Xem máy in rồi in lại.");
        case "unknown": return qsTr("Không rõ đã ra giấy chưa. Xem khe giấy trước khi in lại.");
        }
        return qsTr("Chưa in phiếu nào từ khi máy chạy.");
    }
    function device(state: string): string {
        return state === "there" ? qsTr("Đang nối.") : state === "away" ? qsTr("Mất kết nối. Kiểm tra dây.") : qsTr("Không dùng ở máy này.");
    }
    function scanned(state: string): string {
        switch (state) {
        case "dossier": return qsTr("Đọc được: mã hồ sơ.");
        case "appointment": return qsTr("Đọc được: mã lịch hẹn.");
        case "card": return qsTr("Đọc được: thẻ căn cước (không lưu).");
        case "ticket": return qsTr("Đọc được: phiếu số của trung tâm.");
        case "unknown": return qsTr("Đọc được một mã lạ.");
        }
        return qsTr("Đưa một mã vạch bất kỳ vào khe quét.");
    }
}
