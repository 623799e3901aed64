"""The master of a line of signs, against simulated ones on a pseudo-terminal."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from hardware.descriptions import find_sign
from hardware.pipes import open_pipe
from hardware.signs import BusTiming, SignBus
from hardware.simulated.sign import SimulatedSigns
from tests.hardware.running import in_loop, running

QUICK = BusTiming(answer_s=0.1, tries=2, refresh_s=30, first_wait_s=0.02, most_wait_s=0.05)
NAMES = pytest.mark.parametrize("name", ["led-4", "led-ascii-8", "led-modbus-6"])


@asynccontextmanager
async def line(
    folder: Path, name: str, timing: BusTiming = QUICK
) -> AsyncIterator[tuple[SimulatedSigns, SignBus]]:
    sign = replace(find_sign(name), baud=115_200, gap_s=0.0)
    async with SimulatedSigns(folder / "signs", sign) as signs:
        bus = SignBus(partial(open_pipe, signs.url), sign, timing=timing, jitter=lambda: 0.5)
        async with running(bus):
            await bus.states.until(lambda state: state.connected, 5)
            yield signs, bus


@NAMES
@in_loop
async def test_each_sign_shows_its_own_text(name: str, tmp_path: Path) -> None:
    async with line(tmp_path, name) as (signs, bus):
        for address in (1, 2, 9):
            bus.show(address, f"A{address}")
        for address in (1, 2, 9):
            await signs.until_shown(address, f"A{address}", 5)
        assert bus.states.value.silent == frozenset()


@NAMES
@in_loop
async def test_only_the_newest_text_goes_out(name: str, tmp_path: Path) -> None:
    async with line(tmp_path, name) as (signs, bus):
        for n in range(50):
            bus.show(1, f"A{n}")
        await signs.until_shown(1, "A49", 5)
        assert signs.told <= 2


@pytest.mark.parametrize("name", ["led-ascii-8", "led-modbus-6"])
@in_loop
async def test_a_dead_sign_is_named_and_does_not_hold_up_the_others(name: str, tmp_path: Path) -> None:
    async with line(tmp_path, name) as (signs, bus):
        signs.dead.add(1)
        bus.show(1, "A1")
        bus.show(2, "A2")
        await signs.until_shown(2, "A2", 5)
        state = await bus.states.until(lambda state: bool(state.silent), 5)
        assert state.silent == {1} and "1" in state.detail
        signs.dead.clear()
        bus.show(1, "A3")
        await signs.until_shown(1, "A3", 5)
        await bus.states.until(lambda state: not state.silent, 5)


@in_loop
async def test_a_sign_that_lost_its_power_is_told_again(tmp_path: Path) -> None:
    async with line(tmp_path, "led-4", replace(QUICK, refresh_s=0.05)) as (signs, bus):
        bus.show(1, "A1")
        await signs.until_shown(1, "A1", 5)
        signs.shown.clear()
        await signs.until_shown(1, "A1", 5)


@in_loop
async def test_after_the_cable_was_out_every_sign_is_told_again(tmp_path: Path) -> None:
    async with line(tmp_path, "led-ascii-8") as (signs, bus):
        bus.show(1, "A1")
        await signs.until_shown(1, "A1", 5)
        signs.unplug()
        bus.show(1, "A2")
        await bus.states.until(lambda state: not state.connected, 5)
        signs.shown.clear()
        signs.plug_in()
        await signs.until_shown(1, "A2", 5)
