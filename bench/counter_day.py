"""Eight hours at one console: memory and CPU from the first visit to the last, and while nothing happens.

The day is compressed by leaving most of its idle seconds out. 2,000 visits, far more than one counter has in
eight hours, are called, started and finished by keys alone against a real hub; minutes of rest stand before,
amid and after them, and what a day's rest costs is told from those.
"""

from __future__ import annotations

import asyncio
import os
import statistics
import tempfile
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bench.counter import FAST_FINGERS, OPENS_AT, SHARED, Deaf, cpu_ms
from bench.report import Report
from bench.start import resident_mb
from deploy.demo.ear import Ear
from deploy.demo.headless import CONSOLE
from deploy.demo.places import pair, prepare
from deploy.demo.script import Cast, Hand
from deploy.demo.stage import Stage
from deploy.demo.timeline import Timeline
from hub.client.link import Link
from hub.messages.commands import IssueTicket

VISITS = 2_000
SAMPLE_EVERY = 100
RESTS, REST_S = 3, 60.0
WAITING = 5
DAY_S = 8 * 3600.0
WARM = 4
"""Samples of the first visits: caches fill, a day begins once."""
SLOPE_TARGET_MB, RATIO_TARGET, IDLE_TARGET_PERCENT = 3.0, 1.25, 5.0


@dataclass
class Day:
    """What was seen of the console's process; ``rests`` are (MB grown, CPU share in %) a minute of rest."""

    sizes_mb: list[float] = field(default_factory=list)
    visit_ms: list[float] = field(default_factory=list)
    rests: list[tuple[float, float]] = field(default_factory=list)


class Desk:
    """The console under test, a kiosk that gives numbers, an ear that hears the hub."""

    def __init__(self, stage: Stage, kiosk: Link) -> None:
        self.stage, self.kiosk = stage, kiosk
        self.hand = Hand(stage["counter"], Path(), "counter")
        self.pid = stage["counter"].pid

    async def visit(self) -> None:
        await self.kiosk.send(IssueTicket(service=SHARED))
        for key, item, event in (
            ("F1", "call-next", "ticket_called"),
            ("F3", "start", "serving_started"),
            ("F4", "finish", "ticket_served"),
        ):
            mark = len(self.stage.timeline.events)
            await self.hand.enabled(item)
            await self.hand.key(key)
            await self.stage.event("hub-ear", event, mark)


async def measure(report: Report) -> None:
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")
    with tempfile.TemporaryDirectory(prefix="mot-cua-bench-") as folder:
        root = Path(folder)
        timeline = Timeline(root / "timeline.jsonl")
        places = prepare(root, "phuong", OPENS_AT)
        (places.centre / "limits.toml").write_text(FAST_FINGERS, encoding="utf-8")
        stage = Stage(places, timeline, OPENS_AT)
        try:
            async with _desk(stage) as desk:
                _tell(report, await _day(desk))
        finally:
            await stage.stop()
            timeline.close()


@asynccontextmanager
async def _desk(stage: Stage) -> AsyncIterator[Desk]:
    await stage.start_hub()
    cast, places = Cast(), stage.places
    ear_key = await asyncio.to_thread(pair, places, "supervisor", "supervisor")
    kiosk_key = await asyncio.to_thread(pair, places, "kiosk", cast.kiosk)
    ear = Ear(places.hub_url, ear_key, stage.timeline)
    await stage.start_screen("counter", "counter", "counter", cast.counter, {"sound": "off"}, CONSOLE)
    await stage.event("counter", "first_frame", timeout_s=20)
    token = kiosk_key.read_text(encoding="utf-8").strip()
    kiosk = Link([places.hub_url], token, "kiosk", cast.kiosk, Deaf())
    listening = [asyncio.create_task(ear.link.run()), asyncio.create_task(kiosk.run())]
    try:
        desk = Desk(stage, kiosk)
        await desk.hand.enabled("open")
        await desk.hand.key("F1")
        await asyncio.wait_for(_online(kiosk), 10)
        for _ in range(WAITING):
            await kiosk.send(IssueTicket(service=SHARED))
        yield desk
    finally:
        for task in listening:
            task.cancel()


async def _online(link: Link) -> None:
    for _ in range(1_000):
        if link.online:
            return
        await asyncio.sleep(0.05)


async def _day(desk: Desk) -> Day:
    day = Day()
    for part in range(RESTS):
        day.rests.append(await _rest(desk))
        if part == RESTS - 1:
            break
        for _ in range(VISITS // (RESTS - 1) // SAMPLE_EVERY):
            before = cpu_ms(desk.pid)
            for _ in range(SAMPLE_EVERY):
                await desk.visit()
            day.visit_ms.append((cpu_ms(desk.pid) - before) / SAMPLE_EVERY)
            day.sizes_mb.append(resident_mb(desk.pid))
    return day


async def _rest(desk: Desk) -> tuple[float, float]:
    size, spent, began = resident_mb(desk.pid), cpu_ms(desk.pid), time.monotonic()
    await asyncio.sleep(REST_S)
    took_ms = (time.monotonic() - began) * 1000
    return resident_mb(desk.pid) - size, 100 * (cpu_ms(desk.pid) - spent) / took_ms


def _tell(report: Report, day: Day) -> None:
    warm = day.sizes_mb[WARM:]
    fifth = max(1, len(day.visit_ms) // 5)
    first, last = statistics.mean(day.visit_ms[WARM : WARM + fifth]), statistics.mean(day.visit_ms[-fifth:])
    idle = [share for _, share in day.rests]
    report.add("visits served by keys alone", VISITS, "visits")
    report.add("memory after the first 400 visits", warm[0], "MB")
    report.add("memory, slope per 1,000 visits", _slope(warm) * 1000 / SAMPLE_EVERY, "MB", SLOPE_TARGET_MB)
    report.add("memory grown in the last minute of rest", day.rests[-1][0], "MB", 0.5)
    report.add("CPU a visit, early", first, "ms")
    report.add("CPU a visit, last fifth ÷ early", last / first, "×", RATIO_TARGET)
    report.add("CPU at rest, before the first visit", idle[0], "%", IDLE_TARGET_PERCENT)
    report.add("CPU at rest, after the last visit", idle[-1], "%", IDLE_TARGET_PERCENT)
    whole = DAY_S * statistics.mean(idle) / 100 + VISITS * statistics.mean(day.visit_ms) / 1000
    report.add("CPU of the eight hours", 100 * whole / DAY_S, "% of one core")


def _slope(values: Sequence[float]) -> float:
    """Return the least squares slope per sample."""
    return statistics.linear_regression(range(len(values)), values).slope
