"""Moves a centre's whole store from one database to another, and proves that both hold the same."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import apsw

from hub.store import sqlite
from hub.store.archive import Archive, Row, SqliteArchive
from hub.store.devices import Devices
from hub.store.errors import StoreError, StoreUnusable
from hub.store.lease import Lease
from hub.store.postgresql.archive import PostgresArchive
from hub.store.postgresql.connecting import place_of
from hub.store.postgresql.filling import fill_database, kept_free
from hub.store.schema import LEDGER
from hub.store.verify import examine

QUIET_S: Final = 1.0
"""Work that takes longer says how far it is."""
COUNTED: Final = 1_000


class CopyDiffers(StoreError):
    """The copy is not what was copied; it must not be used."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a centre's data is: ``data`` a directory, or ``url`` a database."""

    data: Path | None = None
    url: str = ""

    def __str__(self) -> str:
        return str(self.data or place_of(self.url))


@dataclass(slots=True)
class Sum:
    """How many rows of each table there are, and one checksum over them."""

    rows: dict[str, int] = field(default_factory=dict)
    checksums: dict[str, str] = field(default_factory=dict)


class Progress:
    """Tells how many rows are done, once a work takes longer than QUIET_S and then as often."""

    def __init__(self, tell: Callable[[str], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._tell = tell
        self._clock = clock
        self._told_s = clock()
        self._done = 0

    def over(self, rows: Iterable[Row], what: str) -> Iterator[Row]:
        for row in rows:
            self._done += 1
            if self._done % COUNTED == 0 and self._clock() - self._told_s >= QUIET_S:
                self._told_s = self._clock()
                self._tell(f"{what}: {self._done} rows")
            yield row


def copy(
    source: Place,
    target: Place,
    centre: str,
    tell: Callable[[str], None],
    *,
    at_rest: bool = True,
    replace: bool = False,
) -> Sum:
    """Copy one centre with its devices. Return what both ends hold.

    ``at_rest``: no hub may be serving the source, as its words after the copy would be in it only.

    ``centre`` may be empty where the source holds one only. ``replace``: a database's present rows of the
    centre go in the same transaction, and the log gets a new name.

    Raises:
        StoreUnusable: the source is faulty, or the target holds something already.
        StoreTaken: a hub is serving it.
        CopyDiffers: they were not the same afterwards.
    """
    progress = Progress(tell)
    centre = centre or _only(source)
    with _reading(source, centre, at_rest) as archive:
        report = examine(archive)
        if report.problems:
            raise StoreUnusable(str(source), f"{len(report.problems)} problems, first: {report.problems[0]}")
        if target.data is not None:
            _fill_files(target.data, archive, centre, progress)
        else:
            fill_database(target.url, archive, centre, progress, replace=replace)
        with opened(target, centre) as copied:
            ours, theirs = _sum(archive, centre, progress), _sum(copied, centre, progress)
            if ours != theirs or examine(copied).problems:
                raise CopyDiffers(f"{target}: not the same as {source}: {theirs.rows}, not {ours.rows}")
    return ours


@contextmanager
def opened(store: Place, centre: str = "") -> Iterator[Archive]:
    """Open a store for reading; a hub may be serving. Raises StoreUnusable, StoreFailed."""
    if store.data is None:
        with closing(PostgresArchive(store.url, centre)) as archive:
            yield archive
        return
    try:
        with closing(SqliteArchive(store.data)) as files:
            yield files
    except apsw.Error as error:
        raise StoreUnusable(store.data, f"{type(error).__name__}: {error}") from error


@contextmanager
def _reading(store: Place, centre: str, at_rest: bool) -> Iterator[Archive]:
    """Open a store; ``at_rest``: keep hubs off it. Raises StoreTaken, StoreUnusable: no such centre."""
    with _kept_off(store, centre) if at_rest else nullcontext(), opened(store) as archive:
        if centre not in archive.centres():
            raise StoreUnusable(str(store), f"no centre {centre!r} here")
        yield archive


def _kept_off(store: Place, centre: str) -> AbstractContextManager[object]:
    return kept_free(store.url, centre) if store.data is None else Lease.acquire(store.data)


def _only(store: Place) -> str:
    """Return the one centre of ``store``. Raises StoreUnusable: there are more, or none."""
    with opened(store) as archive:
        centres = archive.centres()
    if len(centres) != 1:
        raise StoreUnusable(str(store), f"{len(centres)} centres here: name one (--centre)")
    return centres[0]


def _sum(archive: Archive, centre: str, progress: Progress) -> Sum:
    total = Sum()
    tables = [(table.name, archive.rows(table, centre)) for table in LEDGER]
    for name, rows in (*tables, ("devices", iter(archive.devices(centre)))):
        digest, count = hashlib.sha256(), 0
        for row in progress.over(rows, "compared"):
            digest.update(repr(row).encode())
            count += 1
        total.rows[name], total.checksums[name] = count, digest.hexdigest()
    return total


def _fill_files(data: Path, source: Archive, centre: str, progress: Progress) -> None:
    """Write a new data directory. Raises StoreUnusable: it holds something already."""
    if data.exists() and any(data.iterdir()):
        raise StoreUnusable(data, "not empty")
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = data / sqlite.FILE_NAME
    try:
        with closing(sqlite.open_ledger(path)) as file, file:
            meta = {"centre": centre, "epoch": source.epoch(centre), "term": 0}
            file.executemany("INSERT INTO meta VALUES (?, ?)", list(meta.items()))
            for table in LEDGER:
                places = ", ".join("?" * len(table.columns))
                rows = progress.over(source.rows(table, centre), "copied")
                file.executemany(f"INSERT INTO {table.name} VALUES ({places})", rows)
    except apsw.Error as error:
        raise StoreUnusable(path, f"{type(error).__name__}: {error}") from error
    with closing(Devices(data)) as devices:
        devices.take_over((row[0], *row[2:]) for row in source.devices(centre))
