"""Connections to the database: none waits for ever, none acknowledges what is not on the disk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final, TypeAlias, TypeVar

import psycopg
from psycopg.abc import PQGen
from psycopg.types.string import TextLoader

from config.hub_settings import without_password
from hub.store.errors import Fenced, StoreAway, StoreFailed, StoreUnusable

PATIENCE_S: Final = 2.0
"""For any answer of the database; a hub that waits longer would be a stuck hub."""
LONG_PATIENCE_S: Final = 600.0
"""For the work of commands: copying, verifying, reporting."""
FENCED: Final = "MC001"
"""Raised by ``motcua_write`` (hub/store/schema.py)."""
_GONE: Final = ("08", "57P")
"""SQLSTATE classes that mean the server or the connection ends: connection exceptions, shutdowns."""
_Result = TypeVar("_Result")

Row: TypeAlias = tuple[Any, ...]


class Connection(psycopg.Connection[Row]):
    """One that gives up: a cut network or a stopped server would else hold its thread for ever."""

    patience_s = PATIENCE_S

    def wait(self, gen: PQGen[_Result], interval: float = 0.1, timeout: float | None = None) -> _Result:
        return super().wait(gen, interval, self.patience_s if timeout is None else timeout)


def connect(url: str, name: str, *, patience_s: float = PATIENCE_S) -> Connection:
    """Connect in autocommit mode; ``name`` is what the server's own lists show.

    Raises StoreAway: no answer; StoreUnusable: the address is wrong, or the server would acknowledge what a
    power cut takes.
    """
    timeout_ms = round(patience_s * 1000)
    options = (
        f"-c statement_timeout={timeout_ms} -c lock_timeout={timeout_ms} "
        f"-c idle_in_transaction_session_timeout={timeout_ms} -c synchronous_commit=on -c timezone=UTC"
    )
    with translated(url):
        connection = Connection.connect(
            url,
            autocommit=True,
            application_name=name[:63],
            options=options,
            connect_timeout=2,
            keepalives_idle=1,
            keepalives_interval=1,
            keepalives_count=2,
            tcp_user_timeout=timeout_ms,
            target_session_attrs="read-write",
        )
        connection.patience_s = patience_s
        connection.adapters.register_loader("json", TextLoader)
        _insist_on_durability(connection, url)
    return connection


def _insist_on_durability(connection: Connection, url: str) -> None:
    query = "SELECT current_setting('fsync'), current_setting('synchronous_commit')"
    fsync, commit = one(connection, query)
    if fsync != "on" or commit in ("off", "local"):
        connection.close()
        raise StoreUnusable(
            place_of(url), f"fsync={fsync}, synchronous_commit={commit}: a power cut would lose"
        )


def one(connection: Connection, query: str, values: tuple[object, ...] = ()) -> Row:
    """Return the only row of a query that always has one."""
    row = connection.execute(query.encode(), values or None).fetchone()
    assert row is not None, query
    return row


@contextmanager
def translated(url: str = "") -> Iterator[None]:
    """Turn the library's errors into the store's."""
    try:
        yield
    except psycopg.Error as error:
        raise _translation(error, url) from error


def _translation(error: psycopg.Error, url: str) -> StoreFailed | StoreUnusable:
    why = f"{type(error).__name__}: {str(error).strip() or error.sqlstate}"
    if error.sqlstate == FENCED:
        return Fenced()
    if error.sqlstate is None:
        if isinstance(error, psycopg.OperationalError | psycopg.InterfaceError):
            return StoreAway(why)
        return (
            StoreUnusable(place_of(url), why)
            if isinstance(error, psycopg.ProgrammingError)
            else StoreFailed(why)
        )
    return StoreAway(why) if error.sqlstate.startswith(_GONE) else StoreFailed(why)


def place_of(url: str) -> str:
    """Return what names the database to a person, without any password."""
    return without_password(url)
