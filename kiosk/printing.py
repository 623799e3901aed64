"""The kiosk's printer: slips go in from the GUI thread, outcomes and the printer's state come back to it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from config.station import Devices
from hardware.pipes import open_pipe, parse_address
from hardware.printing.failover import SparePrinters
from hardware.printing.jobs import JobState, Outcome
from hardware.printing.journal import PrintJournal
from hardware.printing.nv_record import read_record
from hardware.printing.printer import TicketPrinter
from hardware.printing.profiles import PrinterProfile, find_profile
from hardware.printing.slips import Slip
from hardware.printing.state import Paper, PrinterState, Problem
from hub.messages.commands import ReportDevice
from kiosk.hall_watch import HallWatch
from ui.gui_thread import GuiThread
from ui.hall_link import HallLink
from ui.loop_thread import LoopThread

JOURNAL, SPARE_JOURNAL = "print-journal.db", "spare-print-journal.db"
Printed = Callable[[Outcome], None]
_REPORTED = {
    Problem.CONNECTING: "",
    Problem.PAPER_OUT: "paper_out",
    Problem.COVER_OPEN: "cover_open",
    Problem.CUTTER: "broken",
    Problem.BROKEN: "broken",
}


def _printers(devices: Devices, data: Path) -> tuple[TicketPrinter, ...]:
    """The printer, and the spare one where there is one."""
    profile = find_profile(devices.printer_profile, devices.rendering)
    if devices.printer_pictures:
        profile = replace(profile, stored=read_record(Path(devices.printer_pictures), devices.printer))
    first = _one_printer(devices.printer, profile, data / JOURNAL)
    if not devices.spare_printer:
        return (first,)
    spare = find_profile(devices.spare_printer_profile, devices.rendering)
    return first, _one_printer(devices.spare_printer, spare, data / SPARE_JOURNAL)


def _one_printer(url: str, profile: PrinterProfile, journal: Path) -> TicketPrinter:
    parse_address(url)
    return TicketPrinter(lambda: open_pipe(url), profile, PrintJournal(journal, time.time))


def report_of(state: PrinterState) -> str:
    """Return the state's name for the hub and the screen; empty while it is not known yet. Pure."""
    if (problem := state.problem) is not None:
        return _REPORTED.get(problem, "offline")
    return "paper_low" if state.paper is Paper.LOW else "ok"


class KioskPrinter(QObject):
    """``stateChanged`` carries ok · paper_low · paper_out · cover_open · broken · offline."""

    stateChanged = Signal(str)

    def __init__(self, devices: Devices, data: Path, loop: LoopThread) -> None:
        """Raises HardwareError when the profile or the address makes no sense."""
        super().__init__()
        self.state = ""
        self._gui = GuiThread(self)
        self._loop = loop
        self.last = ""
        """How the last paper went: printed, failed, unknown; empty before the first."""
        self._each = _printers(devices, data)
        self._printer = self._each[0] if len(self._each) == 1 else SparePrinters(self._each)

    @property
    def able(self) -> bool:
        return self.state in ("ok", "paper_low")

    @property
    def reports(self) -> tuple[str, ...]:
        """What each printer says, the spare one last; empty words while one is not reached yet."""
        return tuple(report_of(one.states.value) for one in self._each)

    def start(self) -> None:
        self._loop.supervise("printer", self._printer.run)
        self._loop.supervise("printer state", self._follow)

    def print(self, slip: Slip, job_id: str, done: Printed) -> None:
        """Print at most once under ``job_id``; ``done`` hears how it ended, on the GUI thread."""
        self._loop.submit(self._print(slip, job_id, done))

    async def _print(self, slip: Slip, job_id: str, done: Printed) -> None:
        outcome = await self._printer.print(slip, job_id)
        self._gui.post(lambda: self._ended(outcome, done))

    def _ended(self, outcome: Outcome, done: Printed) -> None:
        self.last, _ = paper_of(outcome)
        done(outcome)

    async def _follow(self) -> None:
        async for state in self._printer.states.watch():
            self._gui.post(partial(self._take, report_of(state)))

    def _take(self, report: str) -> None:
        if report and report != self.state:
            self.state = report
            self.stateChanged.emit(report)


def report(printer: KioskPrinter, watch: HallWatch, link: HallLink) -> None:
    """Keep staff told what the printer needs: at every change, and again when the hub is back."""

    def tell() -> None:
        if printer.state and watch.online:
            link.send(ReportDevice(device="printer", state=printer.state))

    printer.stateChanged.connect(lambda _state: tell())
    watch.connected.connect(lambda _online: tell())
    watch.configured.connect(tell)


def paper_of(outcome: Outcome) -> tuple[str, str]:
    """Return what the ticket page says of the paper, and why it failed. Pure."""
    reason = outcome.reason.value if outcome.reason else ""
    match outcome.state:
        case JobState.SENT | JobState.CONFIRMED:
            return "printed", ""
        case JobState.FAILED:
            return "failed", reason
        case _:
            return "unknown", reason
