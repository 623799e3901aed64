"""Grabs chords of the whole X11 desktop over a connection of its own, which Qt watches."""

from __future__ import annotations

from collections.abc import Callable
from itertools import chain, combinations
from typing import Any

from PySide6.QtCore import QObject, QSocketNotifier
from Xlib import XK, X, display, error

from counter_client.hot_keys import Chord

_MASKS = {"Ctrl": X.ControlMask, "Alt": X.Mod1Mask, "Shift": X.ShiftMask, "Meta": X.Mod4Mask}
_LOCKS = (X.LockMask, X.Mod2Mask)
"""Caps Lock and Num Lock: a chord is the same whether they are on or off."""
_NAMES = {"PageUp": "Page_Up", "PageDown": "Page_Down"}


class NoDesktop(OSError):
    """There is no X11 server, or it does not let us in."""


class X11Keys(QObject):
    """``heard(chord, at_ms)`` on the GUI thread for every event of a grabbed chord. Raises NoDesktop."""

    def __init__(self, heard: Callable[[Chord, int], None], name: str | None = None) -> None:
        """``name``: the display, ``$DISPLAY`` by default."""
        super().__init__()
        try:
            self._display = display.Display(name)
        except (error.DisplayError, error.ConnectionClosedError, OSError) as why:
            raise NoDesktop(str(why)) from why
        self._heard = heard
        self._grabbed: dict[tuple[int, int], Chord] = {}
        self._notifier = QSocketNotifier(self._display.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    def grab(self, chord: Chord) -> bool:
        symbol = XK.string_to_keysym(_NAMES.get(chord.key, chord.key.lower())) or XK.string_to_keysym(
            chord.key
        )
        code = self._display.keysym_to_keycode(symbol) if symbol else 0
        if not code:
            return False
        mask = sum(_MASKS[one] for one in chord.modifiers)
        root = self._display.screen().root
        refused = error.CatchError(error.BadAccess)
        for lock in _lock_masks():
            root.grab_key(code, mask | lock, False, X.GrabModeAsync, X.GrabModeAsync, onerror=refused)
        self._display.sync()
        if refused.get_error() is not None:
            for lock in _lock_masks():
                root.ungrab_key(code, mask | lock)
            self._display.sync()
            return False
        self._grabbed[code, mask] = chord
        return True

    def close(self) -> None:
        """The server gives the chords back when the connection ends."""
        self._notifier.setEnabled(False)
        self._display.close()

    def _read(self) -> None:
        while self._display.pending_events():
            event: Any = self._display.next_event()
            if event.type == X.KeyPress:
                chord = self._grabbed.get((event.detail, event.state & sum(_MASKS.values())))
                if chord is not None:
                    self._heard(chord, event.time)


def _lock_masks() -> list[int]:
    some = chain.from_iterable(combinations(_LOCKS, n) for n in range(len(_LOCKS) + 1))
    return [sum(masks) for masks in some]
