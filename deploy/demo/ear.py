"""The demo's own stations at the hub: one writes every event, one waits for a citizen's link."""

from __future__ import annotations

import asyncio
import time
from datetime import datetime
from pathlib import Path

from msgspec import UNSET

from deploy.demo.places import Places, pair
from deploy.demo.timeline import Timeline
from hub.client.link import Link
from hub.messages.frames import Ev
from hub.messages.views import HallState

SOURCE = "hub-ear"
WRITTEN = (
    *("seq", "ticket", "number", "service", "counter", "zone", "reason", "recall", "score", "clerk"),
    *("to_service", "to_counter", "device", "state"),
)


class Ear:
    """A supervisor that writes every event into the timeline. Make it inside the loop that runs ``link``."""

    def __init__(self, hub_url: str, key_file: Path, timeline: Timeline) -> None:
        self._timeline = timeline
        self._news = asyncio.Event()
        self.state: HallState | None = None
        token = key_file.read_text(encoding="utf-8").strip()
        self.link = Link([hub_url], token, "supervisor", "supervisor", self)

    async def heard(self) -> None:
        """Wait for the next change of ``state``."""
        self._news.clear()
        await self._news.wait()

    def on_online(self) -> None:
        self._timeline.hear(SOURCE, {"ev": "online"})

    def on_away(self, since: datetime) -> None:
        self._timeline.hear(SOURCE, {"ev": "away", "since": since.isoformat()})

    def on_state(self, state: HallState, seq: int) -> None:
        self.state = state
        self._news.set()

    def on_event(self, event: Ev, fresh: bool) -> None:
        fields = {name: getattr(event, name, None) for name in WRITTEN}
        kept = {name: value for name, value in fields.items() if value is not None and value is not UNSET}
        self._timeline.hear(SOURCE, {"ev": event.ev, "ns": time.monotonic_ns(), "at": event.at, **kept})


class _Postman:
    """Hears of tickets as a gateway does, which alone is told their links."""

    def __init__(self) -> None:
        self.first: asyncio.Future[str] = asyncio.get_running_loop().create_future()

    def on_online(self) -> None: ...

    def on_away(self, since: datetime) -> None: ...

    def on_event(self, event: Ev, fresh: bool) -> None: ...

    def on_state(self, state: HallState, seq: int) -> None:
        link = next((view.link for view in state.tickets if view.link), None)
        if link and not self.first.done():
            self.first.set_result(link)


async def first_link(places: Places) -> str:
    """Return the phone page of the first ticket that is live, as soon as there is one."""
    key = await asyncio.to_thread(pair, places, "gateway", "postman")
    postman = _Postman()
    link = Link([places.hub_url], key.read_text(encoding="utf-8").strip(), "gateway", "postman", postman)
    listening = asyncio.create_task(link.run())
    try:
        return await postman.first
    finally:
        listening.cancel()
