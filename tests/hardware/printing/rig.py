"""A driver and a simulated printer, joined by real TCP."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from hardware.pipes import open_pipe
from hardware.printing.journal import PrintJournal
from hardware.printing.printer import TicketPrinter, Timing
from hardware.printing.profiles import EPSON_80, GENERIC_80, PrinterProfile
from hardware.printing.state import PrinterState, Problem
from hardware.simulated.printer import Model, SimulatedPrinter
from tests.hardware.running import running

QUICK = Timing(
    poll_s=0.05, reply_s=0.2, confirm_s=0.4, grace_s=2.0, first_wait_s=0.02, most_wait_s=0.05, waiting_jobs=3
)
PATIENT = replace(QUICK, confirm_s=10.0)
AT_ONCE = Model(mm_per_s=0)
PROFILES = pytest.mark.parametrize("profile", [EPSON_80, GENERIC_80], ids=lambda profile: profile.name)


def driver(
    sim: SimulatedPrinter,
    folder: Path,
    profile: PrinterProfile = EPSON_80,
    timing: Timing = QUICK,
) -> TicketPrinter:
    journal = PrintJournal(folder / "journal.db", time.time)
    return TicketPrinter(partial(open_pipe, sim.url), profile, journal, timing=timing, jitter=lambda: 0.5)


@asynccontextmanager
async def pair(
    folder: Path, profile: PrinterProfile = EPSON_80, timing: Timing = QUICK, model: Model = AT_ONCE
) -> AsyncIterator[tuple[SimulatedPrinter, TicketPrinter]]:
    async with SimulatedPrinter(model=model) as sim:
        printer = driver(sim, folder, profile, timing)
        async with running(printer):
            await ready(printer)
            yield sim, printer


async def ready(printer: TicketPrinter) -> PrinterState:
    return await printer.states.until(lambda state: state.problem is None, 5)


async def broken(printer: TicketPrinter, problem: Problem) -> PrinterState:
    return await printer.states.until(lambda state: state.problem is problem, 5)


class HeldHead:
    """A head that stops before it moves, until it is let go."""

    def __init__(self) -> None:
        self.stopped = asyncio.Event()
        self.go = asyncio.Event()

    async def __call__(self, _seconds: float) -> None:
        self.stopped.set()
        await self.go.wait()
