"""Dossiers from a CSV drop file, and what of them may leave the hub."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.dossiers.csv_source import CsvSource, parse
from hub.dossiers.masking import masked_code, masked_name
from hub.dossiers.source import SourceAway, Step


@pytest.mark.parametrize(
    ("code", "masked"),
    [
        ("000.00.14.H56-200203-0118", "000.00.14.H56-2002**-**18"),
        ("H57.132-260804-0583", "H57.132-2608**-**83"),
        ("HS12345678", "HS******78"),
        ("AB", "A***B"),
        ("", "***"),
    ],
)
def test_a_code_keeps_what_its_owner_knows_it_by(code: str, masked: str) -> None:
    assert masked_code(code) == masked


@pytest.mark.parametrize(
    ("name", "masked"),
    [
        ("Nguyễn Văn A", "NGUYỄN V*** A"),
        ("NGUYỄN THỊ MINH KHAI", "NGUYỄN T*** K"),
        ("Lê B", "LÊ *** B"),
        ("Công ty TNHH Hoa Sen", "CÔNG T*** S"),
        ("Mai", "M***"),
        ("  ", ""),
    ],
)
def test_a_name_is_masked(name: str, masked: str) -> None:
    assert masked_name(name) == masked


@given(st.text(max_size=40))
def test_masking_hides_something_of_anything(text: str) -> None:
    assert "*" in masked_code(text)
    assert not text.split() or "*" in masked_name(text)


def test_a_csv_is_read_with_its_steps_and_quoted_lines() -> None:
    found = parse(
        'code,state,note,steps\nh57-260804-0583,4,"dòng một\ndòng hai",'
        '"2026-11-13T15:10|Tiếp nhận; 2026-11-14|Ký duyệt; chuyển trả"\n'
    )
    dossier = found["H57-260804-0583"]
    assert dossier.note == "dòng một\ndòng hai"
    assert dossier.steps == (
        Step("2026-11-13T15:10", "Tiếp nhận"),
        Step("2026-11-14", "Ký duyệt; chuyển trả"),
    )


def test_semicolons_are_a_comma_too() -> None:
    assert parse("code;state;owner\nA-1;9;Lê, B\n")["A-1"].owner == "Lê, B"


@pytest.mark.parametrize("row", ["A-1,0", "A-1,11", "A-1,x", ",4", "A-1"])
def test_a_row_without_code_or_state_is_passed_over(row: str) -> None:
    assert list(parse(f"code,state\n{row}\nB-2,4\n")) == ["B-2"]


@pytest.mark.parametrize(
    "content", [None, b"", b"code,owner\nA-1,x\n", b"\xff\xfe\x00", b"code,state\n" + b"x" * 200_001]
)
def test_a_file_that_cannot_be_read_is_a_source_away(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "d.csv").write_bytes(content)
    source = CsvSource(tmp_path / "d.csv")
    with pytest.raises(SourceAway):
        source.find("A-1")
    with pytest.raises(SourceAway):
        source.on_board([4])


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "d.csv"
    file.write_text("code,state\nA-1,4\n", encoding="utf-8")
    os.utime(file, (1_000_000, 1_000_000))
    source = CsvSource(file)
    first, as_of = source.find(" a-1 ")
    assert first is not None
    assert (first.state, as_of.timestamp()) == (4, 1_000_000)
    file.write_text("code,state\nA-1,9\n", encoding="utf-8")
    os.utime(file, (2_000_000, 2_000_000))
    second, _ = source.find("A-1")
    assert second is not None
    assert second.state == 9


def test_the_board_shows_the_most_pressing_first(tmp_path: Path) -> None:
    file = tmp_path / "d.csv"
    rows = ["A,4,2026-12-01", "B,4,", "C,4,2026-11-30", "D,10,2026-01-01"]
    file.write_text("code,state,due_at\n" + "\n".join(rows), encoding="utf-8")
    dossiers, _ = CsvSource(file).on_board([4])
    assert [dossier.code for dossier in dossiers] == ["C", "A", "B"]
