"""Code128 as printers take it: runs of digits in set C, two to a symbol, so that long codes fit. Pure."""

from __future__ import annotations

import re

SYMBOL_MODULES, STOP_MODULES = 11, 13
# Switching costs a symbol each way: inside a code a run pays from six digits on, at an end from four.
RUNS = re.compile(r"^(?:\d\d){2,}|(?:\d\d){2,}$|(?:\d\d){3,}")
PRINTABLE = re.compile(r"[\x20-\x7e]+")


def code128(text: str) -> tuple[bytes, int]:
    """Return the data for ``GS k 73`` and the width in modules, without quiet zones.

    Raises:
        ValueError: empty, or with characters Code128's set B lacks.
    """
    if not PRINTABLE.fullmatch(text):
        raise ValueError("Code128 takes printable ASCII")
    data, symbols, place = b"", 1, 0  # start, which also chooses the first set
    for run in RUNS.finditer(text):
        symbols += _plain(text[place : run.start()], bool(place))
        data += _set_b(text[place : run.start()])
        pairs = run.group()
        data += b"{C" + bytes(int(pairs[i : i + 2]) for i in range(0, len(pairs), 2))
        symbols += len(pairs) // 2 + bool(run.start())
        place = run.end()
    data += _set_b(text[place:])
    symbols += _plain(text[place:], bool(place)) + 1  # the check symbol
    return data, symbols * SYMBOL_MODULES + STOP_MODULES


def _plain(text: str, switched: bool) -> int:
    return len(text) + (switched and bool(text))


def _set_b(text: str) -> bytes:
    return b"{B" + text.replace("{", "{{").encode("ascii") if text else b""
