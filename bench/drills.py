"""The real ledger on a disk that fails: power cuts, a full disk, write errors. Was anything lost?"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import apsw

from bench.disks import Disk, failing_disk
from config.loader import EXAMPLES, load
from config.model import Hall
from hub.domain.rules import Actor, Rules
from hub.errors import HubError
from hub.ledger.ledger import Ledger, Request
from hub.messages.commands import IssueTicket
from hub.store.sqlite import FILE_NAME, SqliteStore
from hub.store.verify import verify

DAY_OF = 25
"""Cuts on one day's data, then new data: recoveries follow on recoveries."""
LARGEST_GROUP = 4
CUT_WITHIN, SELDOM_WITHIN = 400, 8_000
"""Writes and syncs until the cut, at most; seldom so many that the journal is folded in before."""
SELDOM = 0.15
LONGEST_WAIT = 2 * SELDOM_WITHIN
"""Every write of the ledger is at least one of the disk's: past this the drill itself is broken."""
FAILS_FOR = 3
MORNING = datetime(2026, 11, 23, 1, 5, tzinfo=UTC)
"""08:05 in Việt Nam."""


@dataclass(slots=True)
class Judged:
    """What came of it.

    ``lost``: acknowledged and not there; ``doubled``: keys that share a ticket; ``kept``: refused, and there.
    """

    failures: int = 0
    acknowledged: int = 0
    lost: int = 0
    doubled: int = 0
    kept: int = 0
    problems: list[str] = field(default_factory=list)


class Desk:
    """One ledger over ``data``, and a kiosk's memory: the tickets it was given, by key."""

    def __init__(self, data: Path, hall: Hall, chance: random.Random) -> None:
        self._data, self._hall, self.chance = data, hall, chance
        self._services = [service.id for service in hall.services]
        self._now = MORNING
        self._keys = 0
        self.given: dict[str, str] = {}
        self.open: list[Request] = []
        """Asked and not answered: to be asked again by the same keys."""

    @contextmanager
    def ledger(self, vfs: str | None, synchronous: str) -> Iterator[Ledger]:
        store = SqliteStore(self._data, self._hall.centre.id, vfs=vfs, synchronous=synchronous)
        try:
            yield Ledger(store, Rules(self._hall), self._clock, lambda: f"{self.chance.getrandbits(128):x}")
        finally:
            store.close()

    def _clock(self) -> datetime:
        self._now += timedelta(milliseconds=1)
        return self._now

    def ask(self, ledger: Ledger, requests: Sequence[Request] | None = None) -> list[Request]:
        """Take numbers in one write; return the requests that were refused."""
        self.open = list(requests or self._new())
        refused = []
        for request, outcome in zip(self.open, ledger.execute(self.open).outcomes, strict=True):
            if outcome.ticket is None:
                refused.append(request)
            else:
                self.given[request.key] = outcome.ticket.id
        self.open = refused
        return refused

    def _new(self) -> Iterator[Request]:
        for _ in range(self.chance.randint(1, LARGEST_GROUP)):
            self._keys += 1
            command = IssueTicket(service=self.chance.choice(self._services))
            yield Request(Actor("kiosk", "K1"), f"key-{self._keys}", command)

    def kept(self) -> set[str]:
        """Return the tickets that are really on the disk."""
        store = SqliteStore(self._data, self._hall.centre.id)
        try:
            return {str(row[1]) for row in store.tickets()}
        finally:
            store.close()


def cut_power(
    root: Path, cuts: int, synchronous: str, seed: int, tell: Callable[[int], None] = lambda _: None
) -> Judged:
    """Cut the power ``cuts`` times, each at any write or sync; ``tell`` hears how many after each day."""
    judged, chance = Judged(), random.Random(seed)
    for data, desk, failures in _days(root, cuts, chance):
        for cut in range(failures):
            with failing_disk(chance) as disk:
                _until_cut(desk, disk, synchronous)
                disk.lose_power(some_reach_it=cut % 2 == 1)
            judged.failures += 1
            _hold_against_disk(desk, judged)
        _count(desk, judged)
        judged.problems += verify(data).problems
        tell(judged.failures)
    return judged


def _days(root: Path, failures: int, chance: random.Random) -> Iterator[tuple[Path, Desk, int]]:
    hall = load(EXAMPLES / "phuong").hall
    for day, begun in enumerate(range(0, failures, DAY_OF)):
        data = root / f"day-{day}"
        yield data, Desk(data, hall, chance), min(DAY_OF, failures - begun)


def _until_cut(desk: Desk, disk: Disk, synchronous: str) -> None:
    """Take numbers until the power goes; first those a cut left unanswered."""
    within = SELDOM_WITHIN if desk.chance.random() < SELDOM else CUT_WITHIN
    disk.fail(apsw.IOError, desk.chance.randrange(within))
    with suppress(HubError), desk.ledger(disk.name, synchronous) as ledger:
        if desk.open:
            desk.ask(ledger, desk.open)
        _ask_until_it_fails(desk, ledger, disk)


def _ask_until_it_fails(desk: Desk, ledger: Ledger, disk: Disk) -> set[str]:
    """Return the keys that were refused meanwhile."""
    refused: set[str] = set()
    for _ in range(LONGEST_WAIT):
        if disk.failed:
            return refused
        refused.update(request.key for request in desk.ask(ledger))
    raise AssertionError(f"{LONGEST_WAIT} writes, and the disk was not asked to fail")


def _hold_against_disk(desk: Desk, judged: Judged) -> None:
    kept = desk.kept()
    lost = [key for key, ticket in desk.given.items() if ticket not in kept]
    judged.lost += len(lost)
    for key in lost:
        del desk.given[key]
    judged.acknowledged += len(lost)


def fail_writes(
    root: Path,
    failures: int,
    error: type[apsw.Error],
    seed: int,
    tell: Callable[[int], None] = lambda _: None,
) -> Judged:
    """Let the disk refuse a few writes ``failures`` times, with ``error``; the hub goes on each time.

    Only the journal fails: SQLite passes over an error while it folds the journal in after a commit, but apsw
    raises what a file layer in Python raised there, and the commit would be taken for failed.
    """
    judged, chance = Judged(), random.Random(seed)
    for data, desk, count in _days(root, failures, chance):
        refused: set[str] = set()
        with failing_disk(chance, spared=FILE_NAME) as disk, desk.ledger(disk.name, "FULL") as ledger:
            for _ in range(count):
                disk.fail(error, chance.randrange(300))
                refused |= _ask_until_it_fails(desk, ledger, disk)
                for _ in range(chance.randrange(FAILS_FOR)):
                    refused.update(request.key for request in desk.ask(ledger))
                disk.failing = None
                judged.failures += 1
            desk.ask(ledger)
        kept = desk.kept()
        _count(desk, judged)
        judged.lost += len(set(desk.given.values()) - kept)
        judged.kept += len(kept - set(desk.given.values()))
        judged.problems += verify(data).problems
        tell(judged.failures)
    return judged


def _count(desk: Desk, judged: Judged) -> None:
    judged.acknowledged += len(desk.given)
    judged.doubled += len(desk.given) - len(set(desk.given.values()))
