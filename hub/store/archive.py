"""A store's whole content as one moment had it, whichever database keeps it: to verify, compare and copy."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol, TypeAlias

import apsw

from hub.domain.events import Recorded
from hub.store import codec, devices, sqlite
from hub.store.errors import StoreUnusable
from hub.store.schema import EVENTS, PERSONAL
from hub.store.tables import Table

Row: TypeAlias = tuple[Any, ...]
"""In the form of ``hub.store.rows.plain``."""


class Archive(Protocol):
    """Reads one moment of a store; a hub may be serving meanwhile. Raises StoreUnusable, StoreFailed."""

    def centres(self) -> list[str]: ...

    def rows(self, table: Table, centre: str) -> Iterator[Row]:
        """Yield the rows in the order of the table's key."""

    def devices(self, centre: str) -> list[Row]:
        """Return the paired devices, as ``hub.store.schema.DEVICES`` has them."""

    def epoch(self, centre: str) -> str:
        """Return the log's name."""

    def faults(self) -> list[str]:
        """Return what is wrong with the files themselves, as far as this store can tell."""


def recorded(archive: Archive, centre: str) -> Iterator[Recorded]:
    """Yield the log of ``centre`` with its personal fields. Raises msgspec.DecodeError."""
    personal = archive.rows(PERSONAL, centre)
    words = next(personal, None)
    for _, seq, at, by, _, body in archive.rows(EVENTS, centre):
        own: dict[str, str] = {}
        while words is not None and words[1] <= seq:
            if words[1] == seq:
                own[words[2]] = words[3]
            words = next(personal, None)
        yield Recorded(seq, datetime.fromisoformat(at), by, codec.join(body, own))


class SqliteArchive:
    """Implements Archive over a hub's data directory; whoever uses it translates apsw.Error."""

    def __init__(self, data: Path) -> None:
        """Raises StoreUnusable: there is no ledger."""
        path = data / sqlite.FILE_NAME
        if not path.exists():
            raise StoreUnusable(path, "no ledger here")
        self._data = data
        self._db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
        self._db.set_busy_timeout(sqlite.BUSY_TIMEOUT_MS)
        self._db.execute("BEGIN")  # one view of the data throughout

    def centres(self) -> list[str]:
        return [str(row[0]) for row in self._db.execute("SELECT value FROM meta WHERE name = 'centre'")]

    def rows(self, table: Table, centre: str) -> Iterator[Row]:
        order = ", ".join(table.key)
        yield from self._db.execute(
            f"SELECT * FROM {table.name} WHERE centre = ? ORDER BY {order}", (centre,)
        )

    def devices(self, centre: str) -> list[Row]:
        path = self._data / devices.FILE_NAME
        if not path.exists():
            return []
        with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)) as file:
            query = "SELECT token_hash, ?, role, name, paired_at, revoked_at FROM devices ORDER BY token_hash"
            return list(file.execute(query, (centre,)))

    def epoch(self, centre: str) -> str:
        return str(self._meta("epoch"))

    def _meta(self, name: str) -> Any:
        return self._db.execute("SELECT value FROM meta WHERE name = ?", (name,)).get

    def faults(self) -> list[str]:
        found = self._db.execute("PRAGMA quick_check")
        return [f"file: {row[0]}" for row in found if row[0] != "ok"]

    def close(self) -> None:
        self._db.close()
