pragma Singleton
import QtQuick

// What happened, as a person would say it; who did it stands before these words.
QtObject {
    function who(kind: string, name: string): string {
        switch (kind) {
        case "counter": return qsTr("Quầy %1").arg(name);
        case "rating": return qsTr("Người dân ở quầy %1").arg(name);
        case "supervisor": return qsTr("Giám sát %1").arg(name);
        case "kiosk": return qsTr("Ki-ốt %1").arg(name);
        case "display": return qsTr("Màn hình %1").arg(name);
        case "gateway": return qsTr("Trang cho điện thoại");
        default: return qsTr("Hệ thống");
        }
    }

    function what(row: var): string {
        switch (row.ev) {
        case "day_began": return qsTr("bắt đầu ngày làm việc");
        case "ticket_issued": return qsTr("cấp số %1 – %2").arg(row.number).arg(row.service);
        case "ticket_called": return row.reason === "" ? qsTr("gọi %1").arg(row.number) : qsTr("gọi %1 – %2").arg(row.number).arg(Meanings.reason(row.reason, ""));
        case "serving_started": return qsTr("bắt đầu phục vụ %1").arg(row.number);
        case "ticket_parked": return qsTr("tạm gác %1").arg(row.number);
        case "ticket_transferred": return row.to !== "" ? qsTr("chuyển %1 sang quầy %2").arg(row.number).arg(row.to) : qsTr("chuyển %1 sang %2").arg(row.number).arg(row.service);
        case "ticket_requeued": return qsTr("đưa %1 về hàng chờ").arg(row.number);
        case "ticket_no_show": return qsTr("ghi %1 vắng mặt").arg(row.number);
        case "ticket_reinstated": return qsTr("cho %1 trở lại hàng chờ").arg(row.number);
        case "ticket_served": return qsTr("hoàn thành %1").arg(row.number);
        case "ticket_cancelled": return qsTr("hủy %1").arg(row.number);
        case "ticket_expired": return qsTr("%1 hết lượt khi hết giờ").arg(row.number);
        case "priority_changed": return (row.priority !== "" ? qsTr("đổi %1 sang ưu tiên %2").arg(row.number).arg(row.priority) : qsTr("bỏ ưu tiên của %1").arg(row.number)) + because(row.reason);
        case "dossier_linked": return qsTr("gắn hồ sơ cho %1").arg(row.number);
        case "fee_asked": return qsTr("đề nghị %1 nộp lệ phí %2").arg(row.number).arg(row.amount);
        case "fee_settled": return fee(row);
        case "counter_opened": return qsTr("mở quầy %1").arg(row.counter);
        case "counter_paused": return qsTr("tạm nghỉ quầy %1").arg(row.counter) + because(row.reason);
        case "counter_closed": return qsTr("đóng quầy %1").arg(row.counter);
        case "clerk_signed_in": return qsTr("%1 đăng nhập ở quầy %2").arg(row.clerk).arg(row.counter);
        case "clerk_signed_out": return qsTr("%1 đăng xuất ở quầy %2").arg(row.clerk).arg(row.counter);
        case "rating_given": return qsTr("đánh giá mức %1 cho lượt %2").arg(row.score).arg(row.number);
        case "device_reported": return Meanings.deviceTold(row.outcome);
        case "help_asked": return qsTr("gọi người giúp");
        case "help_answered": return qsTr("nhận đến giúp %1").arg(row.station);
        case "ticker_changed": return row.reason === "" ? qsTr("gỡ thông báo chung") : qsTr("thông báo chung: “%1”").arg(row.reason);
        case "reprint_asked": return qsTr("in lại phiếu %1 ở %2").arg(row.number).arg(row.station);
        default: return row.ev.replace(/_/g, " ") + (row.number !== "" ? " " + row.number : "");
        }
    }

    function fee(row: var): string {
        switch (row.outcome) {
        case "paid": return qsTr("xác nhận %1 đã nộp lệ phí").arg(row.number);
        case "refunded": return qsTr("hoàn lệ phí cho %1").arg(row.number);
        default: return qsTr("hủy thu lệ phí của %1").arg(row.number);
        }
    }

    function because(reason: string): string {
        return reason === "" ? "" : qsTr(" – lý do: %1").arg(reason);
    }
}
