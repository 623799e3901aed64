"""The port stations come to: its socket, and how much of a connection is held here."""

from __future__ import annotations

import logging
import socket
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from typing import Final, TypeAlias

from websockets.asyncio.server import Server, ServerConnection, serve
from websockets.http11 import Request, Response

from config.model import Limits
from hub.server.door import StationConnection

SEND_BUFFER_BYTES: Final = 32 * 1024
WRITE_LIMIT_BYTES: Final = 4 * 1024
CLOSE_TIMEOUT_S: Final = 2.0
Check: TypeAlias = Callable[[ServerConnection, Request], Awaitable[Response | None]]


@asynccontextmanager
async def door_open(
    receive: Callable[[ServerConnection], Awaitable[None]],
    check: Check,
    listener: socket.socket,
    limits: Limits,
) -> AsyncIterator[Server]:
    """Take stations in for as long as the block lasts: ``check`` before the upgrade, then ``receive``."""
    async with serve(
        receive,
        sock=listener,
        process_request=check,
        create_connection=StationConnection,
        compression=None,
        server_header=None,
        open_timeout=limits.open_timeout_s,
        close_timeout=CLOSE_TIMEOUT_S,
        max_size=limits.message_bytes,
        max_queue=16,
        write_limit=WRITE_LIMIT_BYTES,
        ping_interval=None,  # the watch pings
        logger=_quiet_logger(),
    ) as server:
        yield server


def listening_socket(host: str, port: int) -> socket.socket:
    """Raises OSError: the address is in use or not this machine's."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.create_server((host, port), family=family, backlog=512)
    # Accepted sockets inherit both: what a station does not read stays small in the kernel too, and no
    # answer waits for an acknowledgement (asyncio sets this itself only where the socket names its protocol).
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER_BYTES)
    listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listener


def address_of(server: Server) -> str:
    host, port = next(iter(server.sockets)).getsockname()[:2]
    return f"ws://[{host}]:{port}" if ":" in host else f"ws://{host}:{port}"


def _quiet_logger() -> logging.Logger:
    """websockets tells of every refused handshake and scan of the port; that is not the hub's log."""
    logger = logging.getLogger("hub.websockets")
    logger.setLevel(logging.CRITICAL)
    return logger
