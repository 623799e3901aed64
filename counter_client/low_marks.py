"""The day's low marks with their reasons, asked of the hub's log: a start in mid-day loses none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal

from counter_client.hall_watch import HallWatch
from counter_client.procedures import Asker
from counter_client.supervisor_props import is_low
from hub.messages.frames import Ev
from hub.messages.views import AuditRow
from ui.hall_link import Answer

MARKS_KEPT = 50
PAGE = 200


class AuditPage(msgspec.Struct, frozen=True):
    """An answer to ``audit``."""

    rows: list[AuditRow]
    before_seq: int | None = None


def page_of(answer: Answer) -> AuditPage | None:
    """Return what the hub told, or None when it could not or told something else."""
    try:
        return msgspec.convert(answer.data, AuditPage) if answer.ok else None
    except msgspec.ValidationError:
        return None


class LowMarks(QObject):
    """``rows`` newest first, at most ``MARKS_KEPT``."""

    changed = Signal()

    def __init__(self, link: Asker, watch: HallWatch) -> None:
        super().__init__()
        self._link = link
        self._watch = watch
        self._day = ""
        self._run = 0
        self._found: list[AuditRow] = []
        self.rows: Sequence[AuditRow] = ()
        watch.changed.connect(self._follow)

    def heard(self, event: Ev) -> None:
        """Call for every event; the reasons of a low mark are only in the log."""
        hall = self._watch.hall
        if event.ev == "rating_given" and event.score and hall and is_low(hall.rating, event.score):
            self._look()

    def _follow(self) -> None:
        """Look once when the hub is there, and again for every new day and every return of the hub."""
        state = self._watch.state
        day = state.day if state is not None and self._watch.online else ""
        if day != self._day:
            self._day = day
            if day:
                self._look()

    def _look(self) -> None:
        self._run += 1
        self._found = []
        self._ask(None, self._run)

    def _ask(self, before_seq: int | None, run: int) -> None:
        args: dict[str, Any] = {"ev": "rating_given", "limit": PAGE}
        if before_seq is not None:
            args["before_seq"] = before_seq
        self._link.ask("audit", args, lambda answer: self._take(answer, run))

    def _take(self, answer: Answer, run: int) -> None:
        page = page_of(answer)
        hall = self._watch.hall
        if page is None or hall is None or run != self._run:
            return
        today = [row for row in page.rows if row.at[:10] >= self._day]
        self._found += [row for row in today if row.score and is_low(hall.rating, row.score)]
        older = len(today) < len(page.rows)
        if page.before_seq is not None and not older and len(self._found) < MARKS_KEPT:
            self._ask(page.before_seq, run)
            return
        self.rows = self._found[:MARKS_KEPT]
        self.changed.emit()
