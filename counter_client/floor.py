"""The hall as one counter stands in it: its line, its current ticket, who waits, who was set aside. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from config.model import Counter, Hall
from hub.messages.views import CounterView, HallState, ServiceView, TicketView


@dataclass(frozen=True, slots=True)
class Floor:
    """Tickets of every list are in the order they are shown in."""

    hall: Hall
    place: Counter
    counter: CounterView
    counters: tuple[CounterView, ...]
    services: tuple[ServiceView, ...]
    """Every line of the centre; ``lines`` are this counter's."""
    lines: tuple[ServiceView, ...]
    current: TicketView | None
    waiting: tuple[TicketView, ...]
    parked: tuple[TicketView, ...]
    absent: tuple[TicketView, ...]
    served: tuple[TicketView, ...]
    """By this counter today, the newest first."""

    def find(self, ticket: str) -> TicketView | None:
        known = (*self.waiting, *self.parked, *self.absent, *self.served)
        return next((one for one in known if one.id == ticket), None)


def stand_in(state: HallState, hall: Hall, counter: str) -> Floor | None:
    """Return the floor around ``counter``; None where the centre has no such counter."""
    place = next((one for one in hall.counters if one.id == counter), None)
    if place is None:
        return None
    view = next((one for one in state.counters if one.id == counter), None)
    view = view or CounterView(id=counter, state="closed", services=list(place.services))
    lines = tuple(one for one in state.services if one.id in view.services)
    mine = _Mine(counter, frozenset(view.services))
    groups = _by_state(state.tickets)
    return Floor(
        hall=hall,
        place=place,
        counter=view,
        counters=tuple(state.counters),
        services=tuple(state.services),
        lines=_in_order(lines, view.services),
        current=next((one for one in state.tickets if one.id == view.ticket), None),
        waiting=_sorted(groups["waiting"], mine.is_for_me, _arrived),
        parked=_sorted(groups["parked"], mine.is_for_me, _arrived),
        absent=_sorted(groups["no_show"], mine.is_absent, _ended, newest_first=True),
        served=_sorted(groups["served"], mine.is_here, _ended, newest_first=True),
    )


@dataclass(frozen=True, slots=True)
class _Mine:
    """Which tickets concern this counter."""

    counter: str
    services: frozenset[str]

    def is_here(self, one: TicketView) -> bool:
        return one.counter == self.counter

    def is_absent(self, one: TicketView) -> bool:
        return one.counter == self.counter or one.service in self.services

    def is_for_me(self, one: TicketView) -> bool:
        return one.counter == self.counter or (one.counter is None and one.service in self.services)


def _by_state(tickets: Iterable[TicketView]) -> Mapping[str, list[TicketView]]:
    """One look at each: by the evening a hall holds thousands, and every event comes through here."""
    groups: defaultdict[str, list[TicketView]] = defaultdict(list)
    for one in tickets:
        groups[one.state].append(one)
    return groups


def _in_order(lines: Iterable[ServiceView], services: list[str]) -> tuple[ServiceView, ...]:
    return tuple(sorted(lines, key=lambda line: services.index(line.id)))


def _sorted(
    tickets: Iterable[TicketView],
    wanted: Callable[[TicketView], bool],
    key: Callable[[TicketView], str],
    *,
    newest_first: bool = False,
) -> tuple[TicketView, ...]:
    return tuple(sorted(filter(wanted, tickets), key=key, reverse=newest_first))


def _arrived(one: TicketView) -> str:
    return one.waiting_since or one.issued_at


def _ended(one: TicketView) -> str:
    return one.ended_at or one.issued_at
