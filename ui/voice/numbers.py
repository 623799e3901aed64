"""How numbers and letters are read aloud in Vietnamese (north, south) and English, clip by clip. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

Region = Literal["north", "south"]
Language = Literal["vi", "en"]
LARGEST = 999_999


@dataclass(frozen=True, slots=True)
class Clip:
    """One recorded unit: ``name`` is its file without ``.wav``, ``spoken`` what a speaker reads for it."""

    name: str
    text: str
    spoken: str


def _clips(words: Mapping[str, str]) -> dict[str, Clip]:
    return {name: Clip(name, text, text) for name, text in words.items()}


VI_LETTERS: Mapping[str, str] = {
    "A": "a", "B": "bê", "C": "xê", "D": "dê", "Đ": "đê", "E": "e", "F": "ép", "G": "giê", "H": "hát",
    "I": "i", "J": "giây", "K": "ca", "L": "e lờ", "M": "em mờ", "N": "en nờ", "O": "o", "P": "pê",
    "Q": "quy", "R": "e rờ", "S": "ét sì", "T": "tê", "U": "u", "V": "vê", "W": "vê kép", "X": "ích xì",
    "Y": "i dài", "Z": "dét",
}  # fmt: skip
EN_LETTERS: Mapping[str, str] = {**{letter: letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}, "Đ": "D"}
VI_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
EN_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
EN_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

VI_WORDS = _clips(
    {
        **{f"so-{digit}": word for digit, word in enumerate(VI_DIGITS)},
        "so-10": "mười",
        "muoi": "mươi",
        "mot-cuoi": "mốt",
        "tu-cuoi": "tư",
        "lam-cuoi": "lăm",
        "tram": "trăm",
        "nghin": "nghìn",
        "linh": "linh",
        "le": "lẻ",
    }
)
EN_WORDS = _clips(
    {
        **{f"number-{value}": word for value, word in enumerate(EN_SMALL)},
        **{f"number-{value * 10}": word for value, word in enumerate(EN_TENS, start=2)},
        "hundred": "hundred",
        "thousand": "thousand",
        "and": "and",
    }
)


def letter_name(letter: str) -> str:
    return "letter-dd" if letter == "Đ" else f"letter-{letter.lower()}"


LETTERS: Mapping[Language, Mapping[str, Clip]] = {
    "vi": {key: Clip(letter_name(key), key, spoken) for key, spoken in VI_LETTERS.items()},
    "en": {key: Clip(letter_name(key), key, spoken) for key, spoken in EN_LETTERS.items()},
}


def digits(figures: str, language: Language) -> tuple[Clip, ...]:
    """Return ``figures`` read one by one: "012" is không một hai."""
    words, stem = (VI_WORDS, "so") if language == "vi" else (EN_WORDS, "number")
    return tuple(words[f"{stem}-{figure}"] for figure in figures)


def number(value: int, language: Language, region: Region = "north") -> tuple[Clip, ...]:
    """Return ``value`` (0 to 999,999) read as a number; raises ValueError outside."""
    if not 0 <= value <= LARGEST:
        raise ValueError(f"cannot read {value} aloud")
    if language == "en":
        return tuple(EN_WORDS[name] for name in _english(value))
    names = {"linh": "le"} if region == "south" else {}
    return tuple(VI_WORDS[names.get(name, name)] for name in _vietnamese(value))


def _vietnamese(value: int) -> Iterator[str]:
    thousands, rest = divmod(value, 1000)
    if thousands:
        yield from _below_thousand(thousands, whole=False)
        yield "nghin"
    if rest or not thousands:
        yield from _below_thousand(rest, whole=bool(thousands))


def _below_thousand(value: int, *, whole: bool) -> Iterator[str]:
    """``whole``: something greater stands before, so a missing hundred is said (không trăm)."""
    hundreds, rest = divmod(value, 100)
    if hundreds or whole:
        yield f"so-{hundreds}"
        yield "tram"
    if rest or not (hundreds or whole):
        yield from _below_hundred(rest, after_hundred=bool(hundreds or whole))


def _below_hundred(value: int, *, after_hundred: bool) -> Iterator[str]:
    tens, ones = divmod(value, 10)
    if tens == 0:
        if after_hundred:
            yield "linh"
        yield f"so-{ones}"
        return
    if tens == 1:
        yield "so-10"
    else:
        yield f"so-{tens}"
        yield "muoi"
    if ones:
        yield _last(tens, ones)


def _last(tens: int, ones: int) -> str:
    """The closing digit: lăm from 15 on, mốt and tư from 21 on."""
    if ones == 5:
        return "lam-cuoi"
    return {1: "mot-cuoi", 4: "tu-cuoi"}.get(ones, f"so-{ones}") if tens > 1 else f"so-{ones}"


def _english(value: int) -> Iterator[str]:
    thousands, rest = divmod(value, 1000)
    if thousands:
        yield from _english(thousands)
        yield "thousand"
    hundreds, small = divmod(rest, 100)
    if hundreds:
        yield f"number-{hundreds}"
        yield "hundred"
    if small and value > small:
        yield "and"
    if small or not value:
        yield from _english_below_hundred(small)


def _english_below_hundred(value: int) -> Iterator[str]:
    if value < 20:
        yield f"number-{value}"
        return
    yield f"number-{value - value % 10}"
    if value % 10:
        yield f"number-{value % 10}"
