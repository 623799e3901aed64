"""One centre's history in a database that other hubs share; every write looks whether it is still ours."""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any, Final, TypeVar

import msgspec
import structlog

from hub.domain.events import Recorded
from hub.store import codec
from hub.store.errors import Fenced, StoreAway, StoreUnusable
from hub.store.postgresql.connecting import Connection, one
from hub.store.postgresql.database import Database
from hub.store.postgresql.known_keys import KnownKeys
from hub.store.postgresql.leases import Lease, Leases
from hub.store.postgresql.rows import Claim
from hub.store.records import Answer, Batch
from hub.store.rows import plain

log = structlog.get_logger(__name__)

AGAIN_S: Final = 0.1
AT_ONCE: Final = 5_000
_Result = TypeVar("_Result")


class PostgresStore:
    """Implements ``hub.store.records.Store``.

    A database that comes back within the lease was only slow; past it every call raises Fenced.
    """

    def __init__(
        self,
        database: Database,
        leases: Leases,
        lease: Lease,
        write: Callable[[Claim], None] | None = None,
    ) -> None:
        """``write``: by default ``database.write``. Raises Fenced, StoreUnusable."""
        self._write = write or database.write
        self._database, self._leases, self._lease = database, leases, lease
        self._centre = lease.centre
        self._last_seq = 0
        self.epoch = self._insist(self._named)
        self._keys = self._insist(self._known_keys)

    def _named(self) -> str:
        if self._database.rows("SELECT 1 FROM shipped WHERE centre = %s", (self._centre,)):
            why = f"the centre {self._centre!r} has a store of its own and only ships its events here"
            raise StoreUnusable(self._database.place, why)
        with self._database.connection() as connection:
            return name_log(connection, self._centre)

    def _known_keys(self) -> KnownKeys:
        query = "SELECT device, key FROM answers WHERE centre = %s"
        return KnownKeys(self._database.rows(query, (self._centre,)))

    # writing ---------------------------------------------------------------------------------------

    def commit(self, batch: Batch) -> None:
        while True:
            self._lease.must_be_held()
            try:
                self._write(Claim(self._centre, self._lease.term, batch))
                break
            except Fenced as error:
                raise Fenced(self._who_has_it()) from error
            except StoreAway as error:
                log.warning("database away while writing", why=error.why)
                if self._insist(lambda: self._was_written(batch)):
                    break
        for key in batch.answers:
            self._keys.add(key)
        if self._keys.full:
            self._keys = self._insist(self._known_keys)

    def _was_written(self, batch: Batch) -> bool:
        """Find out what became of a write that got no answer. Afterwards it can no longer happen."""
        self._leases.retake(self._lease)
        if batch.events:
            query = "SELECT count(*) FROM events WHERE centre = %s AND seq = %s"
            values: tuple[object, ...] = (self._centre, batch.events[-1].seq)
        else:
            answer = next(iter(batch.answers.values()))
            query = "SELECT count(*) FROM answers WHERE centre = %s AND device = %s AND key = %s"
            values = (self._centre, answer.device, answer.key)
        return bool(self._database.rows(query, values)[0][0])

    def _who_has_it(self) -> str:
        try:
            holder = self._leases.holder(self._centre)
        except StoreAway:
            holder = None
        return f"fenced: another hub ({holder or 'not known yet'}) owns the centre"

    def forget_answers(self, before: datetime) -> None:
        self._changed("DELETE FROM answers WHERE centre = %s AND at < %s", (self._centre, before))

    def erase_personal(self, before: datetime) -> int:
        return self._changed(ERASE_PERSONAL, (self._centre, before))

    def _changed(self, query: str, values: tuple[object, ...]) -> int:
        def change() -> int:
            with self._database.connection() as connection:
                return connection.execute(query.encode(), values).rowcount

        return self._insist(change)

    # reading ---------------------------------------------------------------------------------------

    def day_so_far(self) -> Iterator[Recorded]:
        query = "SELECT max(seq) FROM events WHERE centre = %s AND kind = 'day_began'"
        ((start,),) = self._rows(query, (self._centre,))
        return self.read(start - 1 if start is not None else 0)

    def read(self, after_seq: int) -> Iterator[Recorded]:
        while True:
            some = self._some("seq > %s", "ORDER BY seq", after_seq, AT_ONCE)
            yield from some
            if len(some) < AT_ONCE:
                return
            after_seq = some[-1].seq

    def history(self, before_seq: int, most: int) -> list[Recorded]:
        return self._some("seq < %s", "ORDER BY seq DESC", before_seq, most)

    def _some(self, which: str, order: str, seq: int, most: int) -> list[Recorded]:
        query = (
            f'SELECT seq, at, "by", body, (SELECT json_object_agg(field, text) FROM personal AS p '
            f"WHERE p.centre = e.centre AND p.seq = e.seq) FROM events AS e "
            f"WHERE centre = %s AND {which} {order} LIMIT %s"
        )
        rows = self._rows(query, (self._centre, seq, most))
        return [
            Recorded(seq, at, by, codec.join(body, _fields(personal))) for seq, at, by, body, personal in rows
        ]

    def numbers_and_services(self, tickets: Collection[str]) -> Mapping[str, tuple[str, str]]:
        query = "SELECT id, number, service FROM tickets WHERE centre = %s AND id = ANY(%s)"
        rows = self._rows(query, (self._centre, list(tickets)))
        return {id: (number, service) for id, number, service in rows}

    def answer(self, device: str, key: str) -> Answer | None:
        if (device, key) not in self._keys:
            return None
        query = "SELECT at, asked, body FROM answers WHERE centre = %s AND device = %s AND key = %s"
        for at, asked, body in self._rows(query, (self._centre, device, key)):
            return Answer(device, key, at, asked, body.encode())
        return None

    def numbers_of(self, day: str) -> Mapping[str, int]:
        query = "SELECT service, max(n) FROM tickets WHERE centre = %s AND day = %s GROUP BY service"
        return dict(self._rows(query, (self._centre, day)))

    def tickets(self) -> Iterator[Sequence[object]]:
        return map(plain, self._rows("SELECT * FROM tickets WHERE centre = %s", (self._centre,)))

    def _rows(self, query: str, values: tuple[object, ...]) -> list[Any]:
        return self._insist(lambda: self._database.rows(query, values))

    def _insist(self, work: Callable[[], _Result]) -> _Result:
        """Do ``work`` again until the database is there, for as long as the centre is ours. Raises Fenced."""
        while True:
            self._lease.must_be_held()
            try:
                return work()
            except StoreAway as error:
                log.warning("database away", why=error.why)
                time.sleep(AGAIN_S)

    def close(self) -> None:
        """The connections and the lease are whoever's who made them."""


def _fields(personal: str | None) -> dict[str, str]:
    return msgspec.json.decode(personal, type=dict[str, str]) if personal else {}


ERASE_PERSONAL: Final = (
    "DELETE FROM personal USING events WHERE events.centre = %s AND events.at < %s "
    "AND personal.centre = events.centre AND personal.seq = events.seq"
)


def name_log(connection: Connection, centre: str) -> str:
    """Return the name of the centre's log, given once. Raises psycopg.Error."""
    insert = b"INSERT INTO centres VALUES (%s, %s) ON CONFLICT DO NOTHING"
    connection.execute(insert, (centre, secrets.token_urlsafe(9)))
    return str(one(connection, "SELECT epoch FROM centres WHERE centre = %s", (centre,))[0])
