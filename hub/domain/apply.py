"""What each event changes. Config-free, so a log replays the same whatever the centre's rules are by then."""

from __future__ import annotations

from collections import deque
from typing import assert_never

from msgspec.structs import replace

from config.appointments import plain_code
from hub.domain import events as ev
from hub.domain.learning import learn_from_wait
from hub.domain.life_cycle import state_after
from hub.domain.state import SERVICE_TIMES_KEPT, Call, CounterNow, HelpCall, State, Ticker, Ticket, Visit
from hub.messages.views import FeeView

LONGEST_SERVICE_S = 4 * 3600.0
"""A ticket forgotten at a counter teaches nothing about service times."""


def apply(state: State, recorded: ev.Recorded) -> None:
    """Change ``state`` by one event.

    Raises:
        StepNotAllowed: the life cycle forbids it; ``state`` is unchanged.
    """
    event = recorded.event
    match event:
        case ev.DayBegan():
            _begin_day(state, event)
        case ev.TicketIssued():
            _issue(state, event, recorded)
        case ev.PriorityChanged():
            _change_priority(state, event)
        case ev.DossierLinked():
            ticket = state.tickets[event.ticket]
            state.tickets[event.ticket] = replace(ticket, dossier=event.dossier)
        case ev.FeeAsked():
            _set_fee(state, event.ticket, FeeView(amount_vnd=event.amount_vnd, state="asked"))
        case ev.FeeSettled():
            _set_fee(state, event.ticket, FeeView(amount_vnd=event.amount_vnd, state=event.outcome))
        case ev.RatingGiven():
            _rate(state, event)
        case ev.DeviceReported():
            news = ev.DeviceNow(event.station, event.device, event.state, recorded.at)
            state.devices[event.station, event.device] = news
        case ev.HelpAsked() | ev.HelpAnswered() | ev.TickerChanged() | ev.ReprintAsked():
            _note(state, event, recorded)
        case (
            ev.CounterOpened()
            | ev.CounterPaused()
            | ev.CounterClosed()
            | ev.ClerkSignedIn()
            | ev.ClerkSignedOut()
        ):
            state.counters[event.counter] = _counter_after(state.counter(event.counter), event)
        case _:
            _step(state, event, recorded)
    state.seq = recorded.seq


def _begin_day(state: State, event: ev.DayBegan) -> None:
    fresh = State(day=event.day, numbers=dict(event.numbers), learnt=dict(event.learnt))
    if event.stretches is not None:
        fresh.likely_stretch, fresh.at_most_stretch = event.stretches
    fresh.devices = {(device.station, device.device): device for device in event.devices}
    for name in State.__slots__:
        setattr(state, name, getattr(fresh, name))


def _issue(state: State, event: ev.TicketIssued, recorded: ev.Recorded) -> None:
    ticket = Ticket(
        id=event.ticket,
        number=event.number,
        n=event.n,
        day=event.day,
        order=recorded.seq,
        service=event.service,
        issued_service=event.service,
        state="waiting",
        issued_at=recorded.at,
        waiting_since=recorded.at,
        priority=event.priority,
        appointment=event.appointment,
        procedure=event.procedure,
        dossier=event.dossier,
        lang=event.lang,
        token=event.token,
        likely_s=event.likely_s,
        at_most_s=event.at_most_s,
        window_begins=event.window_begins,
        window_ends=event.window_ends,
        returning=event.returning,
    )
    if event.appointment:
        state.appointments[plain_code(event.appointment)] = event.ticket
    state.numbers[event.service] = event.n
    if event.token:
        state.by_token[event.token] = event.ticket
    _put(state, ticket)


def _note(
    state: State,
    event: ev.HelpAsked | ev.HelpAnswered | ev.TickerChanged | ev.ReprintAsked,
    recorded: ev.Recorded,
) -> None:
    """What the staff say to each other; it moves nobody in line."""
    match event:
        case ev.HelpAsked():
            state.help[event.station] = HelpCall(event.station, event.role, recorded.at)
        case ev.HelpAnswered():
            state.help.pop(event.station, None)
        case ev.TickerChanged():
            state.ticker = Ticker(event.text, recorded.at, event.until) if event.text else None
        case ev.ReprintAsked():
            pass
        case _:
            assert_never(event)


def _set_fee(state: State, ticket: str, fee: FeeView) -> None:
    state.tickets[ticket] = replace(state.tickets[ticket], fee=fee)


def _change_priority(state: State, event: ev.PriorityChanged) -> None:
    ticket = state.tickets[event.ticket]
    if ticket.state == "waiting":
        state.lines.leave(ticket.place, ticket.waiting, priority=ticket.priority is not None)
    _put(state, replace(ticket, priority=event.priority))


def _rate(state: State, event: ev.RatingGiven) -> None:
    state.ratings.append(event)
    visit = state.visits[event.counter, event.ticket]
    _remember_visit(state, replace(visit, rated=True))
    ticket = state.tickets[event.ticket]
    if ticket.counter == event.counter:
        state.tickets[event.ticket] = replace(ticket, rated=True)


def _counter_after(counter: CounterNow, event: ev.CounterEvent) -> CounterNow:
    match event:
        case ev.CounterOpened():
            return replace(counter, state="open", services=tuple(event.services), pause_reason="")
        case ev.CounterPaused():
            return replace(counter, state="paused", pause_reason=event.reason)
        case ev.CounterClosed():
            # An empty tuple, not None: closed on purpose, so calling does not open it again.
            return replace(counter, state="closed", services=counter.services or (), pause_reason="")
        case ev.ClerkSignedIn():
            return replace(counter, clerk=event.clerk)
        case ev.ClerkSignedOut():
            return replace(counter, clerk=None)
        case _:
            assert_never(event)


# one step of a ticket's life --------------------------------------------------------------------------


def _step(state: State, event: ev.TicketEvent, recorded: ev.Recorded) -> None:
    ticket = state.tickets[event.ticket]
    after = replace(_ticket_after(ticket, event, recorded), state=state_after(ticket.id, ticket.state, event))
    if ticket.state == "waiting":
        state.lines.leave(ticket.place, ticket.waiting, priority=ticket.priority is not None)
    _put(state, after)
    match event:
        case ev.TicketCalled():
            _note_call(state, event, after, recorded)
            learn_from_wait(state, ticket, recorded)
        case ev.ServingStarted():
            pass
        case ev.TicketServed() | ev.TicketTransferred():
            _end_visit(state, ticket, event.counter, recorded)
            _free(state, event.counter)
        case ev.TicketParked() | ev.TicketRequeued() | ev.TicketNoShow():
            _free(state, event.counter)
        case ev.TicketCancelled():
            _free_appointment(state, ticket)
        case ev.TicketReinstated() | ev.TicketExpired():
            pass
        case _:
            assert_never(event)


def _ticket_after(ticket: Ticket, event: ev.TicketEvent, recorded: ev.Recorded) -> Ticket:
    at = recorded.at
    match event:
        case ev.TicketCalled():
            return ticket if event.recall else _called(ticket, event, recorded)
        case ev.ServingStarted():
            return replace(ticket, started_at=at)
        case ev.TicketParked():
            return replace(ticket, note=event.note or ticket.note)
        case ev.TicketTransferred():
            return replace(
                ticket,
                service=event.service,
                counter=event.to_counter,
                transferred_from=event.counter,
                returning=True,
                waiting_since=ticket.waiting_since if event.keep_place else at,
            )
        case ev.TicketRequeued():
            return replace(
                ticket,
                counter=None,
                absences=ticket.absences + 1,
                waiting_since=at,
                skip_until=event.skip_until,
            )
        case ev.TicketReinstated():
            return replace(ticket, counter=None, ended_at=None, absences=0, skip_until=None)
        case ev.TicketNoShow():
            return replace(ticket, ended_at=at, absences=ticket.absences + 1)
        case ev.TicketServed() | ev.TicketCancelled() | ev.TicketExpired():
            return replace(ticket, ended_at=at)
        case _:
            assert_never(event)


def _called(ticket: Ticket, event: ev.TicketCalled, recorded: ev.Recorded) -> Ticket:
    return replace(
        ticket,
        counter=event.counter,
        called_at=recorded.at,
        started_at=None,
        reason=event.reason,
        rated=False,
    )


def _put(state: State, ticket: Ticket) -> None:
    state.tickets[ticket.id] = ticket
    if ticket.state == "waiting":
        state.lines.join(ticket.place, ticket.waiting, priority=ticket.priority is not None)


def _note_call(state: State, event: ev.TicketCalled, ticket: Ticket, recorded: ev.Recorded) -> None:
    state.calls.append(Call(recorded.seq, recorded.at, ticket.number, ticket.service, event))
    if event.recall:
        return
    counter = state.counter(event.counter)
    since = counter.others_since_priority
    since = 0 if ticket.priority is not None else None if since is None else since + 1
    state.counters[event.counter] = replace(
        counter,
        ticket=ticket.id,
        others_since_priority=since,
        others_since_returning=_since_returning(counter.others_since_returning, ticket),
        credits=counter.credits if event.credits is None else event.credits,
    )


def _since_returning(since: int | None, ticket: Ticket) -> int | None:
    """Priority counts neither way, or the two rules together would leave no turn for anybody else."""
    if ticket.returning:
        return 0
    return since if since is None or ticket.priority is not None else since + 1


def _free(state: State, counter: str) -> None:
    state.counters[counter] = replace(state.counter(counter), ticket=None)


def _free_appointment(state: State, ticket: Ticket) -> None:
    """Whoever cancelled may come back with the same appointment."""
    code = plain_code(ticket.appointment or "")
    if state.appointments.get(code) == ticket.id:
        del state.appointments[code]


def _end_visit(state: State, ticket: Ticket, counter: str, recorded: ev.Recorded) -> None:
    clerk = state.counter(counter).clerk
    _remember_visit(state, Visit(ticket=ticket.id, counter=counter, ended_at=recorded.at, clerk=clerk))
    began = ticket.started_at or ticket.called_at
    if began is not None and 0 < (taken_s := (recorded.at - began).total_seconds()) <= LONGEST_SERVICE_S:
        times = state.service_times.setdefault(ticket.service, deque(maxlen=SERVICE_TIMES_KEPT))
        times.append(taken_s)


def _remember_visit(state: State, visit: Visit) -> None:
    state.visits[visit.counter, visit.ticket] = visit
    last = state.last_visit.get(visit.counter)
    if last is None or last.ended_at <= visit.ended_at:
        state.last_visit[visit.counter] = visit
