"""Keeps watch over those inside: who reads nothing any more and whose credential was revoked must go."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Set
from typing import Final

import structlog
from websockets.protocol import State

from hub.server.door import StationConnection, turned_away
from hub.server.tally import Tally
from hub.store.devices import DeviceList
from hub.store.errors import StoreFailed

log = structlog.get_logger(__name__)

LOOKS: Final = 4
"""So often within its patience the watch looks at everyone: the deaf stay a quarter longer at most."""


class Watch:
    """``connections`` is the hub's own set; ``patience_s`` is how long a station may read nothing."""

    def __init__(
        self, connections: Set[StationConnection], devices: DeviceList, tally: Tally, patience_s: float
    ) -> None:
        self._connections = connections
        self._devices = devices
        self._tally = tally
        self._patience_s = patience_s

    async def keep_out_deaf(self) -> None:
        while True:
            await asyncio.sleep(self._patience_s / LOOKS)
            now_s = asyncio.get_running_loop().time()
            for connection in tuple(self._connections):
                if connection.state is State.OPEN:
                    self._look_at(connection, now_s)

    def _look_at(self, connection: StationConnection, now_s: float) -> None:
        if now_s - connection.read_at_s < self._patience_s:
            connection.knock()
            return
        log.warning(
            "station does not read; dropped", station=f"{connection.device.role}:{connection.device.name}"
        )
        self._tally.dropped += 1
        connection.transport.abort()

    async def keep_out_revoked(self, every_s: Callable[[], float]) -> None:
        while True:
            await asyncio.sleep(every_s())
            if not self._connections:
                continue
            try:
                revoked = await asyncio.to_thread(self._devices.revoked)
            except StoreFailed as error:
                log.error("device list away", why=error.why)
                continue
            async with asyncio.TaskGroup() as tasks:
                for connection in self._connections:
                    if connection.device.token_hash in revoked:
                        tasks.create_task(turned_away(connection, "token revoked"))
