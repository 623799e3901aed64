"""A scanner that types like a keyboard: its keys come through Qt, and their speed tells it from a hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from hardware.scanning.key_timing import KeyTiming

LOOK_MS = 40


class KeyScanner(QObject):
    """``scanned`` gets the bytes of a whole scan, ``typed`` what a person typed. GUI thread only."""

    def __init__(
        self,
        scanned: Callable[[bytes], None],
        typed: Callable[[str], None],
        monotonic_s: Callable[[], float],
    ) -> None:
        super().__init__()
        self._scanned = scanned
        self._typed = typed
        self._now_s = monotonic_s
        self._timing = KeyTiming()
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self._overdue)

    def press(self, text: str) -> None:
        """Take the text of one key."""
        decision = self._timing.press(text, self._now_s())
        self._tell(decision.typed)
        if decision.scan:
            self._scanned(decision.scan)
        if self._timing.holds:
            self._look.start()

    def _overdue(self) -> None:
        self._tell(self._timing.look(self._now_s()).typed)
        if not self._timing.holds:
            self._look.stop()

    def _tell(self, typed: str) -> None:
        if typed:
            self._typed(typed)
