"""Where the counter stands, and which acts its clerk has there: one table. Pure.

It mirrors the ticket's life cycle so that no key promises what the hub would refuse; the hub still decides.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from counter_client.floor import Floor


class Phase(StrEnum):
    CONNECTING = "connecting"
    SIGN_IN = "sign-in"
    CLOSED = "closed"
    PAUSED = "paused"
    IDLE = "idle"
    CALLED = "called"
    SERVING = "serving"


class Act(StrEnum):
    """What a clerk can have done; the values are the wire's names."""

    CALL_NEXT = "call_next"
    CALL_TICKET = "call_ticket"
    RECALL = "recall"
    START = "start"
    FINISH = "finish"
    PARK = "park"
    TRANSFER = "transfer"
    REQUEUE = "requeue"
    NO_SHOW = "mark_no_show"
    REINSTATE = "reinstate"
    OPEN = "open_counter"
    PAUSE = "pause_counter"
    CLOSE = "close_counter"
    SIGN_IN = "sign_in"
    SIGN_OUT = "sign_out"
    ISSUE = "issue_ticket"
    PRIORITY = "set_priority"
    DOSSIER = "link_dossier"
    FEE = "ask_fee"
    SETTLE_FEE = "settle_fee"
    CANCEL = "cancel"
    ASSIGN = "assign_services"
    CLOSE_DAY = "close_day"
    ASK_HELP = "ask_help"
    ANSWER_HELP = "answer_help"
    BROADCAST = "broadcast"
    REPRINT = "reprint"


_FRONT_DESK = frozenset({Act.ISSUE, Act.PRIORITY})
"""What a clerk does for people who are not at the counter yet."""
_CALLING = frozenset({Act.CALL_NEXT, Act.CALL_TICKET, Act.REINSTATE})
_ENDING = frozenset({Act.CALL_NEXT, Act.FINISH, Act.PARK, Act.TRANSFER})

ALLOWED: Mapping[Phase, frozenset[Act]] = {
    Phase.CONNECTING: frozenset(),
    Phase.SIGN_IN: frozenset({Act.SIGN_IN}),
    Phase.CLOSED: _FRONT_DESK | {Act.OPEN, Act.SIGN_IN, Act.SIGN_OUT},
    Phase.PAUSED: _FRONT_DESK | {Act.OPEN, Act.CLOSE, Act.SIGN_IN, Act.SIGN_OUT},
    Phase.IDLE: _FRONT_DESK | _CALLING | {Act.PAUSE, Act.CLOSE, Act.SIGN_IN, Act.SIGN_OUT},
    Phase.CALLED: _FRONT_DESK
    | _ENDING
    | {Act.DOSSIER, Act.RECALL, Act.START, Act.REQUEUE, Act.NO_SHOW, Act.PAUSE},
    Phase.SERVING: _FRONT_DESK | _ENDING | {Act.DOSSIER, Act.PAUSE},
}


def phase_of(floor: Floor | None) -> Phase:
    if floor is None:
        return Phase.CONNECTING
    if floor.current is not None:
        return Phase.SERVING if floor.current.state == "serving" else Phase.CALLED
    if floor.hall.calling.require_sign_in and floor.counter.clerk is None:
        return Phase.SIGN_IN
    return {"closed": Phase.CLOSED, "paused": Phase.PAUSED, "open": Phase.IDLE}[floor.counter.state]


def allowed(floor: Floor | None, *, online: bool, busy: bool, just_called: bool = False) -> frozenset[Act]:
    """Return what may be pressed now; nothing while the hub is away or an act is under way.

    ``just_called``: nobody can have been served yet, so what would end the visit is a slip of the finger.
    """
    if not online or busy:
        return frozenset()
    phase = phase_of(floor)
    acts = ALLOWED[phase]
    if just_called and phase is Phase.CALLED:
        acts -= _ENDING
    if floor is not None and floor.current is not None and floor.counter.state != "open":
        acts = acts - {Act.CALL_NEXT, Act.PAUSE} | {
            Act.OPEN
        }  # paused: whoever sits there is served to the end
    return acts
