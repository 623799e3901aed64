"""One asyncio loop in one thread, for the link and the devices of an app. No Qt here."""

from __future__ import annotations

import asyncio
import concurrent.futures
import logging
import threading
from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, TypeVar

_log = logging.getLogger(__name__)
_Result = TypeVar("_Result")
STOP_TIMEOUT_S = 5.0
RESTART_AFTER_S = 1.0


class LoopThread:
    """Owns the thread; ``supervise`` keeps a long task alive, ``submit`` runs a short one."""

    def __init__(self, name: str = "asyncio") -> None:
        self._loop = asyncio.new_event_loop()
        self._tasks: set[asyncio.Task[None]] = set()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._started = threading.Event()
        self._stopping = False

    def start(self) -> None:
        self._thread.start()
        self._started.wait(STOP_TIMEOUT_S)

    def stop(self) -> None:
        """Cancel everything and wait, at most ``STOP_TIMEOUT_S``."""
        self._stopping = True
        if self._thread.ident is None:
            self._loop.close()  # never started
        if not self._thread.is_alive():
            return
        asyncio.run_coroutine_threadsafe(self._cancel_all(), self._loop)
        self._thread.join(STOP_TIMEOUT_S)

    def submit(self, work: Coroutine[Any, Any, _Result]) -> concurrent.futures.Future[_Result]:
        """Run ``work`` in the thread; once the thread is told to stop, the future comes back cancelled."""
        if self._stopping:
            work.close()
            dropped: concurrent.futures.Future[_Result] = concurrent.futures.Future()
            dropped.cancel()
            return dropped
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def supervise(self, name: str, work: Callable[[], Awaitable[None]]) -> None:
        """Run ``work`` until the thread stops; when it fails, log and begin anew after a second."""
        self._loop.call_soon_threadsafe(self._begin, name, work)

    def _begin(self, name: str, work: Callable[[], Awaitable[None]]) -> None:
        task = self._loop.create_task(_keep_alive(name, work), name=name)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.call_soon(self._started.set)
        try:
            self._loop.run_forever()
        finally:
            self._loop.run_until_complete(self._loop.shutdown_asyncgens())
            self._loop.close()

    async def _cancel_all(self) -> None:
        others = asyncio.all_tasks() - {asyncio.current_task()}
        for task in others:
            task.cancel()
        await asyncio.gather(*others, return_exceptions=True)
        self._loop.stop()


async def _keep_alive(name: str, work: Callable[[], Awaitable[None]]) -> None:
    while True:
        try:
            await work()
        except Exception:  # noqa: BLE001  (a supervisor: whatever failed is logged and begun anew)
            _log.exception("task %s failed; it begins anew", name)
        await asyncio.sleep(RESTART_AFTER_S)
