"""A citizen rates the visit that just ended."""

from __future__ import annotations

import pytest

from hub.domain import events as ev
from hub.messages import commands as cmd
from tests.helpers.floor import Floor
from tests.helpers.hall import sample_hall


def served() -> Floor:
    floor = Floor(sample_hall(rating={"window_s": 30}))
    floor.do(cmd.SignIn(clerk="lan", pin=""))
    floor.issue()
    floor.call()
    floor.do(cmd.Finish())
    return floor


def test_a_rating_is_tied_to_ticket_counter_and_clerk() -> None:
    floor = served()
    (given,) = floor.do(cmd.Rate(score=2, reasons=["cho-lau"], remark="lâu quá"), "q1", "rating")
    assert isinstance(given, ev.RatingGiven)
    assert (given.ticket, given.counter, given.clerk) == (floor.ticket("A001").id, "q1", "lan")
    assert (given.score, given.reasons, given.remark) == (2, ["cho-lau"], "lâu quá")
    assert floor.ticket("A001").rated


def test_one_rating_a_visit() -> None:
    floor = served()
    floor.do(cmd.Rate(score=5), "q1", "rating")
    assert floor.refused(cmd.Rate(score=1), "q1", "rating") == "already_rated"


@pytest.mark.parametrize(("seconds", "code"), [(55, None), (61, "rating_closed")])
def test_the_window_closes_with_some_grace(seconds: int, code: str | None) -> None:
    floor = served()
    floor.wait(seconds=seconds)
    if code is None:
        assert floor.do(cmd.Rate(score=5), "q1", "rating")
    else:
        assert floor.refused(cmd.Rate(score=5), "q1", "rating") == code


@pytest.mark.parametrize("command", [cmd.Rate(score=0), cmd.Rate(score=6), cmd.Rate(score=3, reasons=["x"])])
def test_a_rating_outside_the_form_is_refused(command: cmd.Rate) -> None:
    assert served().refused(command, "q1", "rating") == "bad_request"


def test_nothing_to_rate_before_anyone_was_served() -> None:
    assert Floor().refused(cmd.Rate(score=5), "q1", "rating") == "rating_closed"


def test_a_late_press_rates_the_visit_that_ended_not_the_next_one() -> None:
    floor = served()
    floor.issue()
    floor.call()
    (given,) = floor.do(cmd.Rate(score=4), "q1", "rating")
    assert isinstance(given, ev.RatingGiven)
    assert given.ticket == floor.ticket("A001").id
    assert not floor.ticket("A002").rated


def test_a_transferred_visitor_rates_each_counter() -> None:
    floor = Floor()
    floor.issue()
    floor.call()
    floor.do(cmd.Transfer(to_counter="q3"))
    floor.do(cmd.Rate(score=5), "q1", "rating")
    floor.call("q3")
    assert not floor.ticket("A001").rated
    floor.do(cmd.Finish(), "q3")
    floor.do(cmd.Rate(score=3), "q3", "rating")
    assert [rating.counter for rating in floor.state.ratings] == ["q1", "q3"]


def test_a_ticket_of_another_counter_cannot_be_rated_here() -> None:
    floor = served()
    ticket = floor.ticket("A001").id
    assert floor.refused(cmd.Rate(score=5, ticket=ticket), "q2", "rating") == "rating_closed"
    assert floor.refused(cmd.Rate(score=5, ticket="khong-co"), "q2", "rating") == "unknown_ticket"
