"""A counter's own printer, for closing reports: slips go in from the GUI thread, outcomes come back to it."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from config.station import Devices
from counter_client.device_reports import DeviceReports
from hardware.pipes import open_pipe
from hardware.printing.jobs import JobState, Outcome
from hardware.printing.journal import PrintJournal
from hardware.printing.printer import TicketPrinter
from hardware.printing.profiles import find_profile
from hardware.printing.slips import Slip
from hardware.printing.state import Paper, PrinterState, Problem
from ui.gui_thread import GuiThread
from ui.loop_thread import LoopThread

JOURNAL = "print-journal.db"
_TOLD = {
    Problem.CONNECTING: "",
    Problem.PAPER_OUT: "paper_out",
    Problem.COVER_OPEN: "cover_open",
    Problem.CUTTER: "broken",
    Problem.BROKEN: "broken",
}
_HOW = {JobState.CONFIRMED: "printed", JobState.SENT: "printed", JobState.FAILED: "failed"}
"""Anything else: nobody can say whether it came out."""


class ReportPrinter(QObject):
    """Raises HardwareError when the profile makes no sense."""

    def __init__(self, devices: Devices, data: Path, loop: LoopThread, reports: DeviceReports) -> None:
        super().__init__()
        self._gui = GuiThread(self)
        self._loop = loop
        self._reports = reports
        profile = find_profile(devices.printer_profile, devices.rendering)
        journal = PrintJournal(data / JOURNAL, time.time)
        self._printer = TicketPrinter(partial(open_pipe, devices.printer), profile, journal)
        self._printer.states.listen(lambda state: self._gui.post(lambda: self._note(state)))
        loop.supervise("printer", self._printer.run)

    def print(self, slip: Slip, job_id: str, done: Callable[[str], None]) -> None:
        """Print at most once under ``job_id``; ``done`` hears printed, failed or unknown."""
        self._loop.submit(self._print(slip, job_id, done))

    async def _print(self, slip: Slip, job_id: str, done: Callable[[str], None]) -> None:
        outcome: Outcome = await self._printer.print(slip, job_id)
        self._gui.post(lambda: done(_HOW.get(outcome.state, "unknown")))

    def _note(self, state: PrinterState) -> None:
        if (problem := state.problem) is not None:
            told = _TOLD.get(problem, "offline")
        else:
            told = "paper_low" if state.paper is Paper.LOW else "ok"
        if told:
            self._reports.note("printer", told)
