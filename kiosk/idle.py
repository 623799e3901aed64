"""Nobody there any more? Warn, count down, then say so; nobody came for long: say that too."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal


@dataclass(frozen=True, slots=True)
class Pace:
    """Counted in ticks of ``tick_ms``, seconds in a hall. A ticket needs no question, only time to read."""

    quiet: int = 40
    warning: int = 20
    ticket_quiet: int = 8
    ticket_warning: int = 20
    tick_ms: int = 1_000


class Idle(QObject):
    """``warned`` carries the ticks left (0: no warning any more), ``expired`` comes when they are over.

    ``alone`` carries whether the first page has been left alone for ``alone_after`` ticks (0: it never is).
    """

    warned = Signal(int)
    expired = Signal()
    alone = Signal(bool)
    left = Signal()
    """The first page was not touched for as long as any page may be: whoever set it up has gone."""

    def __init__(self, pace: Pace) -> None:
        super().__init__()
        self._pace = pace
        self._quiet = pace.quiet
        self._warning = pace.warning
        self._gone = 0
        self._resting = False
        self.alone_after = 0
        self._timer = QTimer(self, interval=pace.tick_ms)
        self._timer.timeout.connect(self._tick)

    def watch(self, reading_a_ticket: bool = False) -> None:
        """Somebody is there: count anew from now."""
        self._quiet = self._pace.ticket_quiet if reading_a_ticket else self._pace.quiet
        self._warning = self._pace.ticket_warning if reading_a_ticket else self._pace.warning
        self.touched()
        self._resting = False
        self._timer.start()

    def rest(self) -> None:
        """The first page is shown: there is nothing to wipe."""
        self.touched()
        self._resting = True
        self._timer.start()

    def touched(self) -> None:
        gone, self._gone = self._gone, 0
        if self._resting:
            if 0 < self.alone_after <= gone:
                self.alone.emit(False)
        elif gone >= self._quiet:
            self.warned.emit(0)

    def _tick(self) -> None:
        self._gone += 1
        if self._resting:
            if self._gone == self._pace.quiet:
                self.left.emit()
            if self._gone == self.alone_after:
                self.alone.emit(True)
            return
        left = self._quiet + self._warning - self._gone
        if left <= 0:
            self.rest()
            self.expired.emit()
        elif self._gone >= self._quiet:
            self.warned.emit(left)
