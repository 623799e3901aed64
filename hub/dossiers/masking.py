"""Hides who a dossier belongs to, and enough of its code that a bystander cannot look it up. Pure."""

from __future__ import annotations

import re
from typing import Final

HIDDEN: Final = "*"
_SERIAL = re.compile(r"^(?P<head>.*-)(?P<date>\d{4,8})-(?P<serial>\d{3,})$")


def masked_code(code: str) -> str:
    """Return e.g. ``H57.132-2608**-**83``: the owner knows it, a neighbour cannot use it.

    Agency, year and month stay, and the last two digits; another form keeps its first and last quarter.
    """
    parts = _SERIAL.match(code)
    if parts is None:
        keep = max(1, len(code) // 4)
        return code[:keep] + HIDDEN * max(3, len(code) - 2 * keep) + code[len(code) - keep :]
    date, serial = parts["date"], parts["serial"]
    return parts["head"] + date[:-2] + HIDDEN * 2 + "-" + HIDDEN * (len(serial) - 2) + serial[-2:]


def masked_name(name: str) -> str:
    """Return e.g. ``NGUYỄN V*** A``: family name, an initial, and the last word's initial."""
    words = name.upper().split()
    if not words:
        return ""
    if len(words) == 1:
        return words[0][0] + HIDDEN * 3
    middle = f" {words[1][0]}{HIDDEN * 3}" if len(words) > 2 else f" {HIDDEN * 3}"
    return f"{words[0]}{middle} {words[-1][0]}"
