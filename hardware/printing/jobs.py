"""The life of a print job and how it ended."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from hardware.printing.state import Problem


class JobState(Enum):
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    CONFIRMED = "confirmed"
    UNKNOWN = "unknown"
    FAILED = "failed"


class Reason(Enum):
    """Why a job failed (no byte left us) or is unknown (bytes left, no proof of paper)."""

    DISCONNECTED = "disconnected"
    NOT_ANSWERING = "not_answering"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    PRINTER_ERROR = "printer_error"
    OFFLINE = "offline"
    NO_CONFIRMATION = "no_confirmation"  # the fence did not answer in time
    STALLED = "stalled"  # the printer stopped taking bytes
    BUSY = "busy"  # too many jobs wait already
    CANNOT_DRAW = "cannot_draw"  # the slip does not fit, or no font
    STOPPED = "stopped"  # the station was shut down or crashed meanwhile


REASONS = {
    Problem.CONNECTING: Reason.DISCONNECTED,
    Problem.DISCONNECTED: Reason.DISCONNECTED,
    Problem.NOT_ANSWERING: Reason.NOT_ANSWERING,
    Problem.COVER_OPEN: Reason.COVER_OPEN,
    Problem.PAPER_OUT: Reason.PAPER_OUT,
    Problem.CUTTER: Reason.PRINTER_ERROR,
    Problem.BROKEN: Reason.PRINTER_ERROR,
    Problem.OFFLINE: Reason.OFFLINE,
}


@dataclass(frozen=True, slots=True)
class JobChange:
    job_id: str
    state: JobState
    reason: Reason | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a job ended: ``SENT`` (no fence on this printer), ``CONFIRMED``, ``UNKNOWN`` or ``FAILED``.

    ``first_byte_s`` is the clock's time when the first byte left, None if none did.
    """

    job_id: str
    state: JobState
    reason: Reason | None = None
    detail: str = ""
    first_byte_s: float | None = None

    @property
    def may_retry(self) -> bool:
        """Whether printing again cannot make a second ticket: only where no byte was sent."""
        return self.state is JobState.FAILED


# States a job never leaves by itself; a late fence may still turn UNKNOWN into CONFIRMED.
SETTLED = frozenset({JobState.SENT, JobState.CONFIRMED, JobState.UNKNOWN, JobState.FAILED})
NO_BYTE_LEFT = frozenset({JobState.QUEUED, JobState.FAILED})
