"""A real hub for tests: on a free port of this machine, in a thread of its own, stopped and started at will.

with serving(tmp_path) as hub:
    token = hub.pair("kiosk", "k1")
    link = Link([hub.address], token, "kiosk", "k1", listener)
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from config.model import Hall
from hub.clock import BusinessClock
from hub.messages.frames import Role
from hub.server.hub import Hub, Settings, running
from hub.store.devices import Devices
from tests.helpers.hall import round_the_clock, sample_hall

MONDAY_MORNING = datetime(2026, 11, 23, 8, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
START_TIMEOUT_S = 20.0


class HubThread:
    """One hub's data and settings; ``start`` and ``stop`` as often as wanted, always on the same port."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.address = ""
        self.hub: Hub | None = None
        self.loop: asyncio.AbstractEventLoop | None = None
        self._stop: asyncio.Event | None = None
        self._thread: threading.Thread | None = None

    def pair(self, role: Role, name: str) -> str:
        """Return the token of a newly paired device."""
        devices = Devices(self.settings.data)
        try:
            return devices.pair(role, name)
        finally:
            devices.close()

    def start(self) -> None:
        ready: Future[None] = Future()
        self._thread = threading.Thread(target=self._run, args=(ready,), name="hub")
        self._thread.start()
        ready.result(START_TIMEOUT_S)

    def stop(self) -> None:
        if self._thread is None or self.loop is None or self._stop is None:
            return
        self.loop.call_soon_threadsafe(self._stop.set)
        self._thread.join(START_TIMEOUT_S)
        assert not self._thread.is_alive(), "the hub did not stop"
        self._thread = self.hub = None

    def _run(self, ready: Future[None]) -> None:
        try:
            asyncio.run(self._serve(ready))
        except BaseException as error:
            if not ready.done():
                ready.set_exception(error)
            else:
                raise

    async def _serve(self, ready: Future[None]) -> None:
        self.loop = asyncio.get_running_loop()
        self._stop = asyncio.Event()
        async with running(self.settings) as hub:
            self.hub = hub
            self.address = hub.address
            self.settings = replace(self.settings, port=int(hub.address.rpartition(":")[2]))
            ready.set_result(None)
            await self._stop.wait()


@contextmanager
def serving(
    data: Path,
    hall: Hall | None = None,
    *,
    now: datetime | None = None,
    directory: Path | None = None,
    **more: Any,
) -> Iterator[HubThread]:
    """Serve ``hall`` (the sample, open round the clock) from ``data``, the clock as it is or from ``now``.

    ``more`` goes to the hub's ``Settings``.
    """
    clock = BusinessClock() if now is None else BusinessClock.starting_at(now, ZoneInfo("Asia/Ho_Chi_Minh"))
    hub = HubThread(
        Settings(
            hall=hall or sample_hall(hours=round_the_clock()),
            data=data,
            directory=directory or data,
            clock=clock,
            **more,
        )
    )
    hub.start()
    try:
        yield hub
    finally:
        hub.stop()
