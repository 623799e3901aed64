"""The demo's own ear at the hub: a supervisor's link that writes every event into the timeline."""

from __future__ import annotations

import asyncio
import time
from datetime import datetime
from pathlib import Path

from msgspec import UNSET

from deploy.demo.timeline import Timeline
from hub.client.link import Link
from hub.messages.frames import Ev
from hub.messages.views import HallState

SOURCE = "hub-ear"
SHOWN = [
    "seq",
    "ticket",
    "number",
    "service",
    "counter",
    "zone",
    "reason",
    "recall",
    "score",
    "clerk",
    "to_service",
    "to_counter",
    "device",
    "state",
]


class Ear:
    """A LinkListener; ``state`` is the hall as last heard. Make it inside the loop that runs ``link``."""

    def __init__(self, hub_url: str, key_file: Path, timeline: Timeline) -> None:
        self._timeline = timeline
        self.state: HallState | None = None
        self._news = asyncio.Event()
        self._first_link: asyncio.Future[str] = asyncio.get_running_loop().create_future()
        token = key_file.read_text(encoding="utf-8").strip()
        self.link = Link([hub_url], token, "supervisor", "supervisor", self)

    def on_online(self) -> None:
        self._timeline.hear(SOURCE, {"ev": "online"})

    def on_away(self, since: datetime) -> None:
        self._timeline.hear(SOURCE, {"ev": "away", "since": since.isoformat()})

    def on_state(self, state: HallState, seq: int) -> None:
        self.state = state
        self._news.set()
        link = next((view.link for view in state.tickets if view.link), None)
        if link and not self._first_link.done():
            self._first_link.set_result(link)

    async def heard(self) -> None:
        """Wait for the next change of ``state``."""
        self._news.clear()
        await self._news.wait()

    async def first_link(self) -> str:
        """Return the phone page of the first ticket, as soon as there is one."""
        return await self._first_link

    def on_event(self, event: Ev, fresh: bool) -> None:
        fields = {name: getattr(event, name, None) for name in SHOWN}
        kept = {name: value for name, value in fields.items() if value is not None and value is not UNSET}
        self._timeline.hear(SOURCE, {"ev": event.ev, "ns": time.monotonic_ns(), "at": event.at, **kept})
