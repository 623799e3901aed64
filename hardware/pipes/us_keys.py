"""Key events of a keyboard scanner to the letters it meant: always the US table, whatever the desktop does.

A Telex input method would turn ``ddoo`` into ``đô``; a grabbed keyboard never reaches one. Pure.
Source: linux/input-event-codes.h.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

EVENT = struct.Struct("@llHHi")  # struct input_event: seconds, microseconds, type, code, value
KEY_EVENT, PRESSED, RELEASED = 1, 1, 0
ENTER_CODES, SHIFT_CODES = frozenset((28, 96)), frozenset((42, 54))
TAB = 15

_ROWS = (
    (2, "1234567890-=", "!@#$%^&*()_+"),
    (16, "qwertyuiop[]", "QWERTYUIOP{}"),
    (30, "asdfghjkl;'`", 'ASDFGHJKL:"~'),
    (43, "\\zxcvbnm,./", "|ZXCVBNM<>?"),
)
_KEYPAD = {55: "*", 71: "7", 72: "8", 73: "9", 74: "-", 75: "4", 76: "5", 77: "6", 78: "+", 79: "1", 80: "2"}
_KEYPAD |= {81: "3", 82: "0", 83: ".", 98: "/", 57: " ", TAB: "\t"}
PLAIN = {start + i: letter for start, plain, _ in _ROWS for i, letter in enumerate(plain)} | _KEYPAD
SHIFTED = {start + i: letter for start, _, shifted in _ROWS for i, letter in enumerate(shifted)} | _KEYPAD


class KeyTranslator:
    """Feed it whole or broken event records; it keeps what is incomplete and which shift is down."""

    def __init__(self) -> None:
        self._held = b""
        self._shifts: set[int] = set()

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield the characters typed; Enter is a carriage return."""
        self._held += data
        whole = len(self._held) // EVENT.size * EVENT.size
        records, self._held = self._held[:whole], self._held[whole:]
        for _, _, kind, code, value in EVENT.iter_unpack(records):
            if kind == KEY_EVENT:
                yield from self._key(code, value)

    def _key(self, code: int, value: int) -> Iterator[bytes]:
        if code in SHIFT_CODES:
            (self._shifts.discard if value == RELEASED else self._shifts.add)(code)
        elif value == PRESSED:  # 2 is the desktop's own repetition of a key held down
            if code in ENTER_CODES:
                yield b"\r"
            elif letter := (SHIFTED if self._shifts else PLAIN).get(code):
                yield letter.encode("ascii")
