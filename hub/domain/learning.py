"""How the two factors of the estimates move with every wait that ends. Config-free, as a replay needs it."""

from __future__ import annotations

from hub.domain import events as ev
from hub.domain.state import State, Ticket

WORTH_LEARNING_S = 60.0
"""Who neither had to wait nor was expected to teaches nothing about waits."""
LEARNING_STEP = 0.1
BELOW_LIKELY_MISSED, BELOW_AT_MOST_MISSED = 0.5, 0.2
"""Shares of the waits that may be longer than the estimate's two ends."""


def learn_from_wait(state: State, ticket: Ticket, recorded: ev.Recorded) -> None:
    """Move the stretches by the first call of a ticket that waited, or was expected to."""
    if ticket.state != "waiting" or ticket.called_at is not None or ticket.window_begins is not None:
        return  # who has an appointment waits for the clock, not for the line
    waited_s = (recorded.at - ticket.issued_at).total_seconds()
    if max(waited_s, ticket.likely_s) >= WORTH_LEARNING_S:
        late = (waited_s > ticket.likely_s, waited_s > ticket.at_most_s)
        state.likely_stretch += LEARNING_STEP * (late[0] - BELOW_LIKELY_MISSED)
        state.at_most_stretch += LEARNING_STEP * (late[1] - BELOW_AT_MOST_MISSED)
