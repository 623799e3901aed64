"""Dossiers from the newest table of a drop folder."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from hub.dossiers.csv_source import FolderSource
from hub.dossiers.fields import FieldMap
from hub.dossiers.source import SourceAway
from tests.hub.dossiers.workbooks import write_xlsx

VIETNAMESE = FieldMap({"code": "Mã hồ sơ", "state": "Trạng thái", "due_at": "Hẹn trả", "owner": "Chủ hồ sơ"})


def drop(folder: Path, name: str, content: str | bytes, at: int) -> None:
    file = folder / name
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    os.utime(file, (at, at))


def state_in(source: FolderSource, code: str = "A-1") -> tuple[int | None, float]:
    dossier, as_of = source.find(code)
    return dossier.state if dossier else None, as_of.timestamp()


def test_the_newest_table_counts_and_its_time_is_told(tmp_path: Path) -> None:
    drop(tmp_path, "z.csv", "code,state\nA-1,4\n", 1_000)
    source = FolderSource(tmp_path)
    assert state_in(source) == (4, 1_000)
    drop(tmp_path, "a.csv", "code,state\nA-1,9\n", 2_000)
    assert state_in(source) == (9, 2_000)
    assert [one.code for one in source.on_board([9])[0]] == ["A-1"]


@pytest.mark.parametrize("name", ["~$b.xlsx", ".b.csv", "_b.csv", "b.csv.part", "b.txt"])
def test_what_is_still_written_or_no_table_is_passed_over(tmp_path: Path, name: str) -> None:
    drop(tmp_path, "a.csv", "code,state\nA-1,4\n", 1_000)
    drop(tmp_path, name, "code,state\nA-1,9\n", 2_000)
    assert state_in(FolderSource(tmp_path)) == (4, 1_000)


@pytest.mark.parametrize(
    ("name", "content"),
    [("b.csv", "code,own"), ("b.csv", b"\xff\xfe\x00"), ("b.xlsx", b"PK\x03\x04 half"), ("b.xlsx", b"")],
)
def test_a_newest_file_that_cannot_be_read_leaves_the_one_before(
    tmp_path: Path, name: str, content: str | bytes
) -> None:
    drop(tmp_path, "a.csv", "code,state\nA-1,4\n", 1_000)
    drop(tmp_path, name, content, 2_000)
    source = FolderSource(tmp_path)
    assert [state_in(source), state_in(source)] == [(4, 1_000), (4, 1_000)]


def test_a_file_spoilt_in_place_leaves_what_was_read(tmp_path: Path) -> None:
    drop(tmp_path, "a.csv", "code,state\nA-1,4\n", 1_000)
    source = FolderSource(tmp_path)
    assert state_in(source) == (4, 1_000)
    drop(tmp_path, "a.csv", "co", 2_000)
    assert state_in(source) == (4, 1_000)
    drop(tmp_path, "a.csv", "code,state\nA-1,10\n", 3_000)
    assert state_in(source) == (10, 3_000)


def test_a_folder_that_is_empty_or_gone_is_a_source_away(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "gone"):
        with pytest.raises(SourceAway):
            FolderSource(folder).find("A-1")


def test_a_workbook_is_read_under_its_title_with_dates_and_whole_numbers(tmp_path: Path) -> None:
    rows: list[list[str | float]] = [
        ["DANH SÁCH HỒ SƠ"],
        ["Mã hồ sơ", "Trạng thái", "Hẹn trả", "Chủ hồ sơ"],
        ["H57.132-260804-0583", "Đang xử lý", 46_328.34375, "Nguyễn Văn A & con"],
        ["H57.132-260804-0584", 9, "06/11/2026", "LÊ B"],
        ["", "Đang xử lý", "", ""],
    ]
    write_xlsx(tmp_path / "b.xlsx", rows)
    source = FolderSource(tmp_path, VIETNAMESE)
    first, _ = source.find("h57.132-260804-0583")
    second, _ = source.find("H57.132-260804-0584")
    assert first is not None and second is not None
    assert (first.state, first.due_at, first.owner) == (4, "2026-11-02T08:15", "Nguyễn Văn A & con")
    assert (second.state, second.due_at) == (9, "2026-11-06")
    assert len(source.on_board(range(1, 11))[0]) == 2


def test_a_workbook_without_the_columns_is_a_source_away(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "b.xlsx", [["Mã hồ sơ", "Ghi chú"], ["A-1", "x"]])
    with pytest.raises(SourceAway, match="Trạng thái"):
        FolderSource(tmp_path, VIETNAMESE).find("A-1")
