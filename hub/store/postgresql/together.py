"""Writes the batches of many centres together: one transaction, one sync of the disk for all that wait."""

from __future__ import annotations

import queue
import threading
from concurrent.futures import Future
from typing import Final

import structlog

from hub.store.errors import StoreAway, StoreError, StoreFailed
from hub.store.postgresql.database import Database
from hub.store.postgresql.rows import Claim

log = structlog.get_logger(__name__)

AT_ONCE: Final = 64
WRITERS: Final = 2
"""While one waits for the disk, the other gathers."""


class Together:
    """``write`` may be called from many threads, each of which waits for its own batch."""

    def __init__(self, database: Database, writers: int = WRITERS) -> None:
        self._database = database
        self._inbox: queue.SimpleQueue[tuple[Claim, Future[None]] | None] = queue.SimpleQueue()
        self._door, self._closed = threading.Lock(), False
        self._threads = [threading.Thread(target=self._run, name=f"together-{n}") for n in range(writers)]
        for thread in self._threads:
            thread.start()

    def write(self, claim: Claim) -> None:
        """Raises what ``Database.write`` does for this batch alone."""
        written: Future[None] = Future()
        with self._door:
            if self._closed:
                raise StoreAway("this process is stopping")
            self._inbox.put((claim, written))
        written.result()

    def _run(self) -> None:
        while (first := self._inbox.get()) is not None:
            waiting = [first]
            while len(waiting) < AT_ONCE:
                try:
                    item = self._inbox.get_nowait()
                except queue.Empty:
                    break
                if item is None:
                    self._inbox.put(None)  # for the next turn
                    break
                waiting.append(item)
            self._write(waiting)

    def _write(self, waiting: list[tuple[Claim, Future[None]]]) -> None:
        try:
            self._database.write(*(claim for claim, _ in waiting))
        except StoreFailed as error:
            if len(waiting) == 1 or isinstance(error, StoreAway):
                _fail(waiting, error)
                return
            for item in waiting:  # one of them is refused, and none was written
                self._write([item])
        except StoreError as error:
            _fail(waiting, error)
        except Exception as error:
            log.exception("a write failed")
            _fail(waiting, StoreFailed(type(error).__name__))
        else:
            for _, written in waiting:
                written.set_result(None)

    def close(self) -> None:
        with self._door:
            self._closed = True
            for _ in self._threads:
                self._inbox.put(None)
        for thread in self._threads:
            thread.join()


def _fail(waiting: list[tuple[Claim, Future[None]]], error: StoreError) -> None:
    for _, written in waiting:
        written.set_exception(error)
