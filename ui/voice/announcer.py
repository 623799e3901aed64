"""The order of announcements and how much is said of each. Pure; nothing is dropped or overlaps."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from ui.voice.words import Form

SURE_S = 0.5
"""After that a call has reached every loudspeaker of the hall."""


@dataclass(frozen=True, slots=True)
class Call:
    """One thing to announce; ``seq`` is the hub's, ``prefix`` the service's."""

    seq: int
    ticket: str
    counter: str
    prefix: str = ""
    elsewhere: bool = False
    """Another loudspeaker of the hall says it; here it only takes its time."""
    at_s: float | None = None
    """When it was called, by the hub's clock; None where no other loudspeaker need agree."""


@dataclass(frozen=True, slots=True)
class Turn:
    call: Call
    form: Form


def form_under(waiting: int) -> Form:
    """Return how much is said of a call while ``waiting`` others wait behind it."""
    if waiting == 0:
        return Form.FULL
    if waiting == 1:
        return Form.ONCE
    return Form.PLAIN if waiting <= 3 else Form.BRIEF


class Announcer:
    """One loudspeaker's queue.

    Loudspeakers that take turns must agree on how much each says. So a turn's form follows from the calls'
    own times and lengths, which all know, and not from the moment a call happened to arrive here.
    """

    def __init__(self) -> None:
        self._waiting: deque[Call] = deque()
        self._speaking: Call | None = None
        self._began_s = self._free_s = 0.0

    @property
    def waiting(self) -> int:
        return len(self._waiting)

    def add(self, call: Call) -> None:
        self._waiting.append(call)

    def begin(self) -> Turn | None:
        """Return the next call to speak; None while one is being spoken or nothing waits."""
        if self._speaking is not None or not self._waiting:
            return None
        self._speaking = self._waiting.popleft()
        return Turn(self._speaking, form_under(self._behind(self._speaking)))

    def _behind(self, call: Call) -> int:
        """Return how many wait behind ``call`` for all loudspeakers of the hall to know."""
        if call.at_s is None:
            return len(self._waiting)
        self._began_s = max(call.at_s, self._free_s)
        known_s = self._began_s - SURE_S
        return sum(1 for one in self._waiting if one.at_s is None or one.at_s <= known_s)

    def finish(self, lasts_s: float = 0.0) -> None:
        """The call that began is over; ``lasts_s`` is how long it takes to say."""
        self._speaking = None
        self._free_s = self._began_s + lasts_s

    def clear(self) -> None:
        """A new day: what still waits is not said any more."""
        self._waiting.clear()
