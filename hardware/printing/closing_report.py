"""A counter's closing report: from the day's figures to a slip of labels and figures, in Vietnamese. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from hardware.printing.slips import ReportSlip

TITLE = "BÁO CÁO CUỐI NGÀY"
BETWEEN = ("", "")


@dataclass(frozen=True, slots=True)
class CounterDay:
    """What a counter did in a day. Waits in seconds, ``fees`` in đồng.

    ``day`` and ``time`` are ready to print. ``mean_wait_s`` and ``longest_wait_s`` are None where nobody was
    called. ``marks`` are (name, how often) from best to worst. ``further`` rows come after the figures, for
    what a centre counts besides.
    """

    centre: str
    counter: str
    clerk: str
    day: str
    served: int
    no_shows: int = 0
    transferred: int = 0
    mean_wait_s: float | None = None
    longest_wait_s: float | None = None
    marks: tuple[tuple[str, int], ...] = ()
    fees_count: int = 0
    fees: int = 0
    further: tuple[tuple[str, str], ...] = ()
    time: str = ""


def closing_report(day: CounterDay, *, reprint: bool = False, roll_mm: int = 0) -> ReportSlip:
    """Return the slip; a second print of the same day is to be marked with ``reprint``."""
    slip = ReportSlip(
        centre=day.centre,
        title=TITLE,
        rows=tuple(_rows(day)),
        signatures=(f"Cán bộ: {day.clerk}" if day.clerk else "Cán bộ", "Người nhận bàn giao"),
        time=day.time,
    )
    return replace(slip, reprint=reprint, roll_mm=roll_mm)


def _rows(day: CounterDay) -> Iterator[tuple[str, str]]:
    yield from (("Quầy", day.counter), ("Cán bộ", day.clerk or "–"), ("Ngày", day.day), BETWEEN)
    yield ("Lượt đã phục vụ", str(day.served))
    yield ("Vắng mặt", str(day.no_shows))
    if day.transferred:
        yield ("Đã chuyển", str(day.transferred))
    yield ("Chờ trung bình", waited(day.mean_wait_s))
    yield ("Chờ lâu nhất", waited(day.longest_wait_s))
    yield from day.further
    if day.marks:
        yield BETWEEN
        yield ("Lượt đánh giá", str(sum(count for _, count in day.marks)))
        yield from ((name, str(count)) for name, count in day.marks)
    yield BETWEEN
    if day.fees_count:
        yield ("Số lần thu", str(day.fees_count))
    yield ("Tổng thu", dong(day.fees))


def waited(seconds: float | None) -> str:
    """Return a wait in whole minutes, rounded up; a dash where there was none."""
    if seconds is None:
        return "–"
    hours, minutes = divmod(max(0, -int(-seconds // 60)), 60)
    return f"{hours} giờ {minutes:02} phút" if hours else f"{minutes} phút"


def dong(amount: int) -> str:
    """Return an amount as it is written in Vietnam: 1.250.000 đ."""
    return f"{amount:,}".replace(",", ".") + " đ"
