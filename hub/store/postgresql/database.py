"""The connections of one process to its database: lent to any thread, made anew when they break."""

from __future__ import annotations

import queue
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

from psycopg.pq import TransactionStatus

from hub.store.errors import StoreAway, StoreUnusable
from hub.store.postgresql.connecting import PATIENCE_S, Connection, connect, one, place_of, translated
from hub.store.postgresql.rows import Claim, document
from hub.store.schema import MIGRATIONS, newer
from hub.store.tables import Dialect, statements

MOST_CONNECTIONS: Final = 16
"""Of one process; whoever wants more waits."""
_MIGRATING: Final = 7_268_100
"""Any number: hubs that start at once take the lock of this name one after another."""
_VERSIONS: Final = b"""
CREATE TABLE IF NOT EXISTS schema_version (version integer PRIMARY KEY, at timestamptz NOT NULL DEFAULT now())
"""


class Database:
    """``name`` is what the server's lists of connections show. Safe to use from several threads."""

    def __init__(self, url: str, name: str, *, patience_s: float = PATIENCE_S) -> None:
        self.url = url
        self._name = name
        self._patience_s = patience_s
        self.prepared = False
        self._room = threading.BoundedSemaphore(MOST_CONNECTIONS)
        self._free: queue.LifoQueue[Connection] = queue.LifoQueue()

    @property
    def place(self) -> str:
        return place_of(self.url)

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """Lend a connection; the library's errors come out as the store's."""
        with self._room:
            yield from self._lent()

    def _lent(self) -> Iterator[Connection]:
        connection = self._lend()
        try:
            with translated(self.url):
                yield connection
        except StoreAway:
            connection.close()
            self.close()  # the others are hardly better
            raise
        except BaseException:
            if connection.pgconn.transaction_status != TransactionStatus.IDLE:
                connection.close()
            raise
        finally:
            if not connection.closed:
                self._free.put(connection)

    def _lend(self) -> Connection:
        while True:
            try:
                connection = self._free.get_nowait()
            except queue.Empty:
                return connect(self.url, self._name, patience_s=self._patience_s)
            if not connection.closed:
                return connection

    def rows(self, query: str, values: tuple[object, ...] = ()) -> list[Any]:
        with self.connection() as connection:
            return connection.execute(query.encode(), values or None).fetchall()

    def write(self, *claims: Claim) -> None:
        """Write the batches in one transaction that is one message: the server has it whole or not at all.

        Raises Fenced: a term is not the present one; StoreFailed: refused, nothing was written; StoreAway: it
        is not known.
        """
        with self.connection() as connection:
            connection.execute(b"SELECT motcua_write($mc$" + document(claims) + b"$mc$)")

    def prepare(self) -> None:
        """Create the tables or bring them up to date, one hub at a time.

        Raises StoreAway; StoreUnusable: made by a newer version of this program, or not allowed.
        """
        with self.connection() as connection, connection.transaction():
            connection.execute(f"SELECT pg_advisory_xact_lock({_MIGRATING})".encode())
            connection.execute(b"SET LOCAL client_min_messages = warning")
            connection.execute(_VERSIONS)
            (version,) = one(connection, "SELECT coalesce(max(version), 0) FROM schema_version")
            if (why := newer(version)) is not None:
                raise StoreUnusable(self.place, why)
            for number, step in enumerate(MIGRATIONS[version:], start=version + 1):
                for statement in statements(step, Dialect.POSTGRESQL):
                    connection.execute(statement.encode())
                connection.execute(b"INSERT INTO schema_version VALUES (%s)", (number,))
        self.prepared = True

    def close(self) -> None:
        while True:
            try:
                self._free.get_nowait().close()
            except queue.Empty:
                return
