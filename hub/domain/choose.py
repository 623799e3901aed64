"""Who is next at a counter, and why. Pure.

The order of the questions: has someone waited longer than the ageing cap; was someone sent to this very
counter; is somebody's appointment now; does somebody come back from another counter; is it a priority
visitor's turn; else an ordinary one, by the counter's rule for its services: whoever came first, the first
of the first-listed service that has anybody, or by the services' weights.

An appointment whose time has not come is passed over while anybody else waits, and its holder's patience is
counted from then; once called it is spent.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from hub.domain.lines import Line, Waiting, counter_place
from hub.domain.policy import Policy
from hub.domain.rules import Rules
from hub.domain.state import CounterNow, State
from hub.messages.reasons import Reason

Fits: TypeAlias = Callable[[Waiting], bool]


@dataclass(frozen=True, slots=True)
class Choice:
    """``ticket`` is the id of who is next, ``reason`` why.

    ``credits`` are what the counter owes each of its services from now on, where their weights chose.
    """

    ticket: str
    reason: Reason
    credits: Mapping[str, int] | None = None


@dataclass(frozen=True, slots=True)
class _Floor:
    """What one choice looks at: the counter's own line and the lines of its services."""

    own: Line
    lines: Mapping[str, Line]
    now: datetime
    policy: Policy
    counter: CounterNow

    def first(self, lanes: Iterable[list[Waiting]], fits: Fits) -> Waiting | None:
        """Return whoever came first among the first fitting person of each lane."""
        heads = (next(filter(fits, lane), None) for lane in lanes)
        return min((head for head in heads if head is not None), default=None)

    def all_lanes(self) -> Iterator[list[Waiting]]:
        for line in (self.own, *self.lines.values()):
            yield line.priority
            yield line.others

    def is_early(self, person: Waiting) -> bool:
        return person.begins is not None and self.now < person.begins - self.policy.early

    def is_due(self, person: Waiting) -> bool:
        if person.begins is None or person.ends is None:
            return False
        return person.begins - self.policy.early <= self.now <= person.ends + self.policy.late


def choose_next(state: State, counter: CounterNow, rules: Rules, now: datetime) -> Choice | None:
    """Return who the counter calls next, or None when nobody waits for it.

    Someone who did not answer is passed over until ``skip_until``, unless there is nobody else.
    """
    services = counter.services or rules.counters[counter.id].services
    floor = _Floor(
        own=state.lines.at(counter_place(counter.id)),
        lines={service: state.lines.at(service) for service in services},
        now=now,
        policy=rules.policies[counter.id],
        counter=counter,
    )
    choice = _aged(floor) or _turn(floor) or _last_resort(floor)
    return _named(state, choice)


def _aged(floor: _Floor) -> Choice | None:
    """Nobody who waited past the cap is passed over, not even for priority."""
    limit = floor.now - floor.policy.ageing_cap
    lanes = (_longest_waiting(lane, floor) for lane in floor.all_lanes())
    since, person = min((pair for pair in lanes if pair is not None), default=(limit, None))
    return Choice(person.ticket, "ageing") if person is not None and since < limit else None


def _longest_waiting(lane: list[Waiting], floor: _Floor) -> tuple[datetime, Waiting] | None:
    """Return who waited longest and since when; the time before an appointment is no waiting."""
    best: tuple[datetime, Waiting] | None = None
    for person in lane:
        if best is not None and person.since >= best[0]:
            break
        if person.begins is None:
            return (person.since, person) if best is None or person.since < best[0] else best
        since = max(person.since, person.begins - floor.policy.early)
        if since <= floor.now and (best is None or since < best[0]):
            best = since, person
    return best


def _turn(floor: _Floor) -> Choice | None:
    def fits(person: Waiting) -> bool:
        return not person.skipped_at(floor.now) and not floor.is_early(person)

    own = floor.first([floor.own.priority], fits) or floor.first([floor.own.others], fits)
    if own is not None:
        return Choice(own.ticket, "for_this_counter")
    booked = _booked(floor, fits)
    if booked is not None:
        return Choice(booked.ticket, "appointment")
    if floor.policy.returning == "in_turn":
        return _ordinary(floor, fits)
    return _with_returning(floor, fits)


def _booked(floor: _Floor, fits: Fits) -> Waiting | None:
    """Return whose appointment it is, the earliest window first."""
    due = [
        person
        for line in floor.lines.values()
        if line.booked
        for lane in (line.priority, line.others)
        for person in lane
        if floor.is_due(person) and fits(person)
    ]
    return min(due, key=lambda person: (person.begins, person.since, person.order), default=None)


def _with_returning(floor: _Floor, fits: Fits) -> Choice | None:
    lanes = [lane for line in floor.lines.values() for lane in (line.priority, line.others)]
    back = floor.first(lanes, lambda person: person.returning and fits(person))
    if back is None:
        return _ordinary(floor, fits)
    since = floor.counter.others_since_returning
    its_turn = since is None or since >= floor.policy.returning_between
    if floor.policy.returning == "first" or its_turn:
        return Choice(back.ticket, "returning")
    ordinary = _ordinary(floor, lambda person: not person.returning and fits(person))
    return ordinary or Choice(back.ticket, "returning")


def _ordinary(floor: _Floor, fits: Fits) -> Choice | None:
    if floor.policy.priority == "none":
        both = {
            service: floor.first([line.priority, line.others], fits) for service, line in floor.lines.items()
        }
        return _by_services(floor, both)
    favoured = _by_services(
        floor, {service: floor.first([line.priority], fits) for service, line in floor.lines.items()}
    )
    other = _by_services(
        floor, {service: floor.first([line.others], fits) for service, line in floor.lines.items()}
    )
    if favoured is not None and (other is None or _priority_is_due(floor)):
        return Choice(favoured.ticket, "priority", favoured.credits)
    return other


def _by_services(floor: _Floor, heads: Mapping[str, Waiting | None]) -> Choice | None:
    """Return who comes first by the counter's rule for its services; ``heads`` are in the counter's order."""
    waiting = {service: person for service, person in heads.items() if person is not None}
    if not waiting:
        return None
    if floor.policy.order == "first_come":
        return Choice(min(waiting.values()).ticket, "in_turn")
    if floor.policy.order == "in_order":
        return Choice(next(iter(waiting.values())).ticket, "in_turn")
    service, credits = _weighed(waiting, floor.policy, floor.counter.credits)
    return Choice(waiting[service].ticket, "in_turn", credits)


def _weighed(
    waiting: Iterable[str], policy: Policy, owed: Mapping[str, int]
) -> tuple[str, Mapping[str, int]]:
    """Return the service whose turn it is, and what is owed then (smooth weighted round robin).

    Every service with somebody waiting is owed its weight more; the one owed most is called and pays them
    all. A service without anybody is owed nothing: it does not save up turns.
    """
    credits = {service: owed.get(service, 0) + policy.weight(service) for service in waiting}
    chosen = max(credits, key=lambda service: credits[service])
    credits[chosen] -= sum(map(policy.weight, credits))
    return chosen, credits


def _priority_is_due(floor: _Floor) -> bool:
    since = floor.counter.others_since_priority
    return floor.policy.priority == "strict" or since is None or since >= floor.policy.others_between


def _last_resort(floor: _Floor) -> Choice | None:
    """Nobody else waits: whoever did not answer a moment ago, else whose appointment is still to come."""
    absent = floor.first(floor.all_lanes(), lambda person: not floor.is_early(person))
    if absent is not None:
        return Choice(absent.ticket, "absent_again")
    early = [person for lane in floor.all_lanes() for person in lane]
    booked = min(early, key=lambda person: (person.begins or person.since, person.order), default=None)
    return Choice(booked.ticket, "in_turn") if booked is not None else None


def _named(state: State, choice: Choice | None) -> Choice | None:
    """Say ``returning`` of someone in turn who already sat at another counter today."""
    if choice is not None and choice.reason == "in_turn" and state.tickets[choice.ticket].transferred_from:
        return Choice(choice.ticket, "returning", choice.credits)
    return choice
