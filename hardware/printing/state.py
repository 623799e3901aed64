"""What a printer is able to do right now, for the citizen, the clerk and the next job."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Paper(Enum):
    UNKNOWN = "unknown"
    OK = "ok"
    LOW = "low"
    OUT = "out"


class Problem(Enum):
    """Why nothing can be printed now, worst first."""

    CONNECTING = "connecting"  # not reached yet since the start
    DISCONNECTED = "disconnected"
    NOT_ANSWERING = "not_answering"
    COVER_OPEN = "cover_open"
    PAPER_OUT = "paper_out"
    CUTTER = "cutter"
    BROKEN = "broken"  # needs power off and on, or service
    OFFLINE = "offline"


@dataclass(frozen=True, slots=True)
class PrinterState:
    """``detail`` is for the clerk and the log: the library's or the system's own words."""

    connected: bool = False
    online: bool = False
    paper: Paper = Paper.UNKNOWN
    cover_open: bool = False
    cutter_jam: bool = False
    broken: bool = False
    answers: bool = True
    tried: bool = False
    detail: str = ""

    @property
    def problem(self) -> Problem | None:
        """The one thing to mend first, or None where a job may be sent."""
        if not self.connected:
            return Problem.DISCONNECTED if self.tried else Problem.CONNECTING
        found = (
            (not self.answers, Problem.NOT_ANSWERING),
            (self.cover_open, Problem.COVER_OPEN),
            (self.paper is Paper.OUT, Problem.PAPER_OUT),
            (self.cutter_jam, Problem.CUTTER),
            (self.broken, Problem.BROKEN),
            (not self.online, Problem.OFFLINE),
        )
        return next((problem for present, problem in found if present), None)


STARTING = PrinterState()
