"""Copies of a hub's data, taken while it serves, and the way back."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import apsw

from hub.store import devices, sqlite
from hub.store.errors import StoreUnusable
from hub.store.lease import Lease
from hub.store.verify import Report, verify

FILES: Final = (sqlite.FILE_NAME, devices.FILE_NAME)
PAGES_AT_ONCE: Final = 256


def back_up(data: Path, into: Path) -> list[Path]:
    """Copy the data files to the new directory ``into``; the hub may be serving meanwhile.

    Raises:
        StoreUnusable: there is nothing to copy, ``into`` holds something already, or a file cannot be read.
    """
    if not (data / sqlite.FILE_NAME).exists():
        raise StoreUnusable(data, "no ledger here")
    if into.exists() and any(into.iterdir()):
        raise StoreUnusable(into, "not empty")
    into.mkdir(mode=0o700, parents=True, exist_ok=True)
    copies = [(data / name, into / name) for name in FILES if (data / name).exists()]
    for source, copy in copies:
        _copy(source, copy)
    return [copy for _, copy in copies]


def restore(backup: Path, data: Path) -> Report:
    """Put a backup in place of ``data``, which no hub may be using; return what a verification finds.

    The log gets a new name: stations that saw what came after the backup start from a snapshot. What was
    there is kept beside, with the time in its name.

    Raises:
        StoreUnusable: the backup has no ledger or fails its verification; nothing was changed.
        StoreTaken: a hub is serving from ``data``.
    """
    report = verify(backup)
    if report.problems:
        raise StoreUnusable(backup, f"{len(report.problems)} problems, first: {report.problems[0]}")
    data.mkdir(mode=0o700, parents=True, exist_ok=True)
    with Lease.acquire(data):
        _set_aside(data)
        for name in FILES:
            if (backup / name).exists():
                _copy(backup / name, data / name)
        _rename_log(data / sqlite.FILE_NAME)
    return report


def _set_aside(data: Path) -> None:
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    for name in FILES:
        for file in (data / name, data / f"{name}-wal", data / f"{name}-shm"):
            if file.exists():
                file.rename(file.with_name(f"before-restore-{stamp}-{file.name}"))


def _rename_log(path: Path) -> None:
    with _translated(path), closing(apsw.Connection(str(path))) as connection:
        connection.execute("UPDATE meta SET value = ? WHERE name = 'epoch'", (secrets.token_urlsafe(9),))


def _copy(source: Path, target: Path) -> None:
    with (
        _translated(source),
        closing(apsw.Connection(str(source), flags=apsw.SQLITE_OPEN_READWRITE)) as reading,
        closing(apsw.Connection(str(target))) as writing,
    ):
        reading.set_busy_timeout(sqlite.BUSY_TIMEOUT_MS)
        with writing.backup("main", reading, "main") as copying:
            while not copying.done:
                copying.step(PAGES_AT_ONCE)


@contextmanager
def _translated(path: Path) -> Iterator[None]:
    try:
        yield
    except apsw.Error as error:
        raise StoreUnusable(path, f"{type(error).__name__}: {error}") from error


def erase_personal(data: Path, before: datetime) -> int:
    """Erase what may tell about a person in events before a time, answers included; return how many fields.

    The hub may be serving; what it holds in memory of today goes with the day.

    Raises:
        StoreUnusable: there is no ledger, or it cannot be written.
    """
    path = data / sqlite.FILE_NAME
    if not path.exists():
        raise StoreUnusable(path, "no ledger here")
    moment = before.astimezone(UTC).isoformat(timespec="microseconds")
    with _translated(path), closing(apsw.Connection(str(path))) as connection:
        connection.set_busy_timeout(sqlite.BUSY_TIMEOUT_MS)
        connection.pragma("secure_delete", True)
        with connection:
            connection.execute("DELETE FROM answers WHERE at < ?", (moment,))
            connection.execute(
                "DELETE FROM personal WHERE EXISTS (SELECT 1 FROM events WHERE events.at < ? "
                "AND events.centre = personal.centre AND events.seq = personal.seq)",
                (moment,),
            )
            erased = int(connection.changes())
        connection.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
    return erased
