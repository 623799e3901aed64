"""Stable error codes of the wire and the sentence each means, for the reader of a log."""

from typing import Final

ERROR_CODES: Final[dict[str, str]] = {
    "bad_request": "The frame or its arguments are not of the protocol's form.",
    "unknown_command": "No command has this name.",
    "not_allowed": "This role may not do that.",
    "unauthorized": "The token is unknown or revoked.",
    "rate_limited": "Too many commands; wait and send again.",
    "too_large": "The frame is over the size limit.",
    "queue_empty": "Nobody waits for this counter.",
    "closed": "Outside issuing hours, or the counter is closed.",
    "limit_reached": "The service's numbers for today are all given out.",
    "unknown_service": "No service has this id.",
    "unknown_counter": "No counter has this id.",
    "unknown_station": "The centre has no station of this id.",
    "unknown_ticket": "No ticket of today has this id.",
    "unknown_priority": "No priority reason has this id.",
    "unknown_dossier": "The source knows no dossier of this code.",
    "wrong_state": "The ticket's life cycle does not allow this step.",
    "counter_busy": "This counter has a current ticket; finish it first.",
    "no_current_ticket": "This counter has no current ticket.",
    "sign_in_first": "A clerk must sign in at this counter first.",
    "wrong_pin": "The clerk's PIN is wrong.",
    "already_rated": "This ticket has its rating.",
    "rating_closed": "The time for rating this ticket is over.",
    "too_early": "Numbers are still given out today; the day cannot be closed yet.",
    "source_away": "The dossier source does not answer.",
    "store_failed": "The hub could not write; nothing was done.",
    "internal": "The hub failed; nothing was done.",
}
RETRY_CODES: Final = frozenset({"rate_limited", "source_away", "store_failed", "internal"})
"""Sending the same command again (same key) may succeed."""

SENTENCES: Final[dict[str, str]] = {
    "bad_request": "Yêu cầu không đúng dạng.",
    "unknown_command": "Hệ thống không biết lệnh này.",
    "not_allowed": "Thiết bị này không được làm việc đó.",
    "unauthorized": "Thiết bị này chưa được ghép với trung tâm.",
    "rate_limited": "Thao tác quá nhanh; xin chờ một lát rồi thử lại.",
    "too_large": "Yêu cầu quá dài.",
    "queue_empty": "Hiện không có ai chờ quầy này.",
    "closed": "Hiện chưa đến giờ lấy số hoặc đã hết giờ lấy số.",
    "limit_reached": "Dịch vụ này đã phát hết số của hôm nay.",
    "unknown_service": "Trung tâm không có dịch vụ này.",
    "unknown_counter": "Trung tâm không có quầy này.",
    "unknown_station": "Trung tâm không có máy này.",
    "unknown_ticket": "Hôm nay không có số này.",
    "unknown_priority": "Trung tâm không có diện ưu tiên này.",
    "unknown_dossier": "Không tìm thấy hồ sơ có mã này.",
    "wrong_state": "Số này không ở trạng thái cho phép việc đó.",
    "counter_busy": "Quầy đang có khách; hãy kết thúc lượt này trước.",
    "no_current_ticket": "Quầy chưa gọi số nào.",
    "sign_in_first": "Hãy đăng nhập cán bộ tại quầy này trước.",
    "wrong_pin": "Mã PIN không đúng.",
    "already_rated": "Lượt này đã được đánh giá.",
    "rating_closed": "Đã hết thời gian đánh giá lượt này.",
    "too_early": "Hôm nay vẫn còn giờ lấy số; chưa kết thúc ngày được.",
    "source_away": "Chưa tra cứu được hồ sơ lúc này; xin thử lại sau.",
    "store_failed": "Chưa ghi được; chưa có gì thay đổi, xin thử lại.",
    "internal": "Hệ thống gặp lỗi; chưa có gì thay đổi, xin thử lại.",
}
"""One calm sentence per code, for the person at the station; an answer may carry a more exact one."""
