"""The dossier of the current visit, asked of the hub as soon as its code is known."""

from __future__ import annotations

from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal

from counter_client.hall_watch import HallWatch
from counter_client.procedures import Asker
from hub.messages.views import DossierView
from ui.hall_link import Answer


class Dossiers(QObject):
    """``view``: what the source says of ``code``; None while unknown (``why_not``: a code of the wire)."""

    changed = Signal()

    def __init__(self, link: Asker, watch: HallWatch) -> None:
        super().__init__()
        self._link = link
        self._watch = watch
        self.code = ""
        self.view: DossierView | None = None
        self.why_not = ""
        watch.changed.connect(self._follow)

    def _follow(self) -> None:
        """Ask once for each dossier; one that was not answered is asked for again with the hub's return."""
        floor = self._watch.floor
        code = floor.current.dossier or "" if floor and floor.current else ""
        if code == self.code and not (self.why_not and not self._watch.online):
            return
        self.code, self.view, self.why_not = (code if self._watch.online else ""), None, ""
        if self.code:
            self._link.ask("dossier", {"code": code}, lambda answer: self._take(code, answer))

    def _take(self, code: str, answer: Answer) -> None:
        if code != self.code:
            return
        self.view = _view(answer.data) if answer.ok else None
        self.why_not = answer.code
        self.changed.emit()


def _view(data: Any) -> DossierView | None:
    try:
        return msgspec.convert(data, DossierView)
    except msgspec.ValidationError:
        return None
