"""Whom a clerk can find by number, and which lines a walk-in can join. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from config.mistakes import fold
from config.model import Hall
from config.text import say
from counter_client.console_props import named
from hub.messages.views import HallState, TicketView

FOUND_SHOWN = 30
ACTS = {"waiting": "call_ticket", "parked": "call_ticket", "no_show": "reinstate"}
"""By the state of a ticket: what can be done to it from here."""


@dataclass(frozen=True, slots=True)
class FoundRow:
    key: str
    number: str
    service: str
    standing: str
    priority: str
    priority_key: str
    act: str


@dataclass(frozen=True, slots=True)
class WalkInRow:
    key: str
    prefix: str
    name: str
    waiting: int
    issuing: bool


@dataclass(frozen=True, slots=True)
class PriorityRow:
    key: str
    name: str


def derive_found(
    state: HallState | None, hall: Hall | None, query: str, language: str
) -> tuple[FoundRow, ...]:
    """Return who of today's hall has a number like ``query`` (``A012``, ``a12`` or only ``12``)."""
    wanted = query.strip().upper()
    if state is None or hall is None or not wanted:
        return ()
    hits = [one for one in state.tickets if one.state in ACTS and _like(one.number, wanted)]
    hits.sort(key=lambda one: (not _is(one.number, wanted), one.number))
    return tuple(_found(one, hall, language) for one in hits[:FOUND_SHOWN])


def _found(one: TicketView, hall: Hall, language: str) -> FoundRow:
    return FoundRow(
        one.id,
        one.number,
        named(hall.services, one.service, language),
        one.state,
        named(hall.priority.reasons, one.priority, language) if one.priority else "",
        one.priority or "",
        ACTS[one.state],
    )


def _parts(number: str) -> tuple[str, str]:
    """Split into letters and digits; the digits without leading zeros."""
    digits = "".join(letter for letter in number if letter.isdigit())
    letters = "".join(letter for letter in number if letter.isalpha())
    return letters, digits.lstrip("0")


def _is(number: str, wanted: str) -> bool:
    letters, digits = _parts(wanted)
    return _parts(number) == (letters, digits) or (not letters and _parts(number)[1] == digits)


def _like(number: str, wanted: str) -> bool:
    return _is(number, wanted) or wanted in number


def derive_walk_in(
    state: HallState | None, hall: Hall | None, counter: str, query: str, language: str
) -> tuple[WalkInRow, ...]:
    """Return the lines that match ``query``, this counter's own first."""
    if state is None or hall is None:
        return ()
    views = {one.id: one for one in state.services}
    mine = next((one.services for one in state.counters if one.id == counter), [])
    words = [fold(word) for word in query.split()]
    rows = [
        WalkInRow(
            one.id,
            one.prefix,
            say(one.name, language),
            views[one.id].waiting if one.id in views else 0,
            views[one.id].issuing if one.id in views else True,
        )
        for one in hall.services
    ]
    rows.sort(key=lambda row: mine.index(row.key) if row.key in mine else len(mine))
    return tuple(row for row in rows if all(word in fold(f"{row.prefix} {row.name}") for word in words))


def derive_priorities(hall: Hall | None, language: str) -> tuple[PriorityRow, ...]:
    """Return no priority first, then the centre's reasons."""
    if hall is None:
        return ()
    reasons = (PriorityRow(one.id, say(one.name, language)) for one in hall.priority.reasons)
    return (PriorityRow("", ""), *reasons)
