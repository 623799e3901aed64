"""When somebody with an appointment is called, beside those without."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from config.appointments import Appointment
from hub.domain import events as ev
from hub.domain.estimate import ahead_of_newcomer
from hub.messages import commands as cmd
from tests.helpers.floor import Floor
from tests.helpers.hall import sample_hall

NINE = datetime(2026, 11, 23, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
GRACE = {"early_minutes": 10, "late_minutes": 15}


def hall_with(**parts: object) -> Floor:
    """Nine to half past nine, and half past nine to ten; the clock says 08:00."""
    booked = {
        "A": Appointment("A", "khai-sinh", NINE, NINE + timedelta(minutes=30)),
        "B": Appointment("B", "khai-sinh", NINE + timedelta(minutes=30), NINE + timedelta(minutes=60)),
    }
    return Floor(sample_hall(appointments=GRACE, **parts), appointments=booked)


def check_in(floor: Floor, code: str) -> str:
    (issued,) = floor.do(cmd.IssueTicket(service="khai-sinh", appointment=code), "k1", "kiosk")
    assert isinstance(issued, ev.TicketIssued)
    return issued.number


def test_in_its_window_an_appointment_goes_before_who_came_earlier_and_before_priority() -> None:
    floor = hall_with(priority={"mode": "strict"})
    floor.issue()
    floor.issue(priority="cao-tuoi")
    booked = check_in(floor, "A")
    floor.now = NINE - timedelta(minutes=10)
    assert floor.call() == (booked, "appointment")
    assert floor.call()[1] == "priority"


def test_before_its_time_it_waits_while_anybody_else_does() -> None:
    floor = hall_with()
    booked = check_in(floor, "A")
    others = [floor.issue() for _ in range(3)]
    assert floor.calls(3) == others
    assert floor.call() == (booked, "in_turn")


def test_the_earlier_window_goes_first_whoever_came_first() -> None:
    floor = hall_with()
    later, earlier = check_in(floor, "B"), check_in(floor, "A")
    floor.now = NINE + timedelta(minutes=25)
    assert floor.calls(2) == [earlier, later]


def test_after_the_grace_it_is_in_turn_by_its_arrival() -> None:
    floor = hall_with(calling={"ageing_cap_minutes": 600})
    first = floor.issue()
    booked = check_in(floor, "A")
    last = floor.issue()
    floor.now = NINE + timedelta(minutes=46)
    assert [floor.call(), floor.call(), floor.call()] == [
        (first, "in_turn"),
        (booked, "in_turn"),
        (last, "in_turn"),
    ]


def test_patience_counts_from_the_window_on() -> None:
    floor = hall_with(calling={"ageing_cap_minutes": 30})
    booked = check_in(floor, "A")
    floor.now = NINE - timedelta(minutes=20)
    other = floor.issue()
    assert floor.call() == (other, "in_turn")
    floor.now = NINE + timedelta(minutes=5)
    floor.issue()
    floor.now = NINE + timedelta(minutes=21)
    assert floor.call() == (booked, "ageing")


def test_an_absent_one_has_had_its_appointment() -> None:
    floor = hall_with()
    booked = check_in(floor, "A")
    floor.now = NINE
    floor.call()
    floor.do(cmd.Requeue())
    other = floor.issue()
    floor.wait(minutes=4)
    assert floor.calls(2) == [booked, other]
    assert floor.ticket(booked).reason == "in_turn"


@pytest.mark.parametrize(("at", "ahead"), [(timedelta(minutes=-40), 2), (timedelta(minutes=-5), 3)])
def test_who_joins_is_told_of_appointments_that_come_before(at: timedelta, ahead: int) -> None:
    floor = hall_with()
    check_in(floor, "A")
    floor.now = NINE + at
    floor.do(cmd.OpenCounter())
    floor.issue()
    floor.issue()
    found = ahead_of_newcomer(floor.state, floor.rules, "khai-sinh", floor.now, priority=False)
    assert found == ahead


def test_the_paper_of_who_comes_early_tells_the_time_until_then_and_teaches_nothing() -> None:
    floor = hall_with()
    floor.do(cmd.OpenCounter())
    for _ in range(3):
        floor.issue()
    number = check_in(floor, "A")
    ticket = floor.ticket(number)
    until_s = (NINE - timedelta(minutes=10) - floor.now).total_seconds()
    assert ticket.likely_s == pytest.approx(until_s, abs=30)
    assert ticket.at_most_s > ticket.likely_s
    floor.calls(3)
    before = floor.state.likely_stretch, floor.state.at_most_stretch
    floor.now = NINE + timedelta(minutes=40)
    assert floor.call()[0] == number
    assert (floor.state.likely_stretch, floor.state.at_most_stretch) == before


def test_in_its_window_an_appointment_is_told_of_no_line_before_it() -> None:
    floor = hall_with()
    floor.do(cmd.OpenCounter())
    floor.now = NINE
    for _ in range(5):
        floor.issue()
    assert floor.ticket(check_in(floor, "A")).likely_s <= 60
