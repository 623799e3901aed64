"""Telling a keyboard scanner from a person by its speed: the fallback where the keyboard cannot be grabbed.

Pure: the caller brings each key's text and time, and holds keys back as told. An input method between the
keyboard and us may still garble letters; a grabbed keyboard (``evdev://``) is the better way.
"""

from __future__ import annotations

from dataclasses import dataclass

from hardware.scanning.gate import MOST_BYTES

FASTEST_HAND_S = 0.035  # between two keys; hand scanners type one every 1–20 ms
LEAST_SCAN = 6
ENDS = "\r\n\t"


@dataclass(frozen=True, slots=True)
class Decision:
    """``typed`` goes on to the screen as if nothing had happened; ``scan`` is a whole scan, or empty."""

    typed: str = ""
    scan: bytes = b""


HOLD = Decision()


class KeyTiming:
    """One keyboard. Call :meth:`look` about every 40 ms while keys are held back."""

    def __init__(self) -> None:
        self._held = ""
        self._last_s = 0.0

    @property
    def holds(self) -> bool:
        return bool(self._held)

    def press(self, text: str, at_s: float) -> Decision:
        """Take one key; the scan ends with Enter or Tab, which belong to it."""
        before = self.look(at_s).typed
        self._last_s = at_s
        if text in ENDS and text:
            return self._end(before, text)
        self._held += text
        if len(self._held) > MOST_BYTES:
            return Decision(before + self._release())
        return Decision(before)

    def look(self, at_s: float) -> Decision:
        """Let go of what was held if its next key is overdue: a person typed it."""
        if self._held and at_s - self._last_s > FASTEST_HAND_S:
            return Decision(self._release())
        return HOLD

    def _end(self, before: str, end: str) -> Decision:
        held = self._release()
        if len(held) >= LEAST_SCAN:
            return Decision(before, held.encode("utf-8", errors="replace"))
        return Decision(before + held + end)

    def _release(self) -> str:
        held, self._held = self._held, ""
        return held
