"""How many of a line go before somebody, as far as one can tell now. Pure.

Without appointments and a rule for those who return it is arithmetic. With them the line is played: who is
called next, again and again, until it is the asker's turn; ``pace_s`` seconds from one call to the next.
Where a rule alternates, the asker is thought to be the one who waits.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final, TypeAlias

from hub.domain.lines import Line, Waiting
from hub.domain.policy import Policy

ASKER: Final = ""
"""The ticket id of whoever does not stand in the line yet; no ticket has it."""


_Lane: TypeAlias = tuple[bool, bool]
"""With priority, returning."""
LANES: Final[tuple[_Lane, ...]] = ((False, False), (False, True), (True, False), (True, True))
RETURNING: Final = ((False, True), (True, True))
ORDINARY: Final = ((False, False), (True, False))
FAVOURED: Final = ((True, False), (True, True))
OTHERS: Final = ((False, False), (False, True))


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
    booked = line.booked or asker.person.begins is not None
    if booked or (back and policy.returning != "in_turn"):
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
        favoured = {person.ticket for person in line.priority} | (
            {asker.person.ticket} if asker.favoured else set()
        )
        people = sorted({person.ticket: person for person in (*_everyone(line), asker.person)}.values())
        self.booked = sorted(
            (person for person in people if person.begins is not None), key=lambda one: (one.begins, one)
        )
        self.lanes: dict[_Lane, deque[Waiting]] = {lane: deque() for lane in LANES}
        for person in people:
            if person.begins is None:
                self.lanes[person.ticket in favoured, person.returning].append(person)
        self.since_priority: int | None = 0 if asker.favoured else None
        self.since_returning: int | None = 0 if asker.person.returning else None

    def next(self, at: datetime) -> Waiting:
        """Call somebody; there is always at least the asker."""
        first = self.booked[0] if self.booked else None
        if first is not None and first.begins is not None and first.begins - self.policy.early <= at:
            return self.booked.pop(0)
        lane = self._returning() or self._ordinary() or self._first(LANES)
        if lane is None:
            return self.booked.pop(0)
        self._note(lane)
        return self.lanes[lane].popleft()

    def _returning(self) -> _Lane | None:
        if self.policy.returning == "in_turn":
            return None
        since = self.since_returning
        if self.policy.returning == "first" or since is None or since >= self.policy.returning_between:
            return self._first(RETURNING)
        return None

    def _ordinary(self) -> _Lane | None:
        apart = self.policy.returning != "in_turn"
        if self.policy.priority == "none":
            return self._first(ORDINARY if apart else LANES)
        favoured = self._first(FAVOURED)
        other = self._first(OTHERS[:1] if apart else OTHERS)
        since = self.since_priority
        due = self.policy.priority == "strict" or since is None or since >= self.policy.others_between
        return favoured if favoured is not None and (other is None or due) else other

    def _first(self, lanes: Sequence[_Lane]) -> _Lane | None:
        """Return which of the lanes holds whoever came first."""
        filled = [lane for lane in lanes if self.lanes[lane]]
        return min(filled, key=lambda lane: self.lanes[lane][0], default=None)

    def _note(self, lane: _Lane) -> None:
        favoured, returning = lane
        if favoured:
            self.since_priority = 0
        elif self.since_priority is not None:
            self.since_priority += 1
        if returning:
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
