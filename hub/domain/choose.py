"""Who is next at a counter, and why. Pure.

The order of the questions: has someone waited longer than the ageing cap; was someone sent to this very
counter; is it a priority visitor's turn; else whoever of the counter's services came first, or the
first of the first-listed service that has anybody (``calling.services``).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from hub.domain.lines import Line, Waiting, counter_place
from hub.domain.rules import Rules
from hub.domain.state import CounterNow, State
from hub.messages.reasons import Reason


@dataclass(frozen=True, slots=True)
class Choice:
    """``ticket`` is the id of who is next, ``reason`` why."""

    ticket: str
    reason: Reason


@dataclass(frozen=True, slots=True)
class _Floor:
    """What one choice looks at: the counter's own line and the lines of its services."""

    own: Line
    lines: tuple[Line, ...]
    now: datetime
    rules: Rules
    counter: CounterNow

    def first(self, lanes: Iterable[list[Waiting]], fits: Callable[[Waiting], bool]) -> Waiting | None:
        """Return whoever came first among the first fitting person of each lane."""
        heads = (next(filter(fits, lane), None) for lane in lanes)
        return min((head for head in heads if head is not None), default=None)

    def in_line(self, lanes: Iterable[list[Waiting]], fits: Callable[[Waiting], bool]) -> Waiting | None:
        """Return who comes first among the services' lanes, by the centre's rule for their order."""
        if self.rules.hall.calling.services == "first_come":
            return self.first(lanes, fits)
        heads = (next(filter(fits, lane), None) for lane in lanes)
        return next((head for head in heads if head is not None), None)

    def all_lanes(self) -> Iterator[list[Waiting]]:
        for line in (self.own, *self.lines):
            yield line.priority
            yield line.others


def choose_next(state: State, counter: CounterNow, rules: Rules, now: datetime) -> Choice | None:
    """Return who the counter calls next, or None when nobody waits for it.

    Someone who did not answer is passed over until ``skip_until``, unless there is nobody else.
    """
    services = counter.services or rules.counters[counter.id].services
    floor = _Floor(
        own=state.lines.at(counter_place(counter.id)),
        lines=tuple(state.lines.at(service) for service in services),
        now=now,
        rules=rules,
        counter=counter,
    )
    choice = _aged(floor) or _ordinary(floor, lambda person: not person.skipped_at(now))
    if choice is None:
        choice = _chosen(floor.first(floor.all_lanes(), lambda person: True), "absent_again")
    return _named(state, choice)


def _aged(floor: _Floor) -> Choice | None:
    """Nobody who waited past the cap is passed over, not even for priority."""
    limit = floor.now - timedelta(minutes=floor.rules.hall.calling.ageing_cap_minutes)
    person = floor.first(floor.all_lanes(), lambda person: True)
    return Choice(person.ticket, "ageing") if person is not None and person.since < limit else None


def _ordinary(floor: _Floor, fits: Callable[[Waiting], bool]) -> Choice | None:
    own = floor.first([floor.own.priority], fits) or floor.first([floor.own.others], fits)
    if own is not None:
        return _chosen(own, "for_this_counter")
    other = floor.in_line((line.others for line in floor.lines), fits)
    favoured = floor.in_line((line.priority for line in floor.lines), fits)
    if floor.rules.hall.priority.mode == "none":
        first = min((person for person in (other, favoured) if person is not None), default=None)
        return _chosen(first, "in_turn")
    if favoured is not None and (other is None or _priority_is_due(floor)):
        return Choice(favoured.ticket, "priority")
    return _chosen(other, "in_turn")


def _chosen(person: Waiting | None, reason: Reason) -> Choice | None:
    return None if person is None else Choice(person.ticket, reason)


def _priority_is_due(floor: _Floor) -> bool:
    priority = floor.rules.hall.priority
    since = floor.counter.others_since_priority
    return priority.mode == "strict" or since is None or since >= priority.others_between


def _named(state: State, choice: Choice | None) -> Choice | None:
    """Say ``returning`` of someone in turn who already sat at another counter today."""
    if choice is not None and choice.reason == "in_turn" and state.tickets[choice.ticket].transferred_from:
        return Choice(choice.ticket, "returning")
    return choice
