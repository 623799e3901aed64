"""The least a phone can cost: servers that hold streams and know nothing (``… phone_floor KIND PORT``).

``asyncio``: a bare protocol. ``uvicorn``: the gateway's own HTTP stack without our program.
"""

from __future__ import annotations

import asyncio
import gc
import sys
from typing import cast

import uvicorn
import uvloop
from starlette.types import Receive, Scope, Send

BACKLOG = 4096
HEAD = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n\r\n"
NEWS = b"data: {}\n\n"


class Holder(asyncio.Protocol):
    """Answers the first bytes it hears and then holds on."""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = cast(asyncio.Transport, transport)  # uvloop's own class only looks like it

    def data_received(self, data: bytes) -> None:
        self._transport.write(HEAD + NEWS)


async def hold(scope: Scope, receive: Receive, send: Send) -> None:
    headers = [(b"content-type", b"text/event-stream")]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": NEWS, "more_body": True})
    while (await receive())["type"] != "http.disconnect":
        pass


async def _bare(port: int) -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Holder, "127.0.0.1", port, backlog=BACKLOG)
    print("ready", flush=True)
    await server.serve_forever()


async def _framework(port: int) -> None:
    config = uvicorn.Config(
        hold, port=port, backlog=BACKLOG, access_log=False, log_level="error", lifespan="off"
    )
    server = uvicorn.Server(config)
    print("ready", flush=True)
    await server.serve()


def main() -> int:
    kind, port = sys.argv[1], int(sys.argv[2])
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        runner.run(_bare(port) if kind == "asyncio" else _framework(port))
    return 0


if __name__ == "__main__":
    sys.exit(main())
