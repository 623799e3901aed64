"""``/healthz`` and ``/metrics`` over plain HTTP, on a port of their own. Read-only, no credentials."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from http import HTTPStatus
from typing import Final, Protocol

LONGEST_REQUEST: Final = 4_096
PATIENCE_S: Final = 5.0


class Watched(Protocol):
    """What is asked about the hub."""

    def health(self) -> tuple[bool, str]:
        """Return whether the hub works, and a JSON object that says more."""

    def metrics(self) -> str: ...


@asynccontextmanager
async def answering(host: str, port: int, watched: Watched) -> AsyncIterator[str]:
    """Answer while the block lasts; yields ``http://HOST:PORT``. Raises OSError: the address is taken."""
    server = await asyncio.start_server(_conversation(watched), host, port, limit=LONGEST_REQUEST)
    async with server:
        name, number = server.sockets[0].getsockname()[:2]
        yield f"http://[{name}]:{number}" if ":" in name else f"http://{name}:{number}"


@asynccontextmanager
async def answering_at(host: str, port: int | None, watched: Watched) -> AsyncIterator[None]:
    """Answer at ``port``; None: nowhere."""
    if port is None:
        yield
        return
    async with answering(host, port, watched):
        yield


def _conversation(
    watched: Watched,
) -> Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]:
    async def converse(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            async with asyncio.timeout(PATIENCE_S):
                request = await reader.readuntil(b"\r\n\r\n")
                writer.write(_response(request, watched))
                await writer.drain()
        with suppress(OSError):
            writer.close()
            await writer.wait_closed()

    return converse


def _response(request: bytes, watched: Watched) -> bytes:
    method, _, rest = request.partition(b" ")
    path = rest.split(b" ", 1)[0].split(b"?", 1)[0]
    if method not in (b"GET", b"HEAD"):
        return _message(HTTPStatus.METHOD_NOT_ALLOWED, "text/plain", "GET only\n")
    if path == b"/healthz":
        well, words = watched.health()
        return _message(HTTPStatus.OK if well else HTTPStatus.SERVICE_UNAVAILABLE, "application/json", words)
    if path == b"/metrics":
        return _message(HTTPStatus.OK, "text/plain; version=0.0.4; charset=utf-8", watched.metrics())
    return _message(HTTPStatus.NOT_FOUND, "text/plain", "/healthz or /metrics\n")


def _message(status: HTTPStatus, kind: str, words: str) -> bytes:
    body = words.encode()
    head = (
        f"HTTP/1.1 {status.value} {status.phrase}\r\nContent-Type: {kind}\r\n"
        f"Content-Length: {len(body)}\r\nCache-Control: no-store\r\nConnection: close\r\n\r\n"
    )
    return head.encode() + body
