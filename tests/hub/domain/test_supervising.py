"""What a supervisor does from afar, and what a clerk changes about a ticket besides its state."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hub.domain import events as ev
from hub.domain.refusal import Refusal
from hub.messages import commands as cmd
from tests.helpers.floor import MONDAY_8_AM, Floor

SUPERVISOR = ("supervisor", "supervisor")


def test_an_open_counter_gets_other_services_and_keeps_whom_it_has() -> None:
    floor = Floor()
    number = floor.issue()
    floor.issue("tach-thua")
    floor.call()
    floor.do(cmd.AssignServices(counter="q1", services=["tach-thua", "tach-thua"]), *SUPERVISOR)  # type: ignore[arg-type]
    counter = floor.state.counter("q1")
    assert counter.services == ("tach-thua",)
    assert counter.ticket == floor.ticket(number).id
    assert floor.call() == ("C001", "in_turn")


@pytest.mark.parametrize(
    ("counter", "services", "code"),
    [
        ("q9", ["tach-thua"], "unknown_counter"),
        ("q1", ["x"], "unknown_service"),
        ("q1", ["tach-thua"], "closed"),
    ],
)
def test_services_are_assigned_to_open_counters_of_the_centre_only(
    counter: str, services: list[str], code: str
) -> None:
    command = cmd.AssignServices(counter=counter, services=services)
    assert Floor().refused(command, *SUPERVISOR) == code  # type: ignore[arg-type]


def test_the_same_services_again_are_no_news() -> None:
    floor = Floor()
    floor.do(cmd.OpenCounter(services=["tach-thua"]))
    command = cmd.AssignServices(counter="q1", services=["tach-thua"])
    assert floor.do(command, *SUPERVISOR) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("hours", [0, 4, 7])
def test_the_day_is_not_closed_while_numbers_are_given_out_or_will_be(hours: int) -> None:
    floor = Floor(now=MONDAY_8_AM + timedelta(hours=hours))
    assert floor.refused(cmd.CloseDay(), *SUPERVISOR) == "too_early"  # type: ignore[arg-type]


def test_closing_the_day_ends_every_visit_closes_every_counter_and_lets_the_rest_expire() -> None:
    floor = Floor()
    numbers = [floor.issue() for _ in range(3)]
    floor.call()
    floor.call("q2")
    floor.wait(hours=8, minutes=40)
    floor.do(cmd.CloseDay(), *SUPERVISOR)  # type: ignore[arg-type]
    assert [floor.ticket(number).state for number in numbers] == ["served", "served", "expired"]
    assert {counter.state for counter in floor.state.counters.values()} == {"closed"}


def test_priority_given_at_the_counter_counts_at_once_and_is_logged_with_its_reason() -> None:
    floor = Floor()
    floor.issue()
    late = floor.issue()
    ticket = floor.ticket(late).id
    (event,) = floor.do(cmd.SetPriority(ticket=ticket, priority="cao-tuoi", note="đã xem căn cước"))
    assert event == ev.PriorityChanged(ticket=ticket, priority="cao-tuoi", note="đã xem căn cước")
    assert floor.do(cmd.SetPriority(ticket=ticket, priority="cao-tuoi", note="lần nữa")) == []
    assert floor.call() == (late, "priority")


def test_priority_taken_back_puts_a_ticket_where_it_would_have_been() -> None:
    floor = Floor()
    first = floor.issue()
    ticket = floor.ticket(floor.issue(priority="cao-tuoi")).id
    floor.do(cmd.SetPriority(ticket=ticket, note="chưa đủ tuổi"))
    assert floor.call()[0] == first


def test_priority_is_one_of_the_centres_and_for_whoever_is_not_served_yet() -> None:
    floor = Floor()
    ticket = floor.ticket(floor.issue()).id
    assert floor.refused(cmd.SetPriority(ticket=ticket, priority="x", note="x")) == "unknown_priority"
    assert floor.refused(cmd.SetPriority(ticket=ticket, priority="mang-thai", note=" \n")) == "bad_request"
    floor.call()
    floor.do(cmd.SetPriority(ticket=ticket, priority="mang-thai", note="thấy tại quầy"))
    floor.do(cmd.Finish())
    assert floor.refused(cmd.SetPriority(ticket=ticket, note="x")) == "wrong_state"


def test_a_dossier_is_linked_to_the_current_visit() -> None:
    floor = Floor()
    with pytest.raises(Refusal, match="no_current_ticket"):
        floor.do(cmd.LinkDossier(dossier="H57.132-260804-0583"))
    number = floor.issue()
    floor.call()
    floor.do(cmd.LinkDossier(dossier="H57.132-260804-0583"))
    assert floor.ticket(number).dossier == "H57.132-260804-0583"
    assert floor.do(cmd.LinkDossier(dossier="H57.132-260804-0583")) == []
