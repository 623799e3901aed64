from typing import Any

import pytest

from counter_client.phase import ALLOWED, Act, Phase, allowed, phase_of
from hub.messages.views import TicketView
from tests.counter_client.scene import floor, ticket
from tests.helpers.hall import sample_hall

CALLED = ticket(1, "called", counter="q1")
SERVING = ticket(1, "serving", counter="q1")
SIGN_IN_FIRST = sample_hall(calling={"require_sign_in": True})


@pytest.mark.parametrize(
    ("tickets", "q1", "phase"),
    [
        ((), {}, Phase.IDLE),
        ((), {"state": "closed"}, Phase.CLOSED),
        ((), {"state": "paused"}, Phase.PAUSED),
        ((CALLED,), {}, Phase.CALLED),
        ((SERVING,), {}, Phase.SERVING),
        ((SERVING,), {"state": "paused"}, Phase.SERVING),
        ((), {"hall": SIGN_IN_FIRST}, Phase.SIGN_IN),
        ((), {"hall": SIGN_IN_FIRST, "clerk": "lan"}, Phase.IDLE),
    ],
)
def test_where_a_counter_stands(tickets: tuple[TicketView, ...], q1: dict[str, Any], phase: Phase) -> None:
    assert phase_of(floor(*tickets, **q1)) is phase


def test_without_a_floor_the_counter_connects() -> None:
    assert phase_of(None) is Phase.CONNECTING
    assert allowed(None, online=True, busy=False) == frozenset()


def test_every_phase_says_what_is_allowed() -> None:
    assert set(ALLOWED) == set(Phase)


@pytest.mark.parametrize("state", [{"online": False, "busy": False}, {"online": True, "busy": True}])
def test_nothing_is_allowed_while_away_or_busy(state: dict[str, bool]) -> None:
    assert allowed(floor(), **state) == frozenset()


def test_right_after_a_call_nothing_may_end_the_visit() -> None:
    acts = allowed(floor(CALLED), online=True, busy=False, just_called=True)
    assert acts.isdisjoint({Act.CALL_NEXT, Act.FINISH, Act.PARK, Act.TRANSFER})
    assert {Act.RECALL, Act.START, Act.NO_SHOW} <= acts


def test_a_paused_counter_serves_its_visit_to_the_end_and_calls_nobody() -> None:
    acts = allowed(floor(SERVING, state="paused"), online=True, busy=False)
    assert Act.CALL_NEXT not in acts
    assert {Act.FINISH, Act.OPEN} <= acts
