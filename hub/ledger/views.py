"""The hall's state as the wire's views, complete: ``hub.server.cut`` hides what a role may not see. Pure."""

from __future__ import annotations

from datetime import datetime, tzinfo
from functools import lru_cache

from msgspec.structs import replace

from hub.domain.estimate import ahead_of_ticket, open_counters_for, wait_of_newcomer, wait_of_ticket
from hub.domain.events import DeviceNow
from hub.domain.hours import is_issuing
from hub.domain.rules import Rules
from hub.domain.state import Call, CounterNow, State, Ticker, Ticket
from hub.messages.views import (
    CallView,
    CounterView,
    DeviceView,
    Estimate,
    FeeView,
    HallState,
    HelpView,
    ServiceView,
    TickerView,
    TicketView,
)


def iso(moment: datetime, rules: Rules) -> str:
    """Return the moment as the wire writes it: local, with the offset, to the millisecond."""
    return _written(moment, rules.zone)


@lru_cache(maxsize=4_096)
def _written(moment: datetime, zone: tzinfo) -> str:
    """A ticket's times are told again with every step it takes."""
    return moment.astimezone(zone).isoformat(timespec="milliseconds")


def _iso_or_none(moment: datetime | None, rules: Rules) -> str | None:
    return None if moment is None else iso(moment, rules)


def ticket_view(ticket: Ticket, rules: Rules) -> TicketView:
    return TicketView(
        id=ticket.id,
        number=ticket.number,
        service=ticket.service,
        state=ticket.state,
        issued_at=iso(ticket.issued_at, rules),
        counter=ticket.counter,
        priority=ticket.priority,
        appointment=ticket.appointment,
        appointment_from=_iso_or_none(ticket.window_begins, rules),
        appointment_to=_iso_or_none(ticket.window_ends, rules),
        procedure=ticket.procedure,
        dossier=ticket.dossier,
        lang=ticket.lang,
        called_at=_iso_or_none(ticket.called_at, rules),
        started_at=_iso_or_none(ticket.started_at, rules),
        ended_at=_iso_or_none(ticket.ended_at, rules),
        waiting_since=iso(ticket.waiting_since, rules),
        absences=ticket.absences,
        note=ticket.note,
        transferred_from=ticket.transferred_from,
        reason=ticket.reason,
        rated=ticket.rated,
        fee=_fee_view(ticket),
        link=link_of(ticket, rules),
    )


def _fee_view(ticket: Ticket) -> FeeView | None:
    if ticket.fee is None or ticket.fee.state != "asked":
        return ticket.fee
    return replace(ticket.fee, dossier=ticket.dossier or "")


def link_of(ticket: Ticket, rules: Rules) -> str:
    """Return the citizen's page; the secret is in the fragment, which browsers keep to themselves."""
    base = rules.hall.centre.phone_url.rstrip("/")
    return f"{base}/#t={ticket.token}" if base and ticket.token else ""


def owners_ticket_view(state: State, ticket: Ticket, rules: Rules, now: datetime) -> TicketView:
    """Return the view for whoever holds the ticket: with the people ahead and the wait while waiting."""
    view = ticket_view(ticket, rules)
    if ticket.state != "waiting":
        return replace(view, ahead=0)
    ahead = ahead_of_ticket(state, rules, ticket, now)
    wait = wait_of_ticket(state, rules, ticket, ahead, now)
    return replace(view, ahead=ahead, estimate=Estimate(wait.likely_s, wait.at_most_s))


def counter_view(counter: CounterNow, state: State, rules: Rules) -> CounterView:
    configured = rules.counters.get(counter.id)
    ticket = state.current_ticket(counter.id)
    return CounterView(
        id=counter.id,
        state=counter.state,
        services=list(counter.services or (configured.services if configured else ())),
        clerk=counter.clerk,
        ticket=ticket.id if ticket else None,
        number=ticket.number if ticket else None,
        pause_reason=counter.pause_reason,
    )


def service_view(service: str, state: State, rules: Rules, now: datetime) -> ServiceView:
    line = state.lines.at(service)
    wait = wait_of_newcomer(state, rules, service, now)
    why_not = why_not_issuing(service, state, rules, now)
    return ServiceView(
        id=service,
        waiting=len(line),
        waiting_priority=len(line.priority),
        counters_open=len(open_counters_for(state, service)),
        issued_today=state.numbers.get(service, 0),
        issuing=not why_not,
        why_not=why_not,
        estimate=Estimate(wait.likely_s, wait.at_most_s),
    )


def why_not_issuing(service: str, state: State, rules: Rules, now: datetime) -> str:
    """Return the code an ``issue_ticket`` would be refused with now, or an empty string."""
    if not is_issuing(rules.hall.hours, rules.local(now)):
        return "closed"
    limit = rules.services[service].daily_limit
    return "limit_reached" if limit is not None and state.numbers.get(service, 0) >= limit else ""


def call_view(call: Call, rules: Rules) -> CallView:
    return CallView(
        seq=call.seq,
        ticket=call.event.ticket,
        number=call.number,
        counter=call.event.counter,
        zone=call.event.zone,
        service=call.service,
        recall=call.event.recall,
        at=iso(call.at, rules),
    )


def device_view(device: DeviceNow, rules: Rules) -> DeviceView:
    return DeviceView(
        station=device.station, device=device.device, state=device.state, at=iso(device.at, rules)
    )


def help_views(state: State, rules: Rules) -> list[HelpView]:
    return [
        HelpView(station=call.station, role=call.role, at=iso(call.at, rules)) for call in state.help.values()
    ]


def ticker_view(ticker: Ticker | None, rules: Rules) -> TickerView | None:
    if ticker is None:
        return None
    return TickerView(text=ticker.text, at=iso(ticker.at, rules), until=_iso_or_none(ticker.until, rules))


def hall_state(state: State, rules: Rules, now: datetime) -> HallState:
    """Return everything but the tickets and the centre itself."""
    return HallState(
        hall={},
        day=state.day,
        now=iso(now, rules),
        services=[service_view(service, state, rules, now) for service in rules.services],
        counters=[counter_view(state.counter(counter), state, rules) for counter in rules.counters],
        tickets=[],
        calls=[call_view(call, rules) for call in state.calls],
        devices=[device_view(device, rules) for device in state.devices.values()],
        help=help_views(state, rules),
        ticker=ticker_view(state.ticker, rules),
    )
