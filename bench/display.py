"""What a lobby screen takes: call → pixels on ten TVs, call → sound, CPU at rest, an hour of 37 counters."""

from __future__ import annotations

import asyncio
import json
import os
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from bench.hour import SPEECH_S, hour
from bench.report import Report, percentile
from config.loader import EXAMPLES, load
from deploy.demo.places import Places, pair, prepare
from deploy.demo.stage import Stage
from deploy.demo.timeline import Timeline
from hub.client.link import Link
from hub.messages import commands as cmd
from hub.messages.frames import Role
from ui.voice.words import Form

OPENS_AT = datetime(2026, 11, 23, 8, 5)
TVS = 10
CALLS = 100
CALL_EVERY_S = 1.0
SOUNDS = 12
PAINTED_WITHIN_S = 5.0
REST_S = 20.0
TV, SMALL = "1920x1080", "640x360"
SERVICE, COUNTER, DISPLAY = "khai-sinh", "02", "TV1"
WATCHED = ("newest-number", "row-number-0", "row-number-1")


class Station:
    """A link that only commands."""

    def __init__(self, places: Places, role: Role, name: str) -> None:
        token = pair(places, role, name).read_text(encoding="utf-8").strip()
        self.link = Link([places.hub_url], token, role, name, self)
        self._online = asyncio.Event()

    async def ready(self) -> None:
        await asyncio.wait_for(self._online.wait(), 10)

    def on_online(self) -> None:
        self._online.set()

    def on_away(self, since: object) -> None: ...
    def on_state(self, state: object, seq: int) -> None: ...
    def on_event(self, event: object, fresh: bool) -> None: ...


class Desk:
    """A kiosk and a counter without screens. ``async with``: their links run."""

    def __init__(self, places: Places) -> None:
        self._kiosk = Station(places, "kiosk", "K1")
        self._counter = Station(places, "counter", COUNTER)
        self._tasks: list[asyncio.Task[None]] = []

    async def __aenter__(self) -> Desk:
        for station in (self._kiosk, self._counter):
            self._tasks.append(asyncio.create_task(station.link.run()))
            await station.ready()
        await self._counter.link.send(cmd.OpenCounter())
        return self

    async def __aexit__(self, *_error: object) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.wait(self._tasks)

    async def take(self, count: int) -> list[str]:
        """Return the links' tokens of ``count`` new tickets."""
        tickets = [await self._kiosk.link.send(cmd.IssueTicket(service=SERVICE)) for _ in range(count)]
        return [str(one["ticket"]["link"]).partition("#t=")[2] for one in tickets]

    async def call(self) -> tuple[str, int]:
        """Call the next; return its number and when the command left (ns)."""
        at_ns = time.monotonic_ns()
        answer = await self._counter.link.send(cmd.CallNext())
        return str(answer["ticket"]["number"]), at_ns


def prepare_hall(root: Path, tvs: int = 1) -> Places:
    """Return an example ward whose hub takes numbers as fast as a bench asks, with ``tvs`` equal TVs."""
    places = prepare(root, "phuong", OPENS_AT)
    centre, stations = places.centre / "centre.toml", places.centre / "stations.toml"
    centre.write_text(centre.read_text("utf-8") + "\n[limits]\ncommands_per_s = 5000\n", "utf-8")
    more = "".join(f'\n[[displays]]\nid = "B{n}"\nzones = ["sanh"]\n' for n in range(1, tvs))
    stations.write_text(stations.read_text("utf-8") + more, "utf-8")
    return places


def tv_names(tvs: int) -> list[str]:
    return [DISPLAY, *(f"B{n}" for n in range(1, tvs))]


async def start_tvs(stage: Stage, names: Sequence[str], sound: str = "off", size: str = TV) -> None:
    for name in names:
        await stage.start_screen(name, "display", "display", name, {"sound": sound}, size)
        await stage.event(name, "first_frame", timeout_s=60)
    for name in names:
        for item in WATCHED:
            await stage[name].do("watch", name=item)


async def picture_delays(stage: Stage, desk: Desk, names: Sequence[str], calls: int) -> list[float]:
    """Call ``calls`` times; return for every call and TV the milliseconds until its pixels stood there."""
    delays = []
    for _ in range(calls):
        mark, began = len(stage.timeline.events), time.monotonic()
        number, at_ns = await desk.call()
        for name in names:
            shown = await stage.event(name, "painted", mark, PAINTED_WITHIN_S, text=number)
            delays.append((shown["painted_ns"] - at_ns) / 1e6)
        await asyncio.sleep(max(0.0, CALL_EVERY_S - (time.monotonic() - began)))
    return delays


async def measure(report: Report) -> None:
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")
    hour(report, load(EXAMPLES / "tinh").hall)
    await _frames(report)
    with tempfile.TemporaryDirectory(prefix="mot-cua-bench-") as folder:
        root = Path(folder)
        timeline = Timeline(root / "timeline.jsonl")
        stage = Stage(prepare_hall(root, TVS), timeline, OPENS_AT)
        try:
            await stage.start_hub()
            async with Desk(stage.places) as desk:
                await desk.take(CALLS * 3 + SOUNDS + 40)
                await _one_tv(report, stage, desk)
                for size in (SMALL, TV):
                    await _many_tvs(report, stage, desk, size)
        finally:
            await stage.stop()
            timeline.close()


async def _frames(report: Report) -> None:
    """One TV without a hub: what its drawing alone costs."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "bench.frames", TV),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    out, _ = await process.communicate()
    found = json.loads(out.splitlines()[-1])
    report.add("a TV that moves, 1080p: between two pictures (60 a second)", 1000 / found["fps"], "ms", 17)
    report.add("a TV without calls, 1080p, clock and ticker: CPU", found["rest"], "% of a core", 25)
    report.add("a TV, one call with its pulse, 1080p: CPU time", found["call_ms"], "ms")


async def _one_tv(report: Report, stage: Stage, desk: Desk) -> None:
    (sounds := stage.places.root / "sounds").mkdir()
    await start_tvs(stage, [DISPLAY], f"file://{sounds}")
    delays = [await _sounded(stage, desk) for _ in range(SOUNDS)]
    report.add("call → first sample of sound, worst", max(delays[1:]), "ms", 300, count=SOUNDS - 1)
    await asyncio.sleep(SPEECH_S[Form.FULL] + 12)
    report.add("a TV at rest, 1080p: CPU", await _cpu(stage[DISPLAY].pid), "% of a core", 25)
    pid, before, began = stage[DISPLAY].pid, cpu_s(stage[DISPLAY].pid), time.monotonic()
    delays = await picture_delays(stage, desk, [DISPLAY], 20)
    busy = 100 * (cpu_s(pid) - before) / (time.monotonic() - began)
    report.add(f"a TV, one call every {CALL_EVERY_S:g} s: CPU", busy, "% of a core", 25)
    report.add("call → pixels, 1 TV, p99", percentile(delays, 0.99), "ms", 100, count=len(delays))
    await stage[DISPLAY].stop()


async def _sounded(stage: Stage, desk: Desk) -> float:
    """Call once the voice is idle; the milliseconds until the first sample."""
    mark = len(stage.timeline.events)
    number, at_ns = await desk.call()
    sounded = await stage.event(DISPLAY, "sounded", mark, 20, number=number)
    await asyncio.sleep(SPEECH_S[Form.FULL] + 0.5)
    return float(sounded["sounded_ns"] - at_ns) / 1e6


async def _many_tvs(report: Report, stage: Stage, desk: Desk, size: str) -> None:
    """Small pictures: what ten TVs with a machine each would see; large: all that drawing on this one."""
    names = tv_names(TVS)
    await start_tvs(stage, names, size=size)
    before_s = sum(cpu_s(stage[name].pid) for name in names)
    delays = await picture_delays(stage, desk, names, CALLS)
    each_ms = 1000 * (sum(cpu_s(stage[name].pid) for name in names) - before_s) / len(delays)
    for name in names:
        await stage[name].stop()
    what = f"call → pixels, {TVS} TVs of {size} on this machine"
    report.add_delays(what, delays)
    report.add(f"{what}, p99", percentile(delays, 0.99), "ms", 100, count=len(delays))
    report.add(f"{what}: CPU time a call and TV", each_ms, "ms")


async def _cpu(pid: int) -> float:
    before = cpu_s(pid)
    await asyncio.sleep(REST_S)
    return 100 * (cpu_s(pid) - before) / REST_S


def cpu_s(pid: int) -> float:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
