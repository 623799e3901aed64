"""How many go before somebody: the arithmetic and the played line agree where both can answer."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hub.domain import ahead
from hub.domain.lines import Line, Waiting
from hub.domain.policy import Policy, policy_of
from tests.helpers.floor import MONDAY_8_AM
from tests.helpers.hall import sample_hall

PEOPLE = st.lists(st.tuples(st.booleans(), st.booleans()), max_size=25)
"""With priority, returning."""


def policy(**parts: Any) -> Policy:
    return policy_of(sample_hall(**parts))


def line_of(people: list[tuple[bool, bool]]) -> Line:
    line = Line()
    for n, (favoured, returning) in enumerate(people):
        since = MONDAY_8_AM + timedelta(minutes=n)
        line.join(Waiting(since, n, f"t{n}", returning=returning), priority=favoured)
    return line


def newcomer(*, favoured: bool, returning: bool = False) -> ahead.Asker:
    now = MONDAY_8_AM + timedelta(hours=2)
    return ahead.newcomer(now, favoured=favoured, returning=returning, pace_s=60)


@given(
    PEOPLE,
    st.booleans(),
    st.sampled_from(["strict", "interleaved", "none"]),
    st.integers(min_value=1, max_value=5),
)
@settings(max_examples=200, deadline=None)
def test_the_played_line_agrees_with_the_arithmetic(
    people: list[tuple[bool, bool]], favoured: bool, mode: str, between: int
) -> None:
    rule = policy(priority={"mode": mode, "others_between": between})
    line, asker = line_of(people), newcomer(favoured=favoured)
    assert ahead._played(line, asker, rule) == ahead._reckoned(line, asker, rule)


@given(PEOPLE, st.booleans(), st.sampled_from(["first", "interleaved"]))
@settings(max_examples=200, deadline=None)
def test_who_returns_has_no_more_before_them_than_who_does_not(
    people: list[tuple[bool, bool]], favoured: bool, returning: str
) -> None:
    rule, line = policy(calling={"returning": returning}), line_of(people)
    found = ahead.ahead_of(line, newcomer(favoured=favoured, returning=True), rule)
    assert 0 <= found <= len(line)
    if returning == "first":
        assert found == line.returning


@pytest.mark.parametrize(("minutes", "expected"), [(0, 0), (3, 3), (30, 5)])
def test_an_appointment_waits_for_its_time(minutes: int, expected: int) -> None:
    rule = policy(appointments={"early_minutes": 0})
    now = MONDAY_8_AM + timedelta(hours=2)
    begins = now + timedelta(minutes=minutes)
    booked = Waiting(now, 99, "booked", None, begins, begins + timedelta(minutes=30))
    line = line_of([(False, False)] * 5)
    line.join(booked, priority=False)
    assert ahead.ahead_of(line, ahead.Asker(booked, False, now, 60), rule) == expected


def test_a_late_appointment_is_in_turn() -> None:
    rule = policy()
    now = MONDAY_8_AM + timedelta(hours=2)
    past = now - timedelta(hours=1)
    booked = Waiting(now, 99, "booked", None, past, past + timedelta(minutes=5))
    line = line_of([(False, False)] * 5)
    line.join(booked, priority=False)
    assert ahead.ahead_of(line, ahead.Asker(booked, False, now, 60), rule) == 5
