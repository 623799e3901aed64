"""The Vietnamese letters that ASCII lacks: what every font, code page and printer is tried with."""

from __future__ import annotations

import unicodedata

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")  # level, grave, hook, tilde, acute, dot below

_LOWER = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES] + ["đ"]
VIETNAMESE_LETTERS = tuple(
    letter for lower in _LOWER if not lower.isascii() for letter in (lower, lower.upper())
)
