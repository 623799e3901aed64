"""What a store does, whichever database is behind it: durable, all or nothing, every key once."""

from __future__ import annotations

from contextlib import closing
from datetime import timedelta

import pytest

from hub.messages import commands as cmd
from hub.store.errors import Fenced
from tests.helpers.desk import Desk, Keeper, PostgresKeeper, code_of, number_of, verified
from tests.helpers.floor import MONDAY_8_AM
from tests.helpers.hall import sample_hall


def test_a_hub_that_starts_again_goes_on_where_it_stopped(keeper: Keeper) -> None:
    with closing(Desk(keeper.open)) as desk:
        desk.issue()
        desk.issue(dossier="H57.132-260804-0583")
        desk.do(cmd.CallNext())
        desk.do(cmd.Park(note="thiếu bản sao, lệ phí 5$ $mc$"))
        before, epoch = desk.ledger.snapshot(), desk.ledger.epoch
        now = desk.now
    with closing(Desk(keeper.open, now=now)) as desk:
        assert desk.ledger.snapshot() == before
        assert desk.ledger.epoch == epoch
        assert number_of(desk.issue()) == "A003"
    assert verified(keeper).problems == []


def test_a_key_sent_again_gets_the_first_answer_also_after_a_restart(keeper: Keeper) -> None:
    with closing(Desk(keeper.open)) as desk:
        first = desk.issue("the-key")
        assert desk.issue("the-key") == first
        now = desk.now
    with closing(Desk(keeper.open, now=now)) as desk:
        assert desk.issue("the-key") == first
        assert number_of(desk.issue("another")) == "A002"


def test_a_refusal_is_remembered_under_its_key_too(keeper: Keeper) -> None:
    with closing(Desk(keeper.open)) as desk:
        assert code_of(desk.do(cmd.CallNext(), key="the-key")) == "queue_empty"
        desk.issue()
        assert code_of(desk.do(cmd.CallNext(), key="the-key")) == "queue_empty"
        assert code_of(desk.do(cmd.CallNext(), key="another")) == "ok"


def test_a_key_used_for_another_command_is_refused(keeper: Keeper) -> None:
    with closing(Desk(keeper.open)) as desk:
        desk.issue("the-key")
        assert code_of(desk.issue("the-key", service="chung-thuc")) == "bad_request"


def test_the_same_key_from_two_devices_is_two_commands(keeper: Keeper) -> None:
    with closing(Desk(keeper.open)) as desk:
        numbers = [
            number_of(desk.do(cmd.IssueTicket(service="khai-sinh"), name, "kiosk", "the-key"))
            for name in ("k1", "k2")
        ]
        assert numbers == ["A001", "A002"]


def test_one_batch_with_the_same_key_twice_does_it_once(keeper: Keeper) -> None:
    with closing(Desk(keeper.open)) as desk:
        request = desk.request(cmd.IssueTicket(service="khai-sinh"), "k1", "kiosk", "the-key")
        first, second = desk.ledger.execute([request, request]).outcomes
        assert first == second
        assert number_of(desk.issue()) == "A002"


def test_answers_are_forgotten_after_some_days(keeper: Keeper) -> None:
    with closing(Desk(keeper.open)) as desk:
        desk.issue("the-key")
        for _ in range(4):
            desk.now += timedelta(days=1)
            desk.ledger.execute([])
        assert number_of(desk.issue("the-key")) == "A001"
        assert desk.ledger.seq > 3


def test_an_owner_that_was_replaced_can_write_no_more(keeper: Keeper) -> None:
    with closing(Desk(keeper.open)) as desk:
        place = "leases SET term = term + 1" if isinstance(keeper, PostgresKeeper) else "meta SET value = 99"
        keeper.sql(f"UPDATE {place}" + ("" if "leases" in place else " WHERE name = 'term'"))
        with pytest.raises(Fenced):
            desk.issue()
    assert verified(keeper).tickets == 0


def test_history_is_read_backwards_page_by_page(keeper: Keeper) -> None:
    with closing(Desk(keeper.open)) as desk:
        for _ in range(4):
            desk.issue(dossier="H57.132-260804-0583")
        page = desk.store.history(desk.ledger.seq + 1, 3)
        assert [recorded.seq for recorded in page] == [5, 4, 3]
        assert page == list(reversed(list(desk.store.read(2))))
        assert desk.store.numbers_and_services(["20261123-khai-sinh-2", "none"]) == {
            "20261123-khai-sinh-2": ("A002", "khai-sinh")
        }


def test_what_may_tell_about_a_person_is_not_in_the_log_and_can_be_erased(keeper: Keeper) -> None:
    with closing(Desk(keeper.open)) as desk:
        desk.issue(dossier="H57.132-260804-0583", appointment="hẹn chị Mai")
        desk.do(cmd.CallNext())
        desk.do(cmd.Park(note="ghi chú riêng"))
        log = " ".join(str(row[0]) for row in keeper.sql("SELECT body FROM events"))
        assert not any(words in log for words in ("260804", "Mai", "riêng"))
        assert desk.store.erase_personal(desk.now + timedelta(seconds=1)) == 3
        desk.ledger.reload()
        (ticket,) = desk.ledger.snapshot()[1].tickets
        assert (ticket.dossier, ticket.note, ticket.state) == (None, "", "parked")
    assert verified(keeper).problems == []


@pytest.mark.parametrize(
    ("retention_days", "kept"), [(0, [1, 2, 3, 4]), (2, [1, 2, 3, 3]), (3, [1, 2, 3, 4])]
)
def test_a_new_day_erases_what_is_older_than_the_retention(
    keeper: Keeper, retention_days: int, kept: list[int]
) -> None:
    found = []
    with closing(Desk(keeper.open, sample_hall(privacy={"retention_days": retention_days}))) as desk:
        for day in range(4):
            desk.now = MONDAY_8_AM + timedelta(days=day)
            desk.issue(dossier=f"HS-RIENG-{day}")
            found += keeper.sql("SELECT count(*) FROM personal")[0]
    assert found == kept
    assert verified(keeper).problems == []


@pytest.mark.parametrize(
    ("damage", "says"),
    [
        ("DELETE FROM tickets WHERE n = 2", "ticket 20261123-khai-sinh-2: log"),
        ("UPDATE tickets SET state = 'waiting' WHERE n = 1", "ticket 20261123-khai-sinh-1: log"),
        ("DELETE FROM events WHERE seq = 3", "log: 3 is missing"),
        ("DELETE FROM ratings", "rating 7: log"),
        ("UPDATE events SET body = {renumbered}", "numbers of khai-sinh"),
    ],
)
def test_verify_names_what_was_tampered_with(keeper: Keeper, damage: str, says: str) -> None:
    with closing(Desk(keeper.open)) as desk:
        desk.issue()
        desk.issue()
        desk.do(cmd.CallNext())
        desk.do(cmd.Finish())
        desk.do(cmd.Rate(score=4))
    assert verified(keeper).problems == []
    renumbered = "replace(body, '\"n\":2', '\"n\":7')"
    if isinstance(keeper, PostgresKeeper):
        renumbered = renumbered.replace("body", "body::text") + "::json"
    keeper.sql(damage.format(renumbered=renumbered))
    assert any(problem.startswith(says) for problem in verified(keeper).problems)
