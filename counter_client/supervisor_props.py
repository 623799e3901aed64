"""What the supervisor sees: every counter, line, station and low mark of the hall. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from config.model import Counter, Hall, RatingForm
from config.text import say
from counter_client.console_props import OVER_TYPICAL, named, typical_minutes
from counter_client.times import hour, moment, seconds_between
from hub.messages.views import AuditRow, CounterView, HallState, StationView, TicketView

PEOPLE_SHOWN = 100
FINE = frozenset({"ok", "ready"})


@dataclass(frozen=True, slots=True)
class PlaceCell:
    """One counter; ``services`` are the prefixes of its lines, ``online`` whether its console is there."""

    key: str
    number: str
    standing: str = "closed"
    """The counter's state; ``state`` is QML's own word."""
    clerk: str = ""
    ticket: str = ""
    serving: bool = False
    minutes: int = 0
    late: bool = False
    services: str = ""
    pause_reason: str = ""
    online: bool = False


@dataclass(frozen=True, slots=True)
class HallLine:
    """``over``: its first person has waited longer than the centre's target."""

    key: str
    prefix: str
    name: str
    waiting: int
    waiting_priority: int
    longest_minutes: int
    counters_open: int
    over: bool


@dataclass(frozen=True, slots=True)
class StationRow:
    """``trouble`` is ``device:state`` of its first device that is not well; ``hour``: when last heard."""

    key: str
    kind: str
    name: str
    online: bool
    hour: str
    trouble: str
    alarm: bool


@dataclass(frozen=True, slots=True)
class PersonRow:
    key: str
    number: str
    service: str
    priority: str
    minutes: int
    over: bool


@dataclass(frozen=True, slots=True)
class LowMark:
    key: str
    score: int
    level: str
    number: str
    counter: str
    clerk: str
    hour: str
    reasons: str


@dataclass(frozen=True, slots=True)
class HallTotals:
    centre: str = ""
    waiting: int = 0
    open: int = 0
    counters: int = 0
    lines_over: int = 0
    alarms: int = 0


@dataclass(frozen=True, slots=True)
class HallProps:
    totals: HallTotals = HallTotals()
    places: tuple[PlaceCell, ...] = ()
    lines: tuple[HallLine, ...] = ()
    stations: tuple[StationRow, ...] = ()
    waiting: tuple[PersonRow, ...] = ()
    absent: tuple[PersonRow, ...] = ()


def derive_hall(state: HallState | None, hall: Hall | None, now: datetime | None, language: str) -> HallProps:
    if state is None or hall is None:
        return HallProps()
    maker = _Maker(state, hall, now, language)
    places = tuple(maker.place(one) for one in hall.counters)
    lines = tuple(maker.line(one.id) for one in hall.services)
    stations = tuple(sorted(maker.stations(), key=lambda row: (not row.alarm, row.key)))
    waits = sorted((one for one in state.tickets if one.state == "waiting"), key=_arrived)
    away = sorted((one for one in state.tickets if one.state == "no_show"), key=_arrived)
    totals = HallTotals(
        centre=say(hall.centre.short_name, language),
        waiting=len(waits),
        open=sum(1 for one in places if one.standing == "open"),
        counters=len(places),
        lines_over=sum(1 for one in lines if one.over),
        alarms=sum(1 for one in stations if one.alarm),
    )
    return HallProps(
        totals,
        places,
        lines,
        stations,
        tuple(maker.person(one, _arrived(one)) for one in waits[:PEOPLE_SHOWN]),
        tuple(maker.person(one, one.ended_at) for one in away[:PEOPLE_SHOWN]),
    )


def urgency(line: HallLine) -> tuple[bool, bool, int]:
    """Sort by this: lines over the target first, then by how long the first person waits."""
    return (not line.over, line.waiting == 0, -line.longest_minutes)


def is_low(form: RatingForm, score: int) -> bool:
    """The marks that ask for reasons are low, and always the worst."""
    return score <= max(form.ask_reasons_at_or_below, min(level.score for level in form.levels))


def derive_marks(rows: Sequence[AuditRow], hall: Hall | None, language: str) -> tuple[LowMark, ...]:
    """``rows`` are ratings of the log in the order they are shown in."""
    if hall is None:
        return ()
    levels = {level.score: say(level.name, language) for level in hall.rating.levels}
    numbers = {one.id: one.number for one in hall.counters}
    clerks = {one.id: one.name for one in hall.clerks}
    return tuple(
        LowMark(
            str(row.seq),
            row.score or 0,
            levels.get(row.score or 0, ""),
            row.number or "",
            numbers.get(row.counter or "", ""),
            clerks.get(row.clerk or "", ""),
            hour(moment(row.at)),
            ", ".join(named(hall.rating.reasons, one, language) for one in row.reasons),
        )
        for row in rows
    )


@dataclass(frozen=True, slots=True)
class _Maker:
    state: HallState
    hall: Hall
    now: datetime | None
    language: str

    def place(self, place: Counter) -> PlaceCell:
        view = next((one for one in self.state.counters if one.id == place.id), None)
        view = view or CounterView(id=place.id, state="closed", services=list(place.services))
        ticket = next((one for one in self.state.tickets if one.id == view.ticket), None)
        serving = ticket is not None and ticket.state == "serving"
        since = (ticket.started_at if serving else ticket.called_at) if ticket else None
        prefixes = {one.id: one.prefix for one in self.hall.services}
        return PlaceCell(
            key=place.id,
            number=place.number,
            standing=view.state,
            clerk=next((one.name for one in self.hall.clerks if one.id == view.clerk), ""),
            ticket=view.number or "",
            serving=serving,
            minutes=seconds_between(since, self.now) // 60,
            late=ticket is not None and seconds_between(since, self.now) >= self._limit_s(ticket),
            services=" ".join(prefixes.get(one, one) for one in view.services),
            pause_reason=view.pause_reason,
            online=any(one.online for one in self._named(place.id) if one.role == "counter"),
        )

    def _limit_s(self, ticket: TicketView) -> float:
        if ticket.state == "serving":
            return OVER_TYPICAL * 60 * typical_minutes(self.hall, ticket.service)
        return self.hall.calling.no_show_after_s

    def line(self, service: str) -> HallLine:
        view = next((one for one in self.state.services if one.id == service), None)
        arrivals = [
            _arrived(one) for one in self.state.tickets if one.state == "waiting" and one.service == service
        ]
        longest = seconds_between(min(arrivals), self.now) // 60 if arrivals else 0
        return HallLine(
            key=service,
            prefix=next(one.prefix for one in self.hall.services if one.id == service),
            name=named(self.hall.services, service, self.language),
            waiting=len(arrivals),
            waiting_priority=view.waiting_priority if view else 0,
            longest_minutes=longest,
            counters_open=view.counters_open if view else 0,
            over=longest > self.hall.calling.wait_target_minutes,
        )

    def person(self, one: TicketView, since: str | None) -> PersonRow:
        minutes = seconds_between(since, self.now) // 60
        return PersonRow(
            one.id,
            one.number,
            named(self.hall.services, one.service, self.language),
            named(self.hall.priority.reasons, one.priority, self.language) if one.priority else "",
            minutes,
            one.state == "waiting" and minutes > self.hall.calling.wait_target_minutes,
        )

    def stations(self) -> Iterable[StationRow]:
        """Every station seen today, and the kiosks and TVs the centre has whether seen or not."""
        seen = {(one.role, one.name): one for one in self.state.stations if one.role != "supervisor"}
        expected = [("kiosk", one.id) for one in self.hall.kiosks]
        expected += [("display", one.id) for one in self.hall.displays]
        told: set[str] = set()
        for role, name in dict.fromkeys([*expected, *sorted(seen)]):
            yield self._station(role, name, seen.get((role, name)), with_devices=name not in told)
            told.add(name)

    def _station(self, role: str, name: str, view: StationView | None, *, with_devices: bool) -> StationRow:
        online = view is not None and view.online
        trouble = self._trouble(name) if with_devices else ""
        return StationRow(
            key=f"{role}:{name}",
            kind=role,
            name=self._name(role, name),
            online=online,
            hour=hour(moment(view.last_heard_at)) if view else "",
            trouble=trouble,
            alarm=bool(trouble) or (not online and not (role == "counter" and self._is_closed(name))),
        )

    def _name(self, role: str, name: str) -> str:
        if role not in ("counter", "rating"):
            return name
        return next((one.number for one in self.hall.counters if one.id == name), name)

    def _trouble(self, station: str) -> str:
        bad = (one for one in self.state.devices if one.station == station and one.state not in FINE)
        return next((f"{one.device}:{one.state}" for one in bad), "")

    def _is_closed(self, counter: str) -> bool:
        return any(one.id == counter and one.state == "closed" for one in self.state.counters)

    def _named(self, name: str) -> Iterable[StationView]:
        return (one for one in self.state.stations if one.name == name)


def _arrived(one: TicketView) -> str:
    return one.waiting_since or one.issued_at
