"""Who may come in: the credential before the upgrade, the first frame after it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any, Final

import msgspec
import structlog
from websockets.asyncio.server import ServerConnection
from websockets.frames import Frame, Opcode
from websockets.http11 import Request, Response
from websockets.protocol import Event, State

from hub.domain.rules import Actor
from hub.errors import HubError
from hub.messages.frames import PROTOCOL_VERSION, Auth, Hello, decode_station, encode
from hub.server.owned import Owned
from hub.server.tally import Tally
from hub.store.devices import Device
from hub.store.errors import StoreFailed, StoreUnusable

log = structlog.get_logger(__name__)

PARTING_S: Final = 1.0
PING: Final = b"\x89\x00"
"""An empty ping (RFC 6455, section 5.5.2)."""


class TurnedAway(HubError):
    """The connection is to be closed; ``why`` is the close reason."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class StationConnection(ServerConnection):
    """A connection whose credential was accepted.

    ``read_at_s`` (the loop's clock) is when the station last showed that it reads: by the pong to a
    ``knock``, which stands behind everything sent before it, or by taking what had to wait for it. What it
    sends shows nothing of the kind: one can talk and never listen.
    """

    device: Device
    serve: Callable[[ServerConnection], Awaitable[None]]
    """The hub of its centre, where one process has several."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.read_at_s = self.loop.time()
        self.has_room: Callable[[], None] = _nobody
        """Called when the connection takes data again after it was full."""
        self.was_heard: Callable[[], None] = _nobody
        """Called at every sign of life."""
        self.may_speak: Callable[[], bool] = _always
        """Asked before every word; False: this hub may not own the centre any more."""

    # implements hub.server.outbox.Wire; whole frames only, as control frames go between them

    @property
    def full(self) -> bool:
        return self.paused or self.state is not State.OPEN or self.transport.is_closing()

    def write(self, frames: bytes) -> None:
        if self.may_speak():
            self.transport.write(frames)
        else:
            self.transport.abort()  # another hub may know better by now

    def knock(self) -> None:
        """Ask for a sign of life; costs a station that does not read two bytes."""
        self.transport.write(PING)

    # what asyncio and websockets tell

    def resume_writing(self) -> None:
        super().resume_writing()
        self.read_at_s = self.loop.time()
        self.has_room()

    def process_event(self, event: Event) -> None:
        super().process_event(event)
        if isinstance(event, Frame) and event.opcode is Opcode.PONG:
            self.read_at_s = self.loop.time()
            self.was_heard()


def _nobody() -> None: ...


def _always() -> bool:
    return True


class Door:
    """Checks everyone who comes; knows nobody's token, only its hash."""

    def __init__(self, owned: Owned, hello: Hello, open_timeout_s: Callable[[], float], tally: Tally) -> None:
        self._devices = owned.devices
        self._held = owned.held
        self._hello = hello
        self._tally = tally
        self._open_timeout_s = open_timeout_s

    async def check(self, connection: ServerConnection, request: Request) -> Response | None:
        """Refuse before the upgrade: a browser page (any Origin), or a token that is unknown or revoked."""
        refusal = await self._refusal(connection, request)
        self._tally.turned_away += refusal is not None
        return refusal

    async def _refusal(self, connection: ServerConnection, request: Request) -> Response | None:
        if request.headers.get_all("Origin"):
            return connection.respond(HTTPStatus.FORBIDDEN, "stations only\n")
        try:
            device = await self._bearer(request)
        except StoreFailed as error:
            log.error("device list away", why=error.why)
            return connection.respond(HTTPStatus.SERVICE_UNAVAILABLE, "try again\n")
        if device is None:
            return connection.respond(HTTPStatus.UNAUTHORIZED, "unknown or revoked token\n")
        assert isinstance(connection, StationConnection)
        self.let_in(connection, device)
        return None

    def let_in(self, connection: StationConnection, device: Device) -> None:
        """``connection`` is that of ``device``, whose token was checked."""
        connection.device = device
        connection.may_speak = self._held

    async def _bearer(self, request: Request) -> Device | None:
        token = bearer_of(request)
        if not token:
            return None
        try:
            return await asyncio.to_thread(self._devices.find, token)
        except StoreUnusable as error:
            log.error("device list unreadable", why=error.why)
            return None

    async def welcome(self, connection: StationConnection) -> tuple[Actor, Auth]:
        """Exchange the first frames; return who it is.

        Raises TurnedAway: what came, or did not come, is no greeting; ConnectionClosed: the station left.
        """
        await connection.send(encode(self._hello), text=True)
        try:
            async with asyncio.timeout(self._open_timeout_s()):
                frame: Any = decode_station(await connection.recv(decode=False))
        except TimeoutError:
            raise TurnedAway("no auth in time") from None
        except msgspec.DecodeError:
            raise TurnedAway("not a frame") from None
        if not isinstance(frame, Auth):
            raise TurnedAway("auth comes first")
        if frame.v != PROTOCOL_VERSION:
            raise TurnedAway(f"speaks protocol {frame.v}, hub {PROTOCOL_VERSION}")
        device = connection.device
        if (frame.role, frame.dev) != (device.role, device.name):
            raise TurnedAway("role or dev is not the paired one")
        return Actor(device.role, device.name), frame


def bearer_of(request: Request) -> str:
    """Return the token that ``request`` brings; empty: none, or two."""
    credentials = request.headers.get_all("Authorization")
    if len(credentials) != 1:
        return ""
    scheme, _, token = credentials[0].partition(" ")
    return token.strip() if scheme.lower() == "bearer" else ""


async def turned_away(connection: ServerConnection, why: str, code: int = 1008) -> None:
    """Close with a short reason a technician understands."""
    log.info("station turned away", why=why)
    await parted(connection, code, why)


async def parted(connection: ServerConnection, code: int, why: str) -> None:
    """Close in peace, or cut off a station that does not read: websockets' own close would wait for ever."""
    try:
        async with asyncio.timeout(PARTING_S):
            await connection.close(code, why)
    except TimeoutError:
        connection.transport.abort()
