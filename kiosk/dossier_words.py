"""What a dossier's state means for its owner and what to do next, in the languages shipped. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from config.model import Purpose

Tone = Literal["going", "wants_you", "ready", "ended"]


@dataclass(frozen=True, slots=True)
class StateWords:
    """``purpose``: what the owner may take a number for now, if anything."""

    name: Mapping[str, str]
    next: Mapping[str, str]
    tone: Tone
    purpose: Purpose | None = None


STATES: Mapping[int, StateWords] = {
    1: StateWords(
        {"vi": "Mới đăng ký", "en": "Submitted"},
        {
            "vi": "Hồ sơ đang chờ cán bộ tiếp nhận. Bạn chưa cần làm gì.",
            "en": "Waiting to be accepted by an officer. Nothing to do yet.",
        },
        "going",
    ),
    2: StateWords(
        {"vi": "Được tiếp nhận", "en": "Accepted"},
        {
            "vi": "Hồ sơ đã được nhận. Bạn chờ đến ngày hẹn trả.",
            "en": "Your dossier was accepted. Please wait for the due date.",
        },
        "going",
    ),
    3: StateWords(
        {"vi": "Không được tiếp nhận", "en": "Not accepted"},
        {
            "vi": "Hồ sơ chưa đủ điều kiện tiếp nhận. Mời bạn gặp cán bộ hướng dẫn để được giải thích.",
            "en": "The dossier could not be accepted. Please ask an officer for the reason.",
        },
        "wants_you",
        "ask",
    ),
    4: StateWords(
        {"vi": "Đang xử lý", "en": "Being processed"},
        {
            "vi": "Cơ quan đang giải quyết. Bạn chờ đến ngày hẹn trả.",
            "en": "The agency is working on it. Please wait for the due date.",
        },
        "going",
    ),
    5: StateWords(
        {"vi": "Yêu cầu bổ sung giấy tờ", "en": "More papers needed"},
        {
            "vi": "Hồ sơ còn thiếu giấy tờ. Mời bạn lấy số để nộp bổ sung.",
            "en": "Some papers are missing. Please take a number to hand them in.",
        },
        "wants_you",
        "supplement",
    ),
    6: StateWords(
        {"vi": "Yêu cầu thực hiện nghĩa vụ tài chính", "en": "Payment needed"},
        {
            "vi": "Bạn cần nộp khoản tiền theo thông báo trước khi nhận kết quả. Mời bạn hỏi tại quầy.",
            "en": "Please pay as notified before the result is handed out. Ask at the counter.",
        },
        "wants_you",
        "submit",
    ),
    7: StateWords(
        {"vi": "Công dân yêu cầu rút hồ sơ", "en": "Withdrawn by its owner"},
        {
            "vi": "Hồ sơ đang được rút theo yêu cầu của bạn.",
            "en": "The dossier is being withdrawn as you asked.",
        },
        "ended",
    ),
    8: StateWords(
        {"vi": "Dừng xử lý", "en": "Stopped"},
        {
            "vi": "Việc giải quyết đã dừng. Mời bạn gặp cán bộ hướng dẫn để biết lý do.",
            "en": "Processing was stopped. Please ask an officer for the reason.",
        },
        "ended",
        "ask",
    ),
    9: StateWords(
        {"vi": "Đã xử lý xong", "en": "Ready"},
        {
            "vi": "Đã có kết quả. Mời bạn lấy số để nhận kết quả.",
            "en": "Your result is ready. Please take a number to collect it.",
        },
        "ready",
        "collect",
    ),
    10: StateWords(
        {"vi": "Đã trả kết quả", "en": "Handed out"},
        {"vi": "Kết quả của hồ sơ này đã được trả.", "en": "The result was already handed out."},
        "ended",
    ),
}
UNKNOWN_STATE = StateWords(
    {"vi": "Đang cập nhật", "en": "Being updated"},
    {"vi": "Mời bạn hỏi tại quầy hướng dẫn.", "en": "Please ask at the help desk."},
    "going",
)


def words_of(state: int) -> StateWords:
    return STATES.get(state, UNKNOWN_STATE)
