"""The gateway's copy of the hall, and who is waiting to hear that it changed. One event loop."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, tzinfo
from typing import Any
from zoneinfo import ZoneInfo

import structlog

from config.model import Hall, Procedure
from display.answers import DossierBoard
from display.clock import BusinessClock
from display.web.tickets import Picture
from hub.messages.frames import Ev
from hub.messages.views import HallState

log = structlog.get_logger(__name__)

PULSE_S = 1.0
"""News that concern a line as a whole are told at most this often; one's own at once."""
GATHER_S = 0.02
"""A call comes as several events: one wave for all of them."""
HALL_FIRST_S = 0.08
"""After a call the rest of the phones wait this long, so that a TV on the same machine draws it first."""
PATIENCE_S = 0.3
"""However often is called meanwhile, one wave is put off by no more than this."""
AT_A_TIME = 50
HEARTBEAT_S = 15.0
BOARDS = "@boards"
"""The key of browser TVs; no ticket's id begins so."""


class Watcher:
    """One page's ear: ``wait`` returns when there may be something new, or a heartbeat to pass on."""

    def __init__(self) -> None:
        self._news = asyncio.Event()
        self.gone = False
        """Nobody listens any more."""

    def wake(self) -> None:
        self._news.set()

    async def wait(self) -> None:
        await self._news.wait()
        self._news.clear()


class HallWatch:
    """Listens to the link (``LinkListener``) and wakes watchers; ``pulse`` runs in a task of its own."""

    def __init__(
        self,
        pulse_s: float = PULSE_S,
        heartbeat_s: float = HEARTBEAT_S,
        monotonic_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._monotonic_s = monotonic_s
        self._clock, self._clock_is_old = BusinessClock(), True
        self._pulse_s, self._heartbeat_s, self._beat_s = pulse_s, heartbeat_s, 0.0
        self.picture: Picture | None = None
        self.closing = False
        self.beats = 0
        """Rises every ``heartbeat_s``: who had no news since the last one is told that all is well."""
        self._hall_data: dict[str, Any] | None = None
        self._hall: Hall | None = None
        self._zone: tzinfo = UTC
        self._state: HallState | None = None
        self._online = False
        self._heard_at: datetime | None = None
        self._procedures: tuple[Procedure, ...] = ()
        self._dossiers: DossierBoard | None = None
        self._watchers: dict[str, set[Watcher]] = {}
        self._own_news: list[str] = []
        self._called_s = -HALL_FIRST_S
        self._everybody = asyncio.Event()

    @contextmanager
    def watching(self, key: str) -> Iterator[Watcher]:
        """``key``: the ticket whose news are told at once, or ``BOARDS``, for which all news are."""
        watcher = Watcher()
        self._watchers.setdefault(key, set()).add(watcher)
        try:
            yield watcher
        finally:
            left = self._watchers[key]
            left.discard(watcher)
            if not left:
                del self._watchers[key]

    @property
    def now(self) -> datetime | None:
        """The hub's business clock; None before it was heard."""
        return self._clock.now(self._monotonic_s())

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
        """Tell everybody about the lines, at most once a ``pulse_s``; runs until cancelled."""
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(self._heartbeat_s / 3):
                    await self._everybody.wait()
            await asyncio.sleep(GATHER_S)
            left_s = await self._hall_first(PATIENCE_S)
            self._beat(asyncio.get_running_loop().time())
            self._everybody.clear()
            everybody = [watcher for watchers in self._watchers.values() for watcher in watchers]
            for start in range(0, len(everybody), AT_A_TIME):
                for watcher in everybody[start : start + AT_A_TIME]:
                    watcher.wake()
                await asyncio.sleep(0)  # the hub's next news need not wait for ten thousand phones
                left_s = await self._hall_first(left_s)
            await asyncio.sleep(self._pulse_s)

    async def _hall_first(self, most_s: float) -> float:
        """Let the screens draw what was just called; return how much of ``most_s`` is left."""
        wait_s = min(most_s, self._called_s + HALL_FIRST_S - self._monotonic_s())
        if wait_s > 0:
            await asyncio.sleep(wait_s)
        return most_s - max(0.0, wait_s)

    def _beat(self, now_s: float) -> None:
        if now_s - self._beat_s >= self._heartbeat_s:
            self._beat_s = now_s
            self.beats += 1

    def take_procedures(self, procedures: tuple[Procedure, ...]) -> None:
        self._procedures = procedures
        self._draw()

    def take_dossiers(self, board: DossierBoard) -> None:
        self._dossiers = board
        self._draw()

    # LinkListener ----------------------------------------------------------------------------------

    def on_online(self) -> None:
        self._online = True
        self._draw()

    def on_away(self, since: datetime) -> None:
        self._online, self._clock_is_old = False, True
        self._heard_at = self.now  # by the hub's clock; ``since`` is by this machine's, which may be days off
        self._draw()

    def on_event(self, event: Ev, fresh: bool) -> None:
        if event.ev == "ticket_called":
            self._called_s = self._monotonic_s()
        self._own_news = [ticket.id for ticket in event.changed.tickets]
        if event.ticket is not None:
            self._own_news.append(event.ticket)

    def on_state(self, state: HallState, seq: int) -> None:
        self._state = state
        self._clock.heard(state.now, self._monotonic_s(), reset=self._clock_is_old)
        self._clock_is_old = False
        self._draw()
        for key in (BOARDS, *self._own_news):
            for watcher in self._watchers.get(key, ()):
                watcher.wake()
        self._own_news = []

    def _take_hall(self, data: dict[str, Any]) -> None:
        """A hall this gateway cannot read (a newer hub's) leaves the one before in place."""
        try:
            hall = Hall.model_validate(data)
            self._zone = ZoneInfo(hall.centre.timezone)
        except (ValueError, OSError, KeyError) as error:  # no such time zone is a KeyError
            log.error("the hub's configuration cannot be read", why=type(error).__name__)
        else:
            self._hall = hall

    def _draw(self) -> None:
        if self._state is None:
            return
        if self._state.hall is not self._hall_data:
            self._hall_data = self._state.hall
            self._take_hall(self._state.hall)
        if self._hall is None or self.now is None:
            return
        heard_at = self._heard_at.astimezone(self._zone) if self._heard_at else None
        self.picture = Picture(
            *(self._hall, self._state, self._online, heard_at),
            at=self.now,
            procedures=self._procedures,
            dossiers=self._dossiers,
        )
        self._everybody.set()
