"""What a probe finds out, and that a fault is never taken for a printer that cannot answer."""

from __future__ import annotations

import io
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from hardware.pipes import open_pipe
from hardware.print_test import print_test
from hardware.printing.probing import Doubt, Report, probe
from hardware.printing.profiles import EPSON_80, GENERIC_80, SILENT_80
from hardware.printing.state import Problem
from hardware.probe_command import show_probe
from hardware.simulated.printer import Model, SimulatedPrinter
from tests.hardware.printing.rig import AT_ONCE, QUICK
from tests.hardware.running import in_loop

SOON_S = 0.1


async def probed(sim: SimulatedPrinter) -> Report:
    pipe = await open_pipe(sim.url)
    try:
        return await probe(pipe, SOON_S)
    finally:
        await pipe.close()


@pytest.mark.parametrize(
    ("model", "profile", "doubt"),
    [
        (AT_ONCE, EPSON_80, None),
        (Model(mm_per_s=0, knows_process_id=False), GENERIC_80, None),
        (Model(mm_per_s=0, knows_process_id=False, knows_sensor=False), SILENT_80, None),
    ],
)
@in_loop
async def test_the_profile_follows_the_fence(model: Model, profile: object, doubt: Doubt | None) -> None:
    async with SimulatedPrinter(model=model) as sim:
        report = await probed(sim)
        assert (report.profile, report.doubt) == (profile, doubt)
        assert report.state is not None and report.state.problem is None


@pytest.mark.parametrize(
    ("fault", "problem"),
    [
        ("paper_out", Problem.PAPER_OUT),
        ("cover_open", Problem.COVER_OPEN),
        ("offline", Problem.OFFLINE),
        ("cutter_jam", Problem.CUTTER),
    ],
)
@in_loop
async def test_a_fault_leaves_the_profile_unsure_and_names_itself(fault: str, problem: Problem) -> None:
    async with SimulatedPrinter(model=AT_ONCE) as sim:
        await sim.set_fault(fault, True)
        report = await probed(sim)
        assert report.state is not None
        assert (report.state.problem, report.doubt) == (problem, Doubt.HAS_A_FAULT)
        await sim.set_fault(fault, False)
        mended = await probed(sim)
        assert (mended.profile, mended.doubt) == (EPSON_80, None)


@in_loop
async def test_a_printer_that_answers_nothing_is_unsure_too() -> None:
    async with SimulatedPrinter(model=AT_ONCE) as sim:
        await sim.set_fault("silent", True)
        report = await probed(sim)
        assert (report.state, report.doubt) == (None, Doubt.SAYS_NOTHING)


@in_loop
async def test_a_guess_is_not_saved_for_the_station(tmp_path: Path) -> None:
    file, told = tmp_path / "printer.toml", io.StringIO()
    async with SimulatedPrinter(model=AT_ONCE) as sim:
        await sim.pull_paper()
        with redirect_stdout(told), redirect_stderr(told):
            assert await show_probe(sim.url, str(file), SOON_S) == 1
        assert not file.exists()
        assert "hết giấy" in told.getvalue() and "silent-80" not in told.getvalue()
        await sim.load_paper()
        with redirect_stdout(told):
            assert await show_probe(sim.url, str(file), SOON_S) == 0
        assert 'printer_profile = "epson-80"' in file.read_text(encoding="utf-8")


@in_loop
async def test_a_print_test_says_what_it_waits_for_and_ends_after_the_first_slip() -> None:
    out, told = io.StringIO(), io.StringIO()
    async with SimulatedPrinter(model=AT_ONCE) as sim:
        await sim.set_fault("silent", True)
        with redirect_stdout(out), redirect_stderr(told):
            assert await print_test(sim.url, EPSON_80, QUICK, tick_s=0.05) == 1
        assert len(sim.slips) == 1
    assert "TicketSlip: unknown" in out.getvalue() and "StatusSlip" not in out.getvalue()
    assert "đang chờ máy in xác nhận" in told.getvalue()
