"""The national portal's table becomes a centre's own catalogue."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from config import catalogue
from config.__main__ import main
from config.importing import Counts, fee_worth_telling, import_procedures, merge, shorten
from config.mistakes import ConfigError
from config.model import Procedure

HEADER = "code,name,field,agency,level,papers,fee,time_limit,source\n"
PORTAL = HEADER + (
    "1.001193,Thủ tục đăng ký khai sinh,Hộ tịch,UBND xã,Cấp xã,Tờ khai | Giấy chứng sinh,Miễn phí,,x\n"
    "1.004222,Đăng ký thường trú,Cư trú,Công an,Cấp xã; Cấp tỉnh,,20.000 đồng,7 ngày làm việc,x\n"
    "2.000815,Chứng thực bản sao,Chứng thực,UBND,Cấp tỉnh,,2.000 đồng/trang,,x\n"
)


@pytest.fixture
def portal(tmp_path: Path) -> Path:
    file = tmp_path / "portal.csv"
    file.write_text(PORTAL, encoding="utf-8")
    return file


def codes(directory: Path) -> list[str]:
    return [one.code for one in catalogue.read(directory / "procedures.csv")[0]]


def test_a_first_import_takes_every_row(portal: Path, tmp_path: Path) -> None:
    assert import_procedures(portal, tmp_path) == Counts(added=3)
    first = catalogue.read(tmp_path / "procedures.csv")[0][0]
    assert (first.papers, first.fee, first.field) == (("Tờ khai", "Giấy chứng sinh"), "", "Hộ tịch")


def test_the_same_import_twice_changes_nothing_not_even_the_file(portal: Path, tmp_path: Path) -> None:
    import_procedures(portal, tmp_path)
    target = tmp_path / "procedures.csv"
    before = target.read_bytes(), target.stat().st_ino
    assert import_procedures(portal, tmp_path) == Counts(unchanged=3)
    assert (target.read_bytes(), target.stat().st_ino) == before


def test_the_portal_is_followed_and_the_centres_own_words_are_kept(portal: Path, tmp_path: Path) -> None:
    own = "code,name,url,everyday\n1.001193,Khai sinh,https://vi.du,giấy khai sinh\n9.999999,Của tỉnh,,\n"
    (tmp_path / "procedures.csv").write_text(own, encoding="utf-8")
    assert import_procedures(portal, tmp_path) == Counts(added=2, updated=1)
    kept = catalogue.read(tmp_path / "procedures.csv")[0]
    assert [one.code for one in kept] == ["1.001193", "9.999999", "1.004222", "2.000815"]
    assert (kept[0].name, kept[0].url, kept[0].everyday) == (
        "Thủ tục đăng ký khai sinh", "https://vi.du", ("giấy khai sinh",),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("fields", "levels", "expected"),
    [
        (["Hộ tịch"], [], ["1.001193"]),
        (["hộ tịch", "Cư trú"], [], ["1.001193", "1.004222"]),
        ([], ["Cấp tỉnh"], ["1.004222", "2.000815"]),
        (["Cư trú"], ["Cấp tỉnh"], ["1.004222"]),
    ],
)
def test_a_field_and_a_level_filter(
    portal: Path, tmp_path: Path, fields: list[str], levels: list[str], expected: list[str]
) -> None:
    counts = import_procedures(portal, tmp_path, fields, levels)
    assert codes(tmp_path) == expected
    assert counts.left_out == 3 - len(expected)


def test_a_filter_that_fits_no_row_names_the_nearest(portal: Path, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        import_procedures(portal, tmp_path, ["Hộ tich"], ["Cap xa"])
    assert [one.nearest for one in caught.value.mistakes] == ["Hộ tịch", "Cấp xã"]
    assert not (tmp_path / "procedures.csv").exists()


def test_a_spoilt_catalogue_is_not_overwritten(portal: Path, tmp_path: Path) -> None:
    target = tmp_path / "procedures.csv"
    target.write_text("code,nam\n1,x\n", encoding="utf-8")
    with pytest.raises(ConfigError):
        import_procedures(portal, tmp_path)
    assert target.read_text(encoding="utf-8") == "code,nam\n1,x\n"


def test_decomposed_names_are_composed(tmp_path: Path) -> None:
    file = tmp_path / "portal.csv"
    file.write_text(unicodedata.normalize("NFD", PORTAL), encoding="utf-8")
    import_procedures(file, tmp_path)
    text = (tmp_path / "procedures.csv").read_text(encoding="utf-8")
    assert text == unicodedata.normalize("NFC", text)


def test_the_command_reports_its_counts(
    portal: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import-procedures", str(portal), "--into", str(tmp_path), "--level", "Cấp xã"]) == 0
    assert "thêm 2, cập nhật 0, giữ nguyên 0, bỏ qua 1" in capsys.readouterr().out


def test_a_directory_that_is_not_there_is_told_and_exits_1(
    portal: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["import-procedures", str(portal), "--into", str(tmp_path / "thieu")]) == 1
    assert "không ghi được" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("fee", "told"),
    [
        ("Miễn phí", ""),
        ("Phí: 0 đồng", ""),
        ("Không", ""),
        ("Không quy định", ""),
        ("Trực tiếp: Không; Trực tuyến: Miễn phí", ""),
        ("Phí : Không Đồng", ""),
        ("8.000 đồng", "8.000 đồng"),
        ("2.000 đồng/trang", "2.000 đồng/trang"),
        ("10 đồng", "10 đồng"),
    ],
)
def test_a_fee_that_promises_nothing_to_pay_is_dropped(fee: str, told: str) -> None:
    assert fee_worth_telling(fee) == told


@given(st.text(max_size=300), st.integers(min_value=2, max_value=250))
def test_a_shortened_text_fits_and_short_ones_stay(text: str, length: int) -> None:
    shortened = shorten(text, length)
    assert len(shortened) <= length
    assert shortened == text if len(text) <= length else shortened.endswith("…")


words = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"], exclude_characters="|"), min_size=1
)
listed = st.lists(words, max_size=4, unique=True).map(tuple)
procedures = st.lists(
    st.builds(Procedure, code=words, name=words, field=words, papers=listed, everyday=listed, fee=words),
    unique_by=lambda one: one.code,
    max_size=8,
)


@given(procedures, procedures)
def test_merging_again_changes_nothing(old: list[Procedure], new: list[Procedure]) -> None:
    once, counts = merge(old, new)
    again, later = merge(once, new)
    assert again == once
    assert later == Counts(unchanged=len(new))
    assert counts.added + counts.updated + counts.unchanged == len(new)
    assert {one.code for one in once} == {one.code for one in [*old, *new]}


@given(procedures)
def test_a_row_holds_the_whole_procedure(all_of_them: list[Procedure]) -> None:
    for one in all_of_them:
        assert catalogue.to_procedure(catalogue.to_row(one)) == one
