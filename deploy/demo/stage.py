"""Starts and stops the processes of one hall; what they do together is the script's."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from deploy.demo.child import Child, DemoError, Event
from deploy.demo.places import LOOPBACK, Places, pair, write_station
from deploy.demo.timeline import Timeline

LOOK_EVERY_S = 0.01


class Stage:
    """One hall. ``opens_at``: where the hub's business clock starts (local time of the centre)."""

    def __init__(self, places: Places, timeline: Timeline, opens_at: datetime) -> None:
        self.places = places
        self.timeline = timeline
        self.device_urls: dict[str, str] = {}
        self._opens_at = opens_at
        self._began = time.monotonic()
        self._children: dict[str, Child] = {}

    def __getitem__(self, name: str) -> Child:
        return self._children[name]

    @property
    def running(self) -> Sequence[Child]:
        return tuple(self._children.values())

    async def start_hub(self) -> None:
        """Start the hub, or start it again: the business clock goes on where it would be."""
        now = self._opens_at + timedelta(seconds=time.monotonic() - self._began)
        hub = self._child(
            "hub",
            *("-m", "hub", "serve", "--config", str(self.places.centre), "--data", str(self.places.data)),
            *("--listen", f"{LOOPBACK}:{self.places.hub_port}", "--now", now.isoformat(timespec="seconds")),
        )
        await hub.start()
        await hub.ready()

    async def start_gateway(self) -> None:
        key = await asyncio.to_thread(pair, self.places, "gateway", "gateway")
        gateway = self._child(
            "gateway",
            *("-m", "display.web", "serve", "--hub", self.places.hub_url, "--key-file", str(key)),
            *("--listen", f"{LOOPBACK}:{self.places.gateway_port}"),
        )
        await gateway.start()
        await gateway.ready()

    async def start_devices(self, paper: Path, counter: str = "", codes: Sequence[str] = ()) -> None:
        """Start the simulated devices; ``paper`` is where the printer's slips are drawn.

        With ``counter`` a window opens: the keypad stands at that counter, and ``codes`` may be scanned.
        """
        window = ("--window", counter, "--codes", *codes) if counter else ()
        places = ("--dir", str(self.places.root / "devices"), "--paper", str(paper))
        devices = self._child("devices", "-m", "deploy.demo.devices", *places, *window)
        await devices.start()
        self.device_urls = json.loads(await devices.ready())

    async def start_screen(
        self, child: str, app: str, role: str, name: str, devices: dict[str, str], size: str
    ) -> Child:
        """Start one of our apps as ``role`` with id ``name``; returns when its first picture stands."""
        station = await asyncio.to_thread(write_station, self.places, role, name, devices, size)
        return await self.start_driven(child, app, "--station", str(station), "--size", size)

    async def start_driven(self, child: str, app: str, *arguments: str) -> Child:
        screen = self._child(child, "-m", "deploy.demo.driven", app, *arguments)
        await screen.start()
        return screen

    async def stop(self) -> None:
        """Stop everything, screens first and the hub last."""
        for child in reversed(list(self._children.values())):
            await child.stop()

    def _child(self, name: str, *arguments: str) -> Child:
        child = Child(name, arguments, self.places.logs / f"{name}.log", self._hear)
        self._children.pop(name, None)
        self._children[name] = child
        return child

    def _hear(self, name: str, event: Event) -> None:
        self.timeline.hear(name, event)

    async def event(
        self, child: str, kind: str, after: int = 0, timeout_s: float = 10.0, **fields: Any
    ) -> Event:
        """Return the first event of ``child`` of that ``ev`` and ``fields`` at index ``after`` or later.

        A field that is a tuple may be any of its values.
        Raises DemoError when it does not come.
        """
        wanted = {"from": child, "ev": kind, **fields}
        try:
            async with asyncio.timeout(timeout_s):
                while True:
                    for event in self.timeline.events[after:]:
                        if all(_fits(event.get(key), value) for key, value in wanted.items()):
                            return event
                    await asyncio.sleep(LOOK_EVERY_S)
        except TimeoutError:
            raise DemoError(f"never happened: {wanted}") from None


def _fits(found: object, wanted: object) -> bool:
    return found in wanted if isinstance(wanted, tuple) else found == wanted
