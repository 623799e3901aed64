"""The store on SQLite: one file, WAL, every commit synced to the disk before it counts."""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import apsw
import msgspec
import structlog

from hub.domain.events import RatingGiven, Recorded, kind_of
from hub.store import codec
from hub.store.errors import Fenced, StoreFailed, StoreUnusable
from hub.store.lease import Lease
from hub.store.records import Answer, Batch
from hub.store.rows import text_of, ticket_row
from hub.store.schema import bring_up_to_date

log = structlog.get_logger(__name__)

FILE_NAME = "ledger.db"
BUSY_TIMEOUT_MS = 5_000


class SqliteStore:
    """Implements ``hub.store.records.Store``. ``vfs`` names another SQLite file layer, for drills."""

    def __init__(self, data: Path, centre: str, *, vfs: str | None = None, synchronous: str = "FULL") -> None:
        """Take the data over, creating it if need be.

        Raises StoreTaken: another hub has it; StoreUnusable: it cannot be opened or is another centre's.
        """
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._centre = centre
        self._path = data / FILE_NAME
        self._lease = Lease.acquire(data)
        try:
            with _opening(self._path):
                self._db = open_ledger(self._path, vfs=vfs, synchronous=synchronous)
                self.epoch, self._term = self._take_over()
        except BaseException:
            self._lease.release()
            raise

    def _take_over(self) -> tuple[str, int]:
        """Return the log's name and our term of ownership, one higher than the last owner's."""
        with _transaction(self._db):
            meta: dict[str, Any] = dict(self._rows("SELECT name, value FROM meta", ()))
            if meta.setdefault("centre", self._centre) != self._centre:
                raise StoreUnusable(self._path, f"this data belongs to the centre {meta['centre']!r}")
            meta.setdefault("epoch", secrets.token_urlsafe(9))
            meta["term"] = int(meta.get("term", 0)) + 1
            self._db.executemany("INSERT OR REPLACE INTO meta VALUES (?, ?)", list(meta.items()))
        return str(meta["epoch"]), int(meta["term"])

    # writing ---------------------------------------------------------------------------------------

    def commit(self, batch: Batch) -> None:
        try:
            with _transaction(self._db):
                self._check_term()
                self._insert(batch)
        except apsw.Error as error:
            raise StoreFailed(f"{type(error).__name__}: {error}") from error

    def _check_term(self) -> None:
        ((term,),) = self._rows("SELECT value FROM meta WHERE name = 'term'", ())
        if term != self._term:
            raise Fenced

    def _insert(self, batch: Batch) -> None:
        for recorded in batch.events:
            body, personal = codec.split(recorded.event)
            at = text_of(recorded.at)
            row = (self._centre, recorded.seq, at, recorded.by, kind_of(recorded.event), body)
            self._db.execute("INSERT INTO events VALUES (?, ?, ?, ?, ?, ?)", row)
            for field, text in personal.items():
                row_personal = (self._centre, recorded.seq, field, text)
                self._db.execute("INSERT INTO personal VALUES (?, ?, ?, ?)", row_personal)
            if isinstance(recorded.event, RatingGiven):
                self._insert_rating(recorded.seq, at, recorded.event)
        for ticket in batch.tickets.values():
            self._db.execute(_UPSERT_TICKET, ticket_row(self._centre, ticket))
        for answer in batch.answers.values():
            kept = (self._centre, answer.device, answer.key, text_of(answer.at), answer.asked)
            self._db.execute("INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?)", (*kept, answer.body.decode()))

    def _insert_rating(self, seq: int, at: str, rating: RatingGiven) -> None:
        reasons = msgspec.json.encode(rating.reasons).decode()
        row = (self._centre, seq, at, rating.ticket, rating.counter, rating.clerk, rating.score, reasons)
        self._db.execute("INSERT INTO ratings VALUES (?, ?, ?, ?, ?, ?, ?, ?)", row)

    def forget_answers(self, before: datetime) -> None:
        self._tidy("DELETE FROM answers WHERE centre = ? AND at < ?", (self._centre, text_of(before)))

    def erase_personal(self, before: datetime) -> int:
        return self._tidy(
            "DELETE FROM personal WHERE centre = ?1 AND seq IN "
            "(SELECT seq FROM events WHERE centre = ?1 AND at < ?2)",
            (self._centre, text_of(before)),
        )

    def _tidy(self, statement: str, values: tuple[str, ...]) -> int:
        """Delete for good: overwritten in the file, and out of the log of writes beside it."""
        try:
            self._db.pragma("secure_delete", True)
            self._db.execute(statement, values)
            changed = int(self._db.changes())
            self._db.pragma("secure_delete", False)
            if changed:
                self._db.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
        except apsw.Error as error:
            raise StoreFailed(f"{type(error).__name__}: {error}") from error
        return changed

    # reading ---------------------------------------------------------------------------------------

    def day_so_far(self) -> Iterator[Recorded]:
        statement = "SELECT max(seq) FROM events WHERE centre = ? AND kind = 'day_began'"
        ((start,),) = self._rows(statement, (self._centre,))
        return self.read(start - 1 if start is not None else 0)

    def read(self, after_seq: int) -> Iterator[Recorded]:
        with _opening(self._path):
            yield from read_events(self._db, self._centre, after_seq)

    def history(self, before_seq: int, most: int) -> list[Recorded]:
        statement = (
            "SELECT seq, at, by, body FROM events WHERE centre = ? AND seq < ? ORDER BY seq DESC LIMIT ?"
        )
        rows = self._rows(statement, (self._centre, before_seq, most))
        personal: dict[int, dict[str, str]] = {}
        if rows:
            within = "SELECT seq, field, text FROM personal WHERE centre = ? AND seq BETWEEN ? AND ?"
            for seq, field, text in self._rows(within, (self._centre, rows[-1][0], rows[0][0])):
                personal.setdefault(seq, {})[field] = text
        return [
            Recorded(seq, datetime.fromisoformat(at), by, codec.join(body, personal.get(seq, {})))
            for seq, at, by, body in rows
        ]

    def numbers_and_services(self, tickets: Collection[str]) -> Mapping[str, tuple[str, str]]:
        wanted = msgspec.json.encode(list(tickets)).decode()
        statement = (
            "SELECT id, number, service FROM tickets "
            "WHERE centre = ? AND id IN (SELECT value FROM json_each(?))"
        )
        return {
            id: (number, service) for id, number, service in self._rows(statement, (self._centre, wanted))
        }

    def answer(self, device: str, key: str) -> Answer | None:
        statement = "SELECT at, asked, body FROM answers WHERE centre = ? AND device = ? AND key = ?"
        for at, asked, body in self._rows(statement, (self._centre, device, key)):
            return Answer(device, key, datetime.fromisoformat(at), asked, body.encode())
        return None

    def numbers_of(self, day: str) -> Mapping[str, int]:
        statement = "SELECT service, max(n) FROM tickets WHERE centre = ? AND day = ? GROUP BY service"
        return dict(self._rows(statement, (self._centre, day)))

    def tickets(self) -> Iterator[Sequence[object]]:
        return iter(self._rows("SELECT * FROM tickets WHERE centre = ?", (self._centre,)))

    def _rows(self, statement: str, values: tuple[str | int, ...]) -> list[Any]:
        try:
            return self._db.execute(statement, values).fetchall()
        except apsw.Error as error:
            raise StoreFailed(f"{type(error).__name__}: {error}") from error

    def close(self) -> None:
        """Give the data free; what was committed is on the disk already, whatever the disk says now."""
        try:
            self._db.close()
        except apsw.Error as error:
            log.warning("ledger file not closed cleanly", why=f"{type(error).__name__}: {error}")
        finally:
            self._lease.release()


def open_ledger(path: Path, *, vfs: str | None = None, synchronous: str = "FULL") -> apsw.Connection:
    """Open the ledger file for writing, its tables up to date. Raises apsw.Error, StoreUnusable."""
    _refuse_cut_file(path)
    connection = apsw.Connection(str(path), vfs=vfs)
    connection.set_busy_timeout(BUSY_TIMEOUT_MS)
    connection.pragma("journal_mode", "wal")
    connection.pragma("synchronous", synchronous)
    connection.pragma("journal_size_limit", 16 * 2**20)
    bring_up_to_date(connection, path)
    return connection


def _refuse_cut_file(path: Path) -> None:
    """A file at rest ends with a whole page; SQLite itself would notice only where it reads the missing part.

    Raises StoreUnusable. Beside a log of writes the end may be half a page: that log has it whole.
    """
    log_of_writes = path.with_name(f"{path.name}-wal")
    if not path.exists() or (log_of_writes.exists() and log_of_writes.stat().st_size):
        return
    with path.open("rb") as file:
        page_bytes = int.from_bytes(
            file.read(18)[16:18], "big"
        )  # SQLite's file format, 1.3.2; 1 means 65,536
    if page_bytes and path.stat().st_size % (65_536 if page_bytes == 1 else page_bytes):
        raise StoreUnusable(path, "the file was cut short; put a backup in its place (motcua-hub restore)")


def read_events(connection: apsw.Connection, centre: str, after_seq: int) -> Iterator[Recorded]:
    """Yield the log of ``centre`` after ``after_seq``. Raises apsw.Error, msgspec.DecodeError."""
    range_of = "WHERE centre = ? AND seq > ?"
    personal: dict[int, dict[str, str]] = {}
    values = (centre, after_seq)
    for seq, field, text in connection.execute(f"SELECT seq, field, text FROM personal {range_of}", values):
        personal.setdefault(seq, {})[field] = text
    statement = f"SELECT seq, at, by, body FROM events {range_of} ORDER BY seq"
    for seq, at, by, body in connection.execute(statement, values):
        event = codec.join(body, personal.get(seq, {}))
        yield Recorded(seq, datetime.fromisoformat(at), by, event)


_UPSERT_TICKET = """
INSERT INTO tickets VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (centre, id) DO UPDATE SET
    state = excluded.state, now_service = excluded.now_service, counter = excluded.counter,
    priority = excluded.priority, called_at = excluded.called_at, started_at = excluded.started_at,
    ended_at = excluded.ended_at, absences = excluded.absences
"""


@contextmanager
def _opening(path: Path) -> Iterator[None]:
    try:
        yield
    except (apsw.Error, msgspec.DecodeError) as error:
        raise StoreUnusable(path, f"{type(error).__name__}: {error}") from error


@contextmanager
def _transaction(connection: apsw.Connection) -> Iterator[None]:
    """One transaction: committed at the end, rolled back on any error (a failed COMMIT included)."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
