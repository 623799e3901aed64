"""What the console shows of the counter, its current visit and the day. Pure: floor and time in, props out.

Words the clerk reads are made in QML from the codes here; names come from the centre's configuration.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from config.model import Hall
from config.text import Text, say
from counter_client.fee import in_dong
from counter_client.floor import Floor
from counter_client.phase import Phase, phase_of
from counter_client.times import as_stopwatch, hour, moment, seconds_between, span_s
from hub.messages.views import DossierView, TicketView

NO_NAMES: Mapping[str, str] = {}
OVER_TYPICAL = 1.5
"""A visit is long once it took this many times its service's typical minutes."""


@dataclass(frozen=True, slots=True)
class PlaceProps:
    """The header: where this is and who sits here."""

    phase: str = Phase.CONNECTING
    state: str = ""
    """The counter's own: open, paused or closed, whoever may sit there."""
    centre: str = ""
    number: str = ""
    name: str = ""
    clerk: str = ""
    pause_reason: str = ""
    wants_sign_in: bool = False
    """Clerks have PINs here, so signing in is offered."""


@dataclass(frozen=True, slots=True)
class Fact:
    """One line under the visit; ``kind`` chooses its words and picture."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class VisitProps:
    ticket: str = ""
    number: str = ""
    service: str = ""
    reason: str = ""
    priority: str = ""
    typical_minutes: int = 0
    note: str = ""
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class TimeProps:
    """What changes with every second."""

    clock: str = ""
    elapsed: str = ""
    late: bool = False
    """Called: nobody came yet. Serving: longer than this service typically takes."""


@dataclass(frozen=True, slots=True)
class DayProps:
    served: int = 0
    average_minutes: int = 0
    waiting: int = 0
    waiting_priority: int = 0


def derive_place(floor: Floor | None, language: str) -> PlaceProps:
    if floor is None:
        return PlaceProps()
    return PlaceProps(
        phase=phase_of(floor),
        state=floor.counter.state,
        centre=say(floor.hall.centre.short_name, language),
        number=floor.place.number,
        name=say(floor.place.name or {}, language),
        clerk=clerk_name(floor),
        pause_reason=floor.counter.pause_reason,
        wants_sign_in=bool(floor.hall.clerks),
    )


def clerk_name(floor: Floor) -> str:
    return next((one.name for one in floor.hall.clerks if one.id == floor.counter.clerk), "")


def derive_visit(
    floor: Floor | None,
    language: str,
    procedures: Mapping[str, str] = NO_NAMES,
    dossier: DossierView | None = None,
) -> VisitProps:
    """``procedures``: code → name, as far as known; ``dossier``: the visit's, once the source answered."""
    if floor is None or floor.current is None:
        return VisitProps()
    ticket = floor.current
    return VisitProps(
        ticket=ticket.id,
        number=ticket.number,
        service=service_name(floor, ticket.service, language),
        reason=ticket.reason or "",
        priority=priority_name(floor, ticket.priority, language),
        typical_minutes=round(typical_minutes(floor.hall, ticket.service)),
        note=ticket.note,
        facts=tuple(
            fact for fact in _facts(floor, ticket, language, procedures, _dossier_state(dossier)) if fact.text
        ),
    )


def derive_time(floor: Floor | None, now: datetime | None) -> TimeProps:
    clock = hour(now)
    ticket = floor.current if floor else None
    if floor is None or ticket is None:
        return TimeProps(clock=clock)
    if ticket.state == "serving":
        seconds = seconds_between(ticket.started_at, now)
        limit = OVER_TYPICAL * 60 * typical_minutes(floor.hall, ticket.service)
    else:
        seconds = seconds_between(ticket.called_at, now)
        limit = floor.hall.calling.no_show_after_s
    return TimeProps(clock=clock, elapsed=as_stopwatch(seconds), late=seconds >= limit)


def derive_day(floor: Floor | None) -> DayProps:
    if floor is None:
        return DayProps()
    spans = [span_s(one.started_at, one.ended_at) for one in floor.served if one.started_at]
    return DayProps(
        served=len(floor.served),
        average_minutes=round(sum(spans) / len(spans) / 60) if spans else 0,
        waiting=len(floor.waiting),
        waiting_priority=sum(1 for one in floor.waiting if one.priority),
    )


def service_name(floor: Floor, service: str, language: str) -> str:
    return named(floor.hall.services, service, language)


def priority_name(floor: Floor, reason: str | None, language: str) -> str:
    return named(floor.hall.priority.reasons, reason, language) if reason else ""


class _Named(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def name(self) -> Text: ...


_N = TypeVar("_N", bound=_Named)


def named(parts: Iterable[_N], wanted: str, language: str) -> str:
    """Return the name of the part with that id, else the id itself: never an empty label."""
    return next((say(one.name, language) for one in parts if one.id == wanted), wanted)


def _facts(
    floor: Floor, ticket: TicketView, language: str, procedures: Mapping[str, str], dossier: str
) -> tuple[Fact, ...]:
    waited = seconds_between(ticket.issued_at, moment(ticket.called_at)) // 60
    return (
        Fact("note", ticket.note),
        Fact(
            "priority", priority_name(floor, ticket.priority, language) if ticket.reason != "priority" else ""
        ),
        Fact("procedure", _procedure(ticket.procedure, procedures)),
        Fact("dossier", ticket.dossier or ""),
        Fact("dossier-state", dossier if ticket.dossier else ""),
        Fact("appointment", _hour(ticket.appointment)),
        Fact("fee", f"{ticket.fee.state}|{in_dong(ticket.fee.amount_vnd)}" if ticket.fee else ""),
        Fact("waited", str(waited) if ticket.called_at else ""),
        Fact("transferred", _origin(floor, ticket.transferred_from, language)),
        Fact("absences", str(ticket.absences) if ticket.absences else ""),
        Fact("language", ticket.lang if ticket.lang != "vi" else ""),
    )


def _dossier_state(dossier: DossierView | None) -> str:
    """Return ``state|due day|masked owner``; QML says it in words."""
    if dossier is None:
        return ""
    due = dossier.due_at[:10].split("-")
    return f"{dossier.state}|{'/'.join(reversed(due)) if len(due) == 3 else ''}|{dossier.owner}"


def _origin(floor: Floor, came_from: str | None, language: str) -> str:
    """A transfer comes from a counter (its number is said) or from a service (its name)."""
    if came_from is None:
        return ""
    counter = next((one for one in floor.hall.counters if one.id == came_from), None)
    return f"#{counter.number}" if counter else service_name(floor, came_from, language)


def _procedure(code: str | None, names: Mapping[str, str]) -> str:
    name = names.get(code or "", "")
    return f"{name} ({code})" if name else code or ""


def _hour(text: str | None) -> str:
    return hour(moment(text)) or text or ""


def typical_minutes(hall: Hall, service: str) -> float:
    return next((one.typical_minutes for one in hall.services if one.id == service), 0)
