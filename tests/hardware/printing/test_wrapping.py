import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from hardware.printing.wrapping import clean, wrap

LETTERS = st.text(alphabet="aăâđêôơưẫ ỗỵ-,().0\u0301\n", max_size=200)


def test_lines_are_balanced_so_that_no_word_is_left_alone() -> None:
    assert wrap("Trung tâm Phục vụ hành chính công", 32, 2, len) == ["Trung tâm Phục vụ", "hành chính công"]


def test_what_does_not_fit_ends_at_a_word_with_an_ellipsis() -> None:
    assert wrap("Đăng ký thay đổi, cải chính, bổ sung hộ tịch", 20, 2, len) == [
        "Đăng ký thay đổi,",
        "cải chính, bổ sung…",
    ]


@given(LETTERS, st.integers(1, 40), st.integers(1, 6))
def test_no_line_is_too_wide_and_no_letter_is_lost(text: str, width: int, lines: int) -> None:
    wrapped = wrap(text, width, lines, len)
    assert len(wrapped) <= lines
    assert all(len(line) <= width for line in wrapped)
    joined = "".join(wrapped).replace(" ", "")
    if not joined.endswith("…"):
        assert joined == clean(text).replace(" ", "")


@given(st.text(max_size=100))
def test_clean_text_is_composed_and_printable(text: str) -> None:
    cleaned = clean(text)
    assert cleaned == unicodedata.normalize("NFC", cleaned)
    assert all(letter.isprintable() for letter in cleaned)
