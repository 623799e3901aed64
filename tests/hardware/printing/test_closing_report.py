"""A counter's closing report: every figure on it, in each rendering, on both rolls, marked when reprinted."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hardware.printing.closing_report import CounterDay, closing_report, dong, waited
from hardware.printing.encoding import encode, fitting
from hardware.printing.layout import Band, Row, lay_out
from hardware.printing.profiles import EPSON_80, GENERIC_58, TCVN3_80, PrinterProfile, Rendering
from hardware.printing.slips import REPRINT_MARK
from hardware.simulated import operations as op
from tests.hardware.printing.paper import put_on_paper

DAY = CounterDay(
    centre="Trung tâm Phục vụ hành chính công phường Hưng Dũng",
    counter="Quầy 5 · Hộ tịch",
    clerk="Đặng Quỳnh Hương",
    day="Thứ Hai, 24/11/2026",
    served=42,
    no_shows=3,
    transferred=1,
    mean_wait_s=421.0,
    longest_wait_s=4_021.0,
    marks=(("Rất hài lòng", 30), ("Hài lòng", 8), ("Bình thường", 1), ("Không hài lòng", 1)),
    fees_count=12,
    fees=1_250_000,
    time="17:02 · 24/11/2026",
)
RENDERINGS = pytest.mark.parametrize(
    "profile",
    [
        EPSON_80,
        replace(EPSON_80, rendering=Rendering.RASTER),
        TCVN3_80,
        GENERIC_58,
        replace(GENERIC_58, rendering=Rendering.RASTER),
    ],
    ids=lambda profile: f"{profile.name}-{profile.rendering.value}",
)


def figures(day: CounterDay) -> dict[str, str]:
    return dict(closing_report(day).rows)


def test_every_figure_of_the_day_is_there() -> None:
    told = figures(DAY)
    assert (told["Quầy"], told["Cán bộ"], told["Ngày"]) == (DAY.counter, DAY.clerk, DAY.day)
    assert (told["Lượt đã phục vụ"], told["Vắng mặt"], told["Đã chuyển"]) == ("42", "3", "1")
    assert (told["Chờ trung bình"], told["Chờ lâu nhất"]) == ("8 phút", "1 giờ 08 phút")
    assert (told["Lượt đánh giá"], told["Rất hài lòng"]) == ("40", "30")
    assert (told["Số lần thu"], told["Tổng thu"]) == ("12", "1.250.000 đ")


def test_a_day_on_which_nobody_came_has_its_report_too() -> None:
    told = figures(CounterDay(centre="X", counter="Quầy 1", clerk="", day="24/11/2026", served=0))
    assert (told["Lượt đã phục vụ"], told["Chờ trung bình"], told["Tổng thu"]) == ("0", "–", "0 đ")
    assert "Lượt đánh giá" not in told


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0 phút"), (1, "1 phút"), (60, "1 phút"), (3600, "1 giờ 00 phút")]
)
def test_waits_are_whole_minutes_rounded_up(seconds: float, words: str) -> None:
    assert waited(seconds) == words


@pytest.mark.parametrize(("amount", "words"), [(0, "0 đ"), (999, "999 đ"), (12_345_678, "12.345.678 đ")])
def test_amounts_are_written_as_in_vietnam(amount: int, words: str) -> None:
    assert dong(amount) == words


@RENDERINGS
@pytest.mark.parametrize("roll_mm", [0, 58])
def test_it_is_printed_whole(profile: PrinterProfile, roll_mm: int) -> None:
    printed = put_on_paper(closing_report(DAY, roll_mm=roll_mm), profile)
    assert printed.clipped == 0
    assert not [one for one in printed.operations if isinstance(one, op.Ignored)]
    assert 60 < printed.height_mm < 260


@RENDERINGS
def test_a_reprint_is_marked(profile: PrinterProfile) -> None:
    blocks = lay_out(*fitting(closing_report(DAY, reprint=True), profile))
    assert blocks[0] == Band(REPRINT_MARK, blocks[0].size)  # type: ignore[union-attr]
    assert sum(isinstance(block, Row) for block in blocks) == sum(
        bool(label) for label, _ in closing_report(DAY).rows
    )
    assert encode(closing_report(DAY, reprint=True), profile) != encode(closing_report(DAY), profile)
