"""A pipe over TCP, as network printers speak on port 9100."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import sys

from hardware.pipes.address import TcpAddress
from hardware.pipes.pipe import PipeGone, gone_if_timed_out

# Small, so that "written" stays close to "taken by the printer": a big kernel buffer swallows whole tickets.
SEND_BUFFER_BYTES = 8192
DEAD_PEER_MS = 10_000


class TcpPipe:
    """One TCP connection; open it with :func:`open_tcp`."""

    def __init__(
        self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, write_timeout_s: float
    ) -> None:
        self._reader = reader
        self._writer = writer
        self._write_timeout_s = write_timeout_s
        self._kept = b""

    async def write(self, data: bytes) -> None:
        if self._writer.is_closing():
            raise PipeGone("the connection is closed")
        self._writer.write(data)
        async with asyncio.timeout(self._write_timeout_s):
            with gone_if_timed_out():
                await self._writer.drain()

    async def read(self, size: int, timeout_s: float) -> bytes:
        async with asyncio.timeout(timeout_s):
            while len(self._kept) < size:
                with gone_if_timed_out():
                    piece = await self._reader.read(size - len(self._kept))
                if not piece:
                    raise PipeGone("the other end closed the connection")
                self._kept += piece
        data, self._kept = self._kept[:size], self._kept[size:]
        return data

    async def close(self) -> None:
        # abort, not close: what a stalled printer did not take must not hold the process.
        self._writer.transport.abort()
        with contextlib.suppress(OSError):
            await self._writer.wait_closed()


async def open_tcp(address: TcpAddress, write_timeout_s: float) -> TcpPipe:
    """Raises OSError; the caller sets the deadline for connecting."""
    reader, writer = await asyncio.open_connection(address.host, address.port)
    raw = writer.get_extra_info("socket")
    raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    raw.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, SEND_BUFFER_BYTES)
    if sys.platform == "linux":
        raw.setsockopt(socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, DEAD_PEER_MS)
    writer.transport.set_write_buffer_limits(high=0)
    return TcpPipe(reader, writer, write_timeout_s)
