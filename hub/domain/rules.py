"""A centre's configuration, indexed for the questions the rules ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, tzinfo
from zoneinfo import ZoneInfo

from config.appointments import Appointment
from config.model import Counter, Hall, Service
from hub.domain.policy import Policy, policy_of, same_line
from hub.messages.frames import Role


class Rules:
    """Built once per configuration; everything in it is read-only."""

    def __init__(self, hall: Hall, appointments: Mapping[str, Appointment] | None = None) -> None:
        """``appointments`` by plain code; None: the centre has no list of them."""
        self.hall = hall
        self.appointments = appointments
        self.zone: tzinfo = ZoneInfo(hall.centre.timezone)
        self.services: Mapping[str, Service] = {service.id: service for service in hall.services}
        self.counters: Mapping[str, Counter] = {counter.id: counter for counter in hall.counters}
        self.counters_for: Mapping[str, tuple[str, ...]] = {
            service: tuple(counter.id for counter in hall.counters if service in counter.services)
            for service in self.services
        }
        self.policy = policy_of(hall)
        self.policies: Mapping[str, Policy] = {
            counter.id: policy_of(hall, counter) for counter in hall.counters
        }
        self.line_policies = {service: self._line_policy(service) for service in self.services}
        self.clerks = {clerk.id: clerk for clerk in hall.clerks}
        self.kiosk_services = {kiosk.id: frozenset(kiosk.services) for kiosk in hall.kiosks}
        self.displays = frozenset(display.id for display in hall.displays)
        self.stations = frozenset((*self.kiosk_services, *self.counters, *self.displays))
        self.priorities = frozenset(reason.id for reason in hall.priority.reasons)
        self.scores = frozenset(level.score for level in hall.rating.levels)
        self.rating_reasons = frozenset(reason.id for reason in hall.rating.reasons)

    def _line_policy(self, service: str) -> Policy:
        """Return by which policy a service's line is thought to move: its counters' if they agree on it."""
        policies = [self.policies[counter] for counter in self.counters_for[service]]
        first = policies[0] if policies else self.policy
        return first if all(same_line(first, other) for other in policies) else self.policy

    def knows(self, actor: Actor) -> bool:
        """Return whether the centre has this station; gateways and supervisors are named as one likes."""
        match actor.role:
            case "kiosk":
                return actor.name in self.kiosk_services
            case "display":
                return actor.name in self.displays
            case "counter" | "rating":
                return actor.name in self.counters
            case _:
                return True

    def local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone)

    def day_of(self, moment: datetime) -> str:
        """Return the business day of ``moment``, ``YYYY-MM-DD`` in the centre's zone."""
        return self.local(moment).date().isoformat()


@dataclass(frozen=True, slots=True)
class Actor:
    """The paired device a command came from; a counter or rating device is named after its counter."""

    role: Role
    name: str

    def __str__(self) -> str:
        return f"{self.role}:{self.name}"


HUB_ITSELF = Actor("supervisor", "hub")


@dataclass(frozen=True, slots=True)
class Context:
    """What a decision depends on besides the state and the command.

    ``numbers_of`` tells the last numbers ever given on a day, per service (asked only when a day begins).
    """

    now: datetime
    actor: Actor
    rules: Rules
    new_token: Callable[[], str]
    numbers_of: Callable[[str], Mapping[str, int]]
