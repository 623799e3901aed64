"""A list of appointments: good rows are taken, and every mistake is named with its line."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config.appointments import plain_code, read
from config.loader import load
from config.mistakes import ConfigError
from tests.config.centres import CENTRE, write_centre

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
HEADING = "code,service,from,to,name,citizen_id\n"
GOOD = "LH-01,khai-sinh,2026-11-23 08:30,2026-11-23 09:00,NGUYỄN VĂN MẪU,000000000001\n"


def texts_of(directory: Path, rows: str, heading: str = HEADING) -> list[str]:
    file = directory / "appointments.csv"
    file.write_text(heading + rows, encoding="utf-8")
    return [f"{mistake.line} {mistake.text}" for mistake in read(file, ZONE, ("khai-sinh", "khac"))[1]]


def test_a_row_is_read_with_local_times(tmp_path: Path) -> None:
    file = tmp_path / "lich.csv"
    file.write_text(
        "code;service;from;to\nlh 02;khac;23/11/2026 08:30;2026-11-23T09:00\n\n", encoding="utf-8-sig"
    )
    found, mistakes = read(file, ZONE, ("khac",))
    assert mistakes == ()
    assert list(found) == ["LH02"]
    assert found["LH02"].begins == datetime(2026, 11, 23, 8, 30, tzinfo=ZONE)
    assert found["LH02"].ends == datetime(2026, 11, 23, 9, 0, tzinfo=ZONE)


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (",khac,2026-11-23 08:30,2026-11-23 09:00,,", "mã hẹn phải có"),
        ("lh-01 ,khac,2026-11-23 08:30,2026-11-23 09:00,,", "đã có ở trên"),
        ("LH-02,khai-sin,2026-11-23 08:30,2026-11-23 09:00,,", "không có dịch vụ “khai-sin”"),
        ("LH-02,khac,2026-11-23,2026-11-23 09:00,,", "cột from phải là ngày giờ"),
        ("LH-02,khac,2026-11-23 08:30,9 giờ,,", "cột to phải là ngày giờ"),
        ("LH-02,khac,2026-11-23 09:30,2026-11-23 09:00,,", "phải sau giờ bắt đầu"),
        ("LH-02,khac,2026-11-23 09:30,2026-11-24 10:00,,", "trong cùng một ngày"),
        ("LH-02,khac,2026-11-23 08:30,2026-11-23 09:00,,12345", "12 chữ số"),
    ],
)
def test_a_wrong_row_is_named_and_the_others_are_taken(tmp_path: Path, row: str, said: str) -> None:
    (text,) = texts_of(tmp_path, GOOD + row + "\n")
    assert text.startswith("3 ")
    assert said in text
    assert "12345" not in text
    assert list(read(tmp_path / "appointments.csv", ZONE, ("khai-sinh", "khac"))[0]) == ["LH-01"]


def test_all_mistakes_of_a_list_come_at_once_with_the_centres_own(tmp_path: Path) -> None:
    centre = (
        CENTRE.replace('timezone = "x"', "") + '\n[appointments]\nfile = "lich.csv"\nearly_minutes = -1\n'
    )
    write_centre(tmp_path, centre=centre.replace("early_minutes = -1", "early_minutes = 20"))
    (tmp_path / "lich.csv").write_text(HEADING + "A,x,1,2,,\nB,y,1,2,,\n", encoding="utf-8")
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, lists=True)
    assert [mistake.file for mistake in caught.value.mistakes] == ["lich.csv"] * 6
    assert {mistake.line for mistake in caught.value.mistakes} == {2, 3}


def test_a_list_that_is_not_there_and_a_wrong_column_are_named(tmp_path: Path) -> None:
    write_centre(tmp_path, centre=CENTRE + '\n[appointments]\nfile = "lich-hen.csv"\n')
    (tmp_path / "lich_hen.csv").write_text("ma,service,from,to\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"không có tệp “lich-hen\.csv”.* Ý bạn là “lich_hen\.csv”"):
        load(tmp_path, lists=True)
    (tmp_path / "lich_hen.csv").rename(tmp_path / "lich-hen.csv")
    with pytest.raises(ConfigError, match="không có cột tên này") as caught:
        load(tmp_path, lists=True)
    assert "thiếu cột bắt buộc" in str(caught.value)


@given(st.text())
def test_any_text_is_a_list_or_mistakes(text: str) -> None:
    assert plain_code(text) == plain_code(plain_code(text))


@given(st.binary(max_size=200))
def test_any_bytes_are_a_list_or_mistakes(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    file = tmp_path_factory.mktemp("list") / "a.csv"
    file.write_bytes(data)
    read(file, ZONE, ("khac",))
