"""What the gateway asks the hub for its browser TVs: the catalogue once, the dossiers' board every minute."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import structlog

from display.answers import catalogue, dossier_board
from display.slides import chosen
from display.web.guide import WITH_GUIDE
from display.web.hall_watch import HallWatch
from hub.client.errors import HubAway, Refused

log = structlog.get_logger(__name__)

Ask = Callable[[str, dict[str, Any]], Awaitable[Any]]
EVERY_S = 60.0
AGAIN_S = 5.0


class Inquiries:
    """Asks only what a browser shows now. ``run`` in a task of its own, the rest in the same loop."""

    def __init__(self, watch: HallWatch, ask: Ask) -> None:
        self._watch, self._ask = watch, ask
        self._wanted: set[str] = set()
        self._new = asyncio.Event()

    def need(self, layout: str) -> None:
        """A browser shows ``layout``."""
        what = "dossier_board" if layout == "dossiers" else "catalogue" if layout in WITH_GUIDE else ""
        if what and what not in self._wanted:
            self._wanted.add(what)
            self._new.set()

    async def run(self) -> None:
        """Until cancelled."""
        while True:
            done = await self._ask_all()
            self._new.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout(EVERY_S if done else AGAIN_S):
                    await self._new.wait()

    async def _ask_all(self) -> bool:
        try:
            for what in sorted(self._wanted):
                self._take(what, await self._ask(what, {}))
        except (HubAway, Refused) as error:
            log.warning("not answered", why=type(error).__name__)
            return False
        return True

    def _take(self, what: str, data: Any) -> None:
        picture = self._watch.picture
        if what == "dossier_board":
            self._watch.take_dossiers(dossier_board(data))
        elif picture is not None:
            self._watch.take_procedures(tuple(chosen(catalogue(data), picture.hall)))
