"""The store on SQLite: durable, all or nothing, one owner."""

from __future__ import annotations

import itertools
from contextlib import closing
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import apsw
import pytest

from config.model import Hall
from hub.domain.rules import Actor, Rules
from hub.ledger.ledger import Ledger, Outcome, Request
from hub.messages import commands as cmd
from hub.messages.frames import Role
from hub.store.errors import Fenced, StoreTaken, StoreUnusable
from hub.store.sqlite import FILE_NAME, SqliteStore
from hub.store.verify import verify
from tests.helpers.faulty_disk import faulty_disk
from tests.helpers.floor import MONDAY_8_AM
from tests.helpers.hall import sample_hall

_keys = itertools.count(1)


@dataclass
class Desk:
    """A ledger over a real file, with a clock of the test's own."""

    data: Path
    hall: Hall = field(default_factory=sample_hall)
    now: datetime = MONDAY_8_AM
    vfs: str | None = None

    def __post_init__(self) -> None:
        self.store = SqliteStore(self.data, self.hall.centre.id, vfs=self.vfs)
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


def test_a_hub_that_starts_again_goes_on_where_it_stopped(tmp_path: Path) -> None:
    with closing(Desk(tmp_path)) as desk:
        desk.issue()
        desk.issue(dossier="H57.132-260804-0583")
        desk.do(cmd.CallNext())
        desk.do(cmd.Park(note="thiếu bản sao"))
        before, epoch = desk.ledger.snapshot(), desk.ledger.epoch
        now = desk.now
    with closing(Desk(tmp_path, now=now)) as desk:
        assert desk.ledger.snapshot() == before
        assert desk.ledger.epoch == epoch
        assert number_of(desk.issue()) == "A003"
    assert verify(tmp_path).problems == []


def test_a_key_sent_again_gets_the_first_answer_also_after_a_restart(tmp_path: Path) -> None:
    with closing(Desk(tmp_path)) as desk:
        first = desk.issue("the-key")
        assert desk.issue("the-key") == first
        now = desk.now
    with closing(Desk(tmp_path, now=now)) as desk:
        assert desk.issue("the-key") == first
        assert number_of(desk.issue("another")) == "A002"


def test_a_refusal_is_remembered_under_its_key_too(tmp_path: Path) -> None:
    with closing(Desk(tmp_path)) as desk:
        assert code_of(desk.do(cmd.CallNext(), key="the-key")) == "queue_empty"
        desk.issue()
        assert code_of(desk.do(cmd.CallNext(), key="the-key")) == "queue_empty"
        assert code_of(desk.do(cmd.CallNext(), key="another")) == "ok"


def test_a_key_used_for_another_command_is_refused(tmp_path: Path) -> None:
    with closing(Desk(tmp_path)) as desk:
        desk.issue("the-key")
        assert code_of(desk.issue("the-key", service="chung-thuc")) == "bad_request"


def test_the_same_key_from_two_devices_is_two_commands(tmp_path: Path) -> None:
    with closing(Desk(tmp_path)) as desk:
        numbers = [
            number_of(desk.do(cmd.IssueTicket(service="khai-sinh"), name, "kiosk", "the-key"))
            for name in ("k1", "k2")
        ]
        assert numbers == ["A001", "A002"]


def test_one_batch_with_the_same_key_twice_does_it_once(tmp_path: Path) -> None:
    with closing(Desk(tmp_path)) as desk:
        request = desk.request(cmd.IssueTicket(service="khai-sinh"), "k1", "kiosk", "the-key")
        first, second = desk.ledger.execute([request, request]).outcomes
        assert first == second
        assert number_of(desk.issue()) == "A002"


def test_answers_are_forgotten_after_some_days(tmp_path: Path) -> None:
    with closing(Desk(tmp_path)) as desk:
        desk.issue("the-key")
        for _ in range(4):
            desk.now += timedelta(days=1)
            desk.ledger.execute([])
        assert number_of(desk.issue("the-key")) == "A001"
        assert desk.ledger.seq > 3


def test_a_second_hub_on_the_same_data_is_refused_by_name(tmp_path: Path) -> None:
    with closing(Desk(tmp_path)), pytest.raises(StoreTaken) as caught:
        SqliteStore(tmp_path, "phuong-test")
    assert caught.value.owner.startswith("process ")
    Desk(tmp_path).close()


def test_an_owner_that_was_replaced_can_write_no_more(tmp_path: Path) -> None:
    with closing(Desk(tmp_path)) as desk:
        usurper = apsw.Connection(str(tmp_path / FILE_NAME))
        usurper.execute("UPDATE meta SET value = value + 1 WHERE name = 'term'")
        usurper.close()
        with pytest.raises(Fenced):
            desk.issue()


def test_data_of_another_centre_is_refused(tmp_path: Path) -> None:
    Desk(tmp_path).close()
    with pytest.raises(StoreUnusable, match="phuong-test"):
        SqliteStore(tmp_path, "phuong-khac")


def test_data_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    Desk(tmp_path).close()
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
    with faulty_disk() as disk, closing(Desk(tmp_path, vfs=disk.name)) as desk:
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
    with faulty_disk() as disk, closing(Desk(tmp_path, vfs=disk.name)) as desk:
        before = desk.ledger.snapshot()
        disk.failing = apsw.FullError
        request = desk.request(cmd.IssueTicket(service="khai-sinh"), "k1", "kiosk")
        assert desk.ledger.execute([request]).news == []
        assert desk.ledger.snapshot() == before


# personal fields --------------------------------------------------------------------------------------


def test_what_may_tell_about_a_person_is_not_in_the_log_and_can_be_erased(tmp_path: Path) -> None:
    with closing(Desk(tmp_path)) as desk:
        desk.issue(dossier="H57.132-260804-0583", appointment="hẹn chị Mai")
        desk.do(cmd.CallNext())
        desk.do(cmd.Park(note="ghi chú riêng"))
        file = apsw.Connection(str(tmp_path / FILE_NAME))
        log = " ".join(str(row[0]) for row in file.execute("SELECT body FROM events"))
        assert not any(words in log for words in ("260804", "Mai", "riêng"))
        assert desk.store.erase_personal(desk.now + timedelta(seconds=1)) == 3
        desk.ledger.reload()
        (ticket,) = desk.ledger.snapshot()[1].tickets
        assert (ticket.dossier, ticket.note, ticket.state) == (None, "", "parked")
        file.close()
    assert verify(tmp_path).problems == []


def personal_fields(data: Path) -> int:
    with closing(apsw.Connection(str(data / FILE_NAME))) as file:
        ((count,),) = file.execute("SELECT count(*) FROM personal")
    return int(count)


@pytest.mark.parametrize(
    ("retention_days", "kept"), [(0, [1, 2, 3, 4]), (2, [1, 2, 3, 3]), (3, [1, 2, 3, 4])]
)
def test_a_new_day_erases_what_is_older_than_the_retention(
    tmp_path: Path, retention_days: int, kept: list[int]
) -> None:
    found = []
    with closing(Desk(tmp_path, sample_hall(privacy={"retention_days": retention_days}))) as desk:
        for day in range(4):
            desk.now = MONDAY_8_AM + timedelta(days=day)
            desk.issue(dossier=f"HS-RIENG-{day}")
            found.append(personal_fields(tmp_path))
        everything = b"".join(file.read_bytes() for file in tmp_path.iterdir() if file.is_file())
    assert found == kept
    assert (b"HS-RIENG-0" in everything) == (kept[-1] == 4)
    assert b"HS-RIENG-3" in everything
    assert verify(tmp_path).problems == []


# verify -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        ("DELETE FROM tickets WHERE n = 2", "ticket 20261123-khai-sinh-2: log"),
        ("UPDATE tickets SET state = 'waiting' WHERE n = 1", "ticket 20261123-khai-sinh-1: log"),
        ("DELETE FROM events WHERE seq = 3", "log: 3 is missing"),
        ("DELETE FROM ratings", "rating 7: log"),
        ("UPDATE events SET body = replace(body, '\"n\":2', '\"n\":7')", "numbers of khai-sinh"),
    ],
)
def test_verify_names_what_was_tampered_with(tmp_path: Path, damage: str, says: str) -> None:
    with closing(Desk(tmp_path)) as desk:
        desk.issue()
        desk.issue()
        desk.do(cmd.CallNext())
        desk.do(cmd.Finish())
        desk.do(cmd.Rate(score=4))
    assert verify(tmp_path).problems == []
    file = apsw.Connection(str(tmp_path / FILE_NAME))
    file.execute(damage)
    file.close()
    assert any(problem.startswith(says) for problem in verify(tmp_path).problems)


def test_verify_of_an_empty_directory_says_so(tmp_path: Path) -> None:
    with pytest.raises(StoreUnusable, match="no ledger here"):
        verify(tmp_path)
