"""One day of a hall, event by event, decided by ``hub.domain`` itself. No clock, no I/O."""

from __future__ import annotations

import heapq
import itertools
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final

from config.model import Hall
from hub.domain import events as ev
from hub.domain.apply import apply
from hub.domain.day import due
from hub.domain.decide import decide
from hub.domain.estimate import ahead_of_newcomer, wait_of_newcomer
from hub.domain.hours import sessions_on
from hub.domain.refusal import Refusal
from hub.domain.rules import HUB_ITSELF, Actor, Context, Rules
from hub.domain.state import State, Ticket
from hub.messages import commands as cmd
from hub.simulation.arrivals import Arrival

KIOSK: Final = Actor("supervisor", "simulation")
OVERTIME: Final = timedelta(hours=2)
"""So long after the last closing time people who are inside are still served."""


@dataclass(frozen=True, slots=True)
class Wait:
    """One person's wait for the first call, and what the ticket promised."""

    service: str
    priority: bool
    issued_at: datetime
    waited_s: float
    likely_s: int
    at_most_s: int
    ahead: int
    returning: bool = False
    """The wait of somebody who came back, from then on."""


@dataclass(slots=True)
class Played:
    """What a day came to. ``busy_s`` is the time each counter spent with people, ``open_s`` its sessions."""

    waits: list[Wait] = field(default_factory=list)
    refused: int = 0
    never_called: int = 0
    no_shows: int = 0
    busy_s: dict[str, float] = field(default_factory=dict)
    open_s: float = 0.0
    events: list[ev.Recorded] = field(default_factory=list)


class DayPlay:
    """Plays days one after another through one state, so that estimates learn as they would in the hall."""

    def __init__(
        self, hall: Hall, *, absent_share: float = 0.03, returning_share: float = 0.0, seed: int = 1
    ) -> None:
        """``returning_share`` of the people are sent back to their line once, with half as much to do."""
        self._rules = Rules(hall)
        self._returning_share = returning_share
        self._absent_share = absent_share
        self._chance = random.Random(seed)
        self._state = State()
        self._order = itertools.count()

    def play(self, arrivals: Sequence[Arrival]) -> Played:
        """Play the day of ``arrivals``, which are in order."""
        return _Day(self, arrivals).run() if arrivals else Played()


class _Day:
    def __init__(self, play: DayPlay, arrivals: Sequence[Arrival]) -> None:
        self._rules = play._rules
        self._state = play._state
        self._chance = play._chance
        self._absent_share = play._absent_share
        self._returning_share = play._returning_share
        self._order = play._order
        self._played = Played()
        self._needs: dict[str, Arrival] = {}
        self._promised: dict[str, tuple[int, int, int]] = {}
        self._idle = list(self._rules.counters)
        self._agenda: list[tuple[datetime, int, Arrival | str | None]] = []
        local_day = arrivals[0].at.date()
        for session in sessions_on(self._rules.hall.hours, local_day) or self._rules.hall.hours.sessions:
            opens = self._utc(datetime.combine(local_day, session.opens))
            closes = self._utc(datetime.combine(local_day, session.closes))
            self._played.open_s += (closes - opens).total_seconds()
            self._working = [*getattr(self, "_working", []), (opens, closes)]
            self._plan(opens, None)
        self._working[-1] = (self._working[-1][0], self._working[-1][1] + OVERTIME)
        for arrival in arrivals:
            self._plan(self._utc(arrival.at), arrival)

    def _utc(self, local: datetime) -> datetime:
        return local.replace(tzinfo=self._rules.zone).astimezone(UTC)

    def _plan(self, at: datetime, what: Arrival | str | None) -> None:
        heapq.heappush(self._agenda, (at, next(self._order), what))

    def run(self) -> Played:
        while self._agenda:
            at, _, what = heapq.heappop(self._agenda)
            self._pass_time(at)
            if isinstance(what, Arrival):
                self._arrive(what, at)
            elif isinstance(what, str):
                self._free(what, at)
            self._call_whoever_can_be(at)
        self._played.never_called = sum(
            ticket.called_at is None for ticket in self._state.tickets.values() if ticket.state != "cancelled"
        )
        return self._played

    def _works(self, at: datetime) -> bool:
        return any(opens <= at < closes for opens, closes in self._working)

    # what happens ----------------------------------------------------------------------------------

    def _arrive(self, arrival: Arrival, at: datetime) -> None:
        state, rules, favoured = self._state, self._rules, arrival.priority is not None
        wait = wait_of_newcomer(state, rules, arrival.service, at, priority=favoured)
        ahead = ahead_of_newcomer(state, rules, arrival.service, at, priority=favoured)
        issued = self._do(cmd.IssueTicket(service=arrival.service, priority=arrival.priority), KIOSK, at)
        if not issued:
            self._played.refused += 1
            return
        (event,) = issued
        assert isinstance(event, ev.TicketIssued)
        self._needs[event.ticket] = arrival
        self._promised[event.ticket] = (wait.likely_s, wait.at_most_s, ahead)

    def _free(self, counter: str, at: datetime) -> None:
        ticket = self._state.current_ticket(counter)
        if ticket is not None and self._comes_back(ticket):
            self._do(cmd.Transfer(to_service=ticket.service, keep_place=False), Actor("counter", counter), at)
        elif ticket is not None:
            self._do(cmd.Finish(), Actor("counter", counter), at)
        self._idle.append(counter)

    def _comes_back(self, ticket: Ticket) -> bool:
        if not self._returning_share or ticket.transferred_from:
            return False
        return self._chance.random() < self._returning_share

    def _call_whoever_can_be(self, at: datetime) -> None:
        if not self._works(at):
            return
        for counter in list(self._idle):
            called = self._do(cmd.CallNext(), Actor("counter", counter), at)
            if called and isinstance(called[-1], ev.TicketCalled):
                self._idle.remove(counter)
                self._serve(counter, called[-1].ticket, at)

    def _serve(self, counter: str, ticket_id: str, at: datetime) -> None:
        ticket = self._state.tickets[ticket_id]
        promised = self._promised.pop(ticket_id, None)
        if promised is not None:
            waited_s = (at - ticket.issued_at).total_seconds()
            favoured = ticket.priority is not None
            wait = Wait(ticket.service, favoured, ticket.issued_at, waited_s, *promised)
            self._played.waits.append(wait)
        elif ticket.transferred_from:
            self._played.waits.append(_second_wait(ticket, at))
        if self._chance.random() < self._absent_share:
            taken_s = float(self._rules.hall.calling.no_show_after_s)
            self._played.no_shows += 1
            self._do(cmd.MarkNoShow(), Actor("counter", counter), at)
        else:
            taken_s = self._needs[ticket_id].service_s / (2 if ticket.transferred_from else 1)
        self._played.busy_s[counter] = self._played.busy_s.get(counter, 0.0) + taken_s
        self._plan(at + timedelta(seconds=taken_s), counter)

    # through the domain ----------------------------------------------------------------------------

    def _pass_time(self, at: datetime) -> None:
        for event in due(self._state, self._context(HUB_ITSELF, at)):
            self._record(event, HUB_ITSELF, at)

    def _do(self, command: cmd.Command, actor: Actor, at: datetime) -> list[ev.Event]:
        decided = decide(self._state, command, self._context(actor, at))
        if isinstance(decided, Refusal):
            return []
        for event in decided:
            self._record(event, actor, at)
        return decided

    def _record(self, event: ev.Event, actor: Actor, at: datetime) -> None:
        recorded = ev.Recorded(self._state.seq + 1, at, str(actor), event)
        apply(self._state, recorded)
        self._played.events.append(recorded)

    def _context(self, actor: Actor, at: datetime) -> Context:
        return Context(at, actor, self._rules, lambda: "", lambda day: {})


def _second_wait(ticket: Ticket, at: datetime) -> Wait:
    """Nobody promised it anything."""
    waited_s = (at - ticket.waiting_since).total_seconds()
    favoured = ticket.priority is not None
    return Wait(ticket.service, favoured, ticket.waiting_since, waited_s, 0, 0, 0, returning=True)
