"""What is wrong with a configuration: one record a mistake, and the nearest valid name for it."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher

CLOSE_ENOUGH = 0.6


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing to put right. ``text`` is Vietnamese, for whoever runs the centre."""

    file: str
    key: str
    text: str
    nearest: str = ""
    """The valid name that looks most like the wrong one; empty: none does."""
    line: int | None = None

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        where = ": ".join(part for part in (place, self.key) if part)
        question = f" Ý bạn là “{self.nearest}”?" if self.nearest else ""
        return f"{where}: {self.text}.{question}"


class ConfigError(Exception):
    """A configuration cannot be used; ``mistakes`` holds every one, never only the first."""

    def __init__(self, mistakes: Iterable[Mistake]) -> None:
        self.mistakes = tuple(mistakes)
        super().__init__("\n".join(str(mistake) for mistake in self.mistakes))


def fold(word: str) -> str:
    """Return ``word`` without case, marks and separators, so "Hộ tịch" and "ho-tich" compare as equal."""
    plain = unicodedata.normalize("NFD", word.casefold()).replace("đ", "d").replace("ð", "d")
    return "".join(letter for letter in plain if letter.isalnum())


def nearest(word: str, valid: Iterable[str]) -> str:
    """Return the name in ``valid`` most like ``word``, or "" where none is close."""
    folded = fold(word)
    best, best_ratio = "", 0.0
    for name in valid:
        ratio = _likeness(folded, fold(name), max(best_ratio, CLOSE_ENOUGH - 0.01))
        if ratio > best_ratio:
            best, best_ratio = name, ratio
    return best if best_ratio >= CLOSE_ENOUGH else ""


def _likeness(one: str, other: str, floor: float) -> float:
    if one == other:
        return 1.0
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() <= floor or matcher.quick_ratio() <= floor:
        return 0.0
    return matcher.ratio()
