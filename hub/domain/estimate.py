"""How long someone will wait, as an interval. Pure.

A queue is work over hands: people ahead times the mean time of service, shared among the open counters that
take it. The mean starts at the centre's ``typical_minutes`` and gives way to what was seen today.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import sqrt

from hub.domain.rules import Rules
from hub.domain.state import State

PRIOR_WEIGHT = 5
"""How many observed services the configured typical time is worth."""
SPREAD = 0.8
"""Standard deviation of one service over its mean, where too few were seen to tell."""
NINE_IN_TEN = 1.2816
"""Quantile of the normal distribution: nine in ten lie below mean + this × deviation."""


@dataclass(frozen=True, slots=True)
class Wait:
    """Half of the people wait at most ``likely_s``, nine in ten at most ``at_most_s``."""

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


def ahead_of_newcomer(state: State, rules: Rules, service: str, *, priority: bool) -> int:
    """Return how many of the service's line go before someone who joins it now."""
    line = state.lines.at(service)
    mode = rules.hall.priority.mode
    if not priority or mode == "none":
        return len(line)
    if mode == "strict":
        return len(line.priority)
    between = rules.hall.priority.others_between * (len(line.priority) + 1)
    return len(line.priority) + min(len(line.others), between)


def wait_of_newcomer(state: State, rules: Rules, service: str, *, priority: bool = False) -> Wait:
    """Return the wait of someone who joins the service's line now."""
    ahead = ahead_of_newcomer(state, rules, service, priority=priority)
    return wait_behind(state, rules, service, ahead)


def wait_behind(state: State, rules: Rules, service: str, ahead: int) -> Wait:
    """Return the wait of someone with ``ahead`` people of the same service before them.

    With no counter open the hall is thought to open one: true before the morning's first call.
    """
    hands = open_counters_for(state, service)
    mean_s = mean_service_s(state, rules, service)
    others_s = sum(_other_work_s(state, rules, counter, service) for counter in hands)
    busy = all(state.counter(counter).ticket is not None for counter in hands)
    count = max(1, len(hands))
    likely_s = (ahead * mean_s + others_s) / count + (mean_s / (count + 1) if busy else 0)
    people = ahead + others_s / mean_s + (1 if busy else 0)
    deviation_s = SPREAD * mean_s * sqrt(people) / count
    at_most_s = (likely_s + NINE_IN_TEN * deviation_s) * _pushed_back(rules)
    return Wait(_round_s(likely_s), max(_round_s(at_most_s), _round_s(likely_s) + 60))


def _other_work_s(state: State, rules: Rules, counter: str, service: str) -> float:
    """Return the seconds of work waiting at ``counter`` from its other services, its share of each."""
    total = 0.0
    for other in state.counter(counter).services or ():
        waiting = len(state.lines.at(other)) if other != service else 0
        if waiting:
            share = len(open_counters_for(state, other))
            total += waiting * mean_service_s(state, rules, other) / max(1, share)
    return total


def _pushed_back(rules: Rules) -> float:
    """Return how much priority visitors who come later may stretch a wait."""
    priority = rules.hall.priority
    return 1 + 1 / (priority.others_between + 1) if priority.mode == "interleaved" else 1.0


def _round_s(seconds: float) -> int:
    return round(seconds / 30) * 30
