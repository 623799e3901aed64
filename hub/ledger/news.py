"""One event as the wire tells it, complete: the event's own fields and everything it changed. Pure."""

from __future__ import annotations

from datetime import datetime

from hub.domain import events as ev
from hub.domain.rules import Rules
from hub.domain.state import State, Ticket
from hub.ledger.views import (
    counter_view,
    device_view,
    help_views,
    iso,
    owners_ticket_view,
    service_view,
    ticker_view,
    ticket_view,
)
from hub.messages.frames import Ev
from hub.messages.views import Changed, DeviceView, TickerView, TicketView


def news_of(recorded: ev.Recorded, before: Ticket | None, state: State, rules: Rules) -> Ev:
    """Return the frame for ``recorded``, which ``state`` already includes; ``before`` was its ticket."""
    event = recorded.event
    after = state.tickets.get(getattr(event, "ticket", ""))
    return Ev(
        seq=recorded.seq,
        prev=recorded.seq - 1,
        ev=ev.kind_of(event),
        at=iso(recorded.at, rules),
        changed=_changed(recorded, before, after, state, rules),
        ticket=after.id if after else None,
        number=after.number if after else None,
        service=after.service if after else getattr(event, "service", None),
        counter=getattr(event, "counter", None),
        zone=getattr(event, "zone", None),
        reason=getattr(event, "reason", None),
        recall=getattr(event, "recall", None),
        score=getattr(event, "score", None),
        clerk=getattr(event, "clerk", None),
        to_service=_to_service(event, before),
        to_counter=getattr(event, "to_counter", None),
        device=getattr(event, "device", None),
        state=getattr(event, "state", None),
        station=getattr(event, "station", None),
        role=getattr(event, "role", None),
        by=getattr(event, "by", None),
        text=getattr(event, "text", None),
        until=_until(event, rules),
        slip=_slip(event, after, state, rules, recorded.at),
    )


def _until(event: ev.Event, rules: Rules) -> str | None:
    until = event.until if isinstance(event, ev.TickerChanged) else None
    return None if until is None else iso(until, rules)


def _slip(
    event: ev.Event, ticket: Ticket | None, state: State, rules: Rules, now: datetime
) -> TicketView | None:
    if not isinstance(event, ev.ReprintAsked) or ticket is None:
        return None
    return owners_ticket_view(state, ticket, rules, now)


def _to_service(event: ev.Event, before: Ticket | None) -> str | None:
    if isinstance(event, ev.TicketTransferred) and before is not None and event.service != before.service:
        return event.service
    return None


def _changed(
    recorded: ev.Recorded, before: Ticket | None, after: Ticket | None, state: State, rules: Rules
) -> Changed:
    event = recorded.event
    if isinstance(event, ev.DayBegan):
        return Changed(
            day=event.day,
            counters=[counter_view(state.counter(counter), state, rules) for counter in rules.counters],
            services=[service_view(service, state, rules, recorded.at) for service in rules.services],
        )
    counter: str = getattr(event, "counter", "")
    return Changed(
        tickets=[ticket_view(after, rules)] if after else [],
        counters=[counter_view(state.counter(counter), state, rules)] if counter in rules.counters else [],
        services=[
            service_view(service, state, rules, recorded.at)
            for service in _services(event, before, after, state)
            if service in rules.services
        ],
        devices=_devices(event, state, rules),
        help=help_views(state, rules) if isinstance(event, ev.HelpAsked | ev.HelpAnswered) else None,
        ticker=_ticker(recorded, state, rules),
    )


def _ticker(recorded: ev.Recorded, state: State, rules: Rules) -> TickerView | None:
    if not isinstance(recorded.event, ev.TickerChanged):
        return None
    return ticker_view(state.ticker, rules) or TickerView(text="", at=iso(recorded.at, rules))


def _services(event: ev.Event, before: Ticket | None, after: Ticket | None, state: State) -> list[str]:
    """Return whose line or hands the event changed."""
    if isinstance(event, ev.CounterOpened | ev.CounterPaused | ev.CounterClosed):
        return list(state.counter(event.counter).services or ())
    touched = [ticket.service for ticket in (before, after) if ticket is not None]
    return list(dict.fromkeys(touched))


def _devices(event: ev.Event, state: State, rules: Rules) -> list[DeviceView]:
    if not isinstance(event, ev.DeviceReported):
        return []
    return [device_view(state.devices[event.station, event.device], rules)]
