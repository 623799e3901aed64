"""The life cycle of a ticket, as one table. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from hub.domain.events import (
    ServingStarted,
    TicketCalled,
    TicketCancelled,
    TicketEvent,
    TicketExpired,
    TicketNoShow,
    TicketParked,
    TicketReinstated,
    TicketRequeued,
    TicketServed,
    TicketTransferred,
    kind_of,
)
from hub.errors import HubError
from hub.messages.views import TicketState

LIFE_CYCLE: Final[Mapping[TicketState, Mapping[type[TicketEvent], TicketState]]] = {
    "waiting": {
        TicketCalled: "called",
        TicketCancelled: "cancelled",
        TicketExpired: "expired",
    },
    "called": {
        TicketCalled: "called",
        ServingStarted: "serving",
        TicketServed: "served",
        TicketParked: "parked",
        TicketTransferred: "waiting",
        TicketRequeued: "waiting",
        TicketNoShow: "no_show",
    },
    "serving": {
        TicketServed: "served",
        TicketParked: "parked",
        TicketTransferred: "waiting",
    },
    "parked": {
        TicketCalled: "called",
        TicketExpired: "expired",
    },
    "no_show": {TicketReinstated: "waiting"},
    "served": {},
    "cancelled": {},
    "expired": {},
}
"""State → what may happen to the ticket in it → the state after. A recall is a call in ``called``."""


class StepNotAllowed(HubError):
    """LIFE_CYCLE has no entry for this step; the ticket is unchanged."""

    def __init__(self, ticket: str, state: TicketState, kind: str) -> None:
        super().__init__(f"ticket {ticket}: {kind} is not allowed in state {state}")
        self.ticket = ticket
        self.state = state
        self.kind = kind


def allows(state: TicketState, step: type[TicketEvent]) -> bool:
    return step in LIFE_CYCLE[state]


def state_after(ticket: str, state: TicketState, event: TicketEvent) -> TicketState:
    """Return the state ``event`` leads to.

    Raises:
        StepNotAllowed: LIFE_CYCLE has no entry.
    """
    after = LIFE_CYCLE[state].get(type(event))
    if after is None:
        raise StepNotAllowed(ticket, state, kind_of(event))
    return after


def as_mermaid() -> str:
    """Return the table as a Mermaid state diagram, for the documentation."""
    lines = ["stateDiagram-v2", "    [*] --> waiting: ticket_issued"]
    for state, steps in LIFE_CYCLE.items():
        lines += [f"    {state} --> {after}: {_wire_name(step)}" for step, after in steps.items()]
    lines += [f"    {state} --> [*]" for state, steps in LIFE_CYCLE.items() if not steps]
    return "\n".join(lines) + "\n"


def _wire_name(step: type[TicketEvent]) -> str:
    return str(step.__struct_config__.tag)
