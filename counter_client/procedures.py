"""The names of the catalogue's procedures, asked of the hub once, when the first code has to be shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from counter_client.hall_watch import HallWatch
from ui.hall_link import Answer, Done


class Asker(Protocol):
    """The part of ``ui.hall_link.HallLink`` that questions need."""

    def ask(self, what: str, args: dict[str, Any], done: Done) -> None: ...


class Procedures(QObject):
    """``names``: code → name; empty until the hub told them."""

    changed = Signal()

    def __init__(self, link: Asker, watch: HallWatch) -> None:
        super().__init__()
        self.names: Mapping[str, str] = {}
        self._link = link
        self._watch = watch
        self._asked = False
        watch.changed.connect(self._ask_if_needed)

    def _ask_if_needed(self) -> None:
        if not self._watch.online:
            self._asked = False  # the catalogue may be another one by the time the hub is back
        current = self._watch.floor.current if self._watch.floor else None
        if self._watch.online and current and current.procedure and not self._asked:
            self._asked = True
            self._link.ask("catalogue", {}, self._take)

    def _take(self, answer: Answer) -> None:
        if not answer.ok:
            self._asked = False
            return
        self.names = {each["code"]: each["name"] for each in answer.data["procedures"]}
        self.changed.emit()
