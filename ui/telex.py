"""Telex for the on-screen keyboard: what a text becomes when one more key is touched. Pure.

Only the syllable at the end of the text changes. Tones are placed the traditional way (hòa, thủy).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import Final

TONES: Final[Mapping[str, str]] = {
    "sac": "\u0301",
    "huyen": "\u0300",
    "hoi": "\u0309",
    "nga": "\u0303",
    "nang": "\u0323",
}
"""Name of the tone → its combining mark."""
TONE_KEYS: Final[Mapping[str, str]] = {"s": "sac", "f": "huyen", "r": "hoi", "x": "nga", "j": "nang"}
_MARKS: Final = frozenset(TONES.values())
_HATS: Final[Mapping[str, str]] = {"a": "â", "e": "ê", "o": "ô"}
_HORNS: Final[Mapping[str, str]] = {"a": "ă", "o": "ơ", "u": "ư"}
_VOWELS: Final = frozenset("aăâeêioôơuưy")
_SHAPED: Final = frozenset("ăâêôơư")


def press(text: str, key: str) -> str:
    """Return ``text`` after the letter ``key``: a Telex act where it means one, else the letter appended.

    Repeating the same act takes it back and leaves the letter (``ass`` → ``as``), as every Telex does.
    """
    head, word = _split(text)
    low = key.lower()
    if low in TONE_KEYS:
        changed = _toned(word, TONES[TONE_KEYS[low]], key)
    elif low == "z":
        changed = _without_tone(word) if _tone_of(word) else None
    elif low == "w":
        changed = _horned(word, key)
    elif low == "d":
        changed = _barred(word, key)
    elif low in _HATS:
        changed = _hatted(word, key)
    else:
        changed = None
    return head + (_settled(word + key) if changed is None else changed)


def put_tone(text: str, tone: str) -> str:
    """Return ``text`` with the tone named ``tone`` on its last syllable; the same tone again removes it."""
    head, word = _split(text)
    mark = TONES[tone]
    if _tone_of(word) == mark:
        return head + _without_tone(word)
    return head + _with_tone(word, mark)


def erase(text: str) -> str:
    """Return ``text`` without its last character."""
    return text[:-1]


def compose(keys: str) -> str:
    """Return what typing ``keys`` one after the other gives."""
    text = ""
    for key in keys:
        text = press(text, key)
    return text


def _split(text: str) -> tuple[str, str]:
    text = unicodedata.normalize("NFC", text)
    start = len(text)
    while start and text[start - 1].isalpha():
        start -= 1
    return text[:start], text[start:]


def _bare(letter: str) -> tuple[str, str]:
    """Return the letter without its tone, and the tone's mark or nothing."""
    parts = unicodedata.normalize("NFD", letter)
    mark = next((part for part in parts if part in _MARKS), "")
    return unicodedata.normalize("NFC", "".join(part for part in parts if part not in _MARKS)), mark


def _without_tone(word: str) -> str:
    return "".join(_bare(letter)[0] for letter in word)


def _tone_of(word: str) -> str:
    return next((mark for letter in word if (mark := _bare(letter)[1])), "")


def _with_tone(word: str, mark: str) -> str:
    bare = _without_tone(word)
    place = _tone_place(bare.lower())
    if place is None or not mark:
        return bare
    return bare[:place] + unicodedata.normalize("NFC", bare[place] + mark) + bare[place + 1 :]


def _settled(word: str) -> str:
    """The tone moves to its right place when the syllable grows (tóa + n → toán)."""
    return _with_tone(word, mark) if (mark := _tone_of(word)) else word


def _toned(word: str, mark: str, key: str) -> str | None:
    if _tone_place(_without_tone(word).lower()) is None:
        return None
    if _tone_of(word) == mark:
        return _without_tone(word) + key
    return _with_tone(word, mark)


def _nucleus(word: str) -> tuple[int, int] | None:
    """Return where the last run of vowels stands; ``qu`` and ``gi`` before a vowel are consonants."""
    end = len(word)
    while end and word[end - 1] not in _VOWELS:
        end -= 1
    start = end
    while start and word[start - 1] in _VOWELS:
        start -= 1
    if start == end:
        return None
    if end - start > 1 and (word[start - 1 : start + 1] == "qu" or word[start - 1 : start + 1] == "gi"):
        start += 1
    return start, end


def _tone_place(word: str) -> int | None:
    found = _nucleus(word)
    if found is None:
        return None
    start, end = found
    shaped = [place for place in range(start, end) if word[place] in _SHAPED]
    if shaped:
        return shaped[-1]
    count = end - start
    if count == 1:
        return start
    if count == 2:
        closed = end < len(word)
        return start + 1 if closed else start
    return start + 1


def _shape_last(word: str, shapes: Mapping[str, str], allowed: frozenset[str]) -> tuple[int, str] | None:
    """Return the place of the last vowel of the nucleus that ``shapes`` turns, and what it becomes."""
    bare = _without_tone(word).lower()
    found = _nucleus(bare)
    if found is None:
        return None
    for place in range(found[1] - 1, found[0] - 1, -1):
        if bare[place] in allowed:
            return place, shapes[bare[place]]
    return None


def _replaced(word: str, place: int, letter: str) -> str:
    letter = letter.upper() if word[place].isupper() else letter
    mark = _tone_of(word)
    bare = _without_tone(word)
    changed = bare[:place] + letter + bare[place + 1 :]
    return _with_tone(changed, mark) if mark else changed


def _hatted(word: str, key: str) -> str | None:
    low = key.lower()
    hat = _HATS[low]
    bare = _without_tone(word).lower()
    found = _nucleus(bare)
    if found is None:
        return None
    for place in range(found[1] - 1, found[0] - 1, -1):
        if bare[place] == hat:
            return _replaced(word, place, low) + key
        if bare[place] in (low, _HORNS.get(low)):
            return _replaced(word, place, hat)
    return None


def _horned(word: str, key: str) -> str:
    bare = _without_tone(word).lower()
    found = _nucleus(bare)
    if found is None:
        return word + ("Ư" if key.isupper() else "ư")
    start, end = found
    pair = bare.find("uo", max(0, start - 1), end)
    if pair >= 0 and not (pair > 0 and bare[pair - 1] == "q"):
        return _replaced(_replaced(word, pair, "ư"), pair + 1, "ơ")
    half = bare.find("ưo", start, end)
    if half >= 0:
        return _replaced(word, half + 1, "ơ")
    turned = {shaped: plain for plain, shaped in _HORNS.items()}
    undo = _shape_last(word, turned, frozenset(turned))
    if undo is not None:
        return _replaced(word, *undo) + key
    do = _shape_last(word, {**_HORNS, "â": "ă", "ô": "ơ"}, frozenset("aouâô"))
    if do is None:
        return word + key
    place, letter = do
    if bare[place] == "a" and place > start and bare[place - 1] == "u":
        place, letter = place - 1, "ư"  # mua + w → mưa
    return _replaced(word, place, letter)


def _barred(word: str, key: str) -> str | None:
    if not word:
        return None
    first = word[0]
    if first in "dD":
        return ("Đ" if first == "D" else "đ") + word[1:]
    if first in "đĐ":
        return ("D" if first == "Đ" else "d") + word[1:] + key
    return None
