"""Fetches the centre's catalogue from the hub and keeps it ready for the search."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from config.model import Procedure
from ui.everyday import shipped
from ui.gui_thread import GuiThread
from ui.hall_link import Answer, HallLink
from ui.loop_thread import LoopThread
from ui.search import Index

log = logging.getLogger(__name__)


class CatalogueDesk(QObject):
    """``changed`` when there is an index to search. GUI thread only; the index is built off it."""

    changed = Signal()

    def __init__(self, link: HallLink, loop: LoopThread) -> None:
        super().__init__()
        self.index: Index | None = None
        self._link = link
        self._loop = loop
        self._gui = GuiThread(self)
        self._by_code: dict[str, Procedure] = {}

    def fetch(self) -> None:
        self._link.ask("catalogue", {}, self._answered)

    def procedure(self, code: str) -> Procedure | None:
        return self._by_code.get(code)

    def find(self, typed: str, limit: int) -> tuple[Procedure, ...]:
        return self.index.find(typed, limit) if self.index is not None else ()

    def _answered(self, answer: Answer) -> None:
        if answer.ok:
            self._loop.submit(self._build(answer.data))
        else:
            log.warning("no catalogue: %s", answer.code)

    async def _build(self, data: Any) -> None:
        index = await asyncio.to_thread(build_index, data)
        self._gui.post(lambda: self._take(index))

    def _take(self, index: Index) -> None:
        self.index = index
        self._by_code = {one.code: one for one in index.procedures}
        self.changed.emit()


def build_index(data: Mapping[str, Any] | Sequence[Any]) -> Index:
    """Return the index of what the hub answers to ``catalogue``."""
    rows = data["procedures"] if isinstance(data, Mapping) else data
    return Index([Procedure.model_validate(row) for row in rows], shipped())
