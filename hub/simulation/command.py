"""``motcua-hub simulate``: play a day under several policies and compare them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

from config.loader import load
from config.model import Hall
from hub.commands.bounds import at_least, share
from hub.domain.rules import Rules
from hub.simulation.arrivals import Arrival, days_of, from_csv, made_up
from hub.simulation.day import DayPlay, Played, Wait
from hub.simulation.plot import draw
from hub.simulation.report import as_table, summarise


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", type=Path, required=True, metavar="DIR", help="the centre's directory")
    parser.add_argument("--arrivals", type=Path, metavar="CSV", help="columns arrival, service, service_s, …")
    parser.add_argument(
        "--visits", type=at_least(1), default=600, help="without --arrivals: how many people come"
    )
    parser.add_argument("--seed", type=int, default=1, help="without --arrivals: which made-up day")
    parser.add_argument("--day", type=date.fromisoformat, default=date(2026, 11, 23), metavar="YYYY-MM-DD")
    parser.add_argument(
        "--policy",
        action="append",
        metavar="POLICY",
        help="1:N, strict or none; first_come, in_order or weighted; back=in_turn, back=first or back=1:N; "
        "joined by + (1:3+weighted); repeat it to compare (default: the centre's own)",
    )
    parser.add_argument(
        "--returning",
        type=share,
        default=0.0,
        metavar="SHARE",
        help="of 100 people so many hundredths come back once to the end of their line, papers missing",
    )
    parser.add_argument(
        "--ageing", type=at_least(1), metavar="MINUTES", help="another ageing cap than the centre's"
    )
    parser.add_argument("--counters", type=at_least(1), metavar="N", help="only the first N counters work")
    parser.add_argument("--plot", type=Path, metavar="FILE.svg", help="also draw the waits over the day")


def run(options: argparse.Namespace) -> str:
    """Return what to print."""
    hall = _with_counters(load(options.config).hall, options.counters)
    days = _days(options, hall)
    policies: list[str] = options.policy or [OWN_POLICY]
    outcomes, waits = [], {}
    for policy in policies:
        ruled = with_policy(hall, policy, options.ageing)
        played = play(ruled, days, options.seed, returning_share=options.returning)
        outcomes.append(summarise(policy, played))
        waits[policy] = [wait for day in played for wait in day.waits if not wait.returning]
    if options.plot is not None:
        options.plot.write_text(_drawing(hall, waits), encoding="utf-8")
    people = f"{sum(map(len, days))} people, {len(days)} day(s), {len(hall.counters)} counters"
    return f"{hall.centre.name['vi']}: {people}\n{as_table(outcomes)}"


def play(
    hall: Hall, days: Sequence[Sequence[Arrival]], seed: int, *, returning_share: float = 0.0
) -> list[Played]:
    """Play ``days`` in order; estimates learn from each for the next."""
    stage = DayPlay(hall, seed=seed, returning_share=returning_share)
    return [stage.play(day) for day in days]


def with_policy(hall: Hall, policy: str, ageing: int | None = None) -> Hall:
    """Return the centre with other rules, in every counter: parts joined by ``+``, each of one kind.

    Priority: ``1:3``, ``strict`` or ``none``. Services: ``first_come``, ``in_order`` or ``weighted`` (by the
    counters' own weights). Those who return: ``back=in_turn``, ``back=first`` or ``back=1:2``.

    Raises SystemExit: a part is none of these.
    """
    priority: dict[str, Any] = {}
    calling: dict[str, Any] = {} if ageing is None else {"ageing_cap_minutes": ageing}
    own = set() if ageing is None else {"ageing_cap_minutes"}
    for part in () if policy == OWN_POLICY else policy.split("+"):
        kind, changes = _rule(part)
        (priority if kind == "priority" else calling).update(changes)
        own |= OVERRIDDEN[kind]
    counters = tuple(each.model_copy(update=dict.fromkeys(own)) for each in hall.counters)
    return hall.model_copy(
        update={
            "priority": hall.priority.model_copy(update=priority),
            "calling": hall.calling.model_copy(update=calling),
            "counters": counters,
        }
    )


OWN_POLICY: Final = "own"
"""As the centre is configured, its counters' own rules included."""
OVERRIDDEN: Final = {
    "priority": {"priority", "others_between"},
    "services": {"services_order"},
    "returning": {"returning", "returning_between"},
}
"""The counters' own keys that would hide a rule of the centre."""


def _rule(part: str) -> tuple[str, dict[str, Any]]:
    """Return what a part of a policy is about and what it changes. Raises SystemExit."""
    if part in ("strict", "none"):
        return "priority", {"mode": part}
    if between := _one_in(part):
        return "priority", {"mode": "interleaved", "others_between": between}
    if part in ("first_come", "in_order", "weighted"):
        return "services", {"services": part}
    back = part.removeprefix("back=") if part.startswith("back=") else ""
    if back in ("in_turn", "first"):
        return "returning", {"returning": back}
    if between := _one_in(back):
        return "returning", {"returning": "interleaved", "returning_between": between}
    parts = "1:N, strict, none, first_come, in_order, weighted, back=…"
    raise SystemExit(f"motcua-hub: a policy is made of {parts}, not {part!r}")


def _one_in(part: str) -> int:
    """Return N of ``1:N``, 0 for anything else."""
    return int(part[2:]) if part.startswith("1:") and part[2:].isdecimal() else 0


def _with_counters(hall: Hall, count: int | None) -> Hall:
    return hall if count is None else hall.model_copy(update={"counters": hall.counters[: max(1, count)]})


def _days(options: argparse.Namespace, hall: Hall) -> list[list[Arrival]]:
    if options.arrivals is None:
        return [made_up(hall, options.day, options.visits, options.seed)]
    return list(days_of(from_csv(options.arrivals, hall)).values())


def _drawing(hall: Hall, waits: dict[str, list[Wait]]) -> str:
    """Of the first day; a longer log would overlay its days."""
    rules = Rules(hall)
    first = min(rules.day_of(wait.issued_at) for each in waits.values() for wait in each)
    of_day = {
        policy: [wait for wait in each if rules.day_of(wait.issued_at) == first]
        for policy, each in waits.items()
    }
    return draw(f"{hall.centre.name['vi']}, {first}", of_day, rules)
