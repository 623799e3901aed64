"""What a simulated device reports, for demos, tests and a person watching: one JSON line each."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class JobReceived:
    """The first byte of a print job came in at ``at_ns`` (time.monotonic_ns)."""

    job: int
    at_ns: int


@dataclass(frozen=True, slots=True)
class SlipCut:
    """A slip fell; ``file`` is its picture, empty where pictures are off."""

    job: int
    file: str
    length_mm: float
    first_byte_ns: int
    at_ns: int


@dataclass(frozen=True, slots=True)
class StatusChanged:
    """``what`` is a fault and ``on`` whether it is there now."""

    what: str
    on: bool


@dataclass(frozen=True, slots=True)
class InputSent:
    """A scan or key press went out; ``what`` names it."""

    what: str
    at_ns: int


@dataclass(frozen=True, slots=True)
class SignShown:
    """A sign shows ``text`` now."""

    address: int
    text: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A command of the person at the simulator could not be done."""

    problem: str


Event = JobReceived | SlipCut | StatusChanged | InputSent | SignShown | Refused
Listener = Callable[[Event], None]

NAMES: dict[type[Event], str] = {
    JobReceived: "job_received",
    SlipCut: "slip_cut",
    StatusChanged: "status_changed",
    InputSent: "input_sent",
    SignShown: "sign_shown",
    Refused: "refused",
}


def to_json(event: Event) -> str:
    return json.dumps({"event": NAMES[type(event)], **asdict(event)}, ensure_ascii=False)


def ignore(_event: Event) -> None:
    """The listener for whoever does not listen."""
