"""The clerk's console over a day: key → board, two consoles racing, memory and CPU from first to last visit.

300 visits are called, started and finished by keys alone; the hub, a TV and two consoles are real processes.
"""

from __future__ import annotations

import asyncio
import os
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from itertools import pairwise
from pathlib import Path

from bench.report import Report
from bench.start import resident_mb
from deploy.demo.ear import Ear
from deploy.demo.headless import CONSOLE, TV
from deploy.demo.places import pair, prepare
from deploy.demo.script import Cast, Hand
from deploy.demo.stage import Stage
from deploy.demo.timeline import Timeline
from hub.client.link import Link
from hub.messages.commands import IssueTicket
from hub.messages.frames import Ev
from hub.messages.views import HallState

VISITS = 300
FIFTH = VISITS // 5
RACES = 30
WAITING = 5
"""People in the line while the day goes on."""
OPENS_AT = datetime(2026, 11, 23, 8, 5)
SHARED = "sao-y"
"""A service both counters of the race serve."""
OTHER_COUNTER = "01"
FAST_FINGERS = "[limits]\ncommands_per_s = 1000\n"
"""A day in a minute is more commands a second than a hub takes from one station."""
WATCHED = ("newest-number", "newest-counter", "row-number-0", "row-counter-0")
BOARD_TARGET_MS, GROWTH_TARGET_MB, CPU_RATIO_TARGET = 100.0, 10.0, 1.25


class Deaf:
    """Listens to the hub and keeps nothing: a kiosk that only gives numbers."""

    def on_online(self) -> None: ...

    def on_away(self, since: datetime) -> None: ...

    def on_event(self, event: Ev, fresh: bool) -> None: ...

    def on_state(self, state: HallState, seq: int) -> None: ...


class Floor:
    """The stage, a hand on each console, and a kiosk that gives numbers as fast as wanted."""

    def __init__(self, stage: Stage, kiosk: Link) -> None:
        self.stage, self.kiosk, self.cast = stage, kiosk, Cast()
        self.mine = Hand(stage["counter"], Path(), "counter")
        self.other = Hand(stage["other"], Path(), "other")
        self.to_board_ms: list[float] = []

    async def come(self, people: int = 1) -> None:
        for _ in range(people):
            await self.kiosk.send(IssueTicket(service=SHARED))

    async def visit(self) -> None:
        """Call, start and finish one person by the keys F1, F3 and F4."""
        stage, mark = self.stage, len(self.stage.timeline.events)
        await self.mine.enabled("call-next")
        pressed = await self.mine.key("F1")
        called = await stage.event("hub-ear", "ticket_called", mark)
        words = (str(called["number"]), str(int(called["counter"])))
        painted = await stage.event("tv", "painted", mark, text=words)
        self.to_board_ms.append((painted["painted_ns"] - pressed) / 1e6)
        for key, item, event in (("F3", "start", "serving_started"), ("F4", "finish", "ticket_served")):
            await self.mine.enabled(item)
            await self.mine.key(key)
            await stage.event("hub-ear", event, mark)

    async def race(self) -> tuple[str, ...]:
        """Both clerks press F1 at one moment; return the numbers called, then end both visits."""
        mark = len(self.stage.timeline.events)
        hands = (self.mine, self.other)
        for hand in hands:
            await hand.enabled("call-next")
        await asyncio.gather(*(hand.key("F1") for hand in hands))
        called = [
            await self.stage.event("hub-ear", "ticket_called", mark, counter=counter)
            for counter in (self.cast.counter, OTHER_COUNTER)
        ]
        for hand in hands:
            await hand.enabled("start")
            await hand.key("F3")
            await hand.enabled("finish")
            await hand.key("F4")
        return tuple(str(event["number"]) for event in called)


async def measure(report: Report) -> None:
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")
    with tempfile.TemporaryDirectory(prefix="mot-cua-bench-") as folder:
        root = Path(folder)
        timeline = Timeline(root / "timeline.jsonl")
        places = prepare(root, "phuong", OPENS_AT)
        (places.centre / "limits.toml").write_text(FAST_FINGERS, encoding="utf-8")
        stage = Stage(places, timeline, OPENS_AT)
        try:
            async with _floor(stage) as floor:
                await _day(report, floor)
                await _races(report, floor)
        finally:
            await stage.stop()
            timeline.close()


@asynccontextmanager
async def _floor(stage: Stage) -> AsyncIterator[Floor]:
    await stage.start_hub()
    cast, places = Cast(), stage.places
    ear_key = await asyncio.to_thread(pair, places, "supervisor", "supervisor")
    kiosk_key = await asyncio.to_thread(pair, places, "kiosk", cast.kiosk)
    ear = Ear(places.hub_url, ear_key, stage.timeline)
    listening = [asyncio.create_task(ear.link.run())]
    await stage.start_screen("tv", "display", "display", cast.tv, {"sound": "off"}, TV)
    await stage.start_screen("counter", "counter", "counter", cast.counter, {}, CONSOLE)
    await stage.start_screen("other", "counter", "counter", OTHER_COUNTER, {}, CONSOLE)
    for name in ("tv", "counter", "other"):
        await stage.event(name, "first_frame", timeout_s=20)
    token = kiosk_key.read_text(encoding="utf-8").strip()
    floor = Floor(stage, Link([places.hub_url], token, "kiosk", cast.kiosk, Deaf()))
    listening.append(asyncio.create_task(floor.kiosk.run()))
    try:
        await _open(floor)
        yield floor
    finally:
        for task in listening:
            task.cancel()


async def _open(floor: Floor) -> None:
    tv = Hand(floor.stage["tv"], Path(), "tv")
    for item in WATCHED:
        await tv.watch(item)
    for hand in (floor.mine, floor.other):
        await hand.enabled("open")
        await hand.key("F1")
    await floor.come(WAITING)


async def _day(report: Report, floor: Floor) -> None:
    pid = floor.stage["counter"].pid
    sizes, spent_ms = [], [cpu_ms(pid)]
    for done in range(1, VISITS + 1):
        await floor.come()
        await floor.visit()
        if done % FIFTH == 0:
            sizes.append(resident_mb(pid))
            spent_ms.append(cpu_ms(pid))
    per_visit = [(after - before) / FIFTH for before, after in pairwise(spent_ms)]
    report.add_delays("call key → number painted on the TV", floor.to_board_ms, BOARD_TARGET_MS)
    report.add("visits served by keys alone", VISITS, "visits")
    report.add("console: memory after the first fifth", sizes[0], "MB")
    report.add("console: memory grown by the end", sizes[-1] - sizes[0], "MB", GROWTH_TARGET_MB)
    report.add("console: CPU a visit, first fifth", per_visit[0], "ms")
    report.add(
        "console: CPU a visit, last fifth ÷ first", per_visit[-1] / per_visit[0], "×", CPU_RATIO_TARGET
    )


async def _races(report: Report, floor: Floor) -> None:
    called: list[str] = []
    for _ in range(RACES):
        await floor.come(2)
        called.extend(await floor.race())
    report.add("two consoles racing: numbers called twice", len(called) - len(set(called)), "numbers", 0)
    report.add("two consoles racing: calls", len(called), "calls")


def cpu_ms(pid: int) -> float:
    """Return what the process has spent so far: proc(5), /proc/PID/stat, utime and stime."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) * 1000 / os.sysconf("SC_CLK_TCK")
