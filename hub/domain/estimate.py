"""How long someone will wait, as an interval that learns from its own mistakes. Pure.

A queue is work over hands: people ahead times the mean time of service, shared among the open counters that
take it. Two factors turn that expectation into the interval. Each call moves them: up a good step when the
wait was longer than said, down a small one when it was not, in the proportion that keeps half of the waits
below the one and four in five below the other, whatever the day is like (quantile tracking). Slow counters,
breaks between people and those who left are in it without a rule for each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from math import exp
from typing import Final

from config.appointments import Appointment
from hub.domain.ahead import ASKER, Asker, ahead_of, newcomer
from hub.domain.hours import with_breaks_s
from hub.domain.lines import Waiting
from hub.domain.policy import Policy
from hub.domain.rules import Rules
from hub.domain.state import GRACE_S, State, Ticket

PRIOR_WEIGHT: Final = 5
"""How many observed services the configured typical time is worth."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Half of the people wait at most ``likely_s``, four in five at most ``at_most_s``."""

    likely_s: int
    at_most_s: int


def mean_service_s(state: State, rules: Rules, service: str) -> float:
    """Return the mean seconds one person takes, learnt from today and weighed against the usual."""
    configured = rules.services.get(service)
    usual = state.learnt.get(service) or (configured.typical_minutes * 60 if configured else 480.0)
    times = state.service_times.get(service, ())
    return (usual * PRIOR_WEIGHT + sum(times)) / (PRIOR_WEIGHT + len(times))


def open_counters_for(state: State, service: str) -> list[str]:
    return [
        counter.id
        for counter in state.counters.values()
        if counter.state == "open" and counter.services and service in counter.services
    ]


def ahead_of_newcomer(state: State, rules: Rules, service: str, now: datetime, *, priority: bool) -> int:
    """Return how many of the service's line go before someone who joins it now."""
    line = state.lines.at(service)
    returning = rules.services[service].returning
    pace_s = pace_of(state, rules, service) if line.booked else 0.0
    asker = newcomer(now, favoured=priority, returning=returning, pace_s=pace_s)
    return ahead_of(line, asker, rules.line_policies[service])


def ahead_of_ticket(state: State, rules: Rules, ticket: Ticket, now: datetime) -> int:
    """Return how many of the ticket's line go before it, as far as one can tell now."""
    line = state.lines.at(ticket.place)
    policy = rules.line_policies.get(ticket.service, rules.policy)
    if ticket.counter is not None:
        policy = replace(policy, priority="strict", returning="in_turn")
    pace_s = pace_of(state, rules, ticket.service) if line.booked else 0.0
    return ahead_of(line, Asker(ticket.waiting, ticket.priority is not None, now, pace_s), policy)


def pace_of(state: State, rules: Rules, service: str) -> float:
    """Return the seconds from one call of the service's line to the next."""
    hands = len(open_counters_for(state, service))
    return mean_service_s(state, rules, service) / max(1, hands)


def wait_of_newcomer(
    state: State, rules: Rules, service: str, now: datetime, *, priority: bool = False
) -> Wait:
    """Return the wait of someone who joins the service's line at ``now``."""
    ahead = ahead_of_newcomer(state, rules, service, now, priority=priority)
    return wait_behind(state, rules, service, ahead, now)


def wait_of_booked(state: State, rules: Rules, appointment: Appointment, now: datetime) -> Wait:
    """Return the wait of someone who comes at ``now`` for an appointment: at least until its time."""
    person = Waiting(now, 2**62, ASKER, None, appointment.begins, appointment.ends)
    service = appointment.service
    asker = Asker(person, False, now, pace_of(state, rules, service))
    ahead = ahead_of(state.lines.at(service), asker, rules.line_policies[service])
    return not_before(person, rules, now, wait_behind(state, rules, service, ahead, now))


def not_before(person: Waiting, rules: Rules, now: datetime, wait: Wait) -> Wait:
    """Return ``wait``, but no shorter than until the person's appointment, if they have one."""
    if person.begins is None:
        return wait
    until_s = _round_s((person.begins - rules.policy.early - now).total_seconds())
    return Wait(max(wait.likely_s, until_s), max(wait.at_most_s, until_s + 60))


def wait_of_ticket(state: State, rules: Rules, ticket: Ticket, ahead: int, now: datetime) -> Wait:
    """Return the wait of a ticket in line with ``ahead`` people before it."""
    return not_before(ticket.waiting, rules, now, wait_behind(state, rules, ticket.service, ahead, now))


def wait_behind(state: State, rules: Rules, service: str, ahead: int, now: datetime) -> Wait:
    """Return the wait of someone with ``ahead`` people of the same service before them."""
    work_s = expected_work_s(state, rules, service, ahead)
    local = rules.local(now)
    likely_s, at_most_s = (
        with_breaks_s(rules.hall.hours, local, _stretched_s(work_s, stretch))
        for stretch in (state.likely_stretch, state.at_most_stretch)
    )
    likely = _round_s(likely_s)
    return Wait(likely, max(_round_s(at_most_s), likely + 60))


def _stretched_s(work_s: float, stretch: float) -> float:
    return max(0.0, (work_s + GRACE_S) * exp(stretch) - GRACE_S)


def expected_work_s(state: State, rules: Rules, service: str, ahead: int) -> float:
    """Return the seconds of work before one's turn.

    With no counter open the hall is thought to open one: true before the morning's first call.
    """
    hands = open_counters_for(state, service)
    mean_s = mean_service_s(state, rules, service)
    others_s = sum(_other_work_s(state, rules, counter, service, ahead) for counter in hands)
    busy = all(state.counter(counter).ticket is not None for counter in hands)
    count = max(1, len(hands))
    return (ahead * mean_s + others_s) / count + (mean_s / (count + 1) if busy else 0)


def _other_work_s(state: State, rules: Rules, counter: str, service: str, ahead: int) -> float:
    """Return the seconds of work at ``counter`` from its other services before ``service`` has its turn."""
    total = 0.0
    services = state.counter(counter).services or ()
    policy = rules.policies.get(counter, rules.policy)
    for other in services:
        waiting = len(state.lines.at(other)) if other != service else 0
        if waiting:
            before = _before(policy, services, other, service, waiting, ahead)
            share = len(open_counters_for(state, other))
            total += before * mean_service_s(state, rules, other) / max(1, share)
    return total


def _before(
    policy: Policy, services: Sequence[str], other: str, service: str, waiting: int, ahead: int
) -> float:
    """Return how many of the other service's people the counter's rule puts before ours."""
    if policy.order == "first_come":
        return waiting
    if policy.order == "in_order":
        return waiting if services.index(other) < services.index(service) else 0
    return min(waiting, (ahead + 1) * policy.weight(other) / policy.weight(service))


def _round_s(seconds: float) -> int:
    return round(seconds / 30) * 30
