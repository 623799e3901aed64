"""A second printer takes only jobs of which not one byte left; nothing is printed twice because of it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from hardware.printing.failover import SparePrinters
from hardware.printing.jobs import JobState, Reason
from hardware.printing.state import Problem
from hardware.simulated.printer import Model, SimulatedPrinter
from tests.hardware.printing.rig import AT_ONCE, PATIENT, HeldHead, driver, ready
from tests.hardware.running import in_loop, running
from tests.hardware.slips import TICKET


@asynccontextmanager
async def two(
    folder: Path, head: HeldHead | None = None
) -> AsyncIterator[tuple[SimulatedPrinter, SimulatedPrinter, SparePrinters]]:
    (folder / "1").mkdir()
    (folder / "2").mkdir()
    first = SimulatedPrinter(model=Model(), sleep=head) if head else SimulatedPrinter(model=AT_ONCE)
    async with first, SimulatedPrinter(model=AT_ONCE) as second:
        printers = [driver(first, folder / "1", timing=PATIENT), driver(second, folder / "2", timing=PATIENT)]
        spare = SparePrinters(printers)
        async with running(spare):
            for printer in printers:
                await ready(printer)
            yield first, second, spare


@in_loop
async def test_the_first_printer_prints_while_it_can(tmp_path: Path) -> None:
    async with two(tmp_path) as (first, second, spare):
        assert (await spare.print(TICKET, "A012")).state is JobState.CONFIRMED
        assert (len(first.slips), len(second.slips)) == (1, 0)


@in_loop
async def test_without_paper_the_second_prints_and_the_first_does_not_print_it_again(tmp_path: Path) -> None:
    async with two(tmp_path) as (first, second, spare):
        await first.pull_paper()
        await spare._printers[0].states.until(lambda state: state.problem is Problem.PAPER_OUT, 5)
        assert spare.states.value.problem is None
        assert (await spare.print(TICKET, "A012")).state is JobState.CONFIRMED
        await first.load_paper()
        await ready(spare._printers[0])
        assert (await spare.print(TICKET, "A012")).state is JobState.CONFIRMED
        assert (len(first.slips), len(second.slips)) == (0, 1)


@in_loop
async def test_a_job_cut_short_is_not_given_to_the_second(tmp_path: Path) -> None:
    head = HeldHead()
    async with two(tmp_path, head) as (first, second, spare):
        job = asyncio.ensure_future(spare.print(TICKET, "A012"))
        await head.stopped.wait()
        await first.unplug()
        assert (await job).state is JobState.UNKNOWN
        assert (await spare.print(TICKET, "A012")).state is JobState.UNKNOWN
        head.go.set()
        assert (await spare.print(TICKET, "A013")).state is JobState.CONFIRMED
        assert len(second.slips) == 1


@in_loop
async def test_two_callers_of_one_job_get_one_ticket(tmp_path: Path) -> None:
    async with two(tmp_path) as (first, second, spare):
        await first.set_fault("cover_open", True)
        await spare._printers[0].states.until(lambda state: state.problem is Problem.COVER_OPEN, 5)
        outcomes = await asyncio.gather(*(spare.print(TICKET, "A012") for _ in range(5)))
        assert {outcome.state for outcome in outcomes} == {JobState.CONFIRMED}
        assert (len(first.slips), len(second.slips)) == (0, 1)


@in_loop
async def test_when_neither_can_print_the_first_says_why(tmp_path: Path) -> None:
    async with two(tmp_path) as (first, second, spare):
        await first.pull_paper()
        await second.set_fault("cover_open", True)
        await spare.states.until(lambda state: state.problem is Problem.PAPER_OUT, 5)
        outcome = await spare.print(TICKET, "A012")
        assert (outcome.state, outcome.reason) == (JobState.FAILED, Reason.PAPER_OUT)
