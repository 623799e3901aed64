"""What the hub counts about itself, as Prometheus reads it; nothing about a person. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

_Labels: TypeAlias = tuple[tuple[str, str], ...]
WRITE_BOUNDS_S: Final = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0)


@dataclass(slots=True)
class Tally:
    """Counts since the hub started."""

    commands: Counter[tuple[str, str]] = field(default_factory=Counter)
    """By command and outcome (``ok`` or the error code)."""
    events: Counter[str] = field(default_factory=Counter)
    writes: Counter[float] = field(default_factory=Counter)
    """By the smallest of WRITE_BOUNDS_S that held, infinity else."""
    writes_s: float = 0.0
    failed_writes: int = 0
    stale: int = 0
    dropped: int = 0
    turned_away: int = 0

    def wrote(self, taken_s: float) -> None:
        bound = next((bound for bound in WRITE_BOUNDS_S if taken_s <= bound), float("inf"))
        self.writes[bound] += 1
        self.writes_s += taken_s


@dataclass(frozen=True, slots=True)
class Level:
    """What stands where at the moment of asking."""

    seq: int
    stations: Mapping[str, int]
    waiting: Mapping[str, int]
    inbox: int


def as_prometheus(tally: Tally, level: Level) -> str:
    """Return the exposition text, format version 0.0.4."""
    return "".join(f"{line}\n" for line in _lines(tally, level))


def _lines(tally: Tally, level: Level) -> Iterator[str]:
    commands: dict[_Labels, int] = {
        (("command", name), ("outcome", how)): n for (name, how), n in tally.commands.items()
    }
    yield from _metric("commands_total", "counter", "Commands by outcome.", commands)
    events: dict[_Labels, int] = {(("event", kind),): n for kind, n in tally.events.items()}
    yield from _metric("events_total", "counter", "Events written.", events)
    yield from _histogram(tally)
    singles = (
        ("failed_writes_total", "counter", "Writes the disk refused.", tally.failed_writes),
        ("stale_total", "counter", "Times a station fell behind.", tally.stale),
        ("dropped_total", "counter", "Stations cut off for not reading.", tally.dropped),
        (
            "turned_away_total",
            "counter",
            "Connections refused, or closed for what came.",
            tally.turned_away,
        ),
        ("seq", "gauge", "The last event.", level.seq),
        ("inbox", "gauge", "Commands waiting for the next write.", level.inbox),
    )
    for name, kind, words, value in singles:
        yield from _metric(name, kind, words, {(): value})
    levels = (
        ("stations", "role", "Connected stations.", level.stations),
        ("waiting", "service", "People in line.", level.waiting),
    )
    for name, label, words, values in levels:
        yield from _metric(name, "gauge", words, {((label, key),): n for key, n in values.items()})


def _metric(name: str, kind: str, words: str, values: Mapping[_Labels, int]) -> Iterator[str]:
    yield f"# HELP motcua_{name} {words}"
    yield f"# TYPE motcua_{name} {kind}"
    for labels, value in sorted(values.items()):
        yield f"motcua_{name}{_labels(labels)} {value}"


def _histogram(tally: Tally) -> Iterator[str]:
    yield "# HELP motcua_write_seconds One write to the disk, many commands or few."
    yield "# TYPE motcua_write_seconds histogram"
    total = 0
    for bound in (*WRITE_BOUNDS_S, float("inf")):
        total += tally.writes[bound]
        label = "+Inf" if bound == float("inf") else str(bound)
        yield f'motcua_write_seconds_bucket{{le="{label}"}} {total}'
    yield f"motcua_write_seconds_sum {tally.writes_s:.6f}"
    yield f"motcua_write_seconds_count {total}"


def _labels(labels: Iterable[tuple[str, str]]) -> str:
    pairs = ",".join(f'{name}="{_escaped(value)}"' for name, value in labels)
    return f"{{{pairs}}}" if pairs else ""


def _escaped(value: str) -> str:
    return value.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
