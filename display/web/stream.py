"""A page that is kept up to date: server-sent events, one connection each, ten thousand of them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from display.web.hall_watch import HallWatch, Watcher

BEAT = b"event: beat\ndata: \n\n"
"""Heard by scripts, so that they notice silence."""
HEADERS = {"cache-control": "no-store", "x-accel-buffering": "no"}


class EventStream(Response):
    """Sends ``page()`` at once, and again whenever ``watch`` has news for ``key`` that change it.

    Leaner than Starlette's StreamingResponse, which wakes two tasks for each of its chunks. Ends by itself
    after the page ``over``. ``ended`` is called once, however it ends.
    """

    media_type = "text/event-stream"

    def __init__(
        self,
        watch: HallWatch,
        key: str,
        page: Callable[[], bytes],
        ended: Callable[[], None],
        over: bytes | None = None,
    ) -> None:
        self.status_code, self.background = 200, None
        self.init_headers(HEADERS)
        self._watch, self._key, self._page, self._ended, self._over = watch, key, page, ended, over

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await send({"type": "http.response.start", "status": 200, "headers": self.raw_headers})
            with self._watch.watching(self._key) as watcher:
                async with asyncio.TaskGroup() as tasks:
                    leaving = tasks.create_task(_leave(receive, watcher))
                    await self._tell(watcher, send)
                    leaving.cancel()
            await send({"type": "http.response.body", "body": b"", "more_body": False})
        finally:
            self._ended()

    async def _tell(self, watcher: Watcher, send: Send) -> None:
        last, beats = b"", self._watch.beats
        while not (watcher.gone or self._watch.closing):
            page = self._page()
            news = b"data: " + page + b"\n\n" if page != last else BEAT if self._watch.beats != beats else b""
            last, beats = page, self._watch.beats
            if news:
                await send({"type": "http.response.body", "body": news, "more_body": True})
            if page == self._over:
                return
            await watcher.wait()


async def _leave(receive: Receive, watcher: Watcher) -> None:
    """Let the stream end when the other side is gone: a send would not tell."""
    while (await receive())["type"] != "http.disconnect":
        pass
    watcher.gone = True
    watcher.wake()
