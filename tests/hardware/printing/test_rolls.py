"""The width of the roll: narrower paper narrows the slip, a narrow head stays narrow and says so."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from structlog.testing import capture_logs

from hardware.printing.encoding import encode
from hardware.printing.nv_pictures import kept_pictures
from hardware.printing.profiles import (
    EPSON_80,
    GENERIC_58,
    GENERIC_80,
    TCVN3_80,
    PrinterProfile,
    on_roll,
    roll_conflict,
)
from hardware.simulated import operations as op
from hardware.simulated.paper import SIDE_MARGIN_DOTS, TABLE
from tests.hardware.printing.paper import put_on_paper
from tests.hardware.slips import DOSSIER, TICKET

WIDE = [EPSON_80, GENERIC_80, TCVN3_80]
NARROW_DOTS = 384


def inked_columns(slip: object, profile: PrinterProfile) -> np.ndarray:
    printed = put_on_paper(slip, profile)  # type: ignore[arg-type]
    assert printed.clipped == 0
    ink = np.asarray(printed.picture.convert("L"))[TABLE + 8 : -TABLE - 8] < 128
    return np.nonzero(ink[:, TABLE + SIDE_MARGIN_DOTS : -TABLE - SIDE_MARGIN_DOTS].any(axis=0))[0]


@pytest.mark.parametrize("profile", WIDE, ids=lambda profile: profile.name)
@pytest.mark.parametrize("slip", [TICKET, DOSSIER], ids=["ticket", "dossier"])
def test_on_58_mm_paper_nothing_is_printed_beside_it(profile: PrinterProfile, slip: object) -> None:
    columns = inked_columns(replace(slip, roll_mm=58), profile)  # type: ignore[type-var]
    assert columns.max() < NARROW_DOTS
    assert inked_columns(slip, profile).max() > NARROW_DOTS
    assert abs(columns.min() - (NARROW_DOTS - 1 - columns.max())) < 24  # and it stands in the middle


@pytest.mark.parametrize("profile", WIDE, ids=lambda profile: profile.name)
def test_the_codes_still_read_on_the_narrow_roll(profile: PrinterProfile) -> None:
    assert put_on_paper(replace(TICKET, roll_mm=58), profile).codes() == [TICKET.qr]


@pytest.mark.parametrize("profile", [*WIDE, GENERIC_58], ids=lambda profile: profile.name)
@pytest.mark.parametrize("roll_mm", [0, 80])
def test_a_roll_as_wide_as_the_head_or_wider_changes_no_byte(profile: PrinterProfile, roll_mm: int) -> None:
    assert encode(replace(TICKET, roll_mm=roll_mm), profile) == encode(TICKET, profile)


def test_58_mm_on_a_58_mm_head_changes_no_byte() -> None:
    assert encode(replace(TICKET, roll_mm=58), GENERIC_58) == encode(TICKET, GENERIC_58)


def test_the_printer_is_told_its_area_once_and_only_where_it_must() -> None:
    told = [
        one.dots
        for one in put_on_paper(replace(TICKET, roll_mm=58), EPSON_80).operations
        if isinstance(one, op.SetArea)
    ]
    assert told == [NARROW_DOTS]
    assert not [one for one in put_on_paper(TICKET, EPSON_80).operations if isinstance(one, op.SetArea)]


def test_80_mm_paper_in_a_58_mm_printer_is_said_once() -> None:
    assert "paper_mm" in roll_conflict(GENERIC_58, 80)
    odd = replace(GENERIC_58, name="said-once")
    with capture_logs() as logs:
        for _ in range(3):
            encode(replace(TICKET, roll_mm=80), odd)
    assert [line["log_level"] for line in logs] == ["warning"]


@pytest.mark.parametrize("roll_mm", [0, 58, 80])
def test_a_wide_head_has_no_conflict(roll_mm: int) -> None:
    assert roll_conflict(EPSON_80, roll_mm) == ""
    assert on_roll(EPSON_80, 0) is EPSON_80


def test_stored_lines_are_those_of_the_roll() -> None:
    narrow = kept_pictures([replace(TICKET, roll_mm=58)], EPSON_80)
    assert narrow.keys != kept_pictures([TICKET], EPSON_80).keys
    stored = replace(EPSON_80, stored=narrow.keys)
    assert len(encode(replace(TICKET, roll_mm=58), stored).data) < len(
        encode(replace(TICKET, roll_mm=58), EPSON_80).data
    )
