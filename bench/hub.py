"""The hub as a process, over its real sockets: how fast, how soon everywhere, and what others can do to it.

MOTCUA_GARBAGE_S in the environment: how long the garbage comes; the release is measured with 30.
"""

from __future__ import annotations

import asyncio
import itertools
import os
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

from bench.crowd import Crowd
from bench.floor import store_floor, syncs, whole_day
from bench.hub_process import OPENS_AT, HubProcess
from bench.report import Report, percentile
from bench.wire import Wire

KIOSKS = (1, 8, 16, 64)
TICKETS, ROUNDS = 1_280, 3
SYNCS = 1_000
ANSWER_TARGET_MS = 25.0
STATIONS, CALLS, CALLS_PER_S = 60, 300, 20
CALL_TARGET_MS = 40.0
STUCK, STUCK_MEMORY_TARGET_KB, STUCK_GONE_TARGET_S = 100, 64.0, 30.0
NEWS, STUCK_NEWS = 1_500, 4_000
"""So many events fill what the hub keeps of the last ones; and the buffers of whoever does not read."""
DAY, DAY_START_TARGET_MS, DAY_MEMORY_TARGET_MB = 5_000, 1_000.0, 120.0
GARBAGE_SOCKETS, GARBAGE_BYTES_PER_S = 50, 1_000_000
GARBAGE_S = float(os.environ.get("MOTCUA_GARBAGE_S", "10"))
LOOK_EVERY_S = 0.2
LONGEST_PART_S = 300.0
"""Past this something hangs."""
SEED = 20261121


async def measure(report: Report) -> None:
    with tempfile.TemporaryDirectory(prefix="mot-cua-bench-") as folder:
        for part in (_speed, _calls, _stuck, _day, _garbage):
            name = part.__name__.strip("_")
            print(f"hub: {name} …", file=sys.stderr, flush=True)
            async with asyncio.timeout(LONGEST_PART_S + GARBAGE_S):
                await part(report, Path(folder) / name)


@asynccontextmanager
async def serving(root: Path) -> AsyncIterator[HubProcess]:
    hub = HubProcess(root)
    await hub.start()
    try:
        yield hub
    finally:
        await hub.stop()


@asynccontextmanager
async def crowd(kind: str, hub: HubProcess, **job: object) -> AsyncIterator[Crowd]:
    people = await Crowd.start(kind, address=hub.address, **job)
    try:
        yield people
    finally:
        await people.stop()


def stations(hub: HubProcess, count: int, role: str = "display") -> list[tuple[str, str]]:
    """Return names and tokens of newly paired stations."""
    names = [f"{role}-{n}" for n in range(count)]
    paired = hub.pair("kiosk", *names) if role == "kiosk" else hub.pair("display", *names)
    return list(zip(names, paired, strict=True))


# how fast ---------------------------------------------------------------------------------------------


async def _speed(report: Report, root: Path) -> None:
    took = await asyncio.to_thread(syncs, root, SYNCS)
    report.add("bare fdatasync of 4 KiB", len(took) / sum(took), "/s")
    report.add("bare fdatasync of 4 KiB, p99", percentile(took, 0.99) * 1000, "ms")
    for kiosks in KIOSKS:
        rounds = [await _round(root / f"kiosks-{kiosks}-{turn}", kiosks) for turn in range(ROUNDS)]
        speed, store, ledger = (statistics.median(each[:3][n] for each in rounds) for n in range(3))
        took_ms = [each for one in rounds for each in one[3]]
        report.add(f"{kiosks} a write, the store alone", store, "tickets/s")
        report.add(f"{kiosks} a write, the ledger alone", ledger, "tickets/s")
        wanted = " (target ≥ 2000)" if kiosks == 16 else ""
        report.add(f"{kiosks} kiosks over the socket{wanted}", speed, "tickets/s")
        share = statistics.median(each[0] / each[1] for each in rounds)
        report.add(f"{kiosks} kiosks: of the store's floor (target ≥ 30)", share * 100, "%")
        p99 = ANSWER_TARGET_MS if kiosks <= 16 else None
        report.add(f"{kiosks} kiosks: answer, median", statistics.median(took_ms), "ms")
        report.add(f"{kiosks} kiosks: answer, p99", percentile(took_ms, 0.99), "ms", p99)


async def _round(root: Path, kiosks: int) -> tuple[float, float, float, list[float]]:
    """Return tickets/s of the hub, the store and the ledger, one after another, and the hub's answers (ms).

    Disks differ from minute to minute: only what was measured together is compared.
    """
    ledger, store = await asyncio.to_thread(store_floor, root, TICKETS, kiosks)
    speed, took_ms = await _tickets(root / "hub", kiosks)
    return speed, store, ledger, took_ms


async def _tickets(root: Path, kiosks: int) -> tuple[float, list[float]]:
    """Return tickets/s and how long each answer took (ms)."""
    async with (
        serving(root) as hub,
        crowd(
            "kiosks", hub, stations=stations(hub, kiosks, "kiosk"), services=hub.services, tickets=TICKETS
        ) as people,
    ):
        people.go()
        done = await people.result()
    return len(done["took_ms"]) / done["seconds"], done["took_ms"]


# how soon everywhere ----------------------------------------------------------------------------------


class Counters:
    """Clerks of every counter who call in turn."""

    def __init__(self, wires: list[Wire]) -> None:
        self._free: asyncio.Queue[Wire] = asyncio.Queue()
        for wire in wires:
            self._free.put_nowait(wire)
        self._keys = itertools.count(1)

    async def call(self) -> tuple[str, int]:
        """Call the next; return the number and when the command left (ns)."""
        at_ns = time.monotonic_ns()
        wire = await self._free.get()
        res = await wire.command("call_next", f"call-{next(self._keys)}")
        self._free.put_nowait(wire)
        return str(res["data"]["ticket"]["number"]), at_ns


async def _calls(report: Report, root: Path) -> None:
    async with serving(root) as hub:
        line = await Kiosk.enter(hub)
        await line.take(CALLS + 50, ["khai-sinh"])
        await line.take(CALLS + 50, ["sao-y"])
        counters = Counters(
            [
                await Wire.connect(hub.address, token, "counter", name)
                for name, token in zip(("01", "02"), hub.pair("counter", "01", "02"), strict=True)
            ]
        )
        async with crowd("listeners", hub, stations=stations(hub, STATIONS), calls=CALLS) as people:
            people.go()
            async with asyncio.TaskGroup() as tasks:
                calling = []
                for _ in range(CALLS):
                    calling.append(tasks.create_task(counters.call()))
                    await asyncio.sleep(1 / CALLS_PER_S)
            heard = await people.result()
    called = dict(task.result() for task in calling)
    delays = [(heard[number] - called[number]) / 1e6 for number in called if number in heard]
    what = f"call → last of {STATIONS} stations, {CALLS_PER_S} calls/s"
    report.add(f"{what}: calls that did not reach all", CALLS - len(delays), "calls", 0)
    report.add(f"{what}, median", statistics.median(delays), "ms", count=len(delays))
    report.add(f"{what}, p99", percentile(delays, 0.99), "ms", CALL_TARGET_MS, count=len(delays))


class Kiosk:
    """One kiosk that behaves, to see how others are served meanwhile."""

    def __init__(self, hub: HubProcess, wire: Wire) -> None:
        self._hub, self._wire = hub, wire
        self._keys = itertools.count(1)

    @classmethod
    async def enter(cls, hub: HubProcess) -> Kiosk:
        (token,) = hub.pair("kiosk", "k")
        wire = await Wire.connect(hub.address, token, "kiosk", "k")
        await wire.until("ready")
        return cls(hub, wire)

    async def take(self, count: int, services: list[str] | None = None, pause_s: float = 0) -> list[float]:
        """Take numbers one after another; return how long each took (ms)."""
        took, among = [], itertools.cycle(services or self._hub.services)
        for _ in range(count):
            at = time.monotonic()
            key = f"key-{next(self._keys)}"
            res = await self._wire.command("issue_ticket", key, service=next(among))
            assert res["ok"], res
            took.append((time.monotonic() - at) * 1000)
            await asyncio.sleep(pause_s)
        return took

    async def report(self, count: int, pause_s: float = 0) -> list[float]:
        """Make news that leaves no trace in the hub's memory; return how long each answer took (ms)."""
        took = []
        for _ in range(count):
            at = time.monotonic()
            number = next(self._keys)
            await self._wire.command("report_device", f"key-{number}", device="p", state=f"on-{number}")
            took.append((time.monotonic() - at) * 1000)
            await asyncio.sleep(pause_s)
        return took


# what others can do -------------------------------------------------------------------------------


async def _stuck(report: Report, root: Path) -> None:
    async with serving(root) as hub:
        kiosk = await Kiosk.enter(hub)
        await kiosk.report(NEWS)
        alone = await kiosk.report(300, LOOK_EVERY_S / 10)
        job = {"stations": stations(hub, STUCK), "receive_buffer": 4096}
        before_mb = hub.memory_mb
        async with crowd("stuck", hub, **job):
            began, most_mb, beside = time.monotonic(), 0.0, []
            await kiosk.report(STUCK_NEWS)
            while await asyncio.to_thread(hub.stations) > 1 and time.monotonic() - began < 60:
                most_mb = max(most_mb, hub.memory_mb)
                beside += await kiosk.report(10, LOOK_EVERY_S / 10)
            gone_s = time.monotonic() - began
    what = f"{STUCK} stations that never read"
    grown_kb = max(0.0, most_mb - before_mb) * 1024 / STUCK
    report.add(f"{what}: memory each, at most", grown_kb, "KiB", STUCK_MEMORY_TARGET_KB)
    report.add(f"{what}: all gone after", gone_s, "s", STUCK_GONE_TARGET_S)
    report.add(f"{what}: another's answer, median", statistics.median(beside), "ms", count=len(beside))
    slower = statistics.median(beside) / statistics.median(alone)
    report.add(f"{what}: another slower, median", slower, "×", 2)
    report.add(f"{what}: another slower, p95", percentile(beside, 0.95) / percentile(alone, 0.95), "×", 2)


async def _day(report: Report, root: Path) -> None:
    hub = HubProcess(root, OPENS_AT + timedelta(hours=2, minutes=50))
    await asyncio.to_thread(whole_day, hub.data, DAY)
    starts = []
    try:
        for _ in range(5):
            await hub.stop()
            starts.append(await hub.start() * 1000)
        kiosk = await Kiosk.enter(hub)
        (token,) = hub.pair("supervisor", "sv")
        supervisor = await Wire.connect(hub.address, token, "supervisor", "sv")
        snap = await supervisor.until("snap")
        assert len(snap["state"]["tickets"]) == DAY, len(snap["state"]["tickets"])
        await kiosk.take(100)
        report.add(
            f"a day of {DAY} tickets: start, median", statistics.median(starts), "ms", DAY_START_TARGET_MS
        )
        report.add(f"a day of {DAY} tickets: memory", hub.memory_mb, "MB", DAY_MEMORY_TARGET_MB)
    finally:
        await hub.stop()


async def _garbage(report: Report, root: Path) -> None:
    async with serving(root) as hub:
        kiosk = await Kiosk.enter(hub)
        await kiosk.take(600)
        alone = await kiosk.take(200, pause_s=0.01)
        before_mb = hub.memory_mb
        job = {"bytes_per_s": GARBAGE_BYTES_PER_S, "seconds": GARBAGE_S, "seed": SEED}
        async with crowd("garbage", hub, stations=stations(hub, GARBAGE_SOCKETS), **job) as people:
            people.go()
            beside, until = [], time.monotonic() + GARBAGE_S
            while time.monotonic() < until:
                beside += await kiosk.take(10, pause_s=0.05)
            sent = (await people.result())["sent"]
        what = f"garbage from {GARBAGE_SOCKETS} sockets for {GARBAGE_S:g} s"
        report.add(f"{what}: sent (wanted: 1)", sent / GARBAGE_S / 1e6, "MB/s")
        report.add(f"{what}: a kiosk's answer, median", statistics.median(beside), "ms", count=len(beside))
        report.add(f"{what}: a kiosk's answer, p99", percentile(beside, 0.99), "ms", 100, count=len(beside))
        report.add(f"{what}: the same without, p99", percentile(alone, 0.99), "ms", count=len(alone))
        report.add(f"{what}: memory grown", hub.memory_mb - before_mb, "MB", 20)
