"""``motcua-hub simulate``: play a day under several policies and compare them."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from config.loader import load
from config.model import Hall
from hub.domain.rules import Rules
from hub.simulation.arrivals import Arrival, days_of, from_csv, made_up
from hub.simulation.day import DayPlay, Played, Wait
from hub.simulation.plot import draw
from hub.simulation.report import as_table, summarise


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--config", type=Path, required=True, metavar="DIR", help="the centre's directory")
    parser.add_argument("--arrivals", type=Path, metavar="CSV", help="columns arrival, service, service_s, …")
    parser.add_argument("--visits", type=int, default=600, help="without --arrivals: how many people come")
    parser.add_argument("--seed", type=int, default=1, help="without --arrivals: which made-up day")
    parser.add_argument("--day", type=date.fromisoformat, default=date(2026, 11, 23), metavar="YYYY-MM-DD")
    parser.add_argument(
        "--policy",
        action="append",
        metavar="POLICY",
        help="1:N, strict or none; repeat it to compare (default: the centre's own)",
    )
    parser.add_argument("--ageing", type=int, metavar="MINUTES", help="another ageing cap than the centre's")
    parser.add_argument("--counters", type=int, metavar="N", help="only the first N counters work")
    parser.add_argument("--plot", type=Path, metavar="FILE.svg", help="also draw the waits over the day")


def run(options: argparse.Namespace) -> str:
    """Return what to print."""
    hall = _with_counters(load(options.config).hall, options.counters)
    days = _days(options, hall)
    policies: list[str] = options.policy or [_own_policy(hall)]
    outcomes, waits = [], {}
    for policy in policies:
        played = play(with_policy(hall, policy, options.ageing), days, options.seed)
        outcomes.append(summarise(policy, played))
        waits[policy] = [wait for day in played for wait in day.waits]
    if options.plot is not None:
        options.plot.write_text(_drawing(hall, waits), encoding="utf-8")
    people = f"{sum(map(len, days))} people, {len(days)} day(s), {len(hall.counters)} counters"
    return f"{hall.centre.name['vi']}: {people}\n{as_table(outcomes)}"


def play(hall: Hall, days: Sequence[Sequence[Arrival]], seed: int) -> list[Played]:
    """Play ``days`` in order; estimates learn from each for the next."""
    stage = DayPlay(hall, seed=seed)
    return [stage.play(day) for day in days]


def with_policy(hall: Hall, policy: str, ageing: int | None = None) -> Hall:
    """Return the centre with another priority rule: ``1:3``, ``strict`` or ``none``.

    Raises SystemExit: the policy is none of these.
    """
    changes: dict[str, Any] = {"mode": policy}
    if policy.startswith("1:") and policy[2:].isdecimal() and int(policy[2:]) >= 1:
        changes = {"mode": "interleaved", "others_between": int(policy[2:])}
    elif policy not in ("strict", "none"):
        raise SystemExit(f"motcua-hub: a policy is 1:N, strict or none, not {policy!r}")
    parts: dict[str, Any] = {"priority": hall.priority.model_copy(update=changes)}
    if ageing is not None:
        parts["calling"] = hall.calling.model_copy(update={"ageing_cap_minutes": ageing})
    return hall.model_copy(update=parts)


def _own_policy(hall: Hall) -> str:
    priority = hall.priority
    return f"1:{priority.others_between}" if priority.mode == "interleaved" else priority.mode


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
