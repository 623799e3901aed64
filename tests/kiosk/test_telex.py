"""Telex and the tone row, by table."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui import telex
from ui.search_words import fold


@pytest.mark.parametrize(
    ("keys", "text"),
    [
        ("ddaats", "đất"),
        ("ddawng kys", "đăng ký"),
        ("giaays khai sinh", "giấy khai sinh"),
        ("chuwngs thuwcj", "chứng thực"),
        ("keets hoon", "kết hôn"),
        ("hooj tichj", "hộ tịch"),
        ("nguwowif", "người"),
        ("nguoiwf", "người"),
        ("dduowcj", "được"),
        ("muaw", "mưa"),
        ("tieengs", "tiếng"),
        ("tiengse", "tiếng"),
        ("tosan", "toán"),
        ("hoaf", "hòa"),
        ("thuyr", "thủy"),
        ("thuyeenf", "thuyền"),
        ("quys", "quý"),
        ("quoocs", "quốc"),
        ("gif", "gì"),
        ("giaf", "già"),
        ("w", "ư"),
        ("did", "đi"),
        ("HOOJ TICHJ", "HỘ TỊCH"),
        ("DDaats", "Đất"),
    ],
)
def test_keys_become_vietnamese(keys: str, text: str) -> None:
    assert telex.compose(keys) == text


@pytest.mark.parametrize(
    ("keys", "text"),
    [("ass", "as"), ("aaa", "aa"), ("ooo", "oo"), ("ddd", "dd"), ("uww", "uw"), ("asz", "a")],
)
def test_doing_it_again_takes_it_back(keys: str, text: str) -> None:
    assert telex.compose(keys) == text


@pytest.mark.parametrize(
    ("text", "tone", "toned"),
    [
        ("hoa", "huyen", "hòa"),
        ("hòa", "huyen", "hoa"),
        ("hòa", "sac", "hóa"),
        ("ho tich", "nang", "ho tịch"),
        ("đât", "sac", "đất"),
        ("", "sac", ""),
        ("tr", "sac", "tr"),
    ],
)
def test_the_tone_row_tones_the_last_syllable(text: str, tone: str, toned: str) -> None:
    assert telex.put_tone(text, tone) == toned


@given(st.text(alphabet="abcdeghiklmnopqrstuvxywzfj ", max_size=24))
def test_no_keys_break_it_and_letters_are_only_shaped(keys: str) -> None:
    text = telex.compose(keys)
    assert len(text) <= len(keys)
    assert set(fold(text)) <= set(fold(keys)) | {"u"}
