pragma Singleton
import QtQuick

// The words for the wire's codes, in the language in use.
QtObject {
    function reason(code: string, priority: string): string {
        switch (code) {
        case "in_turn": return qsTr("Đến lượt: chờ lâu nhất trong các hàng của quầy");
        case "priority": return priority === "" ? qsTr("Lượt ưu tiên") : qsTr("Lượt ưu tiên: %1").arg(priority);
        case "ageing": return qsTr("Đã chờ quá lâu nên được gọi trước");
        case "for_this_counter": return qsTr("Được chuyển đến quầy này");
        case "returning": return qsTr("Quay lại từ quầy khác");
        case "absent_again": return qsTr("Vắng khi gọi lần trước, nay gọi lại");
        case "resumed": return qsTr("Tiếp tục lượt đã tạm gác");
        case "by_hand": return qsTr("Do bạn chọn gọi");
        default: return qsTr("Đến lượt");
        }
    }

    function fact(kind: string): string {
        switch (kind) {
        case "priority": return qsTr("Ưu tiên");
        case "procedure": return qsTr("Thủ tục");
        case "dossier": return qsTr("Hồ sơ");
        case "dossier-state": return qsTr("Tình trạng");
        case "fee": return qsTr("Lệ phí");
        case "appointment": return qsTr("Lịch hẹn");
        case "waited": return qsTr("Đã chờ");
        case "transferred": return qsTr("Chuyển từ");
        case "absences": return qsTr("Gọi vắng");
        case "language": return qsTr("Ngôn ngữ");
        default: return qsTr("Ghi chú");
        }
    }

    function factText(kind: string, text: string): string {
        switch (kind) {
        case "waited": return qsTr("%1 phút").arg(text);
        case "absences": return qsTr("%1 lần").arg(text);
        case "transferred": return text.startsWith("#") ? qsTr("quầy %1").arg(text.slice(1)) : text;
        case "dossier-state": return dossier(text);
        case "fee": return fee(text);
        case "language": return text === "en" ? qsTr("Tiếng Anh") : text;
        default: return text;
        }
    }

    // "state|due day|owner" as the visit tells it.
    function dossier(told: string): string {
        const parts = told.split("|");
        const states = [
            "", qsTr("Mới đăng ký"), qsTr("Được tiếp nhận"), qsTr("Không được tiếp nhận"), qsTr("Đang xử lý"), qsTr("Yêu cầu bổ sung giấy tờ"),
            qsTr("Yêu cầu nộp phí, lệ phí"), qsTr("Công dân xin rút hồ sơ"), qsTr("Dừng xử lý"), qsTr("Đã xử lý xong"), qsTr("Đã trả kết quả")
        ];
        const words = [states[Number(parts[0])] ?? ""];
        if (parts[1] !== "")
            words.push(qsTr("hẹn %1").arg(parts[1]));
        if (parts[2] !== "")
            words.push(parts[2]);
        return words.join(" · ");
    }

    // "state|amount" as the visit tells it.
    function fee(told: string): string {
        const parts = told.split("|");
        switch (parts[0]) {
        case "paid": return qsTr("%1 · đã nộp").arg(parts[1]);
        case "cancelled": return qsTr("%1 · đã hủy thu").arg(parts[1]);
        case "refunded": return qsTr("%1 · đã hoàn lại").arg(parts[1]);
        default: return qsTr("%1 · chờ nộp").arg(parts[1]);
        }
    }

    function standing(state: string): string {
        switch (state) {
        case "parked": return qsTr("tạm gác");
        case "no_show": return qsTr("vắng mặt");
        default: return qsTr("đang chờ");
        }
    }

    function factIcon(kind: string): string {
        const icons = {
            priority: "account-star", procedure: "file-document-outline", dossier: "barcode", "dossier-state": "progress-check", fee: "cash",
            appointment: "calendar-clock", waited: "clock-outline", transferred: "swap-horizontal",
            absences: "account-off-outline", language: "web", note: "note-text-outline"
        };
        return icons[kind] ?? "note-text-outline";
    }

    function station(kind: string, name: string): string {
        switch (kind) {
        case "kiosk": return qsTr("Ki-ốt %1").arg(name);
        case "display": return qsTr("Màn hình %1").arg(name);
        case "counter": return qsTr("Máy quầy %1").arg(name);
        case "rating": return qsTr("Bảng đánh giá quầy %1").arg(name);
        case "gateway": return qsTr("Trang cho điện thoại");
        case "supervisor": return qsTr("Giám sát %1").arg(name);
        default: return name;
        }
    }

    // "device:state" as stations report it.
    function trouble(told: string): string {
        const parts = told.split(":");
        switch (parts[1]) {
        case "paper_low": return qsTr("sắp hết giấy");
        case "paper_out": return qsTr("hết giấy");
        case "cover_open": return qsTr("máy in đang mở nắp");
        case "broken": return parts[0] === "printer" ? qsTr("máy in hỏng") : qsTr("hỏng: %1").arg(parts[0]);
        case "offline": return parts[0] === "printer" ? qsTr("máy in mất kết nối") : qsTr("mất kết nối: %1").arg(parts[0]);
        default: return parts[0] + ": " + parts[1];
        }
    }

    // A device's state alone, as the log holds it.
    function deviceTold(state: string): string {
        switch (state) {
        case "ok":
        case "ready": return qsTr("thiết bị hoạt động lại");
        case "paper_low": return qsTr("máy in sắp hết giấy");
        case "paper_out": return qsTr("máy in hết giấy");
        case "cover_open": return qsTr("máy in đang mở nắp");
        case "offline": return qsTr("thiết bị mất kết nối");
        case "broken": return qsTr("thiết bị hỏng");
        default: return qsTr("thiết bị báo: %1").arg(state);
        }
    }

    // What came of an act that is not plain to see.
    function done(act: string, number: string): string {
        switch (act) {
        case "mark_no_show": return qsTr("%1: đã ghi vắng mặt").arg(number);
        case "requeue": return qsTr("%1 đã về hàng chờ").arg(number);
        case "park": return qsTr("%1 đã tạm gác").arg(number);
        case "transfer": return qsTr("%1 đã chuyển đi").arg(number);
        case "reinstate": return qsTr("%1 đã trở lại hàng chờ").arg(number);
        case "issue_ticket": return qsTr("Đã cấp số %1").arg(number);
        case "set_priority": return qsTr("%1: đã đổi diện ưu tiên").arg(number);
        case "link_dossier": return qsTr("%1: đã gắn hồ sơ").arg(number);
        case "cancel": return qsTr("%1 đã hủy").arg(number);
        case "assign_services": return qsTr("Quầy %1: đã đổi dịch vụ").arg(number);
        case "ask_help": return qsTr("Đã gọi người đến giúp quầy này");
        case "answer_help": return qsTr("Đã báo là bạn đang đến");
        case "broadcast": return number !== "" ? qsTr("Thông báo đã lên mọi màn hình") : qsTr("Đã gỡ thông báo");
        case "reprint": return qsTr("%1: đang in lại phiếu").arg(number);
        case "close_day": return qsTr("Đã kết thúc ngày làm việc");
        default: return number;
        }
    }

    // The clerk's day.
    function figure(key: string): string {
        switch (key) {
        case "served": return qsTr("Lượt đã phục vụ");
        case "no-shows": return qsTr("Vắng mặt");
        case "transferred": return qsTr("Đã chuyển đi");
        case "mean-service": return qsTr("Phục vụ trung bình");
        case "mean-wait": return qsTr("Chờ trung bình");
        case "longest-wait": return qsTr("Chờ lâu nhất");
        default: return qsTr("Lệ phí đã thu");
        }
    }

    function figureText(key: string, text: string): string {
        switch (key) {
        case "mean-service":
        case "mean-wait":
        case "longest-wait": return qsTr("%1 phút").arg(text);
        case "fees": return qsTr("%1 (%2 lần)").arg(text.split("|")[1]).arg(text.split("|")[0]);
        default: return text;
        }
    }

    // How a chord of the whole desktop stands.
    function hotKey(standing: string): string {
        switch (standing) {
        case "works": return qsTr("dùng được");
        case "taken": return qsTr("chương trình khác đã giữ phím này");
        case "off": return qsTr("đã tắt trong station.toml");
        case "wayland": return qsTr("màn hình Wayland không cho phép");
        default: return qsTr("máy này không cho phép");
        }
    }

    // The hub speaks Vietnamese; other languages say it by the code.
    function refusal(code: string, text: string, language: string): string {
        if (language === "vi" && text !== "")
            return text;
        switch (code) {
        case "queue_empty": return qsTr("Không còn ai chờ ở quầy này.");
        case "wrong_state": return qsTr("Lượt này không cho phép thao tác đó.");
        case "counter_busy": return qsTr("Quầy đang có lượt; hãy hoàn thành trước.");
        case "no_current_ticket": return qsTr("Quầy chưa gọi ai.");
        case "closed": return qsTr("Quầy đang đóng.");
        case "sign_in_first": return qsTr("Hãy đăng nhập trước.");
        case "wrong_pin": return qsTr("Mã PIN không đúng.");
        case "unknown_ticket": return qsTr("Không tìm thấy số này trong hôm nay.");
        case "not_allowed": return qsTr("Quầy này không được làm việc đó.");
        case "rate_limited": return qsTr("Thao tác quá nhanh; hãy đợi một lát.");
        case "already_rated": return qsTr("Lượt này đã được đánh giá.");
        case "rating_closed": return qsTr("Đã hết thời gian đánh giá lượt này.");
        case "too_early": return qsTr("Hôm nay vẫn còn giờ lấy số; chưa kết thúc ngày được.");
        case "unknown_dossier": return qsTr("Không tìm thấy hồ sơ có mã này.");
        case "unknown_station": return qsTr("Trung tâm không có máy này.");
        case "unknown_counter": return qsTr("Trung tâm không có quầy này.");
        case "unknown_service": return qsTr("Trung tâm không có dịch vụ này.");
        case "unknown_priority": return qsTr("Trung tâm không có diện ưu tiên này.");
        case "limit_reached": return qsTr("Dịch vụ này đã phát hết số của hôm nay.");
        case "unknown_appointment": return qsTr("Không tìm thấy lịch hẹn có mã này.");
        case "appointment_used": return qsTr("Lịch hẹn này đã lấy số rồi.");
        case "appointment_not_today": return qsTr("Lịch hẹn này không phải của hôm nay.");
        case "slow_down": return qsTr("Đã nhập sai nhiều lần; hãy đợi một lát.");
        case "source_away": return qsTr("Chưa tra cứu được hồ sơ; hãy thử lại sau.");
        case "bad_request":
        case "unknown_command": return qsTr("Máy chủ không hiểu yêu cầu này; hãy báo kỹ thuật viên.");
        case "too_large": return qsTr("Nội dung quá dài.");
        case "unauthorized": return qsTr("Máy này chưa được ghép nối.");
        case "internal": return qsTr("Máy chủ gặp lỗi; chưa có gì thay đổi.");
        case "store_failed": return qsTr("Máy chủ chưa ghi được; chưa có gì thay đổi.");
        case "away":
        case "unknown": return qsTr("Mất kết nối giữa chừng; hãy xem số hiện tại rồi làm tiếp.");
        default: return text !== "" ? text : qsTr("Chưa thực hiện được.");
        }
    }
}
