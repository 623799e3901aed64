"""What staff do to the hall from afar: services, help, messages, paper, the end of the day. Pure."""

from __future__ import annotations

from datetime import timedelta

from hub.domain import events as ev
from hub.domain.at_counter import todays
from hub.domain.day import ended_visits, expired
from hub.domain.hours import is_issuing, next_issuing
from hub.domain.refusal import Refusal
from hub.domain.rules import Context
from hub.domain.state import State
from hub.messages import commands as cmd


def assign_services(state: State, command: cmd.AssignServices, context: Context) -> list[ev.Event]:
    """Whoever is at the counter stays; only an open counter, for its clerk opens it."""
    if command.counter not in context.rules.counters:
        raise Refusal("unknown_counter")
    if not all(service in context.rules.services for service in command.services):
        raise Refusal("unknown_service")
    counter = state.counter(command.counter)
    if counter.state != "open":
        raise Refusal("closed", "Quầy này chưa mở; hãy đổi dịch vụ khi quầy đã mở.")
    services = list(dict.fromkeys(command.services))
    if counter.services == tuple(services):
        return []
    return [ev.CounterOpened(counter=counter.id, services=services)]


def ask_help(state: State, command: cmd.AskHelp, context: Context) -> list[ev.Event]:
    """One call a station at a time."""
    station = context.actor.name
    return [] if station in state.help else [ev.HelpAsked(station=station, role=context.actor.role)]


def answer_help(state: State, command: cmd.AnswerHelp, context: Context) -> list[ev.Event]:
    """Two who answer at one moment both go; the second makes no news."""
    if command.station not in context.rules.stations:
        raise Refusal("unknown_station")
    if command.station not in state.help:
        return []
    return [ev.HelpAnswered(station=command.station, by=context.actor.name)]


def broadcast(state: State, command: cmd.Broadcast, context: Context) -> list[ev.Event]:
    text = " ".join(command.text.split())
    if not text:
        return [] if state.ticker is None else [ev.TickerChanged()]
    until = context.now + timedelta(minutes=command.minutes) if command.minutes else None
    return [ev.TickerChanged(text=text, until=until)]


def reprint(state: State, command: cmd.Reprint, context: Context) -> list[ev.Event]:
    """Raises Refusal: no such kiosk or ticket, or nobody needs the ticket's paper any more."""
    if command.kiosk not in context.rules.kiosk_services:
        raise Refusal("unknown_station", "Trung tâm không có ki-ốt này.")
    ticket = todays(state, command.ticket)
    if ticket.state not in ("waiting", "called", "serving", "parked"):
        raise Refusal("wrong_state", "Số này không còn hiệu lực nên không in lại được.")
    return [ev.ReprintAsked(ticket=ticket.id, station=command.kiosk)]


def close_day(state: State, command: cmd.CloseDay, context: Context) -> list[ev.Event]:
    """Raises Refusal: numbers are still given out today, so somebody could come to a closed hall."""
    hours, local = context.rules.hall.hours, context.rules.local(context.now)
    again = next_issuing(hours, local)
    if is_issuing(hours, local) or (again is not None and again.date() == local.date()):
        raise Refusal("too_early")
    closing = [
        ev.CounterClosed(counter=counter.id)
        for counter in state.counters.values()
        if counter.state != "closed"
    ]
    return [*ended_visits(state), *closing, *expired(state)]
