"""The rules a centre may choose for those who return and for a counter's services; a counter's own rules."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.domain.estimate import ahead_of_newcomer, expected_work_s
from hub.messages import commands as cmd
from tests.helpers.floor import Floor
from tests.helpers.hall import round_the_clock, sample_hall

SERVICES = ["khai-sinh", "chung-thuc", "tach-thua"]


def one_counter(calling: dict[str, Any] | None = None, **own: Any) -> Floor:
    """One counter for all three services, with rules of its own."""
    counter = {"id": "q1", "number": "1", "zone": "tang-1", "services": SERVICES, **own}
    return Floor(sample_hall(hours=round_the_clock(), counters=[counter], calling=calling or {}))


def supplement(**calling: Any) -> Floor:
    services = [
        {"id": "nop", "name": "Nộp hồ sơ", "prefix": "A", "field": "ho-tich"},
        {"id": "bo-sung", "name": "Bổ sung hồ sơ", "prefix": "B", "field": "ho-tich", "returning": True},
    ]
    counters = [{"id": "q1", "number": "1", "zone": "tang-1", "services": ["nop", "bo-sung"]}]
    return Floor(sample_hall(services=services, counters=counters, calling=calling))


# who returns ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"returning": "in_turn"}, "A001 A002 A003 A004 A005 B001 B002 B003"),
        ({"returning": "first"}, "B001 B002 B003 A001 A002 A003 A004 A005"),
        (
            {"returning": "interleaved", "returning_between": 2},
            "B001 A001 A002 B002 A003 A004 B003 A005",
        ),
    ],
)
def test_people_who_come_back_follow_the_centres_rule(rule: dict[str, Any], expected: str) -> None:
    floor = supplement(**rule)
    for service in ["nop"] * 5 + ["bo-sung"] * 3:
        floor.issue(service)
    assert " ".join(floor.calls(8)) == expected


def test_those_who_come_back_say_so_and_do_not_wait_for_nobody() -> None:
    floor = supplement(returning="interleaved", returning_between=5)
    floor.issue("bo-sung")
    floor.issue("bo-sung")
    assert [floor.call(), floor.call()] == [("B001", "returning"), ("B002", "returning")]


def test_a_transfer_without_its_place_returns_too() -> None:
    floor = Floor(sample_hall(calling={"returning": "first"}))
    moved = floor.issue("tach-thua")
    floor.call("q3")
    first = floor.issue()
    floor.do(cmd.Transfer(to_service="khai-sinh", keep_place=False), "q3")
    assert [floor.call(), floor.call()] == [(moved, "returning"), (first, "in_turn")]


def test_with_priority_and_returning_both_alternating_ordinary_people_have_turns() -> None:
    hall = sample_hall(
        priority={"mode": "interleaved", "others_between": 1},
        calling={"returning": "interleaved", "returning_between": 1},
        services=[
            {"id": "nop", "name": "Nộp", "prefix": "A", "field": "ho-tich"},
            {"id": "bo-sung", "name": "Bổ sung", "prefix": "B", "field": "ho-tich", "returning": True},
        ],
        counters=[{"id": "q1", "number": "1", "zone": "tang-1", "services": ["nop", "bo-sung"]}],
    )
    floor = Floor(hall)
    for _ in range(6):
        floor.issue("nop")
        floor.issue("bo-sung")
        floor.issue("nop", priority="cao-tuoi")
    kinds = ["".join(floor.call()[1][0]) for _ in range(9)]
    assert Counter(kinds) == {"r": 3, "p": 3, "i": 3}


def test_who_joins_is_told_of_those_who_return_before_them() -> None:
    floor = supplement(returning="first")
    for service in ("bo-sung", "bo-sung", "nop"):
        floor.issue(service)
    floor.call()
    floor.do(cmd.Transfer(to_service="nop", keep_place=False))
    newcomer = ahead_of_newcomer(floor.state, floor.rules, "nop", floor.now, priority=False)
    assert newcomer == 2
    assert ahead_of_newcomer(floor.state, floor.rules, "bo-sung", floor.now, priority=False) == 1


# services ---------------------------------------------------------------------------------------------


def test_weights_share_the_calls_smoothly() -> None:
    floor = one_counter(services_order="weighted", weights={"khai-sinh": 3, "tach-thua": 2})
    for _ in range(6):
        for service in SERVICES:
            floor.issue(service)
    assert "".join(number[0] for number in floor.calls(6)) == "ACABCA"


def test_a_line_that_is_empty_saves_up_no_turns() -> None:
    floor = one_counter(services_order="weighted", weights={"khai-sinh": 5})
    for _ in range(4):
        floor.issue("chung-thuc")
    floor.calls(3)
    for _ in range(4):
        floor.issue("tach-thua")
    assert Counter(number[0] for number in floor.calls(4)) == {"B": 1, "C": 3}
    assert all(abs(owed) <= 7 for owed in floor.state.counter("q1").credits.values())


def test_a_counter_may_have_rules_of_its_own() -> None:
    counters = [
        {"id": "q1", "number": "1", "zone": "tang-1", "services": SERVICES, "priority": "strict"},
        {"id": "q2", "number": "2", "zone": "tang-1", "services": SERVICES, "services_order": "in_order"},
        {"id": "q3", "number": "3", "zone": "tang-1", "services": SERVICES, "ageing_cap_minutes": 5},
    ]
    floor = Floor(sample_hall(priority={"mode": "none"}, counters=counters))
    floor.issue("tach-thua")
    floor.issue("khai-sinh")
    floor.issue("chung-thuc", priority="cao-tuoi")
    assert floor.call("q1") == ("B001", "priority")
    assert floor.call("q2") == ("A001", "in_turn")
    floor.wait(minutes=6)
    assert floor.call("q3") == ("C001", "ageing")


def test_where_services_go_in_order_a_later_one_is_not_before_an_earlier() -> None:
    floor = one_counter(services_order="in_order")
    floor.do(cmd.OpenCounter())
    for _ in range(3):
        floor.issue("tach-thua")
    assert expected_work_s(floor.state, floor.rules, "khai-sinh", 0) < 60 * 8
    assert expected_work_s(floor.state, floor.rules, "tach-thua", 0) < 60 * 8
    floor.issue("khai-sinh")
    assert expected_work_s(floor.state, floor.rules, "tach-thua", 0) >= 60 * 8


# whatever happens -------------------------------------------------------------------------------------

WEIGHTS = st.fixed_dictionaries({service: st.integers(1, 9) for service in SERVICES})


@given(WEIGHTS)
@settings(max_examples=30, deadline=None)
def test_while_every_line_has_people_each_round_keeps_the_proportion(weights: dict[str, int]) -> None:
    floor = one_counter({"ageing_cap_minutes": 1440}, services_order="weighted", weights=weights)
    total = sum(weights.values())
    prefixes = dict(zip(SERVICES, "ABC", strict=True))
    for service, weight in weights.items():
        for _ in range(2 * weight + 1):
            floor.issue(service)
    for _ in range(2):
        called = Counter(number[0] for number in floor.calls(total))
        assert called == {prefixes[service]: weight for service, weight in weights.items()}
