"""From status bytes to a printer's state: pure, apart from asking."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hardware.printing.link import PrinterLink
from hardware.printing.state import Paper, PrinterState
from hardware.printing.status import (
    AutoReport,
    ErrorBits,
    OfflineBits,
    PrinterBits,
    Question,
    decode_paper,
)

PATIENCE = 2  # questions in a row without an answer


@dataclass(frozen=True, slots=True)
class Answers:
    printer: int
    offline_cause: int
    error_cause: int
    paper: int


@dataclass(slots=True)
class Poller:
    """Asks a printer how it is; remembers whether this one ever answers."""

    link: PrinterLink
    missed: int = 0
    ever_answered: bool = False

    async def state(self, before: PrinterState) -> PrinterState:
        """Return the state now; a printer that never answers counts as ready, its paper unknown."""
        values: list[int] = []
        for question in Question:
            if (value := await self.link.ask(question)) is None:
                break  # its answer may still come: asked on, it would pass for the next one's
            values.append(value)
        if len(values) == len(Question):
            self.missed, self.ever_answered = 0, True
            return derive_state(Answers(*values))
        if self.link.job_on_the_way:
            return before
        self.missed += 1
        return self._silent(before)

    def _silent(self, before: PrinterState) -> PrinterState:
        if not self.ever_answered:
            return PrinterState(connected=True, online=True, tried=True)
        if self.missed < PATIENCE:
            return before
        return replace(before, connected=True, tried=True, answers=False)


def derive_state(answers: Answers) -> PrinterState:
    ended = bool(answers.offline_cause & OfflineBits.PAPER_END_STOP)
    return PrinterState(
        connected=True,
        online=not answers.printer & PrinterBits.OFFLINE,
        paper=Paper.OUT if ended else decode_paper(answers.paper),
        cover_open=bool(answers.offline_cause & OfflineBits.COVER_OPEN),
        cutter_jam=bool(answers.error_cause & ErrorBits.CUTTER),
        broken=bool(answers.error_cause & ErrorBits.UNRECOVERABLE),
        tried=True,
    )


def derive_auto(before: PrinterState, report: AutoReport) -> PrinterState:
    return replace(
        before,
        connected=True,
        answers=True,
        online=report.online,
        paper=report.paper,
        cover_open=report.cover_open,
        cutter_jam=report.cutter_jam,
        broken=report.broken,
    )
