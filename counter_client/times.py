"""Moments and spans as the counter's screens count them. Pure but for ``HallClock``'s monotonic clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import lru_cache

DAYS_SPANS = 16_384
"""A wait and a service of every visit of a busy day: each new event asks for all of them again."""


def moment(text: str | None) -> datetime | None:
    """Return the time an ISO 8601 string with offset means; None for anything else."""
    try:
        found = datetime.fromisoformat(text or "")
    except ValueError:
        return None
    return found if found.tzinfo else None


def seconds_between(earlier: str | None, later: datetime | None) -> int:
    """Return whole seconds, never negative; 0 where either end is unknown."""
    start = moment(earlier)
    if start is None or later is None:
        return 0
    return max(0, int((later - start).total_seconds()))


@lru_cache(maxsize=DAYS_SPANS)
def span_s(earlier: str | None, later: str | None) -> int:
    """``seconds_between`` of two written times, remembered: what is over does not change any more."""
    return seconds_between(earlier, moment(later))


def hour(at: datetime | None) -> str:
    """``10:24``, or nothing."""
    return at.strftime("%H:%M") if at else ""


def as_stopwatch(seconds: int) -> str:
    """``03:12``, from an hour on ``1:03:12``."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes:02}:{rest:02}"


class HallClock:
    """The hub's business clock, carried on between its frames by a monotonic one.

    It may stand apart from this machine's clock (``--now``), so nothing is counted with the latter.
    """

    def __init__(self, monotonic_s: Callable[[], float]) -> None:
        self._monotonic_s = monotonic_s
        self._told: datetime | None = None
        self._told_at_s = 0.0

    def heard(self, text: str) -> None:
        """Take note of what the hub says the time is; an older reading than our own count changes nothing."""
        told = moment(text)
        here = self.now()
        if told is not None and (here is None or told > here or here - told > timedelta(minutes=1)):
            self._told, self._told_at_s = told, self._monotonic_s()

    def now(self) -> datetime | None:
        """The hub's present time in the centre's zone; None before the first word of it."""
        if self._told is None:
            return None
        return self._told + timedelta(seconds=self._monotonic_s() - self._told_at_s)
