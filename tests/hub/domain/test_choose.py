"""Who is next, and why."""

from __future__ import annotations

import pytest

from hub.domain.refusal import Refusal
from hub.messages import commands as cmd
from tests.helpers.floor import Floor
from tests.helpers.hall import sample_hall


def test_first_come_first_served_over_all_services_of_the_counter() -> None:
    floor = Floor()
    numbers = [floor.issue("chung-thuc"), floor.issue("khai-sinh"), floor.issue("chung-thuc")]
    assert floor.calls(3) == numbers == ["B001", "A001", "B002"]


def test_a_counter_calls_only_its_own_services() -> None:
    floor = Floor()
    floor.issue("tach-thua")
    assert floor.refused(cmd.CallNext(), "q1") == "queue_empty"
    assert floor.call("q3") == ("C001", "in_turn")


@pytest.mark.parametrize(
    ("mode", "between", "expected"),
    [
        ("interleaved", 3, "P1 O1 O2 O3 P2 O4 O5 O6 P3"),
        ("interleaved", 2, "P1 O1 O2 P2 O3 O4 P3 O5 O6"),
        ("strict", 3, "P1 P2 P3 O1 O2 O3 O4 O5 O6"),
        ("none", 3, "O1 O2 O3 O4 O5 O6 P1 P2 P3"),
    ],
)
def test_priority_follows_the_centres_rule(mode: str, between: int, expected: str) -> None:
    floor = Floor(sample_hall(priority={"mode": mode, "others_between": between}))
    names = {floor.issue(): f"O{n}" for n in range(1, 7)}
    names |= {floor.issue(priority="cao-tuoi"): f"P{n}" for n in range(1, 4)}
    assert " ".join(names[number] for number in floor.calls(9)) == expected


def test_a_priority_call_says_so() -> None:
    floor = Floor()
    floor.issue()
    floor.issue(priority="mang-thai")
    assert floor.call() == ("A002", "priority")
    assert floor.call() == ("A001", "in_turn")


def test_priority_visitors_alone_do_not_wait_for_others() -> None:
    floor = Floor()
    for _ in range(3):
        floor.issue(priority="cao-tuoi")
    assert floor.calls(3) == ["A001", "A002", "A003"]


def test_past_the_ageing_cap_even_priority_waits() -> None:
    floor = Floor(sample_hall(priority={"mode": "strict"}, calling={"ageing_cap_minutes": 30}))
    floor.issue()
    floor.wait(minutes=31)
    floor.issue(priority="cao-tuoi")
    assert floor.call() == ("A001", "ageing")
    assert floor.call() == ("A002", "priority")


def test_someone_sent_to_this_counter_goes_before_its_lines() -> None:
    floor = Floor()
    floor.issue()
    floor.issue("tach-thua")
    floor.call("q1")
    floor.do(cmd.Transfer(to_counter="q3", keep_place=False))
    assert floor.call("q3") == ("A001", "for_this_counter")
    assert floor.call("q3") == ("C001", "in_turn")


def test_only_the_named_counter_may_call_someone_sent_to_it() -> None:
    floor = Floor()
    floor.issue()
    floor.call("q1")
    floor.do(cmd.Transfer(to_counter="q3"))
    assert floor.refused(cmd.CallNext(), "q2") == "queue_empty"


def test_a_transfer_that_keeps_its_place_is_before_later_comers() -> None:
    floor = Floor()
    floor.issue()
    floor.call()
    floor.issue("tach-thua")
    floor.do(cmd.Transfer(to_service="tach-thua"))
    assert floor.call("q3") == ("A001", "returning")


def test_a_transfer_that_does_not_keep_its_place_is_behind_them() -> None:
    floor = Floor()
    floor.issue()
    floor.call()
    floor.issue("tach-thua")
    floor.do(cmd.Transfer(to_service="tach-thua", keep_place=False))
    assert floor.calls(2, "q3") == ["C001", "A001"]


def test_someone_absent_is_passed_over_for_a_while() -> None:
    floor = Floor(sample_hall(calling={"absent_skip_minutes": 3}))
    floor.issue()
    floor.call()
    floor.do(cmd.Requeue())
    floor.issue()
    assert floor.call() == ("A002", "in_turn")
    floor.issue()
    floor.wait(minutes=3)
    assert floor.call() == ("A001", "in_turn")


def test_someone_absent_is_called_again_when_nobody_else_waits() -> None:
    floor = Floor()
    floor.issue()
    floor.call()
    floor.do(cmd.Requeue())
    assert floor.call() == ("A001", "absent_again")


def test_two_counters_never_call_the_same_person() -> None:
    floor = Floor()
    for _ in range(4):
        floor.issue()
    called = [floor.call(counter)[0] for counter in ("q1", "q2", "q1", "q2")]
    assert sorted(called) == ["A001", "A002", "A003", "A004"]
    with pytest.raises(Refusal):
        floor.call("q1")
