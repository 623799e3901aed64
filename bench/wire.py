"""A station's end of the wire with nothing between: cheap, so that the hub is the slower of the two."""

from __future__ import annotations

import asyncio
import itertools
import json
import socket
from typing import Any

GREETING = (
    "GET / HTTP/1.1\r\nHost: {address}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: bW90LWN1YS1iZW5jaC0wMA==\r\n"
    "Authorization: Bearer {token}\r\n\r\n"
)
TEXT, MASKED = 0x81, 0x80


class WireBroken(Exception):
    """The hub refused or closed."""


def masked(message: bytes) -> bytes:
    """Return one text frame from a client; a mask of zeros leaves the message as it is (RFC 6455, 5.3)."""
    length = len(message)
    size = bytes((MASKED | length,)) if length < 126 else b"\xfe" + length.to_bytes(2, "big")
    return bytes((TEXT,)) + size + bytes(4) + message


class Wire:
    """One connection. Raises WireBroken, OSError and EOFError once the hub is gone."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.reader, self.writer = reader, writer
        self._ids = itertools.count(1)

    @classmethod
    async def connect(
        cls, address: str, token: str, role: str, name: str, *, receive_buffer: int | None = None
    ) -> Wire:
        """Connect and say who it is; what the hub says to that is left to read."""
        host, _, port = address.removeprefix("ws://").partition(":")
        plug = socket.socket()
        if receive_buffer is not None:
            plug.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receive_buffer)
        plug.setblocking(False)
        try:
            await asyncio.get_running_loop().sock_connect(plug, (host, int(port)))
        except OSError:
            plug.close()
            raise
        wire = cls(*await asyncio.open_connection(sock=plug, limit=2**16))
        try:
            await wire._greet(f"{host}:{port}", token)
        except BaseException:
            wire.cut()
            raise
        wire.send({"t": "auth", "v": 1, "role": role, "dev": name})
        return wire

    async def _greet(self, address: str, token: str) -> None:
        self.writer.write(GREETING.format(address=address, token=token).encode())
        head = await self.reader.readuntil(b"\r\n\r\n")
        if b" 101 " not in head.split(b"\r\n", 1)[0]:
            raise WireBroken(head[:60].decode("ascii", "replace"))

    def send(self, frame: dict[str, Any]) -> None:
        self.writer.write(masked(json.dumps(frame).encode()))

    async def message(self) -> bytes:
        """Return the next text message; raises WireBroken at a close."""
        parts = b""
        while True:
            first, length = await self.reader.readexactly(2)
            if length > 125:
                length = int.from_bytes(await self.reader.readexactly(2 if length == 126 else 8), "big")
            payload = await self.reader.readexactly(length)
            if first & 0x0F == 9:  # a ping; it is answered with what it holds
                self.writer.write(bytes((0x8A, MASKED | length)) + bytes(4) + payload)
            if first & 0x0F == 8:
                raise WireBroken(payload[2:].decode("utf-8", "replace"))
            if first & 0x0F in (0, 1):
                parts += payload
                if first & 0x80:
                    return parts

    async def until(self, kind: str) -> dict[str, Any]:
        """Return the next message of ``kind``, passing over others unread."""
        wanted = f'{{"t":"{kind}"'.encode()
        while not (message := await self.message()).startswith(wanted):
            pass
        frame: dict[str, Any] = json.loads(message)
        return frame

    async def command(self, name: str, key: str, **args: Any) -> dict[str, Any]:
        """Send a command and return its ``res``."""
        number = next(self._ids)
        self.send({"t": "cmd", "id": number, "key": key, "cmd": name, "args": args})
        while (res := await self.until("res"))["id"] != number:
            pass
        return res

    async def issue(self, service: str, key: str) -> bool:
        """Take a number, looking only for the answer among the news; return whether it was given."""
        number = next(self._ids)
        args = {"service": service}
        self.send({"t": "cmd", "id": number, "key": key, "cmd": "issue_ticket", "args": args})
        begins = f'{{"t":"res","id":{number},"ok":'.encode()
        held = b""
        while True:
            data = await self.reader.read(2**16)
            if not data:
                raise WireBroken("the hub closed")
            held += data
            found = held.find(begins)
            if found >= 0 and len(held) >= found + len(begins) + 4:
                return held[found + len(begins) :].startswith(b"true")
            held = held[found if found >= 0 else -len(begins) :]

    def close(self) -> None:
        self.writer.close()

    def cut(self) -> None:
        """Like a cable pulled."""
        self.writer.transport.abort()
