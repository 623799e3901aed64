"""The log as sentences need it: names in place of ids, and what the reader typed as a question. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from config.mistakes import fold
from config.model import Hall
from counter_client.console_props import named
from counter_client.fee import in_dong
from counter_client.help_calls import place_name
from counter_client.times import moment
from hub.messages.views import AuditRow, HallState


@dataclass(frozen=True, slots=True)
class AuditLine:
    """One row; QML makes its sentence of ``ev`` and the rest, all of it names and not ids."""

    key: str
    day: str
    hour: str
    ev: str
    by_kind: str
    by_name: str
    number: str
    counter: str
    to: str
    service: str
    reason: str
    clerk: str
    station: str
    priority: str
    amount: str
    outcome: str
    score: int


def derive_audit(rows: Sequence[AuditRow], hall: Hall | None, language: str) -> tuple[AuditLine, ...]:
    return tuple(_line(row, hall, language) for row in rows) if hall else ()


def _line(row: AuditRow, hall: Hall, language: str) -> AuditLine:
    kind, _, name = row.by.partition(":")
    numbers = {one.id: one.number for one in hall.counters}
    at = moment(row.at)
    return AuditLine(
        key=str(row.seq),
        day=at.strftime("%d/%m") if at else "",
        hour=at.strftime("%H:%M:%S") if at else "",
        ev=row.ev,
        by_kind=kind,
        by_name=place_name(hall, kind, name),
        number=row.number or "",
        counter=numbers.get(row.counter or "", row.counter or ""),
        to=numbers.get(row.to_counter or "", row.to_counter or ""),
        service=named(hall.services, row.service, language) if row.service else "",
        reason=row.reason or row.text or "",
        clerk=next((one.name for one in hall.clerks if one.id == row.clerk), row.clerk or ""),
        station=numbers.get(row.station or "", row.station or ""),
        priority=named(hall.priority.reasons, row.priority, language) if row.priority else "",
        amount=in_dong(row.amount_vnd) if row.amount_vnd else "",
        outcome=row.outcome or "",
        score=row.score or 0,
    )


def question(text: str, state: HallState | None, hall: Hall | None) -> dict[str, str] | None:
    """Return the words of ``audit`` for what was typed: a number of today, a counter, or a machine.

    Nothing typed asks for everything; None: there is no such thing.
    """
    wanted = text.strip()
    if not wanted or state is None or hall is None:
        return {}
    ticket = next((one.id for one in state.tickets if one.number == wanted.upper()), None)
    if ticket is not None:
        return {"ticket": ticket}
    number = fold(wanted).removeprefix("quay").strip()
    counter = next((one.id for one in hall.counters if number in (fold(one.number), fold(one.id))), None)
    if counter is not None:
        return {"counter": counter}
    machines = [one.id for one in hall.kiosks] + [one.id for one in hall.displays]
    machines += [one.name for one in state.stations]
    station = next((one for one in machines if fold(one) == fold(wanted)), None)
    return {"station": station} if station else None
