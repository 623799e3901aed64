"""What a played day came to, in the numbers a leader asks for. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

from hub.simulation.day import Played, Wait


@dataclass(frozen=True, slots=True)
class ClassOfPeople:
    """Waits of one class, in minutes."""

    people: int
    median_min: float
    p90_min: float
    longest_min: float


@dataclass(frozen=True, slots=True)
class Outcome:
    """``overtaken`` is the share of people without priority who saw a later comer of their line called first;
    ``kept`` the share of waits that stayed within what the ticket promised at most."""

    policy: str
    everyone: ClassOfPeople
    priority: ClassOfPeople
    others: ClassOfPeople
    returning: ClassOfPeople
    utilisation: float
    overtaken: float
    kept: float
    refused: int
    never_called: int


def summarise(policy: str, days: Sequence[Played]) -> Outcome:
    everything = [wait for day in days for wait in day.waits]
    waits = [wait for wait in everything if not wait.returning]
    busy_s = sum(sum(day.busy_s.values()) for day in days)
    open_s = sum(day.open_s * max(1, len(day.busy_s)) for day in days)
    return Outcome(
        policy=policy,
        everyone=_class(waits),
        priority=_class(wait for wait in waits if wait.priority),
        others=_class(wait for wait in waits if not wait.priority),
        returning=_class(wait for wait in everything if wait.returning),
        utilisation=busy_s / open_s if open_s else 0.0,
        overtaken=_overtaken(days),
        kept=kept(waits),
        refused=sum(day.refused for day in days),
        never_called=sum(day.never_called for day in days),
    )


def kept(waits: Sequence[Wait]) -> float:
    """Return the share of real waits that stayed within the promise, of people who had to wait."""
    judged = [wait for wait in waits if wait.ahead or wait.waited_s]
    return sum(wait.waited_s <= wait.at_most_s for wait in judged) / len(judged) if judged else 1.0


def _class(waits: Iterable[Wait]) -> ClassOfPeople:
    minutes = sorted(wait.waited_s / 60 for wait in waits)
    if not minutes:
        return ClassOfPeople(0, 0.0, 0.0, 0.0)
    p90 = minutes[min(len(minutes) - 1, int(0.9 * len(minutes)))]
    return ClassOfPeople(len(minutes), median(minutes), p90, minutes[-1])


def _overtaken(days: Sequence[Played]) -> float:
    passed = total = 0
    for day in days:
        lines: dict[str, list[Wait]] = {}
        for wait in (wait for wait in day.waits if not wait.returning):
            lines.setdefault(wait.service, []).append(wait)
        for line in lines.values():
            others = [wait for wait in line if not wait.priority]
            total += len(others)
            passed += sum(_was_overtaken(wait, line) for wait in others)
    return passed / total if total else 0.0


def _was_overtaken(wait: Wait, line: Sequence[Wait]) -> bool:
    """``line`` is in the order of calls."""
    for earlier_call in line:
        if earlier_call is wait:
            return False
        if earlier_call.issued_at > wait.issued_at:
            return True
    return False


def as_table(outcomes: Sequence[Outcome]) -> str:
    """Return the outcomes as a table for a terminal; waits in minutes: median, p90, longest."""
    wide = max([8, *(len(each.policy) for each in outcomes)]) + 2
    back = any(each.returning.people for each in outcomes)
    columns = ("everyone", "priority", "others", *(("returning",) if back else ()))
    names = "".join(f"{name:>20}" for name in columns)
    rows = [f"{'policy':<{wide}}{names}{'busy':>7}{'passed':>8}{'kept':>7}{'left':>6}"]
    for each in outcomes:
        classes = "".join(f"{_waits(getattr(each, name)):>20}" for name in columns)
        shares = f"{each.utilisation:>7.0%}{each.overtaken:>8.0%}{each.kept:>7.0%}{each.never_called:>6}"
        rows.append(f"{each.policy:<{wide}}{classes}{shares}")
    return "\n".join([*rows, "", LEGEND])


LEGEND = """\
waits in minutes: median / 90th of 100 / longest · busy: counters' time with people
passed: of those without priority, who saw a later comer go first · left: never called
kept: waits within what the ticket said at most"""


def _waits(people: ClassOfPeople) -> str:
    return f"{people.median_min:.0f} / {people.p90_min:.0f} / {people.longest_min:.0f}"
