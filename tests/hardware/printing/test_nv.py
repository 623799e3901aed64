"""Pictures kept in the printer: named by content, stored once, printed by name; and the bytes that saves."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from hardware.errors import BadDescription
from hardware.printing.encoding import encode
from hardware.printing.nv_pictures import kept_pictures, with_stored
from hardware.printing.nv_record import read_record, write_record
from hardware.printing.profiles import EPSON_80, GENERIC_58, TCVN3_80, PrinterProfile
from hardware.simulated import operations as op
from hardware.simulated.interpreter import Interpreter
from hardware.simulated.paper import Paper
from tests.hardware.printing.paper import put_on_paper
from tests.hardware.slips import TICKET

PROFILES = pytest.mark.parametrize("profile", [EPSON_80, GENERIC_58, TCVN3_80], ids=lambda one: one.name)


def paper_with(profile: PrinterProfile) -> tuple[Paper, PrinterProfile]:
    pictures = kept_pictures([TICKET], profile)
    paper = Paper(profile.width_dots, profile.dots(profile.top_mm))
    for operation in Interpreter().feed(pictures.commands):
        paper.apply(operation)
    assert paper.picture_writes == len(pictures.keys) and not pictures.clashing
    return paper, with_stored(profile, pictures)


@PROFILES
def test_a_ticket_with_stored_pictures_is_shorter_and_misses_none(profile: PrinterProfile) -> None:
    paper, stored = paper_with(profile)
    data = encode(TICKET, stored).data
    assert len(data) < len(encode(TICKET, profile).data) * 0.8
    named = [one for one in Interpreter().feed(data) if isinstance(one, op.StoredPicture)]
    assert len(named) >= 6 and {one.key for one in named} <= set(paper.pictures)


@pytest.mark.parametrize("profile", [EPSON_80, GENERIC_58], ids=lambda one: one.name)
def test_the_paper_looks_the_same_with_and_without_stored_pictures(profile: PrinterProfile) -> None:
    paper, stored = paper_with(profile)
    for operation in Interpreter().feed(encode(TICKET, stored).data):
        paper.apply(operation)
    assert np.array_equal(np.array(paper.cut(0)), np.array(put_on_paper(TICKET, profile).picture))


def test_byte_targets_are_kept() -> None:
    assert len(encode(TICKET, EPSON_80).data) <= 13_000
    assert len(encode(TICKET, paper_with(EPSON_80)[1]).data) <= 6_000
    assert len(encode(TICKET, paper_with(TCVN3_80)[1]).data) <= 500


def test_a_text_that_changed_is_sent_as_dots_again() -> None:
    _, stored = paper_with(EPSON_80)
    moved = replace(TICKET, address="Số 99 đường khác")
    assert len(encode(moved, stored).data) > len(encode(TICKET, stored).data) + 400


def test_a_record_belongs_to_one_printer(tmp_path: Path) -> None:
    pictures = kept_pictures([TICKET], EPSON_80)
    record = tmp_path / "pictures.json"
    assert read_record(record, "tcp://a:9100") == frozenset()
    write_record(record, "tcp://a:9100", pictures.keys)
    assert read_record(record, "tcp://a:9100") == pictures.keys
    assert read_record(record, "tcp://b:9100") == frozenset()


@pytest.mark.parametrize("content", ["", "[]", '{"pictures": 3}', '{"printer": "x", "pictures": ["ế"]}'])
def test_a_file_that_is_no_record_is_refused(tmp_path: Path, content: str) -> None:
    (tmp_path / "x.json").write_text(content)
    with pytest.raises(BadDescription):
        read_record(tmp_path / "x.json", "x")
