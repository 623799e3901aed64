"""Where everything in a hall stands: tickets, lines, counters, visits. Changed by ``apply`` alone."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from dataclasses import field as entry
from datetime import datetime

from msgspec import Struct, field

from hub.domain.events import DeviceNow, RatingGiven, TicketCalled
from hub.domain.lines import Lines, Waiting, counter_place
from hub.messages.views import CounterState, FeeView, TicketState

CALLS_KEPT = 50
SERVICE_TIMES_KEPT = 40
GRACE_S = 120.0
"""Added to both sides when waits are compared: two minutes more than none are no large mistake."""
FIRST_AT_MOST_STRETCH = 0.64
"""Natural logarithm, like all stretches: a little less than twice as long."""


class Ticket(Struct, frozen=True, kw_only=True):
    """One numbered claim. ``service`` is whose line it is in, ``issued_service`` whose number it bears."""

    id: str
    number: str
    n: int
    day: str
    order: int
    service: str
    issued_service: str
    state: TicketState
    issued_at: datetime
    waiting_since: datetime
    counter: str | None = None
    priority: str | None = None
    appointment: str | None = None
    procedure: str | None = None
    dossier: str | None = None
    lang: str = "vi"
    token: str = ""
    called_at: datetime | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    absences: int = 0
    skip_until: datetime | None = None
    note: str = ""
    transferred_from: str | None = None
    reason: str | None = None
    rated: bool = False
    fee: FeeView | None = None
    likely_s: int = 0
    at_most_s: int = 0
    """The estimate it was issued with."""
    window_begins: datetime | None = None
    window_ends: datetime | None = None
    """Of its appointment."""
    returning: bool = False
    """Comes back from another counter, or for a service of those who do."""

    @property
    def place(self) -> str:
        """The line it stands in while waiting."""
        return self.service if self.counter is None else counter_place(self.counter)

    @property
    def waiting(self) -> Waiting:
        booked = (self.window_begins, self.window_ends) if self.called_at is None else (None, None)
        return Waiting(self.waiting_since, self.order, self.id, self.skip_until, *booked, self.returning)


class CounterNow(Struct, frozen=True, kw_only=True):
    """A counter today. ``services`` is None until someone opened it."""

    id: str
    state: CounterState = "closed"
    services: tuple[str, ...] | None = None
    clerk: str | None = None
    ticket: str | None = None
    pause_reason: str = ""
    others_since_priority: int | None = None
    """Calls since the last one made for priority; None before the first."""
    others_since_returning: int | None = None
    """Ordinary calls since the last of someone who comes back; None before the first."""
    credits: dict[str, int] = field(default_factory=dict)
    """What it owes its services by their weights."""


class Visit(Struct, frozen=True, kw_only=True):
    """A ticket's stay at one counter, after it ended: what a rating is about."""

    ticket: str
    counter: str
    ended_at: datetime
    clerk: str | None = None
    rated: bool = False


class Call(Struct, frozen=True):
    """One announcement, in order."""

    seq: int
    at: datetime
    number: str
    service: str
    event: TicketCalled


class HelpCall(Struct, frozen=True):
    """Somebody at ``station`` waits for a member of staff."""

    station: str
    role: str
    at: datetime


class Ticker(Struct, frozen=True):
    """The supervisor's message to the hall, gone at ``until``."""

    text: str
    at: datetime
    until: datetime | None = None


@dataclass(slots=True)
class State:
    """One business day of one centre, and the little that outlives a day."""

    seq: int = 0
    day: str = ""
    tickets: dict[str, Ticket] = entry(default_factory=dict)
    by_token: dict[str, str] = entry(default_factory=dict)
    appointments: dict[str, str] = entry(default_factory=dict)
    """Plain code of every appointment that has its number today → the ticket."""
    lines: Lines = entry(default_factory=Lines)
    numbers: dict[str, int] = entry(default_factory=dict)
    counters: dict[str, CounterNow] = entry(default_factory=dict)
    visits: dict[tuple[str, str], Visit] = entry(default_factory=dict)
    last_visit: dict[str, Visit] = entry(default_factory=dict)
    calls: deque[Call] = entry(default_factory=lambda: deque(maxlen=CALLS_KEPT))
    ratings: list[RatingGiven] = entry(default_factory=list)
    service_times: dict[str, deque[float]] = entry(default_factory=dict)
    learnt: dict[str, float] = entry(default_factory=dict)
    likely_stretch: float = 0.0
    at_most_stretch: float = FIRST_AT_MOST_STRETCH
    """Logarithms of what the expected wait is multiplied by for the two ends of an estimate."""
    devices: dict[tuple[str, str], DeviceNow] = entry(default_factory=dict)
    help: dict[str, HelpCall] = entry(default_factory=dict)
    ticker: Ticker | None = None

    def counter(self, counter: str) -> CounterNow:
        return self.counters.get(counter) or CounterNow(id=counter)

    def current_ticket(self, counter: str) -> Ticket | None:
        ticket = self.counter(counter).ticket
        return None if ticket is None else self.tickets[ticket]
