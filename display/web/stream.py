"""A page that is kept up to date: server-sent events, one connection each, ten thousand of them."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from itertools import zip_longest

from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from display.web.hall_watch import HallWatch, Watcher

BEAT = b":\n\n"
"""Heard by scripts, so that they notice silence."""
HEADERS = {"cache-control": "no-store", "x-accel-buffering": "no"}


class EventStream(Response):
    """Sends ``events()`` at once, and those that changed whenever ``watch`` has news for ``key``.

    Leaner than Starlette's StreamingResponse, which wakes two tasks for each of its chunks. Ends by itself
    after the first event was ``over``. ``ended`` is called once, however it ends. ``beat`` goes first and
    then every while.
    """

    media_type = "text/event-stream"

    def __init__(
        self,
        watch: HallWatch,
        key: str,
        events: Callable[[], tuple[bytes, ...]],
        ended: Callable[[], None],
        over: bytes,
        beat: Callable[[], bytes] = lambda: BEAT,
    ) -> None:
        self.status_code, self.background = 200, None
        self.init_headers(HEADERS)
        self._watch, self._key, self._events, self._ended = watch, key, events, ended
        self._over, self._beat = over, beat

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
        last: tuple[bytes, ...] = ()
        beats = -1
        while not (watcher.gone or self._watch.closing):
            events = self._events()
            news = b"" if events is last else b"".join(_changed(events, last))
            if beats != self._watch.beats and (beats < 0 or not news):
                news = self._beat() + news
            last, beats = events, self._watch.beats
            if news:
                await send({"type": "http.response.body", "body": news, "more_body": True})
            if events[0] == self._over:
                return
            await watcher.wait()


def _changed(events: tuple[bytes, ...], last: tuple[bytes, ...]) -> Iterator[bytes]:
    return (event for event, before in zip_longest(events, last) if event and event != before)


async def _leave(receive: Receive, watcher: Watcher) -> None:
    """Let the stream end when the other side is gone: a send would not tell."""
    while (await receive())["type"] != "http.disconnect":
        pass
    watcher.gone = True
    watcher.wake()
