"""The commands that concern a counter itself: opening, pausing, closing, and who sits there. Pure."""

from __future__ import annotations

from hub.domain import events as ev
from hub.domain.at_counter import own_counter, signed_in
from hub.domain.refusal import Refusal
from hub.domain.rules import Context
from hub.domain.state import State
from hub.messages import commands as cmd


def open_counter(state: State, command: cmd.OpenCounter, context: Context) -> list[ev.Event]:
    """Open, or open again with other services; without ``services`` those the centre configured."""
    counter = own_counter(state, context)
    signed_in(counter, context)
    services = command.services or list(context.rules.counters[counter.id].services)
    if not all(service in context.rules.services for service in services):
        raise Refusal("unknown_service")
    if counter.state == "open" and counter.services == tuple(services):
        return []
    return [ev.CounterOpened(counter=counter.id, services=list(dict.fromkeys(services)))]


def pause_counter(state: State, command: cmd.PauseCounter, context: Context) -> list[ev.Event]:
    """Whoever sits there is served to the end; nobody new is called."""
    counter = own_counter(state, context)
    if counter.state == "closed":
        raise Refusal("closed", "Quầy đang đóng.")
    return [ev.CounterPaused(counter=counter.id, reason=command.reason)]


def close_counter(state: State, command: cmd.CloseCounter, context: Context) -> list[ev.Event]:
    counter = own_counter(state, context)
    if counter.ticket is not None:
        raise Refusal("counter_busy")
    if counter.state == "closed" and counter.services is not None:
        return []
    return [ev.CounterClosed(counter=counter.id)]


def sign_in(state: State, command: cmd.SignIn, context: Context) -> list[ev.Event]:
    """The PIN was checked at the door. A clerk who moves to another counter leaves the first."""
    counter = own_counter(state, context)
    if counter.clerk == command.clerk:
        return []
    leaving: list[ev.Event] = [
        ev.ClerkSignedOut(counter=other.id, clerk=command.clerk)
        for other in state.counters.values()
        if other.clerk == command.clerk
    ]
    if counter.clerk is not None:
        leaving.append(ev.ClerkSignedOut(counter=counter.id, clerk=counter.clerk))
    return [*leaving, ev.ClerkSignedIn(counter=counter.id, clerk=command.clerk)]


def sign_out(state: State, command: cmd.SignOut, context: Context) -> list[ev.Event]:
    counter = own_counter(state, context)
    if counter.clerk is None:
        return []
    if counter.ticket is not None and context.rules.hall.calling.require_sign_in:
        raise Refusal("counter_busy")
    return [ev.ClerkSignedOut(counter=counter.id, clerk=counter.clerk)]
