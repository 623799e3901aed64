"""The store on SQLite alone: one file, its lock, its disk; tests/hub/store/test_store.py has what both do."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta
from pathlib import Path

import apsw
import pytest

from hub.messages import commands as cmd
from hub.store.errors import StoreTaken, StoreUnusable
from hub.store.schema import bring_up_to_date
from hub.store.sqlite import FILE_NAME, SqliteStore
from hub.store.verify import verify
from tests.helpers.desk import CENTRE, Desk, code_of, number_of
from tests.helpers.faulty_disk import faulty_disk
from tests.helpers.floor import MONDAY_8_AM
from tests.helpers.hall import sample_hall


def desk_on(data: Path, vfs: str | None = None) -> Desk:
    return Desk(lambda: SqliteStore(data, CENTRE, vfs=vfs))


def test_a_second_hub_on_the_same_data_is_refused_by_name(tmp_path: Path) -> None:
    with closing(desk_on(tmp_path)), pytest.raises(StoreTaken) as caught:
        SqliteStore(tmp_path, "phuong-test")
    assert caught.value.owner.startswith("process ")
    desk_on(tmp_path).close()


def test_data_of_another_centre_is_refused(tmp_path: Path) -> None:
    desk_on(tmp_path).close()
    with pytest.raises(StoreUnusable, match="phuong-test"):
        SqliteStore(tmp_path, "phuong-khac")


def test_data_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    desk_on(tmp_path).close()
    file = apsw.Connection(str(tmp_path / FILE_NAME))
    file.pragma("user_version", 99)
    file.close()
    with pytest.raises(StoreUnusable, match="schema 99 is newer"):
        SqliteStore(tmp_path, "phuong-test")


def test_a_file_that_is_no_ledger_is_refused(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"not a database at all, but long enough to look like a file" * 20)
    with pytest.raises(StoreUnusable):
        SqliteStore(tmp_path, "phuong-test")


# a failing disk ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("failure", [apsw.FullError, apsw.IOError])
def test_a_failed_write_is_never_acknowledged(tmp_path: Path, failure: type[apsw.Error]) -> None:
    with faulty_disk() as disk, closing(desk_on(tmp_path, disk.name)) as desk:
        desk.issue()
        disk.failing = failure
        failed = desk.issue("the-key")
        assert code_of(failed) == "store_failed"
        assert failed.err is not None
        assert failed.err.retry
        disk.failing = None
        assert number_of(desk.issue("the-key")) == "A002"
    report = verify(tmp_path)
    assert (report.tickets, report.problems) == (2, [])


def test_news_of_a_failed_write_is_not_told(tmp_path: Path) -> None:
    with faulty_disk() as disk, closing(desk_on(tmp_path, disk.name)) as desk:
        before = desk.ledger.snapshot()
        disk.failing = apsw.FullError
        request = desk.request(cmd.IssueTicket(service="khai-sinh"), "k1", "kiosk")
        assert desk.ledger.execute([request]).news == []
        assert desk.ledger.snapshot() == before


def test_erased_words_are_overwritten_in_the_files(tmp_path: Path) -> None:
    hall = sample_hall(privacy={"retention_days": 2})
    with closing(Desk(lambda: SqliteStore(tmp_path, CENTRE), hall)) as desk:
        for day in range(4):
            desk.now = MONDAY_8_AM + timedelta(days=day)
            desk.issue(dossier=f"HS-RIENG-{day}")
        everything = b"".join(file.read_bytes() for file in tmp_path.iterdir() if file.is_file())
    assert b"HS-RIENG-0" not in everything
    assert b"HS-RIENG-3" in everything


def test_verify_of_an_empty_directory_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoreUnusable, match="no ledger here"):
        verify(tmp_path)


FIRST_SCHEMA = """
meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID
events (centre TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, by TEXT NOT NULL, kind TEXT NOT NULL,
 body TEXT NOT NULL, PRIMARY KEY (centre, seq)) WITHOUT ROWID
tickets (centre TEXT NOT NULL, id TEXT NOT NULL, service TEXT NOT NULL, day TEXT NOT NULL, n INTEGER NOT NULL,
 number TEXT NOT NULL, state TEXT NOT NULL, now_service TEXT NOT NULL, counter TEXT, priority TEXT,
 procedure TEXT, issued_at TEXT NOT NULL, called_at TEXT, started_at TEXT, ended_at TEXT,
 absences INTEGER NOT NULL, PRIMARY KEY (centre, id), UNIQUE (centre, day, service, n)) WITHOUT ROWID
ratings (centre TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, ticket TEXT NOT NULL,
 counter TEXT NOT NULL, clerk TEXT, score INTEGER NOT NULL, reasons TEXT NOT NULL,
 PRIMARY KEY (centre, seq), UNIQUE (centre, ticket, counter))
personal (centre TEXT NOT NULL, seq INTEGER NOT NULL, field TEXT NOT NULL, text TEXT NOT NULL,
 PRIMARY KEY (centre, seq, field)) WITHOUT ROWID
answers (centre TEXT NOT NULL, device TEXT NOT NULL, key TEXT NOT NULL, at TEXT NOT NULL, asked TEXT NOT NULL,
 body TEXT NOT NULL, PRIMARY KEY (centre, device, key)) WITHOUT ROWID
"""
"""As the first release wrote it; files in the field look like this for ever."""


def test_the_first_schema_is_what_it_always_was(tmp_path: Path) -> None:
    with closing(apsw.Connection(str(tmp_path / "ledger.db"))) as file:
        bring_up_to_date(file, tmp_path)
        rows = file.execute("SELECT sql FROM sqlite_master WHERE type = 'table' ORDER BY rowid").fetchall()
    expected = FIRST_SCHEMA.replace("\n ", " ").strip().splitlines()
    assert [str(row[0]) for row in rows] == [f"CREATE TABLE {table}" for table in expected]
