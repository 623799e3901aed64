"""The view model of the log: who did what and when, a page at a time."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from counter_client.audit_props import AuditLine, derive_audit, question
from counter_client.hall_watch import HallWatch
from counter_client.low_marks import page_of
from counter_client.procedures import Asker
from hub.messages.views import AuditRow
from ui.hall_link import Answer
from ui.rows import Rows

QML_IMPORT_NAME = "Counter"
QML_IMPORT_MAJOR_VERSION = 1

PAGE = 50
MOST_SHOWN = 1_000
"""Whoever looks further back asks with a number, a counter or a machine."""


@QmlElement
class AuditTrail(QObject):
    """``state``: asking, shown, unknown (nothing of that name) or failed (an error code in ``code``)."""

    changed = Signal()

    def __init__(self, link: Asker, watch: HallWatch) -> None:
        super().__init__()
        self._link = link
        self._watch = watch
        self._lines = Rows(AuditLine)
        self._found: list[AuditRow] = []
        self._words: dict[str, str] = {}
        self._before_seq: int | None = None
        self._run = 0
        self._state, self._code = "shown", ""

    @Property(QObject, constant=True)
    def lines(self) -> QObject:
        return self._lines

    @Property(str, notify=changed)
    def state(self) -> str:
        return self._state

    @Property(str, notify=changed)
    def code(self) -> str:
        return self._code

    @Property(bool, notify=changed)
    def more(self) -> bool:
        """There is something older to be asked for."""
        return self._state == "shown" and self._before_seq is not None and len(self._found) < MOST_SHOWN

    @Slot(str)
    def look(self, text: str) -> None:
        """Show the newest of what ``text`` names: a number of today, a counter, a machine; empty: all."""
        words = question(text, self._watch.state, self._watch.hall)
        self._run += 1
        self._found, self._before_seq = [], None
        self._lines.replace(())
        if words is None:
            self._stand("unknown")
            return
        self._words = words
        self._ask()

    @Slot()
    def older(self) -> None:
        if self.more:
            self._ask()

    def _ask(self) -> None:
        args: dict[str, Any] = {**self._words, "limit": PAGE}
        if self._before_seq is not None:
            args["before_seq"] = self._before_seq
        run = self._run
        self._stand("asking")
        self._link.ask("audit", args, lambda answer: self._take(answer, run))

    def _take(self, answer: Answer, run: int) -> None:
        if run != self._run:
            return
        page = page_of(answer)
        if page is None:
            self._stand("failed", answer.code or "internal")
            return
        self._found += page.rows
        self._before_seq = page.before_seq
        if not page.rows and page.before_seq is not None:
            self._ask()  # rare rows: the hub looked through a stretch of the log that holds none
            return
        self._lines.replace(derive_audit(self._found, self._watch.hall, self._watch.language))
        self._stand("shown")

    def _stand(self, state: str, code: str = "") -> None:
        self._state, self._code = state, code
        self.changed.emit()
