"""A small centre for tests: three services, three counters, two clerks, one zone more than needed."""

from __future__ import annotations

from typing import Any

from config.model import Hall

# argon2 of the PIN "1234", cheap parameters: a test's hall is no secret.
CLERK_PIN = "1234"
CLERK_PIN_HASH = (
    "$argon2id$v=19$m=8,t=1,p=1$HNSbsHvxKMMiTXqVAAKjVg$o+S6BSclkdcBV+Hp61fXfMyFMHoOouXxdZ33bvEMqWA"
)

_HALL: dict[str, Any] = {
    "centre": {
        "id": "phuong-test",
        "name": {"vi": "Trung tâm Phục vụ hành chính công phường Thử", "en": "Test ward centre"},
        "short_name": "TTPVHCC phường Thử",
        "address": "1 Đường Thử, phường Thử",
        "hotline": "0259 3822 000",
        "phone_url": "https://so.example.vn",
    },
    "hours": {
        "days": ["mon", "tue", "wed", "thu", "fri"],
        "sessions": [
            {"opens": "07:30", "closes": "11:30", "issue_until": "11:00"},
            {"opens": "13:00", "closes": "17:00", "issue_until": "16:30"},
        ],
    },
    "agencies": [{"id": "ubnd", "name": "UBND phường Thử"}],
    "fields": [
        {"id": "ho-tich", "name": {"vi": "Hộ tịch", "en": "Civil status"}, "agency": "ubnd"},
        {"id": "dat-dai", "name": {"vi": "Đất đai", "en": "Land"}, "agency": "ubnd"},
    ],
    "services": [
        {"id": "khai-sinh", "name": "Đăng ký khai sinh", "prefix": "A", "field": "ho-tich"},
        {"id": "chung-thuc", "name": "Chứng thực", "prefix": "B", "field": "ho-tich", "typical_minutes": 4},
        {"id": "tach-thua", "name": "Tách thửa, hợp thửa đất", "prefix": "C", "field": "dat-dai"},
    ],
    "zones": [{"id": "tang-1", "name": "Tầng 1"}, {"id": "tang-2", "name": "Tầng 2"}],
    "counters": [
        {"id": "q1", "number": "1", "zone": "tang-1", "services": ["khai-sinh", "chung-thuc"]},
        {"id": "q2", "number": "2", "zone": "tang-1", "services": ["chung-thuc", "khai-sinh"]},
        {"id": "q3", "number": "3", "zone": "tang-2", "services": ["tach-thua"]},
    ],
    "kiosks": [{"id": "k1", "zone": "tang-1"}],
    "displays": [{"id": "tv1", "zones": ["tang-1", "tang-2"], "speaks": True}],
    "clerks": [
        {"id": "lan", "name": "Nguyễn Thị Lan", "pin_hash": CLERK_PIN_HASH},
        {"id": "minh", "name": "Trần Văn Minh", "pin_hash": CLERK_PIN_HASH},
    ],
    "priority": {
        "mode": "interleaved",
        "others_between": 3,
        "reasons": [
            {"id": "cao-tuoi", "name": "Người cao tuổi", "from_age": 60},
            {"id": "mang-thai", "name": "Phụ nữ mang thai"},
        ],
    },
    "rating": {
        "levels": [
            {"score": 5, "name": "Rất hài lòng"},
            {"score": 4, "name": "Hài lòng"},
            {"score": 3, "name": "Bình thường"},
            {"score": 2, "name": "Không hài lòng"},
            {"score": 1, "name": "Rất không hài lòng"},
        ],
        "reasons": [{"id": "cho-lau", "name": "Chờ lâu"}, {"id": "thai-do", "name": "Thái độ phục vụ"}],
    },
}


def sample_hall(**parts: Any) -> Hall:
    """Return the sample centre; ``parts`` update its top-level tables (``calling={"no_show_after_s": 5}``).

    A table is merged into the sample's own, anything else replaces it.
    """
    data = dict(_HALL)
    for name, value in parts.items():
        own = data.get(name)
        data[name] = {**own, **value} if isinstance(own, dict) and isinstance(value, dict) else value
    return Hall.model_validate(data)


def round_the_clock() -> dict[str, Any]:
    """Return an ``hours`` table that is always open, for tests that are not about hours."""
    days = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
    return {"days": days, "sessions": [{"opens": "00:00", "closes": "23:59:59"}]}
