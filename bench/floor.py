"""What the disk and the store do by themselves: the floor beneath the hub's speed."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

from config.loader import EXAMPLES, load
from hub.domain.rules import Actor, Rules
from hub.ledger.ledger import Ledger, Request
from hub.messages.commands import CallNext, Command, Finish, IssueTicket, Start
from hub.store.records import Batch
from hub.store.sqlite import SqliteStore

MORNING = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
"""08:00 in Việt Nam."""
PAGE = bytes(4096)


def syncs(folder: Path, count: int) -> list[float]:
    """Append a page and fdatasync, ``count`` times; return how long each took (s)."""
    took = []
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "synced").open("wb", buffering=0) as file:
        for _ in range(count):
            at = time.perf_counter()
            file.write(PAGE)
            os.fdatasync(file.fileno())
            took.append(time.perf_counter() - at)
    return took


class _Keeping(SqliteStore):
    """Keeps what it was given to write."""

    def __init__(self, data: Path, centre: str) -> None:
        self.batches: list[Batch] = []
        super().__init__(data, centre)

    def commit(self, batch: Batch) -> None:
        self.batches.append(batch)
        super().commit(batch)


class Day:
    """A ledger over ``data`` whose clock goes on by a second a write."""

    def __init__(self, data: Path) -> None:
        hall = load(EXAMPLES / "phuong").hall
        self.services = [service.id for service in hall.services]
        self.counters = {counter.id: counter.services for counter in hall.counters}
        self.centre = hall.centre.id
        self.store = _Keeping(data, self.centre)
        self._now, self._keys = MORNING, 0
        self.ledger = Ledger(self.store, Rules(hall), lambda: self._now, lambda: f"token-{self._keys:020d}")
        self.ledger.execute([])

    def do(self, *wanted: tuple[Actor, Command], seconds: float = 1) -> None:
        self._now += timedelta(seconds=seconds)
        requests = []
        for actor, command in wanted:
            self._keys += 1
            requests.append(Request(actor, f"key-{self._keys}", command))
        self.ledger.execute(requests)

    def issue(self, count: int, group: int) -> float:
        """Issue ``count`` tickets, ``group`` a write; return the tickets a second."""
        kiosk, began = Actor("kiosk", "K1"), time.perf_counter()
        for first in range(0, count, group):
            services = (self.services[n % len(self.services)] for n in range(first, first + group))
            self.do(*((kiosk, IssueTicket(service=service)) for service in services), seconds=0.1)
        return count / (time.perf_counter() - began)


def store_floor(folder: Path, count: int, group: int) -> tuple[float, float]:
    """Return tickets/s of the ledger (deciding and writing) and of the store (only writing the same)."""
    day = Day(folder / "ledger")
    try:
        by_ledger = day.issue(count, group)
    finally:
        day.store.close()
    store = SqliteStore(folder / "store", day.centre)
    try:
        began = time.perf_counter()
        for batch in day.store.batches:
            store.commit(batch)
        return by_ledger, count / (time.perf_counter() - began)
    finally:
        store.close()


def whole_day(data: Path, tickets: int) -> None:
    """Write a day: ``tickets`` given, most of them called, served and done with."""
    day = Day(data)
    kiosk = Actor("kiosk", "K1")
    try:
        for n in range(tickets // 5):
            for counter, services in day.counters.items():
                clerk = Actor("counter", counter)
                issue = (kiosk, IssueTicket(service=services[n % len(services)]))
                day.do(issue, (clerk, CallNext()), (clerk, Start()), (clerk, Finish()), seconds=2)
    finally:
        day.store.close()
