"""Stations for tests of the wire: one on the real link, one that speaks raw JSON."""

from __future__ import annotations

import asyncio
import itertools
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from typing import Any

from websockets.asyncio.client import ClientConnection, connect

from hub.client.link import Link
from hub.messages.frames import Ev, Role
from hub.messages.views import HallState
from tests.helpers.hub import HubThread

PATIENCE_S = 10.0


class Listening:
    """A link's listener that keeps what it hears; ``until`` waits for a condition on it."""

    def __init__(self) -> None:
        self.state: HallState | None = None
        self.seq = 0
        self.events: list[tuple[Ev, bool]] = []
        self.log: list[str] = []
        self._news = asyncio.Event()

    def on_online(self) -> None:
        self.log.append("online")
        self._news.set()

    def on_away(self, since: datetime) -> None:
        self.log.append("away")
        self._news.set()

    def on_event(self, event: Ev, fresh: bool) -> None:
        self.events.append((event, fresh))

    def on_state(self, state: HallState, seq: int) -> None:
        self.state, self.seq = state, seq
        self._news.set()

    def kinds(self) -> list[str]:
        return [event.ev for event, _ in self.events]

    async def until(self, condition: Callable[[], object]) -> None:
        async with asyncio.timeout(PATIENCE_S):
            while not condition():
                self._news.clear()
                await self._news.wait()


@asynccontextmanager
async def linked(hub: HubThread, role: Role, name: str) -> AsyncIterator[tuple[Link, Listening]]:
    """A paired station on the real link, online when the block begins."""
    heard = Listening()
    link = Link([hub.address], hub.pair(role, name), role, name, heard)
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(link.run())
        await heard.until(lambda: link.online and heard.state is not None)
        yield link, heard
        running.cancel()


class RawStation:
    """Speaks the protocol's JSON itself, and anything else it is told to."""

    def __init__(self, connection: ClientConnection) -> None:
        self.connection = connection
        self._ids = itertools.count(1)

    async def send(self, frame: dict[str, Any] | str | bytes) -> None:
        await self.connection.send(json.dumps(frame) if isinstance(frame, dict) else frame)

    async def receive(self) -> dict[str, Any]:
        async with asyncio.timeout(PATIENCE_S):
            frame: dict[str, Any] = json.loads(await self.connection.recv())
        return frame

    async def until(self, kind: str) -> dict[str, Any]:
        """Return the next frame of ``kind``, passing over others."""
        while True:
            frame = await self.receive()
            if frame["t"] == kind:
                return frame

    async def command(self, name: str, *, key: str | None = None, **args: Any) -> dict[str, Any]:
        number = next(self._ids)
        await self.send(
            {"t": "cmd", "id": number, "key": key or f"key-{number}-{id(self)}", "cmd": name, "args": args}
        )
        return await self.until("res")

    async def ask(self, what: str, **args: Any) -> dict[str, Any]:
        await self.send({"t": "get", "id": next(self._ids), "what": what, "args": args})
        return await self.until("res")


@asynccontextmanager
async def knocking(address: str, token: str | None, **options: Any) -> AsyncIterator[RawStation]:
    """Connect with ``token`` and nothing said yet."""
    headers = {} if token is None else {"Authorization": f"Bearer {token}"}
    headers |= options.pop("headers", {})
    async with connect(
        address, additional_headers=headers, compression=None, proxy=None, max_size=2**24, **options
    ) as connection:
        yield RawStation(connection)


@asynccontextmanager
async def raw_station(
    hub: HubThread, role: Role, name: str, *, token: str | None = None, since: dict[str, Any] | None = None
) -> AsyncIterator[tuple[RawStation, dict[str, Any], dict[str, Any]]]:
    """A station that said who it is; yields it with the hub's hello and ready."""
    async with knocking(hub.address, token or hub.pair(role, name)) as station:
        hello = await station.receive()
        await station.send(
            {"t": "auth", "v": 1, "role": role, "dev": name, **({"since": since} if since else {})}
        )
        yield station, hello, await station.receive()
