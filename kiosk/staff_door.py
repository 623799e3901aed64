"""The way to the staff screen: five touches in a corner, then the PIN; wrong ones cost time."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from ui.gui_thread import GuiThread

TOUCHES, WITHIN_S = 5, 4.0
SHORTEST_PIN, LONGEST_PIN = 4, 12
MANY_WRONG, LONG_PAUSE_S = 5, 60
SHUT_AFTER_S = 30
"""So long nobody touches the pad before it goes away."""

Door = Literal["shut", "pin", "checking", "open"]
Check = Callable[[str, str], bool]


def pause_after(wrong: int) -> int:
    """Return the seconds to wait after so many wrong PINs in a row. Pure."""
    if wrong >= MANY_WRONG:
        return LONG_PAUSE_S
    return int(2 ** (wrong - 1)) if wrong > 0 else 0


def fits(pin_hash: str, pin: str) -> bool:
    """Return whether ``pin`` made ``pin_hash``; takes a good part of a second, as it is meant to."""
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return PasswordHasher().verify(pin_hash, pin)
    except (VerificationError, InvalidHashError):
        return False


class StaffDoor(QObject):
    """``changed`` at every step; ``opened`` when the PIN was right. GUI thread only; no PIN is kept."""

    changed = Signal()
    opened = Signal()

    def __init__(
        self, pin_hash: Callable[[], str], monotonic_s: Callable[[], float], check: Check = fits
    ) -> None:
        """``pin_hash`` says the centre's hash now; empty: there is no door."""
        super().__init__()
        self.door: Door = "shut"
        self.typed = ""
        self.was_wrong = False
        self.wait_s = 0
        self._pin_hash = pin_hash
        self._now_s = monotonic_s
        self._check = check
        self._touches: list[float] = []
        self._wrong = 0
        self._still_s = 0
        self._gui = GuiThread(self)
        self._work = ThreadPoolExecutor(1, thread_name_prefix="staff-pin")
        self._second = QTimer(self, interval=1_000)
        self._second.timeout.connect(self._tick)

    def stop(self) -> None:
        self._second.stop()
        self._work.shutdown(wait=True, cancel_futures=True)

    def corner(self) -> None:
        """The corner was touched."""
        now = self._now_s()
        self._touches = [at for at in self._touches if now - at <= WITHIN_S] + [now]
        if len(self._touches) >= TOUCHES and self.door == "shut" and self._pin_hash():
            self._touches = []
            self._set("pin")
            self._second.start()

    def key(self, key: str) -> None:
        """A key of the pad: a digit, ``backspace``, ``enter`` or ``leave``."""
        self._still_s = 0
        if key == "leave":
            self.shut()
        elif self.door == "pin" and not self.wait_s:
            self._type(key)

    def shut(self) -> None:
        """Close the pad or the staff screen. The pause for wrong PINs goes on."""
        self.typed, self.was_wrong = "", False
        self._set("shut")

    def _type(self, key: str) -> None:
        if key == "enter":
            self._try()
            return
        if key == "backspace":
            self.typed = self.typed[:-1]
        elif key.isdecimal() and len(self.typed) < LONGEST_PIN:
            self.typed += key
        self.was_wrong = False
        self.changed.emit()

    def _try(self) -> None:
        pin, pin_hash, self.typed = self.typed, self._pin_hash(), ""
        if len(pin) < SHORTEST_PIN:
            self.changed.emit()
            return
        self._set("checking")

        def work() -> None:
            right = self._check(pin_hash, pin)
            self._gui.post(lambda: self._checked(right))

        self._work.submit(work)

    def _checked(self, right: bool) -> None:
        if self.door != "checking":
            return
        if right:
            self._wrong, self.was_wrong = 0, False
            self._set("open")
            self.opened.emit()
            return
        self._wrong += 1
        self.was_wrong, self.wait_s = True, pause_after(self._wrong)
        self._set("pin")

    def _tick(self) -> None:
        self._still_s += 1
        self.wait_s = max(0, self.wait_s - 1)
        if self.door == "pin" and self._still_s >= SHUT_AFTER_S:
            self.shut()
        if self.door in ("shut", "open") and not self.wait_s:
            self._second.stop()
        self.changed.emit()

    def _set(self, door: Door) -> None:
        self.door = door
        self._still_s = 0
        self.changed.emit()
