"""The waiting lines: who stands where. Pure, in memory, ordered by how long each has waited.

A place is a service's line, or one counter's own line (people transferred to that counter).
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterator
from datetime import datetime
from typing import Final

from msgspec import Struct


class Waiting(Struct, frozen=True):
    """One person in line; less than whoever came later (``since``, then order of issue)."""

    since: datetime
    order: int
    ticket: str
    skip_until: datetime | None = None
    begins: datetime | None = None
    ends: datetime | None = None
    """The window of an appointment that was not called yet."""
    returning: bool = False

    def __lt__(self, other: Waiting) -> bool:
        return (self.since, self.order) < (other.since, other.order)

    def skipped_at(self, now: datetime) -> bool:
        return self.skip_until is not None and now < self.skip_until


class Line:
    """A line in two lanes, people with priority and the others, each earliest first.

    ``booked`` and ``returning`` count those with an appointment and those who come back.
    """

    __slots__ = ("booked", "others", "priority", "returning")

    def __init__(self) -> None:
        self.priority: list[Waiting] = []
        self.others: list[Waiting] = []
        self.booked = 0
        self.returning = 0

    def __len__(self) -> int:
        return len(self.priority) + len(self.others)

    def before(self, person: Waiting, *, priority: bool) -> int:
        """Return how many in a lane came before ``person``, who need not stand in it."""
        return bisect_left(self.lane(priority=priority), person)

    def join(self, person: Waiting, *, priority: bool) -> None:
        insort(self.lane(priority=priority), person)
        self._count(person, 1)

    def leave(self, person: Waiting, *, priority: bool) -> None:
        lane = self.lane(priority=priority)
        at = bisect_left(lane, person)
        if at < len(lane) and lane[at].ticket == person.ticket:
            self._count(lane.pop(at), -1)

    def _count(self, person: Waiting, step: int) -> None:
        self.booked += step * (person.begins is not None)
        self.returning += step * person.returning

    def lane(self, *, priority: bool) -> list[Waiting]:
        return self.priority if priority else self.others


NOBODY: Final = Line()


class Lines:
    """All lines of a hall by place."""

    def __init__(self) -> None:
        self._lines: dict[str, Line] = {}

    def at(self, place: str) -> Line:
        """Return the line there, to read."""
        return self._lines.get(place, NOBODY)

    def join(self, place: str, person: Waiting, *, priority: bool) -> None:
        self._lines.setdefault(place, Line()).join(person, priority=priority)

    def leave(self, place: str, person: Waiting, *, priority: bool) -> None:
        self.at(place).leave(person, priority=priority)

    def __iter__(self) -> Iterator[Waiting]:
        for line in self._lines.values():
            yield from line.priority
            yield from line.others


def counter_place(counter: str) -> str:
    """Return the place of a counter's own line; no service id starts with ``@``."""
    return f"@{counter}"
