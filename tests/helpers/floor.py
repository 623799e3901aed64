"""The pure domain under a test's thumb: a state, a clock only the test moves, commands from any device."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta

from config.appointments import Appointment
from config.model import Hall
from hub.domain import events as ev
from hub.domain.apply import apply
from hub.domain.day import due
from hub.domain.decide import decide
from hub.domain.refusal import Refusal
from hub.domain.rules import HUB_ITSELF, Actor, Context, Rules
from hub.domain.state import State, Ticket
from hub.messages import commands as cmd
from hub.messages.frames import Role
from tests.helpers.hall import sample_hall

MONDAY_8_AM = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
"""08:00 in Việt Nam."""


class Floor:
    """A hall's state and its log."""

    def __init__(
        self,
        hall: Hall | None = None,
        now: datetime = MONDAY_8_AM,
        appointments: Mapping[str, Appointment] | None = None,
    ) -> None:
        self.rules = Rules(hall or sample_hall(), appointments)
        self.state = State()
        self.now = now
        self.log: list[ev.Recorded] = []
        self.earlier_numbers: dict[str, dict[str, int]] = {}
        self.tick()

    def context(self, actor: Actor) -> Context:
        return Context(self.now, actor, self.rules, lambda: f"token-{self.state.seq}", self._numbers_of)

    def _numbers_of(self, day: str) -> Mapping[str, int]:
        return self.earlier_numbers.get(day, {})

    def wait(self, **time: float) -> None:
        self.now += timedelta(**time)

    def tick(self) -> list[ev.Event]:
        """Do what time alone makes due."""
        events = due(self.state, self.context(HUB_ITSELF))
        for event in events:
            self._record(event)
        return events

    def do(self, command: cmd.Command, name: str = "q1", role: Role = "counter") -> list[ev.Event]:
        """Carry ``command`` out a second later. Raises the Refusal it comes to."""
        self.wait(seconds=1)
        self.tick()
        decided = decide(self.state, command, self.context(Actor(role, name)))
        if isinstance(decided, Refusal):
            raise decided
        for event in decided:
            self._record(event)
        return decided

    def refused(self, command: cmd.Command, name: str = "q1", role: Role = "counter") -> str:
        """Return the code ``command`` is refused with, having changed nothing."""
        self.tick()
        decided = decide(self.state, command, self.context(Actor(role, name)))
        assert isinstance(decided, Refusal), f"not refused: {decided}"
        return decided.code

    def _record(self, event: ev.Event) -> None:
        recorded = ev.Recorded(self.state.seq + 1, self.now, "test", event)
        apply(self.state, recorded)
        self.log.append(recorded)

    # what tests say most -------------------------------------------------------------------------------

    def issue(self, service: str = "khai-sinh", priority: str | None = None) -> str:
        """Return the new ticket's number."""
        (issued,) = self.do(cmd.IssueTicket(service=service, priority=priority), "k1", "kiosk")
        assert isinstance(issued, ev.TicketIssued)
        return issued.number

    def call(self, counter: str = "q1") -> tuple[str, str]:
        """Call the next; return the number and the reason."""
        called = self.do(cmd.CallNext(), counter)[-1]
        assert isinstance(called, ev.TicketCalled)
        return self.state.tickets[called.ticket].number, called.reason

    def calls(self, times: int, counter: str = "q1") -> list[str]:
        return [self.call(counter)[0] for _ in range(times)]

    def ticket(self, number: str) -> Ticket:
        return next(ticket for ticket in self.state.tickets.values() if ticket.number == number)
