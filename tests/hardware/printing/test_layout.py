"""The ticket as its centre wants it, and the other slips of the same engine."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from config.manners import DEFAULT_PARTS, TicketTexts
from hardware.printing.layout import ROOMY, BigNumber, Line, lay_out
from hardware.printing.profiles import EPSON_80, GENERIC_58, TCVN3_80, PrinterProfile
from hardware.printing.slips import TICKET_PARTS, GuideSlip, ReportSlip
from hardware.simulated.glyphs import letters
from hardware.simulated.operations import Operation, RasterImage, Text
from tests.hardware.printing.paper import put_on_paper
from tests.hardware.slips import TICKET

HEADS = pytest.mark.parametrize("profile", [EPSON_80, GENERIC_58], ids=lambda profile: profile.name)
REPORT = ReportSlip(
    centre="Trung tâm Phục vụ hành chính công phường Hưng Dũng",
    title="Báo cáo đóng quầy 3",
    rows=(
        ("Cán bộ", "Nguyễn Thị Ánh"),
        ("Đã phục vụ", "42"),
        ("", ""),
        ("Không có mặt khi gọi", "3"),
        ("Thời gian phục vụ trung bình của tất cả các lượt trong ngày", "7 phút 40 giây"),
    ),
    signatures=("Cán bộ ký tên",),
    time="17:02 · 24/11/2026",
)


def said(parts: tuple[str, ...], **more: str) -> list[str]:
    blocks = lay_out(replace(TICKET, parts=parts, **more), ROOMY)
    return [block.text for block in blocks if isinstance(block, Line | BigNumber)]


def test_parts_stand_in_the_order_of_the_centre() -> None:
    assert said(("number", "service", "time")) == [TICKET.number, TICKET.service, TICKET.time]
    assert said(("time", "service", "number")) == [TICKET.time, TICKET.service, TICKET.number]


def test_the_number_is_printed_even_where_the_template_forgets_it() -> None:
    assert said(("centre",)) == [TICKET.number, TICKET.centre]


def test_the_configuration_and_the_layout_know_the_same_parts() -> None:
    known = set(TICKET_PARTS)
    assert set(DEFAULT_PARTS) | {"barcode"} == known
    for part in sorted(known):
        assert TicketTexts.model_validate({"parts": ["number", part]}).parts == ("number", part)
        assert lay_out(replace(TICKET, parts=("number", part), note="x", barcode="A1", logo="x"), ROOMY)


def logo_file(folder: Path) -> str:
    picture = Image.new("RGBA", (900, 600), (0, 0, 0, 0))
    ImageDraw.Draw(picture).ellipse((100, 50, 800, 550), fill=(200, 0, 0, 255))
    path = folder / "logo.png"
    picture.save(path)
    return str(path)


@HEADS
def test_logo_note_and_barcode_are_printed(profile: PrinterProfile, tmp_path: Path) -> None:
    full = replace(
        TICKET,
        logo=logo_file(tmp_path),
        note="Mang theo bản chính để đối chiếu.",
        barcode="A012",
        footer=(),
        address="",
    )
    printed = put_on_paper(full, profile)
    assert printed.clipped == 0 and printed.height_mm <= 145
    assert sorted(printed.codes()) == sorted([TICKET.qr, "A012"])
    widest = max(one.width_bytes * one.across for one in printed.operations if isinstance(one, RasterImage))
    assert widest * 8 <= profile.width_dots


@pytest.mark.parametrize("content", [b"", b"GIF89a", b"not a picture"])
def test_a_broken_logo_does_not_stop_the_ticket(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "logo.png").write_bytes(content)
    for path in (tmp_path / "logo.png", tmp_path / "missing.png", tmp_path):
        printed = put_on_paper(replace(TICKET, logo=str(path)), EPSON_80)
        assert np.array_equal(
            np.array(printed.picture)[-700:], np.array(put_on_paper(TICKET, EPSON_80).picture)[-700:]
        )


@HEADS
def test_a_report_has_its_figures_at_the_right_edge(profile: PrinterProfile) -> None:
    printed = put_on_paper(REPORT, profile)
    assert printed.clipped == 0
    rows = [one for one in printed.operations if isinstance(one, RasterImage) and one.across == 1]
    full = [one for one in rows if one.width_bytes == profile.width_dots // 8]
    assert len(full) == 4
    for one in full:
        last = np.frombuffer(one.data, np.uint8).reshape(one.rows, one.width_bytes)[:, -2:]
        assert last.any()


def test_a_report_in_the_printers_letters_fills_its_columns() -> None:
    printed = put_on_paper(REPORT, TCVN3_80)
    lines = [one.data for one in printed.operations if isinstance(one, Text)]
    assert any(b"42" in line for line in lines)
    assert max(len(list(letters(line, 0))) for line in lines) <= 48


GUIDE = GuideSlip(
    centre="Trung tâm Phục vụ hành chính công phường Hưng Dũng",
    heading="Phiếu hướng dẫn",
    title="Đăng ký khai sinh",
    items=(
        "Tờ khai theo mẫu",
        "Giấy chứng sinh do cơ sở y tế nơi trẻ sinh ra cấp cho cha mẹ " * 2,
        *tuple(f"Giấy tờ thứ {n}" for n in range(3, 15)),
    ),
    qr="https://dichvucong.gov.vn/p/home/dvc-tthc-trang-chu.html?ma=1.004772",
    source="Nguồn: Cổng Dịch vụ công quốc gia",
)


@pytest.mark.parametrize("profile", [EPSON_80, GENERIC_58, TCVN3_80], ids=lambda profile: profile.name)
def test_a_guide_has_its_items_and_its_code_and_clips_nothing(profile: PrinterProfile) -> None:
    printed = put_on_paper(GUIDE, profile)
    assert printed.clipped == 0 and printed.codes() == [GUIDE.qr]


@pytest.mark.parametrize("profile", [EPSON_80, GENERIC_58], ids=lambda profile: profile.name)
def test_every_item_has_a_box_and_its_later_lines_are_indented(profile: PrinterProfile) -> None:
    one = put_on_paper(replace(GUIDE, items=GUIDE.items[:1]), profile)
    for count in (2, 5):
        printed = put_on_paper(replace(GUIDE, items=GUIDE.items[:count]), profile)
        assert boxes(printed.operations) == boxes(one.operations) + count - 1


def boxes(operations: list[Operation]) -> int:
    """Count the pictures that begin with a box: eight rows of ink in the first column."""
    pictures = [one for one in operations if isinstance(one, RasterImage) and one.across == 1]
    columns = [np.frombuffer(one.data, np.uint8).reshape(one.rows, -1)[:, 0] & 0xC0 for one in pictures]
    return sum(np.count_nonzero(column == 0xC0) >= 12 for column in columns)


def test_a_printer_that_writes_itself_gets_brackets() -> None:
    printed = put_on_paper(GUIDE, TCVN3_80)
    lines = [one.data for one in printed.operations if isinstance(one, Text)]
    assert sum(line.startswith(b"[ ] ") for line in lines) == len(GUIDE.items)
    assert any(line.startswith(b"       ") for line in lines)
