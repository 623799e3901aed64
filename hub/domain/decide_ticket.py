"""The commands that concern tickets: issue, call, and everything a clerk does with the current one. Pure."""

from __future__ import annotations

from datetime import UTC, timedelta

from msgspec.structs import replace

from hub.domain import events as ev
from hub.domain.appointments import booked
from hub.domain.at_counter import current, may_step, opened, own_counter, todays, wrong_state
from hub.domain.choose import choose_next
from hub.domain.estimate import wait_of_booked, wait_of_newcomer
from hub.domain.hours import is_issuing, next_issuing
from hub.domain.numbers import number_of, ticket_id
from hub.domain.refusal import Refusal
from hub.domain.rules import Context
from hub.domain.state import CounterNow, State, Ticket
from hub.messages import commands as cmd
from hub.messages.reasons import Reason


def issue_ticket(state: State, command: cmd.IssueTicket, context: Context) -> list[ev.Event]:
    rules = context.rules
    service = rules.services.get(command.service)
    if service is None:
        raise Refusal("unknown_service")
    _offered_here(service.id, context)
    if command.priority is not None and command.priority not in rules.priorities:
        raise Refusal("unknown_priority")
    _issuing_now(context)
    n = state.numbers.get(service.id, 0) + 1
    if service.daily_limit is not None and n > service.daily_limit:
        raise Refusal("limit_reached")
    appointment = booked(state, command, context)
    favoured = command.priority is not None
    wait = (
        wait_of_booked(state, rules, appointment, context.now)
        if appointment
        else wait_of_newcomer(state, rules, service.id, context.now, priority=favoured)
    )
    issued = ev.TicketIssued(
        ticket=ticket_id(state.day, service.id, n),
        service=service.id,
        day=state.day,
        n=n,
        number=number_of(service, n),
        token=context.new_token(),
        priority=command.priority,
        appointment=appointment.code if appointment else command.appointment,
        procedure=command.procedure,
        dossier=command.dossier,
        lang=command.lang,
        likely_s=wait.likely_s,
        at_most_s=wait.at_most_s,
        window_begins=appointment.begins.astimezone(UTC) if appointment else None,
        window_ends=appointment.ends.astimezone(UTC) if appointment else None,
        returning=service.returning,
    )
    return [issued]


def _offered_here(service: str, context: Context) -> None:
    if context.actor.role == "kiosk":
        offered = context.rules.kiosk_services.get(context.actor.name)
        if offered and service not in offered:
            raise Refusal("not_allowed", "Ki-ốt này không cấp số cho dịch vụ đã chọn.")


def _issuing_now(context: Context) -> None:
    hours = context.rules.hall.hours
    local = context.rules.local(context.now)
    if is_issuing(hours, local):
        return
    sentence = "Hiện chưa đến giờ lấy số hoặc đã hết giờ lấy số."
    again = next_issuing(hours, local)
    if again is not None:
        day = "" if again.date() == local.date() else f" ngày {again:%d/%m}"
        sentence += f" Lấy số lại từ {again:%H:%M}{day}."
    raise Refusal("closed", sentence)


# calling ----------------------------------------------------------------------------------------------


def call_next(state: State, command: cmd.CallNext, context: Context) -> list[ev.Event]:
    """Finish whoever is at the counter, started or not (many halls never press start), and call the next.

    With nobody waiting it refuses and the current ticket stays as it is.
    """
    counter = own_counter(state, context)
    opening = opened(counter, context)
    choice = choose_next(state, counter, context.rules, context.now)
    if choice is None:
        raise Refusal("queue_empty")
    finished: list[ev.Event] = []
    if counter.ticket is not None:
        finished = [ev.TicketServed(ticket=counter.ticket, counter=counter.id)]
    called = _called(choice.ticket, counter, context, choice.reason)
    credits = None if choice.credits is None else dict(choice.credits)
    return [*opening, *finished, replace(called, credits=credits)]


def call_ticket(state: State, command: cmd.CallTicket, context: Context) -> list[ev.Event]:
    """Call one given ticket, waiting or parked; the counter must be free."""
    counter = own_counter(state, context)
    opening = opened(counter, context)
    ticket = todays(state, command.ticket)
    if counter.ticket is not None:
        raise Refusal("counter_busy")
    if ticket.state not in ("waiting", "parked"):
        raise wrong_state(ticket)
    reason: Reason = "resumed" if ticket.state == "parked" else "by_hand"
    return [*opening, _called(ticket.id, counter, context, reason)]


def recall(state: State, command: cmd.Recall, context: Context) -> list[ev.Event]:
    counter = own_counter(state, context)
    ticket = current(state, counter)
    may_step(ticket, ev.TicketCalled)
    return [_called(ticket.id, counter, context, ticket.reason or "by_hand", recall=True)]


def _called(
    ticket: str, counter: CounterNow, context: Context, reason: str, *, recall: bool = False
) -> ev.TicketCalled:
    zone = context.rules.counters[counter.id].zone
    return ev.TicketCalled(ticket=ticket, counter=counter.id, zone=zone, reason=reason, recall=recall)


# the current ticket -----------------------------------------------------------------------------------


def _current_for(state: State, context: Context, step: type[ev.TicketEvent]) -> tuple[CounterNow, Ticket]:
    counter = own_counter(state, context)
    ticket = current(state, counter)
    may_step(ticket, step)
    return counter, ticket


def start(state: State, command: cmd.Start, context: Context) -> list[ev.Event]:
    counter, ticket = _current_for(state, context, ev.ServingStarted)
    return [ev.ServingStarted(ticket=ticket.id, counter=counter.id)]


def finish(state: State, command: cmd.Finish, context: Context) -> list[ev.Event]:
    counter, ticket = _current_for(state, context, ev.TicketServed)
    return [ev.TicketServed(ticket=ticket.id, counter=counter.id)]


def park(state: State, command: cmd.Park, context: Context) -> list[ev.Event]:
    counter, ticket = _current_for(state, context, ev.TicketParked)
    return [ev.TicketParked(ticket=ticket.id, counter=counter.id, note=command.note)]


def transfer(state: State, command: cmd.Transfer, context: Context) -> list[ev.Event]:
    """The ticket keeps its number; with ``keep_place`` also its waiting time, so it is soon in turn."""
    if (command.to_service is None) == (command.to_counter is None):
        raise Refusal("bad_request", "Hãy chọn một dịch vụ hoặc một quầy để chuyển đến.")
    counter, ticket = _current_for(state, context, ev.TicketTransferred)
    if command.to_service is not None and command.to_service not in context.rules.services:
        raise Refusal("unknown_service")
    if command.to_counter is not None and command.to_counter not in context.rules.counters:
        raise Refusal("unknown_counter")
    if command.to_counter == counter.id:
        raise Refusal("bad_request", "Số này đang ở chính quầy đó.")
    transferred = ev.TicketTransferred(
        ticket=ticket.id,
        counter=counter.id,
        service=command.to_service or ticket.service,
        to_counter=command.to_counter,
        keep_place=command.keep_place,
    )
    return [transferred]


def requeue(state: State, command: cmd.Requeue, context: Context) -> list[ev.Event]:
    """Nobody came: to the end of the line, or a no-show after too many absences."""
    counter, ticket = _current_for(state, context, ev.TicketRequeued)
    calling = context.rules.hall.calling
    if ticket.absences + 1 >= calling.absences_before_no_show:
        return [ev.TicketNoShow(ticket=ticket.id, counter=counter.id)]
    skip_until = context.now + timedelta(minutes=calling.absent_skip_minutes)
    return [ev.TicketRequeued(ticket=ticket.id, counter=counter.id, skip_until=skip_until)]


def mark_no_show(state: State, command: cmd.MarkNoShow, context: Context) -> list[ev.Event]:
    counter, ticket = _current_for(state, context, ev.TicketNoShow)
    return [ev.TicketNoShow(ticket=ticket.id, counter=counter.id)]


# any ticket -------------------------------------------------------------------------------------------


def reinstate(state: State, command: cmd.Reinstate, context: Context) -> list[ev.Event]:
    """The no-show came after all: back in line with the waiting time it had, for a clerk sent it there."""
    ticket = todays(state, command.ticket)
    may_step(ticket, ev.TicketReinstated)
    return [ev.TicketReinstated(ticket=ticket.id)]


def set_priority(state: State, command: cmd.SetPriority, context: Context) -> list[ev.Event]:
    """For whoever is not served yet; the place in line changes at once."""
    ticket = todays(state, command.ticket)
    if command.priority is not None and command.priority not in context.rules.priorities:
        raise Refusal("unknown_priority")
    if not command.note.strip():
        raise Refusal("bad_request", "Hãy ghi lý do thay đổi diện ưu tiên.")
    if ticket.state not in ("waiting", "called", "parked"):
        raise wrong_state(ticket)
    if ticket.priority == command.priority:
        return []
    return [ev.PriorityChanged(ticket=ticket.id, priority=command.priority, note=command.note)]


def link_dossier(state: State, command: cmd.LinkDossier, context: Context) -> list[ev.Event]:
    counter = own_counter(state, context)
    ticket = current(state, counter)
    if ticket.dossier == command.dossier:
        return []
    return [ev.DossierLinked(ticket=ticket.id, counter=counter.id, dossier=command.dossier)]


def cancel(state: State, command: cmd.Cancel, context: Context) -> list[ev.Event]:
    ticket = todays(state, command.ticket)
    may_step(ticket, ev.TicketCancelled)
    return [ev.TicketCancelled(ticket=ticket.id)]
