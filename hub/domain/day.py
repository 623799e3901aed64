"""What the passing of time alone makes happen: closing time and a new business day. Pure."""

from __future__ import annotations

from hub.domain import events as ev
from hub.domain.estimate import mean_service_s
from hub.domain.hours import is_over
from hub.domain.rules import Context
from hub.domain.state import State


def due(state: State, context: Context) -> list[ev.Event]:
    """Return what must happen before anything else may at ``context.now``; mostly nothing."""
    today = context.rules.day_of(context.now)
    if state.day != today:
        return [*ended_visits(state), *expired(state), _day_began(state, context, today)]
    return [*_ticker_over(state, context), *_closing(state, context)]


def _ticker_over(state: State, context: Context) -> list[ev.Event]:
    until = state.ticker.until if state.ticker is not None else None
    return [ev.TickerChanged()] if until is not None and until <= context.now else []


def _closing(state: State, context: Context) -> list[ev.Event]:
    if is_over(context.rules.hall.hours, context.rules.local(context.now)) and _nobody_works(state):
        return list(expired(state))
    return []


def _nobody_works(state: State) -> bool:
    """Counters may go on after closing time until the last person inside is served."""
    return all(counter.state == "closed" for counter in state.counters.values())


def ended_visits(state: State) -> list[ev.Event]:
    """A clerk who went home without pressing finish did serve the last person."""
    return [
        ev.TicketServed(ticket=counter.ticket, counter=counter.id)
        for counter in state.counters.values()
        if counter.ticket is not None
    ]


def expired(state: State) -> list[ev.Event]:
    return [
        ev.TicketExpired(ticket=ticket.id)
        for ticket in state.tickets.values()
        if ticket.state in ("waiting", "parked")
    ]


def _day_began(state: State, context: Context, today: str) -> ev.DayBegan:
    return ev.DayBegan(
        day=today,
        numbers=dict(context.numbers_of(today)),
        learnt={service: mean_service_s(state, context.rules, service) for service in state.service_times},
        stretches=(round(state.likely_stretch, 4), round(state.at_most_stretch, 4)),
        devices=list(state.devices.values()),
    )
