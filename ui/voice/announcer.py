"""The order of announcements and how much is said of each. Pure; nothing is dropped or overlaps."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from ui.voice.words import Form


@dataclass(frozen=True, slots=True)
class Call:
    """One thing to announce; ``seq`` is the hub's, ``prefix`` the service's."""

    seq: int
    ticket: str
    counter: str
    prefix: str = ""
    elsewhere: bool = False
    """Another loudspeaker of the hall says it; here it only takes its time."""


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
    """One loudspeaker's queue."""

    def __init__(self) -> None:
        self._waiting: deque[Call] = deque()
        self._speaking: Call | None = None

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
        return Turn(self._speaking, form_under(len(self._waiting)))

    def finish(self) -> None:
        """The call that began is over."""
        self._speaking = None

    def clear(self) -> None:
        """A new day: what still waits is not said any more."""
        self._waiting.clear()
