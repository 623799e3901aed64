"""When a centre issues numbers and when its day is over. Pure; local times of the centre."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Final

from config.model import Hours, Session, Weekday

WEEKDAYS: Final[tuple[Weekday, ...]] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def sessions_on(hours: Hours, day: date) -> tuple[Session, ...]:
    return hours.sessions if WEEKDAYS[day.weekday()] in hours.days else ()


def is_issuing(hours: Hours, local: datetime) -> bool:
    moment = local.time()
    return any(
        session.opens <= moment < (session.issue_until or session.closes)
        for session in sessions_on(hours, local.date())
    )


def next_issuing(hours: Hours, local: datetime) -> datetime | None:
    """Return when numbers are next given out, within the coming week."""
    for ahead in range(8):
        day = local.date() + timedelta(days=ahead)
        for opens in sorted(session.opens for session in sessions_on(hours, day)):
            moment = datetime.combine(day, opens, local.tzinfo)
            if moment > local:
                return moment
    return None


def is_over(hours: Hours, local: datetime) -> bool:
    """True once the last session of ``local``'s day has closed, and all day when there is none."""
    closing: time = max((session.closes for session in sessions_on(hours, local.date())), default=time.min)
    return local.time() >= closing


def with_breaks_s(hours: Hours, local: datetime, work_s: float) -> float:
    """Return how long ``work_s`` seconds of work last by the clock, the breaks until then included.

    Nobody is sent away at the last closing time, so what is left then goes on without a break.
    """
    begins_s = _s(local.time())
    ends_s = begins_s + work_s
    for before, after in pairwise(sessions_on(hours, local.date())):
        pause_begins_s, pause_ends_s = _s(before.closes), _s(after.opens)
        if begins_s < pause_ends_s and ends_s > pause_begins_s:
            ends_s += pause_ends_s - max(begins_s, pause_begins_s)
    return ends_s - begins_s


def _s(clock: time) -> float:
    return clock.hour * 3600 + clock.minute * 60 + clock.second + clock.microsecond / 1e6
