"""The rows of the console's lists: lines, people in them, places a visit can go to. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from config.mistakes import fold
from config.text import say
from counter_client.console_props import priority_name, service_name
from counter_client.floor import Floor
from counter_client.times import hour, moment, seconds_between
from hub.messages.views import CounterView, ServiceView, TicketView

SERVED_SHOWN = 30


@dataclass(frozen=True, slots=True)
class LineRow:
    """One service's line; ``longest_minutes`` is how long its first person has waited."""

    key: str
    prefix: str
    name: str
    waiting: int
    waiting_priority: int
    longest_minutes: int
    issuing: bool


@dataclass(frozen=True, slots=True)
class TicketRow:
    """``act`` is what the clerk can have done to it from here: a wire name, or empty."""

    key: str
    number: str
    service: str
    detail: str
    priority: str
    minutes: int
    """Waited, parked, away or (served) serving time."""
    hour: str
    absences: int
    act: str


@dataclass(frozen=True, slots=True)
class TargetRow:
    """A service or a counter a visit can be transferred to."""

    key: str
    kind: str
    badge: str
    name: str
    detail: str
    open: bool
    waiting: int


@dataclass(frozen=True, slots=True)
class ClerkRow:
    key: str
    name: str
    here: bool


@dataclass(frozen=True, slots=True)
class Lists:
    lines: tuple[LineRow, ...] = ()
    waiting: tuple[TicketRow, ...] = ()
    parked: tuple[TicketRow, ...] = ()
    absent: tuple[TicketRow, ...] = ()
    served: tuple[TicketRow, ...] = ()
    clerks: tuple[ClerkRow, ...] = ()


def derive_lists(floor: Floor | None, now: datetime | None, language: str) -> Lists:
    if floor is None:
        return Lists()
    maker = _Maker(floor, now, language)
    return Lists(
        lines=tuple(maker.line(one) for one in floor.lines),
        waiting=tuple(
            maker.ticket(one, one.waiting_since or one.issued_at, "call_ticket") for one in floor.waiting
        ),
        parked=tuple(maker.ticket(one, one.started_at, "call_ticket") for one in floor.parked),
        absent=tuple(maker.ticket(one, one.ended_at or one.called_at, "reinstate") for one in floor.absent),
        served=tuple(maker.served(one) for one in floor.served[:SERVED_SHOWN]),
        clerks=tuple(ClerkRow(one.id, one.name, one.id == floor.counter.clerk) for one in floor.hall.clerks),
    )


@dataclass(frozen=True, slots=True)
class _Maker:
    floor: Floor
    now: datetime | None
    language: str

    def line(self, line: ServiceView) -> LineRow:
        arrivals = [
            one.waiting_since or one.issued_at for one in self.floor.waiting if one.service == line.id
        ]
        prefix = next((one.prefix for one in self.floor.hall.services if one.id == line.id), "")
        return LineRow(
            key=line.id,
            prefix=prefix,
            name=service_name(self.floor, line.id, self.language),
            waiting=line.waiting,
            waiting_priority=line.waiting_priority,
            longest_minutes=seconds_between(min(arrivals), self.now) // 60 if arrivals else 0,
            issuing=line.issuing,
        )

    def ticket(self, one: TicketView, since: str | None, act: str) -> TicketRow:
        return TicketRow(
            key=one.id,
            number=one.number,
            service=service_name(self.floor, one.service, self.language),
            detail=one.note,
            priority=priority_name(self.floor, one.priority, self.language),
            minutes=seconds_between(since, self.now) // 60,
            hour=hour(moment(since)),
            absences=one.absences,
            act=act,
        )

    def served(self, one: TicketView) -> TicketRow:
        row = self.ticket(one, one.ended_at, "")
        took = seconds_between(one.started_at, moment(one.ended_at)) // 60
        return TicketRow(
            row.key, row.number, row.service, row.detail, row.priority, took, row.hour, row.absences, row.act
        )


def derive_targets(floor: Floor | None, query: str, language: str) -> tuple[TargetRow, ...]:
    """Return where the current visit can go and matches ``query``: services first, then other counters."""
    if floor is None or floor.current is None:
        return ()
    rows = (*_services(floor, language), *_counters(floor, language))
    words = [fold(word) for word in query.split()]
    return tuple(row for row in rows if _matches(row, words))


def _services(floor: Floor, language: str) -> Iterable[TargetRow]:
    open_at = {service for one in floor.counters if one.state == "open" for service in one.services}
    waiting = {one.id: one.waiting for one in floor.services}
    present = floor.current.service if floor.current else ""
    for one in floor.hall.services:
        if one.id != present:
            name = say(one.name, language)
            yield TargetRow(
                one.id, "service", one.prefix, name, "", one.id in open_at, waiting.get(one.id, 0)
            )


def _counters(floor: Floor, language: str) -> Iterable[TargetRow]:
    views = {one.id: one for one in floor.counters}
    names = {one.id: one.name for one in floor.hall.clerks}
    for place in floor.hall.counters:
        if place.id == floor.place.id:
            continue
        view = views.get(place.id) or CounterView(id=place.id, state="closed", services=[])
        services = ", ".join(service_name(floor, one, language) for one in place.services)
        name = say(place.name or {}, language) or services
        yield TargetRow(
            place.id, "counter", place.number, name, names.get(view.clerk or "", ""), view.state == "open", 0
        )


def _matches(row: TargetRow, words: Iterable[str]) -> bool:
    text = fold(f"{row.badge} {row.name} {row.detail}")
    return all(word in text for word in words)
