"""The one gate: what was scanned becomes text only if short, UTF-8 and free of control characters. Pure."""

from __future__ import annotations

import unicodedata
from enum import Enum

MOST_BYTES = 1024
# Control, format (bidirectional tricks, zero width), surrogate, private use, unassigned.
FORBIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
BOM = "\ufeff"


class GateRefusal(Enum):
    EMPTY = "empty"
    TOO_LONG = "too_long"
    NOT_UTF8 = "not_utf8"
    CONTROL_CHARACTERS = "control_characters"


def pass_gate(data: bytes) -> str | GateRefusal:
    """Return NFC text without white space around it, or why not."""
    if len(data) > MOST_BYTES:
        return GateRefusal.TOO_LONG
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        return GateRefusal.NOT_UTF8
    text = unicodedata.normalize("NFC", text.removeprefix(BOM).strip(" \t\r\n"))
    if not text:
        return GateRefusal.EMPTY
    if any(unicodedata.category(letter) in FORBIDDEN for letter in text):
        return GateRefusal.CONTROL_CHARACTERS
    return text
