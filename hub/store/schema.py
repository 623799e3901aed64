"""The tables of a hub's store and the steps that bring an older one up to date, for both databases."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import apsw

from hub.store.errors import StoreUnusable
from hub.store.province import SHIP_FUNCTION, VIEWS
from hub.store.tables import Column, Dialect, Kind, Step, Table, Words, statements

EVENTS: Final = Table(
    "events",
    (
        Column("centre"),
        Column("seq", Kind.INTEGER),
        Column("at", Kind.MOMENT),
        Column("by"),
        Column("kind"),
        Column("body", Kind.JSON),
    ),
    key=("centre", "seq"),
)
TICKETS: Final = Table(
    "tickets",
    (
        Column("centre"),
        Column("id"),
        Column("service"),
        Column("day"),
        Column("n", Kind.INTEGER),
        Column("number"),
        Column("state"),
        Column("now_service"),
        Column("counter", may_lack=True),
        Column("priority", may_lack=True),
        Column("procedure", may_lack=True),
        Column("issued_at", Kind.MOMENT),
        Column("called_at", Kind.MOMENT, may_lack=True),
        Column("started_at", Kind.MOMENT, may_lack=True),
        Column("ended_at", Kind.MOMENT, may_lack=True),
        Column("absences", Kind.INTEGER),
    ),
    key=("centre", "id"),
    unique=("centre", "day", "service", "n"),
)
RATINGS: Final = Table(
    "ratings",
    (
        Column("centre"),
        Column("seq", Kind.INTEGER),
        Column("at", Kind.MOMENT),
        Column("ticket"),
        Column("counter"),
        Column("clerk", may_lack=True),
        Column("score", Kind.INTEGER),
        Column("reasons", Kind.JSON),
    ),
    key=("centre", "seq"),
    unique=("centre", "ticket", "counter"),
    by_key=False,
)
PERSONAL: Final = Table(
    "personal",
    (Column("centre"), Column("seq", Kind.INTEGER), Column("field"), Column("text")),
    key=("centre", "seq", "field"),
)
ANSWERS: Final = Table(
    "answers",
    (
        Column("centre"),
        Column("device"),
        Column("key"),
        Column("at", Kind.MOMENT),
        Column("asked"),
        Column("body"),
    ),
    key=("centre", "device", "key"),
)
LEDGER: Final = (EVENTS, TICKETS, RATINGS, PERSONAL, ANSWERS)
"""What one centre's history is kept in, the same in both databases."""

DEVICES: Final = Table(
    "devices",
    (
        Column("token_hash"),
        Column("centre"),
        Column("role"),
        Column("name"),
        Column("paired_at"),
        Column("revoked_at", may_lack=True),
    ),
    key=("token_hash",),
)
"""Only in PostgreSQL: beside SQLite they have a file of their own, which names no centre."""
CENTRES: Final = Table("centres", (Column("centre"), Column("epoch")), key=("centre",))
LEASES: Final = Table(
    "leases",
    (
        Column("centre"),
        Column("owner"),
        Column("address"),
        Column("term", Kind.INTEGER),
        Column("since", Kind.MOMENT),
        Column("expires_at", Kind.MOMENT),
    ),
    key=("centre",),
)
HUBS: Final = Table(
    "hubs",
    (Column("owner"), Column("address"), Column("group_name"), Column("beat_at", Kind.MOMENT)),
    key=("owner",),
)
"""The hub processes that share hosted centres among them, by heartbeat."""

SHIPPED: Final = Table(
    "shipped",
    (Column("centre"), Column("epoch"), Column("seq", Kind.INTEGER), Column("at", Kind.MOMENT)),
    key=("centre",),
)
"""How far a province has what centres with a store of their own send it."""

_META: Final = "CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID"
_DAY_STARTS: Final = "CREATE INDEX day_starts ON events (centre, seq) WHERE kind = 'day_began'"
_OF_CENTRE: Final = "CREATE INDEX devices_of_centre ON devices (centre, role, name)"


def _write_function() -> str:
    """Return the one statement every commit is: checks the term, then writes; all of it or nothing.

    FOR KEY SHARE lets the owner's renewals pass, while a take-over (FOR UPDATE) and a write wait for each
    other; the waiter then sees the other's term.
    """
    return f"""
CREATE FUNCTION motcua_write(doc json) RETURNS void LANGUAGE plpgsql AS $$
DECLARE claim record;
BEGIN
    FOR claim IN
        SELECT * FROM json_to_recordset(doc->'claims') AS c(centre text, term bigint) ORDER BY centre
    LOOP
        PERFORM FROM leases WHERE centre = claim.centre AND term = claim.term FOR KEY SHARE;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'fenced' USING ERRCODE = 'MC001', DETAIL = claim.centre;
        END IF;
    END LOOP;
    {_insert(EVENTS)};
    IF json_typeof(doc->'tickets') = 'array' THEN
        {_insert(TICKETS)}
        ON CONFLICT (centre, id) DO UPDATE SET
            state = excluded.state, now_service = excluded.now_service, counter = excluded.counter,
            priority = excluded.priority, called_at = excluded.called_at, started_at = excluded.started_at,
            ended_at = excluded.ended_at, absences = excluded.absences;
    END IF;
    IF json_typeof(doc->'answers') = 'array' THEN {_insert(ANSWERS)}; END IF;
    IF json_typeof(doc->'personal') = 'array' THEN {_insert(PERSONAL)}; END IF;
    IF json_typeof(doc->'ratings') = 'array' THEN {_insert(RATINGS)}; END IF;
END $$
"""


_TAKE_FUNCTION: Final = """
CREATE FUNCTION motcua_take(wanted text, taker text, at_address text, ttl interval)
RETURNS leases LANGUAGE plpgsql AS $$
DECLARE lease leases;
BEGIN
    SELECT * INTO lease FROM leases WHERE centre = wanted;
    IF FOUND AND lease.owner <> taker AND lease.expires_at > clock_timestamp() THEN
        RETURN lease;
    END IF;
    INSERT INTO leases VALUES (wanted, '', '', 0, clock_timestamp(), '-infinity') ON CONFLICT DO NOTHING;
    SELECT * INTO lease FROM leases WHERE centre = wanted FOR UPDATE;
    IF lease.owner = taker OR lease.expires_at <= clock_timestamp() THEN
        UPDATE leases SET owner = taker, address = at_address, term = term + 1,
            since = clock_timestamp(), expires_at = clock_timestamp() + ttl
        WHERE centre = wanted RETURNING * INTO lease;
    END IF;
    RETURN lease;
END $$
"""
"""Takes the centre with a new term if it is free, run out or the taker's own; returns who has it then."""


def _insert(table: Table) -> str:
    types = {Kind.TEXT: "text", Kind.INTEGER: "bigint", Kind.MOMENT: "timestamptz", Kind.JSON: "json"}
    columns = ", ".join(f'"{column.name}" {types[column.kind]}' for column in table.columns)
    names = ", ".join(f'"{name}"' for name in table.names)
    rows = f"json_to_recordset(doc->'{table.name}') AS r({columns})"
    return f"INSERT INTO {table.name} ({names}) SELECT {names} FROM {rows}"


MIGRATIONS: Final[tuple[Step, ...]] = (
    (
        Words(_META, Dialect.SQLITE),
        EVENTS,
        Words(_DAY_STARTS),
        TICKETS,
        RATINGS,
        PERSONAL,
        ANSWERS,
        Words(CENTRES.written(Dialect.POSTGRESQL), Dialect.POSTGRESQL),
        Words(LEASES.written(Dialect.POSTGRESQL), Dialect.POSTGRESQL),
        Words(HUBS.written(Dialect.POSTGRESQL), Dialect.POSTGRESQL),
        Words(DEVICES.written(Dialect.POSTGRESQL), Dialect.POSTGRESQL),
        Words(_OF_CENTRE, Dialect.POSTGRESQL),
        Words(_write_function(), Dialect.POSTGRESQL),
        Words(_TAKE_FUNCTION, Dialect.POSTGRESQL),
        Words(SHIPPED.written(Dialect.POSTGRESQL), Dialect.POSTGRESQL),
        Words(
            SHIP_FUNCTION.format(events=_insert(EVENTS), tickets=_insert(TICKETS), ratings=_insert(RATINGS)),
            Dialect.POSTGRESQL,
        ),
        Words(VIEWS, Dialect.POSTGRESQL),
    ),
)
"""Entry n brings a store of version n to n + 1; entries are never changed, only added."""


def bring_up_to_date(connection: apsw.Connection, path: Path) -> None:
    """Create or migrate the tables of an SQLite file, each step in its own transaction.

    Raises:
        StoreUnusable: the file was made by a newer version of this program.
    """
    version = int(connection.pragma("user_version"))
    if (why := newer(version)) is not None:
        raise StoreUnusable(path, why)
    for number, step in enumerate(MIGRATIONS[version:], start=version + 1):
        text = "; ".join(statements(step, Dialect.SQLITE))
        connection.execute(f"BEGIN IMMEDIATE; {text}; PRAGMA user_version = {number}; COMMIT")


def newer(version: int) -> str | None:
    """Say why this program cannot use a store of ``version``; None when it can."""
    if version <= len(MIGRATIONS):
        return None
    return f"schema {version} is newer than this program's {len(MIGRATIONS)}; install the newer version"
