"""A ledger over a real store of either kind, with a clock of the test's own."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Protocol

import apsw

from config.model import Hall
from hub.domain.rules import Actor, Rules
from hub.ledger.ledger import Ledger, Outcome, Request
from hub.messages import commands as cmd
from hub.messages.frames import Role
from hub.store.copying import Place, opened
from hub.store.postgresql.database import Database
from hub.store.postgresql.leases import Lease, Leases, new_owner
from hub.store.postgresql.store import PostgresStore
from hub.store.records import Store
from hub.store.sqlite import FILE_NAME, SqliteStore
from hub.store.verify import Report, examine
from tests.helpers.floor import MONDAY_8_AM
from tests.helpers.hall import sample_hall

CENTRE = "phuong-test"
_keys = itertools.count(1)


class Keeper(Protocol):
    """Where a centre's history is kept: opened again and again, looked into and damaged."""

    place: Place

    def open(self) -> Store: ...

    def sql(self, statement: str) -> list[Any]:
        """Do something to the rows behind the store's back."""


class SqliteKeeper:
    def __init__(self, data: Path, *, synchronous: str = "FULL") -> None:
        self.data, self._synchronous = data, synchronous
        self.place = Place(data=data)

    def open(self) -> SqliteStore:
        return SqliteStore(self.data, CENTRE, synchronous=self._synchronous)

    def sql(self, statement: str) -> list[Any]:
        file = apsw.Connection(str(self.data / FILE_NAME))
        try:
            return file.execute(statement).fetchall()
        finally:
            file.close()


class OwnedStore(PostgresStore):
    """Gives its lease free when it is closed, as the hub around it would."""

    def __init__(self, url: str, centre: str = CENTRE) -> None:
        self.leases, self.database = Leases(url, new_owner()), Database(url, "test")
        self.database.prepare()
        lease = self.leases.acquire(centre)
        assert isinstance(lease, Lease), lease
        self.lease = lease
        try:
            super().__init__(self.database, self.leases, lease)
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        self.leases.release(self.lease)
        self.leases.close()
        self.database.close()


class PostgresKeeper:
    def __init__(self, url: str) -> None:
        self.url = url
        self.place = Place(url=url)

    def open(self) -> OwnedStore:
        return OwnedStore(self.url)

    def sql(self, statement: str) -> list[Any]:
        database = Database(self.url, "test")
        try:
            with database.connection() as connection:
                done = connection.execute(statement.encode())
                return done.fetchall() if done.description else []
        finally:
            database.close()


def verified(keeper: Keeper) -> Report:
    with opened(keeper.place) as archive:
        return examine(archive)


@dataclass
class Desk:
    """``open`` makes the store; ``execute`` is called once, so a day has begun."""

    open: Callable[[], Store]
    hall: Hall = field(default_factory=sample_hall)
    now: datetime = MONDAY_8_AM

    def __post_init__(self) -> None:
        self.store = self.open()
        self.ledger = Ledger(self.store, Rules(self.hall), lambda: self.now, lambda: f"token-{next(_keys)}")
        self.ledger.execute([])

    def request(self, command: cmd.Command, name: str, role: Role, key: str = "") -> Request:
        return Request(Actor(role, name), key or f"key-{next(_keys)}", command)

    def do(self, command: cmd.Command, name: str = "q1", role: Role = "counter", key: str = "") -> Outcome:
        self.now += timedelta(seconds=1)
        (outcome,) = self.ledger.execute([self.request(command, name, role, key)]).outcomes
        return outcome

    def issue(self, key: str = "", **args: str) -> Outcome:
        return self.do(cmd.IssueTicket(**{"service": "khai-sinh", **args}), "k1", "kiosk", key)

    def close(self) -> None:
        self.store.close()


def code_of(outcome: Outcome) -> str:
    return outcome.err.code if outcome.err else "ok"


def number_of(outcome: Outcome) -> str:
    assert outcome.ticket is not None
    return outcome.ticket.number
