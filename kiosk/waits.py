"""Waits, moments and places as sentences say them. Pure; the sentences themselves are in ``kiosk.words``."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from config.model import Hall
from hub.messages.views import CounterView, Estimate


def minutes(estimate: Estimate | None) -> tuple[int, int]:
    """Return the wait as "from … to …" whole minutes; (0, 0) when nothing is known.

    Above a quarter of an hour to the next five: nobody knows it better.
    """
    if estimate is None:
        return 0, 0
    low, high = _rounded(estimate.likely_s), _rounded(estimate.at_most_s)
    return min(low, high), high


def _rounded(seconds: int) -> int:
    whole = max(1, -(-seconds // 60))
    return whole if whole <= 10 else -(-whole // 5) * 5


def moment(iso: str) -> datetime | None:
    try:
        return datetime.fromisoformat(iso)
    except ValueError:
        return None


def day(iso: str) -> str:
    """Return ``21/11/2026``, or the text itself where it is no date."""
    found = moment(iso)
    return found.strftime("%d/%m/%Y") if found else iso


def places(
    hall: Hall, counters: Iterable[CounterView], service: str
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return (zone id, counter numbers) where ``service`` is called: the open counters, else all."""
    now = {one.id: one for one in counters}
    able = [one for one in hall.counters if service in _services(now.get(one.id), one.services)]
    open_now = [one for one in able if (view := now.get(one.id)) is not None and view.state == "open"]
    found: dict[str, list[str]] = {}
    for one in open_now or able:
        found.setdefault(one.zone, []).append(one.number)
    return tuple((zone, tuple(sorted(numbers, key=_in_order))) for zone, numbers in found.items())


def _services(view: CounterView | None, configured: Iterable[str]) -> Iterable[str]:
    return view.services if view is not None and view.state == "open" else configured


def _in_order(number: str) -> tuple[int, str]:
    return (int(number) if number.isdigit() else 10_000, number)


def listed(numbers: Iterable[str]) -> str:
    """Return ``3, 4, 5`` and ``3–7`` for long runs."""
    runs: list[list[str]] = []
    for number in numbers:
        if runs and number.isdigit() and runs[-1][-1].isdigit() and int(number) == int(runs[-1][-1]) + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 2 else ", ".join(run) for run in runs)
