import asyncio
from functools import partial
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from hardware.listening import ListenTiming
from hardware.pipes import open_pipe
from hardware.scanning import DossierCode, HandScanner, Refused, Scanned
from hardware.scanning.gate import MOST_BYTES
from hardware.scanning.hand_scanner import LineReader
from hardware.simulated.scanner import SimulatedScanner
from tests.hardware.running import in_loop, running

QUICK = ListenTiming(silence_s=0.05, first_wait_s=0.02, most_wait_s=0.05)
CODE = "000.00.14.H56-200203-0118"


@in_loop
async def test_each_scan_arrives_once_with_or_without_a_line_end(tmp_path: Path) -> None:
    for suffix in (b"\r", b"\r\n", b""):
        scans: asyncio.Queue[Scanned] = asyncio.Queue()
        with SimulatedScanner(tmp_path / "scanner", suffix=suffix) as sim:
            driver = HandScanner(partial(open_pipe, sim.url), scans.put_nowait, timing=QUICK)
            async with running(driver):
                await driver.states.until(lambda state: state.connected, 5)
                await sim.scan(CODE)
                assert await scans.get() == DossierCode(CODE)
                await sim.scan(b"\xff\xfe")
                assert isinstance(await scans.get(), Refused)
                assert scans.empty()


@in_loop
async def test_a_scanner_pulled_in_the_middle_of_a_code_leaves_nothing_behind(tmp_path: Path) -> None:
    scans: asyncio.Queue[Scanned] = asyncio.Queue()
    with SimulatedScanner(tmp_path / "scanner") as sim:
        patient = ListenTiming(silence_s=5, first_wait_s=0.02, most_wait_s=0.05)
        driver = HandScanner(partial(open_pipe, sim.url), scans.put_nowait, timing=patient)
        async with running(driver):
            await driver.states.until(lambda state: state.connected, 5)
            await sim._line.send(b"000.00.14")
            sim.unplug()
            await driver.states.until(lambda state: not state.connected, 5)
            sim.plug_in()
            await driver.states.until(lambda state: state.connected, 5)
            await sim.scan(CODE)
            assert await scans.get() == DossierCode(CODE)


@given(st.lists(st.binary(max_size=40), max_size=30))
def test_lines_are_never_empty_nor_much_longer_than_the_gate_lets_pass(pieces: list[bytes]) -> None:
    reader = LineReader()
    for piece in pieces:
        for line in reader.feed(piece * 60):
            assert 0 < len(line) <= MOST_BYTES + 1
            assert b"\r" not in line and b"\n" not in line
