"""Sentences that stand both on the screen and on paper, in the languages shipped. Pure.

What stands on the screen alone is in the QML files (``qsTr``).
"""

from __future__ import annotations

from collections.abc import Mapping

from config.model import Hall
from config.text import say
from kiosk.waits import listed

Words = Mapping[str, str]

AHEAD: Words = {"vi": "Trước bạn còn {n} người", "en": "{n} people ahead of you"}
AHEAD_ONE: Words = {"vi": "Trước bạn còn 1 người", "en": "1 person ahead of you"}
AHEAD_NONE: Words = {"vi": "Bạn là người tiếp theo", "en": "You are next"}
WAIT: Words = {"vi": "Khoảng {low}–{high} phút", "en": "About {low}–{high} minutes"}
WAIT_ONE: Words = {"vi": "Khoảng {high} phút", "en": "About {high} min"}
COUNTER: Words = {"vi": "quầy {numbers}", "en": "counter {numbers}"}
COUNTERS: Words = {"vi": "quầy {numbers}", "en": "counters {numbers}"}
FOLLOW: Words = {"vi": "Quét mã để theo dõi trên điện thoại", "en": "Scan to follow on your phone"}
HOTLINE: Words = {"vi": "Đường dây nóng: {number}", "en": "Hotline: {number}"}
PRIORITY: Words = {"vi": "Ưu tiên: {reason}", "en": "Priority: {reason}"}


def ahead(count: int | None, language: str) -> str:
    if count is None:
        return ""
    if count == 0:
        return say(AHEAD_NONE, language)
    return say(AHEAD_ONE if count == 1 else AHEAD, language).format(n=count)


def wait(span: tuple[int, int], language: str) -> str:
    low, high = span
    if high == 0:
        return ""
    return say(WAIT if low < high else WAIT_ONE, language).format(low=low, high=high)


def where(hall: Hall, found: tuple[tuple[str, tuple[str, ...]], ...], language: str) -> str:
    """Return ``Khu A · quầy 3, 4, 5``, one part a zone."""
    names = {zone.id: say(zone.name, language) for zone in hall.zones}
    parts = []
    for zone, numbers in found:
        counters = say(COUNTERS if len(numbers) > 1 else COUNTER, language).format(numbers=listed(numbers))
        parts.append(f"{names.get(zone, zone)} · {counters}")
    return "; ".join(parts)
