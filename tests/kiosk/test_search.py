"""The search: what people type finds what they mean."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from config.model import Procedure
from kiosk.__main__ import main
from kiosk.gallery.halls import example
from ui.everyday import Everyday, parse, shipped
from ui.search import Index
from ui.search_words import words


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(example("phuong").procedures, shipped())


BIRTH, MARRIAGE, SINGLE, COPY = "1.001193", "1.000894", "1.004873", "2.000815"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("khai sinh", BIRTH),
        ("đăng ký khai sinh", BIRTH),
        ("dang ki khai sinh", BIRTH),
        ("giay khai sih", BIRTH),
        ("khaisinh", BIRTH),
        ("sinh khai", BIRTH),
        ("khai si", BIRTH),
        ("kết hôn", MARRIAGE),
        ("lam giay ket hon", MARRIAGE),
        ("keets hoon", MARRIAGE),
        ("tinh trang hon nhan", SINGLE),
        ("chung thuc ban sao", COPY),
        ("1.000894", MARRIAGE),
    ],
)
def test_what_is_typed_is_found_among_the_first_three(index: Index, typed: str, code: str) -> None:
    assert code in [one.code for one in index.find(typed, 3)]


def test_nothing_typed_shows_what_is_asked_for_most(index: Index) -> None:
    assert index.find("", 4) == index.most_used(4)
    assert index.most_used(1)[0].code == BIRTH


def test_nonsense_finds_nothing(index: Index) -> None:
    assert index.find("qqqq zzzz") == ()


def test_marks_that_were_typed_count() -> None:
    red, ask = (
        Procedure(code="1", name="Cấp sổ đỏ cho hộ gia đình"),
        Procedure(code="2", name="Đo sơ đồ cho hộ gia đình"),
    )
    found = Index([ask, red], Everyday()).find("sổ đỏ")
    assert found[0] is red


def test_the_centres_own_words_count() -> None:
    house = Procedure(code="1", name="Đăng ký thường trú", everyday=("nhập hộ khẩu",))
    other = Procedure(code="2", name="Nhập khẩu hàng hóa")
    assert Index([other, house], Everyday()).find("nhap ho khau")[0] is house


def test_an_everyday_word_leads_to_what_the_law_calls_it() -> None:
    everyday = parse({"saying": [{"say": ["sổ hồng"], "means": "quyền sử dụng đất"}]})
    land = Procedure(code="1", name="Cấp Giấy chứng nhận quyền sử dụng đất")
    assert Index([Procedure(code="2", name="Cấp sổ hộ nghèo"), land], everyday).find("so hong")[0] is land


def test_y_and_i_are_one_and_marks_are_kept() -> None:
    assert [word.folded for word in words("Hoà, Đăng KÝ")] == ["hoa", "dang", "ki"]
    assert words("hoà") == words("hòa")


def test_the_command_prints_a_line_a_query(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    catalogue = example("phuong").directory / "procedures.csv"
    assert main(["search", "--catalogue", str(catalogue), "khai sinh", "zzzz qqqq"]) == 0
    first, second = (json.loads(line) for line in capsys.readouterr().out.splitlines())
    assert first["query"] == "khai sinh"
    assert first["codes"][0] == BIRTH
    assert len(first["codes"]) <= 10
    assert second["codes"] == []


def test_the_command_says_what_is_wrong_with_the_catalogue(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["search", "--catalogue", str(tmp_path / "none.csv"), "x"]) == 2
    assert "none.csv" in capsys.readouterr().err


def test_the_command_needs_no_qt() -> None:
    code = "import sys; from kiosk.__main__ import main; main(['search', '--catalogue', sys.argv[1], 'x']);"
    code += "sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    catalogue = example("phuong").directory / "procedures.csv"
    done = subprocess.run([sys.executable, "-c", code, str(catalogue)], capture_output=True, check=False)
    assert done.returncode == 0


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("sodo", "quyền sử dụng đất"),  # run together, as in a saying
        ("bang li xe", "giấy phép lái xe"),  # the slip made another word
        ("bìa đất", "quyền sử dụng đất"),
    ],
)
def test_slips_that_make_other_words_are_understood(typed: str, found: str) -> None:
    names = ["Công nhận liệt sĩ", "Đăng ký khai sinh", "Cấp giấy phép lái xe", "Đăng ký xe lần đầu"]
    names.append("Cấp giấy chứng nhận quyền sử dụng đất lần đầu")
    rows = [Procedure(code=f"9.{at}", name=name) for at, name in enumerate(names)]
    first = Index(rows, shipped()).find(typed, 1)[0]
    assert found in first.name.lower() or found in first.name
