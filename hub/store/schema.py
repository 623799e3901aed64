"""The tables of the ledger file, and the steps that bring an older file up to date."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import apsw

from hub.store.errors import StoreUnusable

_FIRST: Final = """
CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
CREATE TABLE events (
    centre TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    by TEXT NOT NULL,
    kind TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (centre, seq)
) WITHOUT ROWID;
CREATE INDEX day_starts ON events (centre, seq) WHERE kind = 'day_began';
CREATE TABLE tickets (
    centre TEXT NOT NULL,
    id TEXT NOT NULL,
    service TEXT NOT NULL,
    day TEXT NOT NULL,
    n INTEGER NOT NULL,
    number TEXT NOT NULL,
    state TEXT NOT NULL,
    now_service TEXT NOT NULL,
    counter TEXT,
    priority TEXT,
    procedure TEXT,
    issued_at TEXT NOT NULL,
    called_at TEXT,
    started_at TEXT,
    ended_at TEXT,
    absences INTEGER NOT NULL,
    PRIMARY KEY (centre, id),
    UNIQUE (centre, day, service, n)
) WITHOUT ROWID;
CREATE TABLE ratings (
    centre TEXT NOT NULL,
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    ticket TEXT NOT NULL,
    counter TEXT NOT NULL,
    clerk TEXT,
    score INTEGER NOT NULL,
    reasons TEXT NOT NULL,
    PRIMARY KEY (centre, seq),
    UNIQUE (centre, ticket, counter)
);
CREATE TABLE personal (
    centre TEXT NOT NULL,
    seq INTEGER NOT NULL,
    field TEXT NOT NULL,
    text TEXT NOT NULL,
    PRIMARY KEY (centre, seq, field)
) WITHOUT ROWID;
CREATE TABLE answers (
    centre TEXT NOT NULL,
    device TEXT NOT NULL,
    key TEXT NOT NULL,
    at TEXT NOT NULL,
    asked TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (centre, device, key)
) WITHOUT ROWID;
"""

MIGRATIONS: Final[tuple[str, ...]] = (_FIRST,)
"""Entry n brings a file of version n to n + 1; entries are never changed, only added."""


def bring_up_to_date(connection: apsw.Connection, path: Path) -> None:
    """Create or migrate the tables, each step in its own transaction.

    Raises:
        StoreUnusable: the file was made by a newer version of this program.
    """
    version = int(connection.pragma("user_version"))
    if version > len(MIGRATIONS):
        why = f"schema {version} is newer than this program's {len(MIGRATIONS)}; install the newer version"
        raise StoreUnusable(path, why)
    for number, step in enumerate(MIGRATIONS[version:], start=version + 1):
        connection.execute(f"BEGIN IMMEDIATE; {step}; PRAGMA user_version = {number}; COMMIT")
