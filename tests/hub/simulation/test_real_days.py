"""Real days of a walk-in queue, replayed as they were: what would tickets have said, and was it kept?"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from hub.domain import events as ev
from hub.messages import commands as cmd
from tests.helpers.floor import Floor
from tests.helpers.hall import round_the_clock, sample_hall

LOG = Path(__file__).parents[4] / "shared" / "data" / "arrivals.csv"
ROOMS = {"Ultrasound Room 5": "q1", "Review Room 4": "q2", "Treatment Room 3": "q3"}


@dataclass(frozen=True)
class Step:
    at: datetime
    what: str
    row: int
    counter: str


def real_days() -> dict[str, list[Step]]:
    days: dict[str, list[Step]] = defaultdict(list)
    with LOG.open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file)):
            counter = ROOMS.get(row["counter"])
            if row["dataset"] != "clinic_2019" or row["outcome"] != "served" or counter is None:
                continue
            if row["start"] <= row["arrival"]:
                continue  # goes straight on in the same room, past the line: nobody promised them a wait
            for what, column in (("arrive", "arrival"), ("call", "start"), ("finish", "end")):
                at = datetime.fromisoformat(row[column]).replace(tzinfo=UTC)
                days[row["date"]].append(Step(at, what, number, counter))
    return {day: sorted(steps, key=lambda step: (step.at, step.row)) for day, steps in sorted(days.items())}


def replay(floor: Floor, steps: list[Step]) -> list[tuple[float, int, int]]:
    """Return real wait, likely and at most of everyone who had to wait."""
    tickets: dict[int, str] = {}
    promised: dict[int, tuple[datetime, int, int]] = {}
    kept: list[tuple[float, int, int]] = []
    for step in steps:
        floor.now = step.at
        floor.tick()
        if step.what == "arrive":
            (issued,) = _do(floor, cmd.IssueTicket(service=f"s-{step.counter}"), "k1")
            assert isinstance(issued, ev.TicketIssued)
            tickets[step.row] = issued.ticket
            promised[step.row] = (step.at, issued.likely_s, issued.at_most_s)
        elif step.what == "call":
            if floor.state.counter(step.counter).ticket is not None:
                _do(floor, cmd.Finish(), step.counter)
            _do(floor, cmd.CallTicket(ticket=tickets[step.row]), step.counter)
            came, likely_s, at_most_s = promised[step.row]
            waited_s = (step.at - came).total_seconds()
            kept.append((waited_s, likely_s, at_most_s))
        elif floor.state.counter(step.counter).ticket == tickets[step.row]:
            _do(floor, cmd.Finish(), step.counter)
    return kept


def _do(floor: Floor, command: cmd.Command, name: str) -> list[ev.Event]:
    floor.wait(seconds=-1)  # ``do`` adds one
    return floor.do(command, name, "kiosk" if name.startswith("k") else "counter")


@pytest.mark.skipif(not LOG.exists(), reason="the real arrivals are not beside this repository")
def test_on_real_days_four_in_five_waits_stay_within_the_promise() -> None:
    services = [
        {"id": f"s-{counter}", "name": room, "prefix": counter[1], "field": "ho-tich", "typical_minutes": 5}
        for room, counter in ROOMS.items()
    ]
    counters = [
        {"id": counter, "number": counter[1], "zone": "tang-1", "services": [f"s-{counter}"]}
        for counter in ROOMS.values()
    ]
    hall = sample_hall(hours=round_the_clock(), services=services, counters=counters)
    floor = Floor(hall, now=datetime(2019, 7, 31, tzinfo=UTC))
    waits = [wait for steps in real_days().values() for wait in replay(floor, steps)]
    assert len(waits) > 500
    within = sum(waited_s <= at_most_s for waited_s, _, at_most_s in waits) / len(waits)
    half = sum(waited_s <= likely_s for waited_s, likely_s, _ in waits) / len(waits)
    print(f"{len(waits)} waits: {within:.1%} within at most, {half:.1%} within likely")
    assert 0.75 <= within <= 0.85
    assert 0.40 <= half <= 0.60
