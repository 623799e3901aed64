"""Cuts views to what a role may see. Pure; the tables are in ``hub.server.roles``."""

from __future__ import annotations

from functools import cache
from typing import Any, Final

from msgspec.structs import asdict, fields, replace

from hub.messages.frames import Ev, Role
from hub.messages.views import CounterView, HallState, TicketView
from hub.server.roles import (
    SEES_CLERKS,
    SEES_DEVICES,
    SEES_ENDED,
    SEES_HELP,
    SEES_SCORES,
    SEES_STATIONS,
    TICKET_FIELDS,
)

LIVE: Final = frozenset({"waiting", "called", "serving", "parked"})


def cut_event(event: Ev, role: Role, name: str = "") -> Ev:
    """Return ``event`` as the station ``name`` of ``role`` may see it; a paper is told to one alone."""
    changed = event.changed
    helps = role in SEES_HELP
    return replace(
        event,
        score=event.score if role in SEES_SCORES else None,
        clerk=event.clerk if role in SEES_CLERKS else None,
        device=event.device if role in SEES_DEVICES else None,
        state=event.state if role in SEES_DEVICES else None,
        station=event.station if helps else None,
        role=event.role if helps else None,
        by=event.by if helps else None,
        slip=event.slip if role == "kiosk" and name == event.station else None,
        changed=replace(
            changed,
            hall=None if changed.hall is None else cut_hall(changed.hall, role),
            tickets=[cut_ticket(ticket, role) for ticket in changed.tickets],
            counters=[cut_counter(counter, role) for counter in changed.counters],
            devices=changed.devices if role in SEES_DEVICES else [],
            stations=changed.stations if role in SEES_STATIONS else [],
            help=changed.help if helps else None,
        ),
    )


def cut_state(state: HallState, role: Role) -> HallState:
    """Return the snapshot as ``role`` may see it."""
    ended = role in SEES_ENDED
    return replace(
        state,
        hall=cut_hall(state.hall, role),
        tickets=[cut_ticket(ticket, role) for ticket in state.tickets if ended or _shown(ticket, role)],
        counters=[cut_counter(counter, role) for counter in state.counters],
        devices=state.devices if role in SEES_DEVICES else [],
        stations=state.stations if role in SEES_STATIONS else [],
        help=state.help if role in SEES_HELP else [],
    )


def cut_hall(hall: dict[str, Any], role: Role) -> dict[str, Any]:
    """Return the centre's configuration as ``role`` may see it: clerks' names and the kiosks' PIN."""
    told = hall if role in SEES_CLERKS or "clerks" not in hall else {**hall, "clerks": []}
    if role == "kiosk" or "at_kiosks" not in told:
        return told
    return {**told, "at_kiosks": {**told["at_kiosks"], "staff_pin_hash": ""}}


def _shown(ticket: TicketView, role: Role) -> bool:
    """A display lists the absent of the day, also after its own restart."""
    return ticket.state in LIVE or (role == "display" and ticket.state == "no_show")


def cut_ticket(ticket: TicketView, role: Role) -> TicketView:
    return replace(ticket, **_hidden(role))


def cut_counter(counter: CounterView, role: Role) -> CounterView:
    return counter if role in SEES_CLERKS else replace(counter, clerk=None)


@cache
def _hidden(role: Role) -> dict[str, Any]:
    """Return the ticket fields ``role`` may not see, each with its empty value."""
    return {each.name: each.default for each in fields(TicketView) if each.name not in TICKET_FIELDS[role]}


def ticket_data(ticket: TicketView) -> dict[str, Any]:
    """Return a ticket as an answer holds it: every field, also the empty ones."""
    return asdict(ticket)
