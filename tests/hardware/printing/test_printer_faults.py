"""What breaks in the middle of a job: never two tickets, never a silent loss."""

from __future__ import annotations

import asyncio
import time
from dataclasses import replace
from pathlib import Path

import pytest

from hardware.pipes import open_pipe
from hardware.printing.jobs import JobState, Outcome, Reason
from hardware.printing.journal import PrintJournal
from hardware.printing.printer import TicketPrinter
from hardware.printing.profiles import EPSON_80, GENERIC_80, PrinterProfile
from hardware.printing.state import Problem
from hardware.simulated.printer import Model, SimulatedPrinter
from tests.hardware.printing.rig import (
    AT_ONCE,
    PATIENT,
    PROFILES,
    QUICK,
    HeldHead,
    broken,
    driver,
    pair,
    ready,
)
from tests.hardware.running import in_loop, running
from tests.hardware.slips import TICKET


@PROFILES
@in_loop
async def test_paper_out_while_printing_is_confirmed_once_the_roll_is_changed(
    profile: PrinterProfile, tmp_path: Path
) -> None:
    head = HeldHead()
    async with SimulatedPrinter(model=Model(), sleep=head) as sim:
        printer = driver(sim, tmp_path, profile, PATIENT)
        async with running(printer):
            await ready(printer)
            job = asyncio.ensure_future(printer.print(TICKET, "A012"))
            await head.stopped.wait()
            await sim.pull_paper()
            head.go.set()
            await broken(printer, Problem.PAPER_OUT)
            assert not job.done() and sim.slips == []
            await sim.load_paper()
            assert (await job).state is JobState.CONFIRMED
            assert len(sim.slips) == 1


@in_loop
async def test_paper_out_for_too_long_is_unknown_then_confirmed_by_the_late_fence(tmp_path: Path) -> None:
    head = HeldHead()
    async with SimulatedPrinter(model=Model(), sleep=head) as sim:
        printer = driver(sim, tmp_path)
        async with running(printer):
            await ready(printer)
            job = asyncio.ensure_future(printer.print(TICKET, "A012"))
            await head.stopped.wait()
            await sim.pull_paper()
            head.go.set()
            outcome = await job
            assert (outcome.state, outcome.reason) == (JobState.UNKNOWN, Reason.PAPER_OUT)
            assert not outcome.may_retry
            assert (await printer.print(TICKET, "A012")).state is JobState.UNKNOWN
            await sim.load_paper()
            await printer.job_changes.until(
                lambda change: change is not None and change.state is JobState.CONFIRMED, 5
            )
            await ready(printer)
            assert (await printer.print(TICKET, "A012")).state is JobState.CONFIRMED
            assert len(sim.slips) == 1


@in_loop
async def test_a_late_sensor_answer_does_not_confirm_the_next_job(tmp_path: Path) -> None:
    """GS r has no name: answers belong to the questions in their order."""
    head = HeldHead()
    async with SimulatedPrinter(model=Model(), sleep=head) as sim:
        printer = driver(sim, tmp_path, GENERIC_80)
        async with running(printer):
            await ready(printer)
            first = await printer.print(TICKET, "A012")
            second = asyncio.ensure_future(printer.print(TICKET, "A013"))
            assert (first.state, first.reason) == (JobState.UNKNOWN, Reason.NO_CONFIRMATION)
            assert (await second).state is JobState.UNKNOWN
            head.go.set()
            await sim.until_slips(2, 5)
            assert (await printer.print(TICKET, "A014")).state is JobState.CONFIRMED
            assert len(sim.slips) == 3


@PROFILES
@in_loop
async def test_unplugged_in_the_middle_of_a_job_is_unknown_and_never_printed_by_itself(
    profile: PrinterProfile, tmp_path: Path
) -> None:
    head = HeldHead()
    async with SimulatedPrinter(model=Model(), sleep=head) as sim:
        printer = driver(sim, tmp_path, profile, PATIENT)
        async with running(printer):
            await ready(printer)
            job = asyncio.ensure_future(printer.print(TICKET, "A012"))
            await head.stopped.wait()
            await sim.unplug()
            outcome = await job
            assert (outcome.state, outcome.reason) == (JobState.UNKNOWN, Reason.DISCONNECTED)
            await broken(printer, Problem.DISCONNECTED)
            assert (await printer.print(TICKET, "A013")).reason is Reason.DISCONNECTED
            head.go.set()
            await sim.plug_in()
            await ready(printer)
            again = await printer.print(TICKET, "A012")
            assert again.state is JobState.UNKNOWN
            assert sim.slips == []
            assert (await printer.print(TICKET, "A013")).state is JobState.CONFIRMED


@in_loop
async def test_a_crash_between_sending_and_proof_leaves_unknown_and_no_second_ticket(tmp_path: Path) -> None:
    head = HeldHead()
    async with SimulatedPrinter(model=Model(), sleep=head) as sim:
        first = driver(sim, tmp_path)
        crashed: list[asyncio.Future[Outcome]] = []
        async with running(first):
            await ready(first)
            crashed.append(asyncio.ensure_future(first.print(TICKET, "A012")))
            await head.stopped.wait()
        assert (await crashed[0]).state is JobState.UNKNOWN
        head.go.set()
        second = driver(sim, tmp_path)
        async with running(second):
            await ready(second)
            assert (await second.print(TICKET, "A012")).state is JobState.UNKNOWN
            assert (await second.print(TICKET, "A013")).state is JobState.CONFIRMED


@in_loop
async def test_a_ticket_after_a_broken_one_comes_out_whole(tmp_path: Path) -> None:
    """The printer still waits for the rest of a picture when the next job comes."""
    stopped = asyncio.Event()

    class CutShort:
        """A pipe whose wire breaks after the first bytes of the third write."""

        def __init__(self, pipe: object) -> None:
            self._pipe, self._jobs = pipe, 0

        async def write(self, data: bytes) -> None:
            if len(data) > 100:
                await self._pipe.write(data[:700])  # type: ignore[attr-defined]
                stopped.set()
                raise BrokenPipeError("cable")
            await self._pipe.write(data)  # type: ignore[attr-defined]

        async def read(self, size: int, timeout_s: float) -> bytes:
            return await self._pipe.read(size, timeout_s)  # type: ignore[attr-defined, no-any-return]

        async def close(self) -> None:
            await self._pipe.close()  # type: ignore[attr-defined]

    async with SimulatedPrinter(into=tmp_path, model=AT_ONCE) as sim:

        async def connect() -> object:
            pipe = await open_pipe(sim.url)
            return pipe if stopped.is_set() else CutShort(pipe)

        journal = PrintJournal(tmp_path / "journal.db", time.time)
        printer = TicketPrinter(connect, EPSON_80, journal, timing=QUICK)  # type: ignore[arg-type]
        async with running(printer):
            await ready(printer)
            assert (await printer.print(TICKET, "A012")).state is JobState.UNKNOWN
            await ready(printer)
            assert (await printer.print(TICKET, "A013")).state is JobState.CONFIRMED
            whole = (await sim.until_slips(2, 5))[-1]
            assert whole.length_mm == pytest.approx(105, abs=5)


@in_loop
async def test_too_many_waiting_jobs_are_told_busy(tmp_path: Path) -> None:
    head = HeldHead()
    async with SimulatedPrinter(model=Model(), sleep=head) as sim:
        printer = driver(sim, tmp_path, timing=PATIENT)
        async with running(printer):
            await ready(printer)
            jobs = [asyncio.ensure_future(printer.print(TICKET, str(i))) for i in range(8)]
            done, _ = await asyncio.wait(jobs, return_when=asyncio.FIRST_COMPLETED)
            assert {job.result().reason for job in done} == {Reason.BUSY}
            head.go.set()
            outcomes = await asyncio.gather(*jobs)
            printed = [one for one in outcomes if one.state is JobState.CONFIRMED]
            assert len(printed) == len(sim.slips)


@in_loop
async def test_a_slip_that_cannot_be_drawn_fails_alone(tmp_path: Path) -> None:
    async with pair(tmp_path) as (_sim, printer):
        outcome = await printer.print(replace(TICKET, qr="x" * 5000), "bad")
        assert (outcome.state, outcome.reason) == (JobState.FAILED, Reason.CANNOT_DRAW)
        assert (await printer.print(TICKET, "good")).state is JobState.CONFIRMED
