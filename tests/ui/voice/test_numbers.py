import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.voice.numbers import EN_WORDS, VI_WORDS, digits, number

NORTH = {
    0: "không",
    1: "một",
    4: "bốn",
    5: "năm",
    10: "mười",
    11: "mười một",
    14: "mười bốn",
    15: "mười lăm",
    19: "mười chín",
    20: "hai mươi",
    21: "hai mươi mốt",
    24: "hai mươi tư",
    25: "hai mươi lăm",
    31: "ba mươi mốt",
    44: "bốn mươi tư",
    55: "năm mươi lăm",
    99: "chín mươi chín",
    100: "một trăm",
    101: "một trăm linh một",
    104: "một trăm linh bốn",
    105: "một trăm linh năm",
    110: "một trăm mười",
    115: "một trăm mười lăm",
    121: "một trăm hai mươi mốt",
    234: "hai trăm ba mươi tư",
    999: "chín trăm chín mươi chín",
    1000: "một nghìn",
    1001: "một nghìn không trăm linh một",
    1005: "một nghìn không trăm linh năm",
    1010: "một nghìn không trăm mười",
    1021: "một nghìn không trăm hai mươi mốt",
    1100: "một nghìn một trăm",
    2025: "hai nghìn không trăm hai mươi lăm",
    9999: "chín nghìn chín trăm chín mươi chín",
    12345: "mười hai nghìn ba trăm bốn mươi lăm",
}
ENGLISH = {
    0: "zero",
    7: "seven",
    12: "twelve",
    20: "twenty",
    21: "twenty one",
    40: "forty",
    100: "one hundred",
    105: "one hundred and five",
    342: "three hundred and forty two",
    1005: "one thousand and five",
    1100: "one thousand one hundred",
    9999: "nine thousand nine hundred and ninety nine",
}


def said(clips):
    return " ".join(clip.text for clip in clips)


@pytest.mark.parametrize(("value", "words"), NORTH.items())
def test_a_number_is_read_as_in_the_north(value, words):
    assert said(number(value, "vi", "north")) == words


@pytest.mark.parametrize(("value", "words"), NORTH.items())
def test_the_south_says_le_for_linh_and_the_rest_alike(value, words):
    assert said(number(value, "vi", "south")) == words.replace("linh", "lẻ")


@pytest.mark.parametrize(("value", "words"), ENGLISH.items())
def test_a_number_is_read_in_english(value, words):
    assert said(number(value, "en")) == words


def test_figures_are_read_one_by_one():
    assert said(digits("012", "vi")) == "không một hai"
    assert said(digits("905", "en")) == "nine zero five"


@pytest.mark.parametrize("value", [-1, 1_000_000])
def test_what_cannot_be_read_is_refused(value):
    with pytest.raises(ValueError, match=str(value)):
        number(value, "vi")


def test_all_numbers_of_a_hall_sound_different():
    for region in ("north", "south"):
        readings = {tuple(clip.name for clip in number(value, "vi", region)) for value in range(10_000)}
        assert len(readings) == 10_000


@given(st.integers(0, 999_999))
def test_every_number_uses_known_clips_only(value):
    assert all(clip is VI_WORDS[clip.name] for clip in number(value, "vi"))
    assert all(clip is EN_WORDS[clip.name] for clip in number(value, "en"))


@given(st.integers(0, 9_999))
def test_the_closing_five_is_lam_only_after_a_ten(value):
    words = said(number(value, "vi")).split()
    if value % 10 == 5:
        assert words[-1] == ("lăm" if value % 100 > 10 else "năm")
