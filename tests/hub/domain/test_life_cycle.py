"""The life cycle's table."""

from __future__ import annotations

from datetime import timedelta
from typing import get_args

import pytest

from hub.domain import events as ev
from hub.domain.apply import apply
from hub.domain.life_cycle import LIFE_CYCLE, StepNotAllowed, as_mermaid, state_after
from hub.messages import commands as cmd
from hub.messages.views import TicketState
from tests.helpers.floor import MONDAY_8_AM, Floor

STEPS: dict[type[ev.TicketEvent], ev.TicketEvent] = {
    ev.TicketCalled: ev.TicketCalled(ticket="t", counter="q1", zone="z", reason="in_turn"),
    ev.ServingStarted: ev.ServingStarted(ticket="t", counter="q1"),
    ev.TicketParked: ev.TicketParked(ticket="t", counter="q1"),
    ev.TicketTransferred: ev.TicketTransferred(ticket="t", counter="q1", service="s"),
    ev.TicketRequeued: ev.TicketRequeued(ticket="t", counter="q1", skip_until=MONDAY_8_AM),
    ev.TicketNoShow: ev.TicketNoShow(ticket="t", counter="q1"),
    ev.TicketReinstated: ev.TicketReinstated(ticket="t"),
    ev.TicketServed: ev.TicketServed(ticket="t", counter="q1"),
    ev.TicketCancelled: ev.TicketCancelled(ticket="t"),
    ev.TicketExpired: ev.TicketExpired(ticket="t"),
}


def test_every_state_and_every_step_is_in_the_table() -> None:
    assert set(LIFE_CYCLE) == set(get_args(TicketState))
    assert set(STEPS) == set(get_args(ev.TicketEvent))
    assert {step for steps in LIFE_CYCLE.values() for step in steps} == set(STEPS)


@pytest.mark.parametrize("state", ["served", "cancelled", "expired"])
def test_a_closed_ticket_allows_nothing(state: TicketState) -> None:
    for step in STEPS.values():
        with pytest.raises(StepNotAllowed):
            state_after("t", state, step)


def test_a_step_the_table_lacks_raises_and_changes_nothing() -> None:
    floor = Floor()
    floor.issue()
    floor.call()
    floor.do(cmd.Finish())
    ticket = floor.ticket("A001")
    counter, seq = floor.state.counter("q1"), floor.state.seq
    impossible = ev.ServingStarted(ticket=ticket.id, counter="q1")
    with pytest.raises(StepNotAllowed) as caught:
        apply(floor.state, ev.Recorded(seq + 1, floor.now + timedelta(seconds=1), "test", impossible))
    assert (caught.value.ticket, caught.value.state, caught.value.kind) == (
        ticket.id,
        "served",
        "serving_started",
    )
    assert floor.state.tickets[ticket.id] == ticket
    assert (floor.state.counter("q1"), floor.state.seq) == (counter, seq)


def test_the_diagram_shows_every_step() -> None:
    diagram = as_mermaid()
    assert diagram.count("-->") == 1 + 3 + sum(len(steps) for steps in LIFE_CYCLE.values())
    assert "    no_show --> waiting: ticket_reinstated\n" in diagram
