"""The gateway's copy of the hall, and who is waiting to hear that it changed. One event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from config.model import Hall
from display.web.tickets import Picture
from hub.messages.frames import Ev
from hub.messages.views import HallState

PULSE_S = 1.0
"""News that concern a line as a whole are told at most this often; one's own at once."""


class Watcher:
    """One phone's ear: ``wait`` returns when there may be something new."""

    def __init__(self) -> None:
        self._news = asyncio.Event()

    def wake(self) -> None:
        self._news.set()

    async def wait(self, timeout_s: float) -> bool:
        """Return True for news, False when ``timeout_s`` passed without any."""
        try:
            async with asyncio.timeout(timeout_s):
                await self._news.wait()
        except TimeoutError:
            return False
        self._news.clear()
        return True


class HallWatch:
    """Listens to the link (``LinkListener``) and wakes watchers; ``pulse`` runs in a task of its own."""

    def __init__(self) -> None:
        self.picture: Picture | None = None
        self.closing = False
        self._hall_data: dict[str, Any] | None = None
        self._hall: Hall | None = None
        self._state: HallState | None = None
        self._online = False
        self._heard_at: datetime | None = None
        self._watchers: dict[str, set[Watcher]] = {}
        self._own_news: list[str] = []
        self._everybody = asyncio.Event()

    @property
    def watching(self) -> int:
        return sum(len(watchers) for watchers in self._watchers.values())

    @contextmanager
    def watching_ticket(self, ticket: str) -> Iterator[Watcher]:
        watcher = Watcher()
        self._watchers.setdefault(ticket, set()).add(watcher)
        try:
            yield watcher
        finally:
            left = self._watchers[ticket]
            left.discard(watcher)
            if not left:
                del self._watchers[ticket]

    def ticket_of(self, token: str) -> str | None:
        """Return the ticket whose link holds ``token``; None for an unknown or expired one."""
        return self.picture.by_token.get(token) if self.picture and token else None

    def close(self) -> None:
        """Let every stream end: the phones will look for the gateway anew."""
        self.closing = True
        for watchers in self._watchers.values():
            for watcher in watchers:
                watcher.wake()

    async def pulse(self) -> None:
        """Tell everybody about the lines, at most once a ``PULSE_S``; runs until cancelled."""
        while True:
            await self._everybody.wait()
            self._everybody.clear()
            for watchers in self._watchers.values():
                for watcher in watchers:
                    watcher.wake()
            await asyncio.sleep(PULSE_S)

    # LinkListener ----------------------------------------------------------------------------------

    def on_online(self) -> None:
        self._online = True
        self._draw()

    def on_away(self, since: datetime) -> None:
        self._online = False
        self._heard_at = since
        self._draw()

    def on_event(self, event: Ev, fresh: bool) -> None:
        self._own_news = [ticket.id for ticket in event.changed.tickets]
        if event.ticket is not None:
            self._own_news.append(event.ticket)

    def on_state(self, state: HallState, seq: int) -> None:
        self._state = state
        self._draw()
        for ticket in self._own_news:
            for watcher in self._watchers.get(ticket, ()):
                watcher.wake()
        self._own_news = []

    def _draw(self) -> None:
        if self._state is None:
            return
        if self._state.hall is not self._hall_data:
            self._hall_data = self._state.hall
            self._hall = Hall.model_validate(self._state.hall)
        assert self._hall is not None
        zone = ZoneInfo(self._hall.centre.timezone)
        heard_at = self._heard_at.astimezone(zone) if self._heard_at else None
        self.picture = Picture(self._hall, self._state, self._online, heard_at)
        self._everybody.set()
