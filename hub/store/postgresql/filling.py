"""Puts a centre's whole store into the database in one transaction, as a copy or a restored backup."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from typing import Final, Protocol

from hub.store.archive import Archive, Row
from hub.store.errors import StoreTaken, StoreUnusable
from hub.store.postgresql.connecting import LONG_PATIENCE_S, Connection, connect, one, place_of, translated
from hub.store.postgresql.database import Database
from hub.store.schema import DEVICES, LEDGER

_ROOM_FOR_LEASE: Final = b"""
INSERT INTO leases VALUES (%s, '', '', 0, clock_timestamp(), '-infinity') ON CONFLICT DO NOTHING
"""


class Counting(Protocol):
    def over(self, rows: Iterable[Row], what: str) -> Iterator[Row]: ...


def fill_database(url: str, source: Archive, centre: str, progress: Counting, *, replace: bool) -> None:
    """Write all of it or nothing. Raises StoreUnusable: the centre is there already; StoreTaken."""
    with closing(Database(url, "motcua-copy")) as database:
        database.prepare()
    with kept_free(url, centre), _transaction(url) as connection:
        there = one(connection, "SELECT count(*) FROM centres WHERE centre = %s", (centre,))[0]
        if there and not replace:
            raise StoreUnusable(place_of(url), f"the centre {centre!r} is not empty here")
        _clear(connection, centre)
        epoch = secrets.token_urlsafe(9) if replace else source.epoch(centre)
        connection.execute(b"INSERT INTO centres VALUES (%s, %s)", (centre, epoch))
        for table in LEDGER:
            _pour(connection, table.name, progress.over(source.rows(table, centre), "copied"))
        _pour(connection, DEVICES.name, source.devices(centre))


def _clear(connection: Connection, centre: str) -> None:
    for name in ("centres", DEVICES.name, *(table.name for table in LEDGER)):
        connection.execute(f"DELETE FROM {name} WHERE centre = %s".encode(), (centre,))


def _pour(connection: Connection, table: str, rows: Iterable[Row]) -> None:
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} FROM STDIN".encode()) as into:
        for row in rows:
            into.write_row(row)


@contextmanager
def kept_free(url: str, centre: str) -> Iterator[None]:
    """Let no hub take ``centre`` for the length of the block. Raises StoreTaken: one has it."""
    with _transaction(url) as connection:
        connection.execute(_ROOM_FOR_LEASE, (centre,))
        query = b"SELECT owner, expires_at > clock_timestamp() FROM leases WHERE centre = %s FOR UPDATE"
        for owner, held in connection.execute(query, (centre,)).fetchall():
            if held:
                raise StoreTaken(place_of(url), owner)
        yield


@contextmanager
def _transaction(url: str) -> Iterator[Connection]:
    connection = connect(url, "motcua-copy", patience_s=LONG_PATIENCE_S)
    with closing(connection), translated(url), connection.transaction():
        yield connection
