"""The driver against the simulated printer over real TCP: what it says, and that each job prints once."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from hardware.printing.jobs import JobState, Reason
from hardware.printing.profiles import SILENT_80, PrinterProfile
from hardware.printing.state import Paper, Problem
from hardware.simulated.printer import SimulatedPrinter
from tests.hardware.printing.rig import (
    AT_ONCE,
    PROFILES,
    QUICK,
    broken,
    driver,
    pair,
    ready,
)
from tests.hardware.running import in_loop, running
from tests.hardware.slips import TICKET


@PROFILES
@in_loop
async def test_a_ticket_is_printed_once_and_confirmed(profile: PrinterProfile, tmp_path: Path) -> None:
    async with pair(tmp_path, profile) as (sim, printer):
        outcome = await printer.print(TICKET, "A012")
        assert (outcome.state, outcome.reason) == (JobState.CONFIRMED, None)
        assert outcome.first_byte_s is not None
        assert len(sim.slips) == 1
        assert sim.clipped == 0


@in_loop
async def test_without_a_fence_the_job_is_sent_not_confirmed(tmp_path: Path) -> None:
    async with pair(tmp_path, SILENT_80) as (sim, printer):
        assert (await printer.print(TICKET, "A012")).state is JobState.SENT
        await sim.until_slips(1, 5)


@in_loop
async def test_the_same_job_asked_again_is_not_printed_again(tmp_path: Path) -> None:
    async with pair(tmp_path) as (sim, printer):
        first, second = await asyncio.gather(printer.print(TICKET, "A012"), printer.print(TICKET, "A012"))
        third = await printer.print(TICKET, "A012")
        assert {first.state, second.state, third.state} == {JobState.CONFIRMED}
        assert len(sim.slips) == 1
        await printer.print(replace(TICKET, reprint=True), "A012 again")
        assert len(sim.slips) == 2


@in_loop
async def test_out_of_paper_before_the_job_fails_at_once_and_may_be_retried(tmp_path: Path) -> None:
    async with pair(tmp_path) as (sim, printer):
        await sim.pull_paper()
        state = await broken(printer, Problem.PAPER_OUT)
        assert state.paper is Paper.OUT
        outcome = await printer.print(TICKET, "A012")
        assert (outcome.state, outcome.reason) == (JobState.FAILED, Reason.PAPER_OUT)
        assert outcome.may_retry and outcome.first_byte_s is None
        assert sim.received == []
        await sim.load_paper()
        await ready(printer)
        assert (await printer.print(TICKET, "A012")).state is JobState.CONFIRMED
        assert len(sim.slips) == 1


@pytest.mark.parametrize(
    ("fault", "problem", "reason"),
    [
        ("cover_open", Problem.COVER_OPEN, Reason.COVER_OPEN),
        ("offline", Problem.OFFLINE, Reason.OFFLINE),
        ("cutter_jam", Problem.CUTTER, Reason.PRINTER_ERROR),
    ],
)
@PROFILES
@in_loop
async def test_each_fault_is_a_state_and_a_reason(
    profile: PrinterProfile, fault: str, problem: Problem, reason: Reason, tmp_path: Path
) -> None:
    async with pair(tmp_path, profile) as (sim, printer):
        await sim.set_fault(fault, True)
        await broken(printer, problem)
        assert (await printer.print(TICKET, "A012")).reason is reason
        await sim.set_fault(fault, False)
        await ready(printer)


@in_loop
async def test_paper_running_low_is_told_and_prints_on(tmp_path: Path) -> None:
    async with pair(tmp_path) as (sim, printer):
        await sim.set_fault("near_end", True)
        await printer.states.until(lambda state: state.paper is Paper.LOW, 5)
        assert (await printer.print(TICKET, "A012")).state is JobState.CONFIRMED


@in_loop
async def test_a_printer_that_is_not_there_is_a_state_and_a_failed_job(tmp_path: Path) -> None:
    async with SimulatedPrinter(model=AT_ONCE) as sim:
        await sim.unplug()
        printer = driver(sim, tmp_path)
        async with running(printer):
            outcome = await printer.print(TICKET, "A012")
            assert (outcome.state, outcome.reason) == (JobState.FAILED, Reason.DISCONNECTED)
            assert "check that the device is on" in outcome.detail
            await sim.plug_in()
            await ready(printer)
            assert (await printer.print(TICKET, "A012")).state is JobState.CONFIRMED


@in_loop
async def test_a_printer_that_never_answers_prints_and_is_believed(tmp_path: Path) -> None:
    async with SimulatedPrinter(model=AT_ONCE) as sim:
        await sim.set_fault("silent", True)
        printer = driver(sim, tmp_path, SILENT_80)
        async with running(printer):
            state = await ready(printer)
            assert state.paper is Paper.UNKNOWN
            assert (await printer.print(TICKET, "A012")).state is JobState.SENT


@in_loop
async def test_a_printer_that_falls_silent_is_said_to_be(tmp_path: Path) -> None:
    async with pair(tmp_path, timing=replace(QUICK, reply_s=0.02)) as (sim, printer):
        await sim.set_fault("silent", True)
        await broken(printer, Problem.NOT_ANSWERING)
        await sim.set_fault("silent", False)
        await ready(printer)
