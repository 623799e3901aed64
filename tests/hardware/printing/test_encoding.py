"""What a slip becomes on paper, seen through the simulated head."""

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hardware.errors import DoesNotFit
from hardware.printing.encoding import encode
from hardware.printing.profiles import (
    EPSON_80,
    SHIPPED,
    TCVN3_80,
    PrinterProfile,
    Rendering,
)
from hardware.printing.slips import StatusSlip
from hardware.simulated import operations as op
from hardware.simulated.glyphs import letters
from tests.hardware.printing.paper import put_on_paper
from tests.hardware.slips import DOSSIER, TICKET

ALL = pytest.mark.parametrize("profile", SHIPPED.values(), ids=SHIPPED)
LONG = replace(
    TICKET,
    reprint=True,
    priority="ƯU TIÊN · Người cao tuổi",
    number="A-1025",
    service="Đăng ký thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc " * 8,
    where="Khu A · tầng 2 · quầy 3, 4, 5, 6, 7, 8, 12",
    estimate="Chờ khoảng 1 giờ 10 phút đến 2 giờ",
)


@ALL
def test_the_printed_qr_code_reads_back(profile: PrinterProfile) -> None:
    assert put_on_paper(TICKET, profile).codes() == [TICKET.qr]


@ALL
def test_the_dossiers_code_reads_back_as_bars_or_where_they_do_not_fit_as_qr(profile: PrinterProfile) -> None:
    assert put_on_paper(DOSSIER, profile).codes() == [DOSSIER.barcode]


@ALL
def test_nothing_is_wider_than_the_head_and_no_command_is_unknown(profile: PrinterProfile) -> None:
    for slip in (TICKET, LONG):
        printed = put_on_paper(slip, profile)
        assert printed.clipped == 0
        assert not [one for one in printed.operations if isinstance(one, op.Ignored)]


@pytest.mark.parametrize("profile", [EPSON_80, TCVN3_80], ids=lambda profile: profile.name)
def test_the_fullest_ticket_stays_within_110_mm_and_the_stated_length_is_true(
    profile: PrinterProfile,
) -> None:
    for slip in (TICKET, replace(TICKET, reprint=True), LONG):
        encoded, printed = encode(slip, profile), put_on_paper(slip, profile)
        assert printed.height_mm <= 110
        if profile.rendering is Rendering.HYBRID:
            assert printed.height_mm == pytest.approx(encoded.paper_mm, abs=0.2)


def test_the_number_is_at_least_18_mm_high_on_80_mm_paper() -> None:
    doubled = [
        one
        for one in put_on_paper(TICKET, EPSON_80).operations
        if isinstance(one, op.RasterImage) and one.down == 2 and one.rows > 50
    ]
    assert len(doubled) == 1
    assert doubled[0].rows * 2 >= 18 * EPSON_80.dots_per_mm


def test_every_raster_is_centred_by_the_printer_before_it_is_sent() -> None:
    align = op.Align.LEFT
    for operation in put_on_paper(TICKET, EPSON_80).operations:
        match operation:
            case op.Init():
                align = op.Align.LEFT
            case op.SetAlign(to):
                align = to
            case op.RasterImage(width_bytes=width) if width > 1:
                assert align is op.Align.CENTRE


def test_a_reprint_says_so() -> None:
    assert "BẢN IN LẠI" in text_of(TCVN3_80, replace(TICKET, reprint=True))
    assert "BẢN IN LẠI" not in text_of(TCVN3_80, TICKET)


def text_of(profile: PrinterProfile, slip: object) -> str:
    """Return what the printer's own letters say, through its code pages."""
    slot, said = 0, ""
    for operation in put_on_paper(slip, profile).operations:  # type: ignore[arg-type]
        match operation:
            case op.CodePage(slot=new):
                slot = new
            case op.Text(data=data):
                said += letters(data, slot)
            case op.LineFeed():
                said += "\n"
    return said


def test_by_code_page_every_vietnamese_letter_arrives_as_itself() -> None:
    from hardware.printing.letters import VIETNAMESE_LETTERS

    slip = StatusSlip("Một Cửa", "Thử", lines=tuple(VIETNAMESE_LETTERS))
    said = text_of(TCVN3_80, slip)
    assert [letter for letter in VIETNAMESE_LETTERS if letter not in said] == []
    assert "?" not in said


def test_decomposed_text_prints_the_same_bytes() -> None:
    loose = replace(
        TICKET,
        **{field: unicodedata.normalize("NFD", getattr(TICKET, field)) for field in ("centre", "ahead")},
    )
    for profile in (EPSON_80, TCVN3_80):
        assert encode(loose, profile) == encode(TICKET, profile)


def test_a_hybrid_ticket_stays_under_15_kilobytes_and_text_under_1500() -> None:
    assert len(encode(TICKET, EPSON_80).data) < 15_000
    assert len(encode(TICKET, TCVN3_80).data) < 1_500


def test_a_qr_payload_no_code_can_hold_is_refused_with_its_size() -> None:
    with pytest.raises(DoesNotFit):
        encode(replace(TICKET, qr="x" * 5000), EPSON_80)


@settings(max_examples=25)
@given(st.text(max_size=120), st.text(min_size=1, max_size=12), st.sampled_from(list(SHIPPED.values())))
def test_any_text_prints_or_is_refused_never_clipped(
    service: str, number: str, profile: PrinterProfile
) -> None:
    slip = replace(TICKET, service=service, number=number)
    assert put_on_paper(slip, profile).clipped == 0


def test_a_shortened_line_by_code_page_stays_one_line() -> None:
    said = text_of(TCVN3_80, LONG).splitlines()
    assert all(len(line) <= TCVN3_80.width_dots // 12 for line in said)
    assert any(line.endswith("...") for line in said)
