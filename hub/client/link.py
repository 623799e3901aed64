"""A station's link to the hub: connects, resumes, hands on events and carries commands, for ever.

Screens are not its business (``ui`` bridges it to Qt) and neither is what to do while the hub is away.
"""

from __future__ import annotations

import asyncio
import random
import uuid
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from typing import Any, Literal, Protocol

import msgspec
import structlog
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidStatus, WebSocketException

from hub.client.addresses import OPEN_TIMEOUT_S, Addresses
from hub.client.answers import Answers
from hub.client.errors import HubAway, LinkBroken, Refused
from hub.client.pace import HubClock, wait_before
from hub.client.replica import apply_event, missed_calls
from hub.client.version import software_version
from hub.messages.commands import Command
from hub.messages.frames import (
    PROTOCOL_VERSION,
    Auth,
    Cmd,
    Ev,
    Get,
    Hb,
    Hello,
    HubFrame,
    Ready,
    Res,
    Role,
    Seen,
    Since,
    Snap,
    StationFrame,
    decode_hub,
    encode,
)
from hub.messages.views import HallState

log = structlog.get_logger(__name__)

HEARTBEAT_S = 5.0
"""Until a snapshot tells the centre's own."""
BEATS_TO_SILENCE = 3
ADVICE = {"unauthorized": "the hub does not know this token: pair the device again (motcua-hub pair)"}
LARGEST_FRAME = 16 * 2**20  # a snapshot of a big centre's whole day


def _utc_now() -> datetime:
    return datetime.now(UTC)


class LinkListener(Protocol):
    """Who hears what the hub says; every method is called in the link's event loop and must be quick."""

    def on_online(self) -> None: ...

    def on_away(self, since: datetime) -> None:
        """``since``: the last time anything was heard of the hub (UTC). Once per outage."""

    def on_state(self, state: HallState, seq: int) -> None:
        """After a snapshot and after every event."""

    def on_event(self, event: Ev, fresh: bool) -> None:
        """Before the ``on_state`` that includes it. ``fresh`` is False for events over 15 s old."""


class Link:
    """The connection of one station. ``run`` in one task, the rest from any task of the same loop.

    ``addresses`` are tried in order; ``token`` is the device's credential; ``dev`` its name at the centre,
    ``version`` what it says its software is (None: this package's own).
    """

    def __init__(
        self,
        addresses: Sequence[str],
        token: str,
        role: Role,
        dev: str,
        listener: LinkListener,
        *,
        version: str | None = None,
        now: Callable[[], datetime] = _utc_now,
        chance: Callable[[], float] = random.random,
    ) -> None:
        self._addresses = Addresses(addresses)
        self._headers = {"Authorization": f"Bearer {token}"}
        self._role: Role = role
        self._dev = dev
        self._version = software_version() if version is None else version
        self._listener = listener
        self._now = now
        self._chance = chance
        self._clock = HubClock()
        self._connection: ClientConnection | None = None
        self._heartbeat_s = HEARTBEAT_S
        self._epoch = ""
        self._start_over = False
        self._seq = 0
        self._state: HallState | None = None
        self._answers = Answers()
        self._heard_at = now()
        self._online: bool | None = None
        self.trouble = ""
        """Why the link is away ("unauthorized", "silent", …), for staff screens; empty while online."""

    @property
    def online(self) -> bool:
        return self._online is True

    # for ever --------------------------------------------------------------------------------------

    async def run(self) -> None:
        """Keep the link up until cancelled."""
        attempt = 0
        try:
            while True:
                for address in self._addresses.order(_monotonic()):
                    if await self._visit(address):
                        attempt = 0
                await asyncio.sleep(wait_before(attempt, self._chance()))
                attempt += 1
        finally:
            self._answers.fail_all("stopped")

    async def _visit(self, address: str) -> bool:
        """Stay connected to ``address`` for as long as it lasts; return True if it got as far as online."""
        was_online = False
        try:
            async with self._connected(address) as connection:
                await self._begin(connection)
                was_online = True
                while True:
                    self._take(await self._receive(connection, BEATS_TO_SILENCE * self._heartbeat_s))
        except LinkBroken as error:
            self._start_over = error.start_over
            self._lost(error.why, address)
        except InvalidStatus as error:
            self._lost("unauthorized" if error.response.status_code == 401 else "refused")
        except (OSError, WebSocketException) as error:
            told = error.rcvd.reason if isinstance(error, ConnectionClosed) and error.rcvd else ""
            self._lost(told or type(error).__name__, address)
        return was_online

    @asynccontextmanager
    async def _connected(self, address: str) -> AsyncIterator[ClientConnection]:
        connection = await connect(
            address,
            additional_headers=self._headers,
            compression=None,
            proxy=None,
            open_timeout=self._addresses.open_timeout_s,
            close_timeout=1,
            ping_interval=None,
            max_size=LARGEST_FRAME,
            max_queue=256,
        )
        try:
            yield connection
        finally:
            self._connection = None
            await connection.close()

    async def _begin(self, connection: ClientConnection) -> None:
        """Say who we are and from where we resume; returns once we hold the hall's present state."""
        hello = await self._receive(connection, OPEN_TIMEOUT_S)
        if not isinstance(hello, Hello) or PROTOCOL_VERSION not in hello.v:
            raise LinkBroken("another protocol")
        if hello.epoch != self._epoch:
            self._epoch, self._seq, self._state = hello.epoch, 0, None
        since = Since(self._epoch, self._seq) if self._state is not None and not self._start_over else None
        auth = Auth(v=PROTOCOL_VERSION, role=self._role, dev=self._dev, since=since, version=self._version)
        await connection.send(encode(auth), text=True)
        ready = await self._receive(connection, OPEN_TIMEOUT_S)
        if not isinstance(ready, Ready):
            raise LinkBroken("no ready")
        self._clock.reset()
        self._clock.heard(ready.now, _monotonic())
        if ready.mode == "snapshot":
            self._take(await self._receive(connection, OPEN_TIMEOUT_S))
        self._start_over = False
        self._connection = connection
        self._online = True
        self.trouble = ""
        log.info("hub online", hub=hello.hub, mode=ready.mode, seq=ready.seq)
        self._listener.on_online()

    async def _receive(self, connection: ClientConnection, timeout_s: float) -> HubFrame:
        try:
            async with asyncio.timeout(timeout_s):
                frame = decode_hub(await connection.recv(decode=False))
        except TimeoutError:
            raise LinkBroken("silent") from None
        except msgspec.DecodeError as error:
            raise LinkBroken("unreadable frame", start_over=True) from error
        self._heard_at = self._now()
        return frame

    def _lost(self, why: str, address: str = "") -> None:
        if why in ("silent", "TimeoutError"):
            self._addresses.was_silent(address, _monotonic())
        self._connection = None
        self._answers.fail_all(why)
        self.trouble = why
        if self._online is not False:
            self._online = False
            log.warning("hub away", why=ADVICE.get(why, why))
            self._listener.on_away(self._heard_at)

    # frames ----------------------------------------------------------------------------------------

    def _take(self, frame: HubFrame) -> None:
        match frame:
            case Snap():
                self._take_snapshot(frame)
            case Ev():
                self._take_event(frame)
            case Res():
                self._answers.settle(frame)
            case Hb():
                self._clock.heard(frame.now, _monotonic())
                if frame.seq != self._seq:
                    raise LinkBroken("gap", start_over=True)
            case Hello() | Ready():
                raise LinkBroken("out of turn")

    def _take_snapshot(self, snap: Snap) -> None:
        self._clock.heard(snap.state.now, _monotonic())
        limits = snap.state.hall.get("limits", {})
        self._heartbeat_s = float(limits.get("heartbeat_s", HEARTBEAT_S))
        for event in missed_calls(self._state, self._seq, snap):
            self._listener.on_event(event, self._clock.is_fresh(event.at, _monotonic()))
        self._state, self._seq = snap.state, snap.seq
        self._listener.on_state(snap.state, snap.seq)

    def _take_event(self, event: Ev) -> None:
        if self._state is None or event.prev != self._seq:
            raise LinkBroken("gap", start_over=True)
        self._listener.on_event(event, self._clock.is_fresh(event.at, _monotonic()))
        self._state, self._seq = apply_event(self._state, event), event.seq
        self._listener.on_state(self._state, self._seq)

    # the station's side ----------------------------------------------------------------------------

    async def send(self, command: Command, *, key: str | None = None, timeout_s: float = 10.0) -> Any:
        """Have ``command`` done and return the answer's data.

        ``key`` makes it happen at most once, however often it is sent; a station that must survive its own
        crash stores the key first. Raises Refused, and HubAway when it is not known whether it was done.
        """
        args = msgspec.Raw(msgspec.json.encode(command))
        return await self._answered(
            lambda number: Cmd(id=number, key=key or str(uuid.uuid4()), cmd=command.wire_name, args=args),
            timeout_s,
        )

    async def ask(self, what: str, args: dict[str, Any] | None = None, *, timeout_s: float = 10.0) -> Any:
        """Ask a question that changes nothing and return the answer's data. Raises Refused, HubAway."""
        return await self._answered(lambda number: Get(id=number, what=what, args=args or {}), timeout_s)

    async def seen(self, seq: int, how: Literal["shown", "spoken"]) -> None:
        """Report that the call ``seq`` was really painted or spoken. Dropped while the hub is away."""
        if self._connection is not None:
            with suppress(OSError, WebSocketException):
                await self._connection.send(encode(Seen(seq=seq, how=how)), text=True)

    async def _answered(self, frame_of: Callable[[int], StationFrame], timeout_s: float) -> Any:
        connection = self._connection
        if connection is None:
            raise HubAway(self.trouble or "not connected")
        number, answer = self._answers.expect()
        try:
            async with asyncio.timeout(timeout_s):
                await connection.send(encode(frame_of(number)), text=True)
                res = await answer
        except (OSError, WebSocketException) as error:  # TimeoutError is an OSError
            raise HubAway(type(error).__name__) from error
        finally:
            self._answers.forget(number)
        if not res.ok:
            raise _refusal(res)
        return res.data


def _refusal(res: Res) -> Refused:
    return Refused(res.err.code, res.err.text, res.err.retry) if res.err else Refused("internal", "", True)


def _monotonic() -> float:
    return asyncio.get_running_loop().time()
