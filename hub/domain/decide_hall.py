"""What a supervisor does to the hall from afar: a counter's services, the end of the day. Pure."""

from __future__ import annotations

from hub.domain import events as ev
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
