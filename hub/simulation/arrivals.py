"""Who comes, when and with what: from a log, or made up from a seed. No clock: the day is given."""

from __future__ import annotations

import csv
import math
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Final

from config.model import Hall, Service
from hub.domain.hours import sessions_on
from hub.errors import HubError

PRIORITY_SHARE: Final = 0.12
MORNING_RUSH: Final = ((0.0, 0.6), (0.12, 1.7), (0.35, 1.2), (0.7, 0.9), (1.0, 0.25))
"""Share of a session gone by → how busy it is then, over the mean; straight lines between."""
SERVICE_SPREAD: Final = 0.55
"""Standard deviation of the logarithm of a service time."""


class BadArrivals(HubError):
    """A log of arrivals cannot be used; ``why`` names the line."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path
        self.why = why


@dataclass(frozen=True, slots=True)
class Arrival:
    """One person. ``at`` is local time of the centre, ``service_s`` how long their business takes."""

    at: datetime
    service: str
    priority: str | None
    service_s: float


def made_up(hall: Hall, day: date, visits: int, seed: int) -> list[Arrival]:
    """Return ``visits`` people over the sessions of ``day``, with a rush after each opening.

    Busier services have more counters; service times are log-normal about the centre's ``typical_minutes``.
    """
    chance = random.Random(seed)
    hands = {service.id: 0.0 for service in hall.services}
    for counter in hall.counters:
        for service in counter.services:
            hands[service] += 1 / len(counter.services)
    weights = [hands[service.id] / service.typical_minutes for service in hall.services]
    chosen = chance.choices(hall.services, weights, k=visits)
    moments = sorted(_moment(hall, day, chance) for _ in range(visits))
    return [_person(hall, at, service, chance) for at, service in zip(moments, chosen, strict=True)]


def _moment(hall: Hall, day: date, chance: random.Random) -> datetime:
    sessions = sessions_on(hall.hours, day) or hall.hours.sessions
    spans = [
        (_on(day, session.opens), _on(day, session.issue_until or session.closes)) for session in sessions
    ]
    lengths = [(ends - begins).total_seconds() for begins, ends in spans]
    (begins, ends) = chance.choices(spans, [length**1.15 for length in lengths])[0]
    highest = max(busy for _, busy in MORNING_RUSH)
    while True:
        share = chance.random()
        if chance.random() * highest <= _busy(share):
            return begins + (ends - begins) * share


def _busy(share: float) -> float:
    for (left, low), (right, high) in pairwise(MORNING_RUSH):
        if left <= share <= right:
            return low + (high - low) * (share - left) / (right - left)
    return 0.0


def _person(hall: Hall, at: datetime, service: Service, chance: random.Random) -> Arrival:
    reasons = [reason.id for reason in hall.priority.reasons]
    priority = chance.choice(reasons) if reasons and chance.random() < PRIORITY_SHARE else None
    mean_s = service.typical_minutes * 60
    median_s = mean_s * math.exp(-(SERVICE_SPREAD**2) / 2)
    taken_s = chance.lognormvariate(math.log(median_s), SERVICE_SPREAD)
    return Arrival(at, service.id, priority, max(20.0, taken_s))


def _on(day: date, moment: time) -> datetime:
    return datetime.combine(day, moment)


# from a log ---------------------------------------------------------------------------------------------


def from_csv(path: Path, hall: Hall) -> list[Arrival]:
    """Read ``arrival`` (ISO) and ``service``; if there, ``priority``, ``service_s`` or ``start`` and ``end``.

    A service the centre does not have is shared out over those it has, always the same way.

    Raises:
        BadArrivals: no such file or columns, or a line that cannot be read.
    """
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            return sorted(_from_rows(csv.DictReader(file), path, hall), key=lambda arrival: arrival.at)
    except OSError as error:
        raise BadArrivals(path, error.strerror or str(error)) from error


def _from_rows(rows: Iterable[dict[str, str]], path: Path, hall: Hall) -> Iterator[Arrival]:
    services = {service.id: service for service in hall.services}
    priorities = {reason.id for reason in hall.priority.reasons}
    for number, row in enumerate(rows, start=2):
        try:
            at = datetime.fromisoformat(row["arrival"]).replace(tzinfo=None)
            named = row["service"]
            taken_s = _taken_s(row)
        except (KeyError, TypeError, ValueError) as error:
            raise BadArrivals(path, f"line {number}: {error}") from error
        stand_in = hall.services[sum(named.encode()) % len(hall.services)]
        service = services.get(named, stand_in)
        priority = row.get("priority") or None
        yield Arrival(
            at,
            service.id,
            priority if priority in priorities else None,
            taken_s or service.typical_minutes * 60,
        )


def _taken_s(row: dict[str, str]) -> float:
    if row.get("service_s"):
        return float(row["service_s"])
    if row.get("start") and row.get("end"):
        taken = datetime.fromisoformat(row["end"]) - datetime.fromisoformat(row["start"])
        return max(0.0, taken.total_seconds())
    return 0.0


def days_of(arrivals: list[Arrival]) -> dict[date, list[Arrival]]:
    """Return the people by day, in order."""
    days: dict[date, list[Arrival]] = {}
    for arrival in arrivals:
        days.setdefault(arrival.at.date(), []).append(arrival)
    return days


def moved_to(arrivals: list[Arrival], day: date) -> list[Arrival]:
    """Return the same people on another day."""
    shift = timedelta(days=(day - arrivals[0].at.date()).days) if arrivals else timedelta(0)
    return [Arrival(each.at + shift, each.service, each.priority, each.service_s) for each in arrivals]
