"""The durable print journal: which job is where, so that a crash never prints a ticket twice.

One thread owns the SQLite file. Nothing of a slip's text is kept, only the job's id and fate.
"""

from __future__ import annotations

import asyncio
import sqlite3
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from hardware.printing.jobs import JobState, Reason

T = TypeVar("T")

SCHEMA = """
CREATE TABLE IF NOT EXISTS job (
    number INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    changed_s REAL NOT NULL
)
"""
KEPT_JOBS = 10_000


@dataclass(frozen=True, slots=True)
class Entry:
    """``number`` counts all jobs of this station and names the job to the printer's fence."""

    number: int
    job_id: str
    state: JobState
    reason: Reason | None
    changed_s: float


class PrintJournal:
    """``clock`` gives seconds since the epoch. Use :meth:`open` and :meth:`close` around a printer's run."""

    def __init__(self, path: Path | str, clock: Callable[[], float]) -> None:
        self._path = str(path)
        self._clock = clock
        self._thread: ThreadPoolExecutor | None = None
        self._database: sqlite3.Connection | None = None

    @property
    def is_open(self) -> bool:
        return self._thread is not None

    async def open(self) -> list[Entry]:
        """Open the file, turn what was being sent when we died into UNKNOWN and return those entries."""
        self._thread = self._thread or ThreadPoolExecutor(1, thread_name_prefix="print-journal")
        return await self._run(self._open)

    async def close(self) -> None:
        """Finish what was noted and let the file go; it may be opened again."""
        if self._thread is not None:
            await self._run(self._close)
            self._thread.shutdown(wait=False)
            self._thread = None

    async def find(self, job_id: str) -> Entry | None:
        return await self._run(lambda: self._find(job_id))

    async def record(self, job_id: str, state: JobState, reason: Reason | None = None) -> Entry:
        """Write ``state`` durably before returning."""
        return await self._run(lambda: self._record(job_id, state, reason))

    def note(self, job_id: str, state: JobState, reason: Reason | None) -> None:
        """Write ``state`` soon, in order, without waiting: if that is lost, SENDING becomes UNKNOWN."""
        self._owner.submit(self._record, job_id, state, reason)

    async def entries(self, state: JobState, limit: int = 100) -> list[Entry]:
        """Return the newest entries in ``state``."""
        where = "SELECT * FROM job WHERE state = ? ORDER BY number DESC LIMIT ?"
        return await self._run(lambda: [_entry(row) for row in self._db.execute(where, (state.value, limit))])

    async def _run(self, work: Callable[[], T]) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._owner, work)

    @property
    def _owner(self) -> ThreadPoolExecutor:
        if self._thread is None:
            raise RuntimeError("the print journal is not open")
        return self._thread

    @property
    def _db(self) -> sqlite3.Connection:
        if self._database is None:
            raise RuntimeError("the print journal is not open")
        return self._database

    def _open(self) -> list[Entry]:
        if self._database is None:
            self._database = sqlite3.connect(self._path, isolation_level=None, check_same_thread=False)
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = FULL")
            self._database.execute(SCHEMA)
        self._forget_old()
        lost = [_entry(row) for row in self._db.execute("SELECT * FROM job WHERE state = 'sending'")]
        failed = [_entry(row) for row in self._db.execute("SELECT * FROM job WHERE state = 'queued'")]
        for entry in failed:
            self._record(entry.job_id, JobState.FAILED, Reason.STOPPED)
        return [self._record(entry.job_id, JobState.UNKNOWN, Reason.STOPPED) for entry in lost]

    def _close(self) -> None:
        if self._database is not None:
            self._database.close()
            self._database = None

    def _forget_old(self) -> None:
        self._db.execute("DELETE FROM job WHERE number <= (SELECT max(number) FROM job) - ?", (KEPT_JOBS,))

    def _find(self, job_id: str) -> Entry | None:
        row = self._db.execute("SELECT * FROM job WHERE id = ?", (job_id,)).fetchone()
        return _entry(row) if row else None

    def _record(self, job_id: str, state: JobState, reason: Reason | None) -> Entry:
        row = self._db.execute(
            "INSERT INTO job (id, state, reason, changed_s) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (id) DO UPDATE SET state = excluded.state, reason = excluded.reason, "
            "changed_s = excluded.changed_s RETURNING *",
            (job_id, state.value, reason.value if reason else "", self._clock()),
        ).fetchone()
        return _entry(row)


def _entry(row: tuple[int, str, str, str, float]) -> Entry:
    number, job_id, state, reason, changed_s = row
    return Entry(number, job_id, JobState(state), Reason(reason) if reason else None, changed_s)
