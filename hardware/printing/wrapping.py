"""Breaking text into lines that fit, balanced so that no word is orphaned. Widths are the caller's units."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache

Measure = Callable[[str], int]
ELLIPSIS = "…"


def clean(text: str) -> str:
    """Return ``text`` in NFC with every run of white space or control characters as one space."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join("".join(c if c.isprintable() else " " for c in composed).split())


def wrap(text: str, width: int, most_lines: int, measure: Measure, balanced: bool = True) -> list[str]:
    """Return at most ``most_lines`` lines no wider than ``width``; the rest is cut at a word with …."""
    measure = cache(measure)
    words = [piece for word in clean(text).split() for piece in _split(word, width, measure)]
    lines = _greedy(words, width, measure)
    if len(lines) > most_lines:
        return _shorten(lines[:most_lines], width, measure)
    return _balance(words, lines, width, measure) if balanced else lines


def _split(word: str, width: int, measure: Measure) -> list[str]:
    """Cut a word that alone is wider than the line."""
    if measure(word) <= width:
        return [word]
    pieces = [""]
    for letter in word:
        if pieces[-1] and measure(pieces[-1] + letter) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _greedy(words: list[str], width: int, measure: Measure) -> list[str]:
    lines: list[str] = []
    for word in words:
        if lines and measure(f"{lines[-1]} {word}") <= width:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.append(word)
    return lines


def _balance(words: list[str], lines: list[str], width: int, measure: Measure) -> list[str]:
    """Find the narrowest width that needs no more lines."""
    if len(lines) < 2:
        return lines
    low, high = max(measure(word) for word in words), width
    while low < high:
        middle = (low + high) // 2
        if len(_greedy(words, middle, measure)) > len(lines):
            low = middle + 1
        else:
            high = middle
    return _greedy(words, high, measure)


def _shorten(lines: list[str], width: int, measure: Measure) -> list[str]:
    last = lines[-1]
    while last and measure(last + ELLIPSIS) > width:
        last = last.rpartition(" ")[0] or last[:-1]
    return [*lines[:-1], last.rstrip(" ,;-–(") + ELLIPSIS]
