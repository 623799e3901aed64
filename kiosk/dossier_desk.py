"""Asks the hub for a dossier's state; slows down whoever guesses codes."""

from __future__ import annotations

from dataclasses import replace

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from hub.messages.views import DossierView
from kiosk.dossier import LookUp
from ui.hall_link import AWAY_CODE, Answer, HallLink

FREE_TRIES = 3
FIRST_PAUSE_S, LONGEST_PAUSE_S = 5, 60
AWAY_CODES = frozenset({AWAY_CODE, "source_away", "rate_limited", "internal"})


def pause_after(wrong: int) -> int:
    """Return the seconds to wait after so many wrong codes in a row. Pure."""
    if wrong < FREE_TRIES:
        return 0
    return int(min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 2 ** (wrong - FREE_TRIES)))


class DossierDesk(QObject):
    """``changed`` carries the LookUp, ``found`` when a dossier is there. GUI thread only."""

    changed = Signal(object)
    found = Signal()

    def __init__(self, link: HallLink) -> None:
        super().__init__()
        self.look_up = LookUp()
        self._link = link
        self._turn = 0
        self._wrong = 0
        self._second = QTimer(self, interval=1_000)
        self._second.timeout.connect(self._count_down)

    def ask(self, code: str, lookup: str = "") -> None:
        if self.look_up.asking == "asking" or self.look_up.wait_s:
            return
        self._turn += 1
        turn = self._turn
        self._set(LookUp("asking"))
        self._link.ask(
            "dossier", {"code": code, "lookup": lookup}, lambda answer: self._answered(turn, answer)
        )

    def typing(self) -> None:
        """Another code comes: forget the last answer, also one on its way; the pause stays."""
        self._turn += 1
        self._set(LookUp(wait_s=self.look_up.wait_s))

    def not_a_code(self) -> None:
        """Something was scanned that is no dossier's code."""
        if self.look_up.asking != "asking":
            self._set(LookUp("not_a_code", wait_s=self.look_up.wait_s))

    def done(self) -> None:
        """The citizen has gone. The pause for wrong codes stays: the next may be the same hand."""
        self.typing()

    def _answered(self, turn: int, answer: Answer) -> None:
        waited_for = turn == self._turn
        if answer.ok and waited_for:
            self._wrong = 0
            self._set(LookUp(dossier=msgspec.convert(answer.data, DossierView)))
            self.found.emit()
        elif answer.code in AWAY_CODES and waited_for:
            self._set(LookUp("away"))
        elif not answer.ok and answer.code not in AWAY_CODES:
            self._was_wrong(waited_for)

    def _was_wrong(self, waited_for: bool) -> None:
        """A wrong code counts, also one nobody waits for any more."""
        self._wrong += 1
        pause_s = pause_after(self._wrong)
        self._set(LookUp("unknown", wait_s=pause_s) if waited_for else replace(self.look_up, wait_s=pause_s))
        if pause_s:
            self._second.start()

    def _count_down(self) -> None:
        left = max(0, self.look_up.wait_s - 1)
        if left == 0:
            self._second.stop()
        self._set(replace(self.look_up, wait_s=left))

    def _set(self, look_up: LookUp) -> None:
        self.look_up = look_up
        self.changed.emit(look_up)
