"""Ships a centre's events from its own file to the province's database, whenever that can be reached.

The file is only read, so nothing here can disturb the hub that serves from it. Personal fields are not read,
and the secrets of citizens' pages stay behind.
"""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import Any, Final

import apsw
import msgspec

from hub.store import sqlite
from hub.store.errors import StoreUnusable
from hub.store.postgresql.connecting import one
from hub.store.postgresql.database import Database
from hub.store.schema import EVENTS, RATINGS, TICKETS
from hub.store.tables import Table

AT_ONCE: Final = 1_000
"""Events a transaction: catching up after weeks is many short ones."""


def ship(data: Path, database: Database) -> int:
    """Ship everything the province does not have yet; return how many events.

    Shipping twice, or from two places, changes nothing: the province says where it wants to go on.

    Raises StoreUnusable: there is no ledger, or the province hosts this centre itself; StoreFailed.
    """
    path = data / sqlite.FILE_NAME
    if not path.exists():
        raise StoreUnusable(path, "no ledger here")
    if not database.prepared:
        database.prepare()
    try:
        with closing(apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)) as file:
            file.set_busy_timeout(sqlite.BUSY_TIMEOUT_MS)
            return _ship(file, database)
    except apsw.Error as error:
        raise StoreUnusable(path, f"{type(error).__name__}: {error}") from error


def _ship(file: apsw.Connection, database: Database) -> int:
    meta = {str(name): value for name, value in file.execute("SELECT name, value FROM meta")}
    centre, epoch, shipped = str(meta["centre"]), str(meta["epoch"]), 0
    if database.rows("SELECT 1 FROM centres WHERE centre = %s", (centre,)):
        raise StoreUnusable(database.place, f"hosts the centre {centre!r} itself")
    after = -1  # the province says where to begin
    while True:
        chunk = _chunk(file, centre, epoch, after)
        reached = _sent(database, chunk)
        events = len(chunk["events"])
        if events and reached == chunk["events"][-1]["seq"]:
            shipped += events
        elif reached == after:
            return shipped
        after = reached


def _chunk(file: apsw.Connection, centre: str, epoch: str, after: int) -> dict[str, Any]:
    with file:  # one view of all three tables
        events = (
            _rows(file, EVENTS, "seq > ? ORDER BY seq LIMIT ?", centre, after, AT_ONCE) if after >= 0 else []
        )
        last = events[-1]["seq"] if events else after
        named = {body["ticket"] for event in events if "ticket" in (body := _without_secrets(event))}
        wanted = msgspec.json.encode(sorted(named)).decode()
        tickets = _rows(file, TICKETS, "id IN (SELECT value FROM json_each(?))", centre, wanted)
        ratings = _rows(file, RATINGS, "seq > ? AND seq <= ?", centre, after, last)
    for rating in ratings:
        rating["reasons"] = msgspec.Raw(rating["reasons"].encode())
    chunk = {"centre": centre, "epoch": epoch, "after": after}
    return {**chunk, "events": events, "tickets": tickets, "ratings": ratings}


def _without_secrets(event: dict[str, Any]) -> dict[str, Any]:
    """Put the event's body in as JSON without the secret of the citizen's page; return it."""
    body: dict[str, Any] = msgspec.json.decode(event["body"])
    body.pop("token", None)
    event["body"] = body
    return body


def _rows(file: apsw.Connection, table: Table, which: str, *values: Any) -> list[dict[str, Any]]:
    found = file.execute(f"SELECT * FROM {table.name} WHERE centre = ? AND {which}", values)
    return [dict(zip(table.names, row, strict=True)) for row in found]


def _sent(database: Database, chunk: dict[str, Any]) -> int:
    """Return the last event the province has now."""
    document = msgspec.json.encode(chunk).decode()
    with database.connection() as connection:
        return int(one(connection, "SELECT motcua_ship(%s::json)", (document,))[0])
