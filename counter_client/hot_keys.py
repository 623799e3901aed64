"""Chords that reach the console while another program has the keyboard, where the desktop allows it.

X11 alone does: its grab tells us of these chords and of nothing else that is typed. On Wayland, offscreen, or
where another program has the chord, the screen says so; the console's own keys are not touched by any of it.
"""

from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from ui.rows import Rows

QML_IMPORT_NAME = "Counter"
QML_IMPORT_MAJOR_VERSION = 1

_log = logging.getLogger(__name__)
WORKS, TAKEN, OFF, WAYLAND, ABSENT = "works", "taken", "off", "wayland", "absent"
"""How a chord stands; the screen finds its words by these."""
HELD_MS = 1_000
"""A key held down repeats; presses closer than this to the one before are that one."""


@dataclass(frozen=True, slots=True)
class Chord:
    """``modifiers`` of Ctrl, Alt, Shift, Meta; ``key`` as it stands on the keyboard."""

    modifiers: frozenset[str]
    key: str


def chord_of(text: str) -> Chord:
    *modifiers, key = text.split("+")
    return Chord(frozenset(modifiers), key)


class Grabber(Protocol):
    """The desktop's side; ``grab`` may be called before anything is listened to."""

    def grab(self, chord: Chord) -> bool:
        """Return False where another program has it, or no key of this keyboard makes it."""

    def close(self) -> None: ...


@dataclass(frozen=True, slots=True)
class HotKeyRow:
    key: str
    chord: str
    standing: str


class Held:
    """Tells a press from the repeats of a key held down, by the events' own times."""

    def __init__(self) -> None:
        self._last_ms: dict[str, int] = {}

    def is_new(self, act: str, at_ms: int) -> bool:
        last = self._last_ms.get(act)
        self._last_ms[act] = at_ms
        return last is None or not 0 <= at_ms - last < HELD_MS


def why_not(platform: str, environment: Mapping[str, str]) -> str:
    """Return why this desktop has no chords for us, or empty; ``platform`` is Qt's name of it."""
    if platform == "wayland" or (platform == "xcb" and environment.get("WAYLAND_DISPLAY")):
        return WAYLAND  # X11 windows in a Wayland desktop hear chords only while one of them has the keyboard
    return "" if platform == "xcb" else ABSENT


@QmlElement
class HotKeys(QObject):
    """``pressed`` with the act's name: next, recall or finish."""

    pressed = Signal(str)

    def __init__(self, chords: Mapping[str, str], why_not: str = ABSENT) -> None:
        """``chords``: act → chord as in the station file; ``why_not`` not empty: nothing can be grabbed."""
        super().__init__()
        self._chords = chords
        self._grabber: Grabber | None = None
        self._held = Held()
        self._rows = Rows(HotKeyRow)
        self.refuse(why_not)

    @Property(QObject, constant=True)
    def rows(self) -> QObject:
        return self._rows

    def refuse(self, why_not: str) -> None:
        """Nothing can be grabbed here, and why."""
        self._tell({act: why_not if chord else OFF for act, chord in self._chords.items()})

    def grab(self, grabber: Grabber) -> None:
        self._grabber = grabber
        standing = {
            act: (WORKS if grabber.grab(chord_of(chord)) else TAKEN) if chord else OFF
            for act, chord in self._chords.items()
        }
        for act, how in standing.items():
            if how == TAKEN:
                _log.warning("the hot key %s is another program's", self._chords[act])
        self._tell(standing)

    def heard(self, chord: Chord, at_ms: int) -> None:
        """Take one key event of the desktop, repeats of a held key too."""
        for act, text in self._chords.items():
            if text and chord_of(text) == chord and self._held.is_new(act, at_ms):
                self.pressed.emit(act)

    def close(self) -> None:
        if self._grabber is not None:
            self._grabber.close()
            self._grabber = None

    def _tell(self, standing: Mapping[str, str]) -> None:
        self._rows.replace([HotKeyRow(act, self._chords[act], how) for act, how in standing.items()])
