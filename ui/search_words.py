"""Words as the search compares them: folded syllables beside what was really written. Pure."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_SYLLABLES = re.compile(r"[^\W_]+", re.UNICODE)
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


@dataclass(frozen=True, slots=True)
class Word:
    """``folded`` has no marks and i for y; ``written`` keeps them, in lower case and composed."""

    folded: str
    written: str

    @property
    def marked(self) -> bool:
        """True if it was written with at least one Vietnamese mark."""
        return not self.written.isascii()

    def agrees(self, other: Word) -> bool:
        """True if the two may be the same word: equal, or equal but for marks one of them left out."""
        if self.folded != other.folded:
            return False
        return not (self.marked and other.marked) or self.written == other.written


@lru_cache(maxsize=16_384)
def fold(syllable: str) -> str:
    """Return ``syllable`` in lower case without marks; y counts as i (ký, kí)."""
    plain = unicodedata.normalize("NFD", syllable.lower()).replace("đ", "d")
    return "".join(letter for letter in plain if not unicodedata.combining(letter)).replace("y", "i")


def words(text: str) -> tuple[Word, ...]:
    """Return the syllables and numbers of ``text`` in order."""
    composed = unicodedata.normalize("NFC", text).lower()
    return tuple(Word(fold(part), _one_spelling(part)) for part in _SYLLABLES.findall(composed))


@lru_cache(maxsize=16_384)
def _one_spelling(syllable: str) -> str:
    """Put the tone last, so that hoà and hòa are written alike."""
    parts = unicodedata.normalize("NFD", syllable)
    tone = "".join(part for part in parts if part in _TONES)
    rest = unicodedata.normalize("NFC", "".join(part for part in parts if part not in _TONES))
    return rest + tone
