"""What the database holds of its centres, at one moment; rows are streamed, however long the log is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from hub.store.archive import Row
from hub.store.postgresql.connecting import LONG_PATIENCE_S, connect, one, place_of, translated
from hub.store.rows import plain
from hub.store.schema import DEVICES
from hub.store.tables import Table

ROWS_AT_ONCE = 2_000


class PostgresArchive:
    """Implements hub.store.archive.Archive. ``centre`` limits it to one."""

    def __init__(self, url: str, centre: str = "") -> None:
        """Raises StoreAway, StoreUnusable."""
        self.place = place_of(url)
        self._url, self._centre = url, centre
        self._connection = connect(url, "motcua-archive", patience_s=LONG_PATIENCE_S)
        with translated(url):
            self._connection.execute(b"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")

    def centres(self) -> list[str]:
        if self._centre:
            return [self._centre]
        return [str(row[0]) for row in self._all("SELECT centre FROM centres ORDER BY centre")]

    def rows(self, table: Table, centre: str) -> Iterator[Row]:
        order = ", ".join(table.key)
        query = f"SELECT * FROM {table.name} WHERE centre = %s ORDER BY {order}".encode()
        with translated(self._url), self._connection.cursor(f"rows_of_{table.name}") as cursor:
            cursor.itersize = ROWS_AT_ONCE
            for row in cursor.execute(query, (centre,)):
                yield plain(row)

    def devices(self, centre: str) -> list[Row]:
        return list(self.rows(DEVICES, centre))

    def epoch(self, centre: str) -> str:
        with translated(self._url):
            return str(one(self._connection, "SELECT epoch FROM centres WHERE centre = %s", (centre,))[0])

    def faults(self) -> list[str]:
        return []

    def _all(self, query: str) -> list[Any]:
        with translated(self._url):
            return self._connection.execute(query.encode()).fetchall()

    def close(self) -> None:
        self._connection.close()
