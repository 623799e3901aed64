"""Where a key stands in its file; whatever the file holds, finding out breaks nothing."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from config.mistakes import CLOSE_ENOUGH, nearest
from config.sources import Sources, locate

TEXT = '''\
# một ghi chú
top = 1

[centre]
name = "a" # [không phải bảng]
"long" = """
[khong]
phai = 1
"""

[[services]]
id = "a"
[services.name]
vi = "A"

[[services]]
id = "b"
procedures = [
  "1",
  "2",  # hai
]
prefix = "B"
'''


def test_each_key_is_found_on_its_line() -> None:
    lines = locate(TEXT)
    assert lines[("top",)] == 2
    assert lines[("centre", "name")] == 5
    assert lines[("services", 0)] == 11
    assert lines[("services", 0, "name", "vi")] == 14
    assert lines[("services", 1, "procedures", 1)] == 20
    assert lines[("services", 1, "prefix")] == 22
    assert ("khong",) not in lines


@given(
    st.lists(st.sampled_from([*TEXT.splitlines(), "[", "]", "[[", "= [", '"""', "a = [", "[a.b]", "[[a.b]]"]))
)
def test_no_order_of_lines_breaks_the_search(lines: list[str]) -> None:
    locate("\n".join(lines))


def test_no_file_however_garbled_raises(tmp_path: Path) -> None:
    for number, data in enumerate((b"\xff\xfe\x00", b"", b"[a]\na=1\na=2", b"\x00", b"a = 1979-99-99")):
        file = tmp_path / f"{number}.toml"
        file.write_bytes(data)
        Sources().add(file)


@given(st.text(max_size=12), st.lists(st.text(max_size=12), max_size=6))
def test_the_nearest_name_is_one_of_the_valid_names_or_none(word: str, valid: list[str]) -> None:
    assert nearest(word, valid) in {"", *valid}


@given(st.text("abcdefgh-", min_size=3, max_size=12))
def test_a_name_is_nearest_to_itself(name: str) -> None:
    assert CLOSE_ENOUGH < 1
    assert nearest(name, ["zzzzzzzzz", name]) == name


def test_marks_and_case_do_not_hide_the_nearest_name() -> None:
    assert nearest("Hộ tịch", ["chung-thuc", "ho-tich"]) == "ho-tich"
    assert nearest("ĐẤT_ĐAI", ["dat-dai", "cu-tru"]) == "dat-dai"
    assert nearest("khác hẳn", ["ho-tich"]) == ""
