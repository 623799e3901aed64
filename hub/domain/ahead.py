"""How many of a line go before somebody, as far as one can tell now. Pure.

Without appointments and a rule for those who return it is arithmetic. With them the line is played: who is
called next, again and again, until it is the asker's turn; ``pace_s`` seconds from one call to the next.
Where a rule alternates, the asker is thought to be the one who waits.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from hub.domain.lines import Line, Waiting
from hub.domain.policy import Policy

ASKER: Final = ""
"""The ticket id of whoever does not stand in the line yet; no ticket has it."""


@dataclass(frozen=True, slots=True)
class Asker:
    """Somebody in the line, or about to join it, with what the moment looks like to them."""

    person: Waiting
    favoured: bool
    now: datetime
    pace_s: float


def newcomer(now: datetime, *, favoured: bool, returning: bool, pace_s: float) -> Asker:
    """Return somebody who joins the line at ``now``, behind everyone in their lane."""
    person = Waiting(now, 2**62, ASKER, returning=returning)
    return Asker(person, favoured, now, pace_s)


def ahead_of(line: Line, asker: Asker, policy: Policy) -> int:
    back = line.returning or asker.person.returning
    if line.booked or (back and policy.returning != "in_turn"):
        return _played(line, asker, policy)
    return _reckoned(line, asker, policy)


def _reckoned(line: Line, asker: Asker, policy: Policy) -> int:
    before = line.before(asker.person, priority=asker.favoured)
    other_lane = line.lane(priority=not asker.favoured)
    if policy.priority == "none":
        return before + line.before(asker.person, priority=not asker.favoured)
    if asker.favoured:
        between = policy.others_between * (before + 1) if policy.priority == "interleaved" else 0
        return before + min(len(other_lane), between)
    if policy.priority == "strict":
        return before + len(other_lane)
    return before + min(len(other_lane), before // policy.others_between + 1)


# played -----------------------------------------------------------------------------------------------


class _Play:
    """The lanes of one line as they empty, and how long ago each alternating rule had its turn."""

    def __init__(self, line: Line, asker: Asker, policy: Policy) -> None:
        self.policy = policy
        self.favoured = {person.ticket for person in line.priority}
        if asker.favoured:
            self.favoured.add(asker.person.ticket)
        people = sorted({person.ticket: person for person in (*_everyone(line), asker.person)}.values())
        self.booked = sorted(
            (person for person in people if person.begins is not None), key=lambda one: (one.begins, one)
        )
        self.plain = [person for person in people if person.begins is None]
        self.since_priority: int | None = 0 if asker.favoured else None
        self.since_returning: int | None = 0 if asker.person.returning else None

    def next(self, at: datetime) -> Waiting:
        booked = self._due(at)
        if booked is not None:
            self.booked.remove(booked)
            return booked
        person = self._returning() or self._ordinary() or (self.plain or self.booked)[0]
        (self.plain if person.begins is None else self.booked).remove(person)
        self._note(person)
        return person

    def _due(self, at: datetime) -> Waiting | None:
        policy = self.policy
        for person in self.booked:
            if person.begins is not None and person.begins - policy.early <= at:
                return person
        return None

    def _returning(self) -> Waiting | None:
        if self.policy.returning == "in_turn":
            return None
        since = self.since_returning
        if self.policy.returning == "first" or since is None or since >= self.policy.returning_between:
            return self._first(lambda person: person.returning)
        return None

    def _ordinary(self) -> Waiting | None:
        alone = self.policy.returning == "in_turn"
        if self.policy.priority == "none":
            return self._first(lambda person: alone or not person.returning)
        favoured = self._first(lambda person: person.ticket in self.favoured)
        other = self._first(
            lambda person: person.ticket not in self.favoured and (alone or not person.returning)
        )
        since = self.since_priority
        due = self.policy.priority == "strict" or since is None or since >= self.policy.others_between
        return favoured if favoured is not None and (other is None or due) else other

    def _first(self, fits: Callable[[Waiting], bool]) -> Waiting | None:
        return next(filter(fits, self.plain), None)

    def _note(self, person: Waiting) -> None:
        favoured = person.ticket in self.favoured
        if favoured:
            self.since_priority = 0
        elif self.since_priority is not None:
            self.since_priority += 1
        if person.returning:
            self.since_returning = 0
        elif not favoured and self.since_returning is not None:
            self.since_returning += 1


def _everyone(line: Line) -> tuple[Waiting, ...]:
    return (*line.priority, *line.others)


def _played(line: Line, asker: Asker, policy: Policy) -> int:
    """An appointment whose time is over waits in turn like everybody."""
    if _is_late(asker.person, asker, policy):
        asker = replace(asker, person=_unbooked(asker.person))
    play = _Play(_without_late(line, asker, policy), asker, policy)
    step = timedelta(seconds=asker.pace_s)
    at = asker.now
    for ahead in range(len(line) + 1):
        if play.next(at).ticket == asker.person.ticket:
            return ahead
        at += step
    return len(line)


def _without_late(line: Line, asker: Asker, policy: Policy) -> Line:
    """Return the line with the appointments that are over turned into plain waiting."""
    plain = Line()
    for priority in (True, False):
        for person in line.lane(priority=priority):
            late = _is_late(person, asker, policy)
            plain.join(_unbooked(person) if late else person, priority=priority)
    return plain


def _is_late(person: Waiting, asker: Asker, policy: Policy) -> bool:
    return person.ends is not None and asker.now > person.ends + policy.late


def _unbooked(person: Waiting) -> Waiting:
    return Waiting(person.since, person.order, person.ticket, person.skip_until, returning=person.returning)
