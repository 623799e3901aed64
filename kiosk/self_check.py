"""Whether every part of this kiosk is well, and what to do where one is not. Pure; the screen words it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Level = Literal["good", "attention", "bad", "none"]
LEAST_DISK_MB, LOW_DISK_MB = 200, 1_000
MOST_CLOCK_OFF_S = 120
PRINTER_LEVELS: dict[str, Level] = {"": "attention", "ok": "good", "paper_low": "attention"}


@dataclass(frozen=True, slots=True)
class Facts:
    """What was found. ``None`` for a device: this station has none."""

    station: str = ""
    blocked: str = ""
    online: bool = False
    address: str = ""
    since: str = ""
    """When the hub came or went, HH:MM."""
    last_heard: str = ""
    trouble: str = ""
    printers: tuple[str, ...] = ()
    """What each says, see ``kiosk.printing.report_of``; the spare one second."""
    last_paper: str = ""
    scanner: bool | None = None
    camera: bool | None = None
    scanned: str = ""
    """The kind of what was scanned last while staff looked; never what it said."""
    sound: bool = False
    disk_mb: int = 0
    clock_off_s: int | None = None
    """This machine's clock minus the hub's; None before the hub's is known."""
    versions: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """One line. ``state`` is a word the screen has a sentence for, ``value`` stands in it."""

    id: str
    level: Level
    state: str
    value: str = ""


def checks(facts: Facts) -> tuple[Check, ...]:
    return tuple(_checks(facts))


def _checks(facts: Facts) -> Iterator[Check]:
    yield _hub(facts)
    if not facts.printers:
        yield Check("printer", "none", "missing")
    for name, state in zip(("printer", "spare"), facts.printers, strict=False):
        yield Check(name, PRINTER_LEVELS.get(state, "bad"), state or "connecting")
    if facts.printers:
        yield _paper(facts.last_paper)
    yield _device("scanner", facts.scanner)
    yield _device("camera", facts.camera)
    yield Check("scan", "good" if facts.scanned else "none", facts.scanned or "try")
    yield Check("sound", "good" if facts.sound else "none", "there" if facts.sound else "missing")
    yield _disk(facts.disk_mb)
    yield _clock(facts.clock_off_s)
    yield Check("version", "none", "version", f"{facts.station} · {facts.versions}")


def _hub(facts: Facts) -> Check:
    if facts.blocked:
        return Check("hub", "bad", facts.blocked, facts.station)
    if facts.online:
        return Check("hub", "good", "online", " · ".join(filter(None, (facts.address, facts.since))))
    return Check("hub", "bad", "away", " · ".join(filter(None, (facts.address, facts.trouble, facts.since))))


def _paper(last: str) -> Check:
    match last:
        case "printed":
            return Check("paper", "good", "printed")
        case "failed" | "unknown":
            return Check("paper", "attention", last)
        case _:
            return Check("paper", "none", "nothing")


def _device(name: str, connected: bool | None) -> Check:
    if connected is None:
        return Check(name, "none", "missing")
    return Check(name, "good" if connected else "bad", "there" if connected else "away")


def _disk(free_mb: int) -> Check:
    level: Level = "bad" if free_mb < LEAST_DISK_MB else "attention" if free_mb < LOW_DISK_MB else "good"
    return Check("disk", level, "free", f"{free_mb / 1024:.1f} GB".replace(".", ","))


def _clock(off_s: int | None) -> Check:
    if off_s is None:
        return Check("clock", "none", "unknown")
    level: Level = "good" if abs(off_s) <= MOST_CLOCK_OFF_S else "attention"
    return Check("clock", level, "right" if level == "good" else "off", f"{off_s:+d} s")
