"""What an usher with a notebook knows of the hall from its announcements: no rule of the hub's is used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from hub.messages.frames import Ev

AFTER: Final = {
    "ticket_called": "called",
    "serving_started": "serving",
    "ticket_parked": "parked",
    "ticket_transferred": "waiting",
    "ticket_requeued": "waiting",
    "ticket_no_show": "no_show",
    "ticket_reinstated": "waiting",
    "ticket_served": "served",
    "ticket_cancelled": "cancelled",
    "ticket_expired": "expired",
}
AT_A_COUNTER: Final = frozenset({"called", "serving"})
CHOSEN_BY_HAND: Final = frozenset({"by_hand", "resumed"})


@dataclass
class Slip:
    """One ticket."""

    number: str
    service: str
    since: datetime
    state: str = "waiting"
    counter: str | None = None
    """Where it is, or the one it was sent to."""


@dataclass
class Notebook:
    """``cap``: who waited longer goes before everyone of the same line."""

    cap: timedelta
    slips: dict[str, Slip] = field(default_factory=dict)
    given: dict[str, list[int]] = field(default_factory=dict)
    seq: int = 0
    keep_place: bool = True
    """Of the last transfer that was asked for; the announcement does not tell."""

    def hear(self, events: Iterable[Ev]) -> None:
        for event in events:
            assert event.seq == self.seq + 1 or self.seq == 0, "announcements are missing"
            self.seq = event.seq
            if event.ev == "ticket_issued":
                self._given(event)
            elif event.ticket is not None and event.ev in AFTER:
                self._moved(event, self.slips[event.ticket])

    def _given(self, event: Ev) -> None:
        assert event.ticket is not None
        assert event.number is not None
        assert event.service is not None
        numbers = self.given.setdefault(event.service, [])
        numbers.append(int(event.number[1:]))
        assert numbers == list(range(1, len(numbers) + 1)), "numbers are not unique and without a gap"
        assert event.ticket not in self.slips
        self.slips[event.ticket] = Slip(event.number, event.service, datetime.fromisoformat(event.at))

    def _moved(self, event: Ev, slip: Slip) -> None:
        at, state = datetime.fromisoformat(event.at), AFTER[event.ev]
        if event.ev == "ticket_called":
            self._called(event, slip, at)
        elif event.ev == "ticket_transferred":
            slip.service, slip.counter = event.to_service or slip.service, event.to_counter
            slip.since = slip.since if self.keep_place else at
        elif state == "waiting":
            slip.counter = None
            slip.since = at if event.ev == "ticket_requeued" else slip.since
        slip.state = state

    def _called(self, event: Ev, slip: Slip, at: datetime) -> None:
        there = [
            each
            for each in self.slips.values()
            if each.state in AT_A_COUNTER and each.counter == event.counter
        ]
        if event.recall:
            assert there == [slip], "called again, but it is not there"
            return
        assert slip.state in ("waiting", "parked"), f"{slip} was called from {slip.state}"
        assert there == [], f"{event.counter} has two tickets: {there} and {slip}"
        if event.reason not in CHOSEN_BY_HAND:
            self._nobody_is_passed_over(slip, at)
        slip.counter = event.counter

    def _nobody_is_passed_over(self, slip: Slip, at: datetime) -> None:
        for other in self.slips.values():
            same_line = other.state == "waiting" and (other.service, other.counter) == (
                slip.service,
                slip.counter,
            )
            if same_line and at - other.since > self.cap:
                assert other.since >= slip.since, f"{other} waits past the cap, yet {slip} was called"

    def agrees_with(self, tickets: Iterable[Any], counters: Iterable[Any]) -> None:
        """Compare with a copy of the hall that heard the same."""
        told = {ticket.id: (ticket.number, ticket.service, ticket.state) for ticket in tickets}
        assert told == {id: (slip.number, slip.service, slip.state) for id, slip in self.slips.items()}
        for counter in counters:
            there = [
                id
                for id, slip in self.slips.items()
                if slip.state in AT_A_COUNTER and slip.counter == counter.id
            ]
            assert there == ([counter.ticket] if counter.ticket else []), (counter, there)
