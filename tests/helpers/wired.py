"""A station that keeps a copy of the hall, sees that nothing is missing, and can drop and come back."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

import msgspec
from websockets.asyncio.client import ClientConnection, connect

from hub.client.replica import apply_event
from hub.messages.frames import (
    Auth,
    Cmd,
    Ev,
    Hb,
    Hello,
    HubFrame,
    Ready,
    Res,
    Role,
    Since,
    Snap,
    decode_hub,
    encode,
)
from hub.messages.views import HallState

PATIENCE_S = 10.0
LIVE = frozenset({"waiting", "called", "serving", "parked"})
"""Snapshots of every role hold these; a copy that heard it all keeps the rest of the day too."""
_Answer = TypeVar("_Answer")


class Wired:
    """One device. ``events`` are those of the log (passing ones left out) it was told since it was made."""

    def __init__(self, address: Callable[[], str], token: str, role: Role, name: str) -> None:
        self.role, self.name = role, name
        self.state: HallState | None = None
        self.events: list[Ev] = []
        self.mode = ""
        self._address, self._token = address, token
        self._ids = itertools.count(1)
        self._connection: ClientConnection | None = None
        self._epoch, self._seq = "", 0

    @property
    def connected(self) -> bool:
        return self._connection is not None

    @property
    def seq(self) -> int:
        return self._seq

    def summary(self) -> dict[str, Any]:
        """Return what two copies of one hall have in common: neither waits, nor what is over."""
        assert self.state is not None
        state = msgspec.to_builtins(self.state)
        tickets = [each for each in state["tickets"] if each["state"] in LIVE]
        return {
            "day": state["day"],
            "tickets": _by_id(tickets),
            "counters": _by_id(state["counters"]),
            "services": _by_id([each | {"estimate": None} for each in state["services"]]),
            "calls": state["calls"],
            "devices": state["devices"],
            "hall": state["hall"],
        }

    async def open(self, *, resume: bool = True) -> None:
        headers = {"Authorization": f"Bearer {self._token}"}
        self._connection = await connect(
            self._address(),
            additional_headers=headers,
            compression=None,
            proxy=None,
            ping_interval=None,
            max_queue=None,  # it reads when the test has it read, and must still hear a goodbye
        )
        hello = await self._receive(Hello)
        since = Since(self._epoch, self._seq) if resume and hello.epoch == self._epoch else None
        await self._send(Auth(v=1, role=self.role, dev=self.name, since=since))
        ready = await self._receive(Ready)
        self._epoch, self.mode = hello.epoch, ready.mode
        if ready.mode == "snapshot":
            self._take(await self._receive(Snap))
        await self.catch_up(ready.seq)

    async def close(self) -> None:
        if self._connection is not None:
            await self._connection.close()
            self._connection = None

    async def command(self, name: str, key: str, args: dict[str, Any]) -> Res:
        """Send it and return its answer, having taken what was told before it."""
        number = next(self._ids)
        await self._send(Cmd(id=number, key=key, cmd=name, args=msgspec.Raw(msgspec.json.encode(args))))
        while True:
            frame = await self._receive(Res, also=self._take)
            if frame.id == number:
                return frame

    async def catch_up(self, seq: int) -> None:
        """Take news until what happened at ``seq`` is among it."""
        while self._seq < seq:
            self._take(await self._next())

    def _take(self, frame: HubFrame) -> None:
        match frame:
            case Snap():
                self.state, self._seq = frame.state, frame.seq
            case Ev():
                assert self.state is not None
                assert frame.prev == self._seq, "a gap"
                assert frame.seq in (frame.prev, frame.prev + 1), "out of order"
                self.state = apply_event(self.state, frame)
                if frame.seq > self._seq:
                    self.events.append(frame)
                self._seq = frame.seq
            case Hb():
                assert frame.seq == self._seq, "a heartbeat told of news that did not come"
            case _:
                raise AssertionError(f"out of turn: {frame}")

    async def _receive(self, kind: type[_Answer], also: Callable[[HubFrame], None] | None = None) -> _Answer:
        """Return the next frame of ``kind``; others go to ``also``, and must not come without it."""
        while True:
            frame = await self._next()
            if isinstance(frame, kind):
                return frame
            assert also is not None, f"out of turn: {frame}"
            also(frame)

    async def _next(self) -> HubFrame:
        assert self._connection is not None
        return decode_hub(await _soon(self._connection.recv(decode=False)))

    async def _send(self, frame: Auth | Cmd) -> None:
        assert self._connection is not None
        await _soon(self._connection.send(encode(frame), text=True))


async def _soon(doing: Awaitable[_Answer]) -> _Answer:
    async with asyncio.timeout(PATIENCE_S):
        return await doing


def _by_id(records: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {record["id"]: record for record in records}
