"""10,000 phones on one gateway: a call reaches them all, all come back, and the TV does not notice."""

from __future__ import annotations

import asyncio
import os
import subprocess
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.display import DISPLAY, OPENS_AT, Desk, cpu_s, picture_delays, prepare_hall, start_tvs
from bench.report import Report, percentile
from bench.start import resident_mb
from deploy.demo.child import Child
from deploy.demo.places import LOOPBACK, Places, free_port, pair
from deploy.demo.stage import Stage
from deploy.demo.timeline import Timeline

PHONES = 10_000
TICKETS = 2_000
"""All in one line: every call moves every phone's place. Five phones follow each ticket."""
CALLS = 12
TV_CALLS = 60
SETTLE_S = 3.0
CONNECTED_WITHIN_S = 60.0
LOOK_EVERY_S = 0.2
LONGEST_REPORT = 2**21
SOURCE = Path(__file__).parent / "phones.c"


class Phones:
    """The load generator (``phones.c``) at work."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    async def say(self, word: str) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(word.encode() + b"\n")
        await self._process.stdin.drain()

    async def report(self) -> list[int]:
        """Return when each phone first had news since the mark (monotonic ns), 0 for none yet."""
        await self.say("report")
        assert self._process.stdout is not None
        words = (await self._process.stdout.readline()).split()
        return [int(word) for word in words[2:]]

    async def all_heard(self, within_s: float) -> list[int]:
        """Return ``report`` as soon as every phone had news, or after ``within_s``."""
        for _ in range(int(within_s / LOOK_EVERY_S)):
            if 0 not in await self.report():
                break
            await asyncio.sleep(LOOK_EVERY_S)
        return await self.report()

    async def stop(self) -> None:
        self._process.kill()
        await self._process.wait()


async def dial(root: Path, port: int, tokens: Sequence[str]) -> Phones:
    program = root / "phones"
    command = ["cc", "-O2", "-o", str(program), str(SOURCE)]
    await asyncio.to_thread(subprocess.run, command, check=True)
    process = await asyncio.create_subprocess_exec(
        *("nice", "-n", "10", str(program)),  # phones bring their own processors
        *(LOOPBACK, str(port), str(PHONES)),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=LONGEST_REPORT,
    )
    phones = Phones(process)
    for place in range(PHONES):
        await phones.say(tokens[place % len(tokens)])
    return phones


async def start_gateway(places: Places) -> Child:
    key = await asyncio.to_thread(pair, places, "gateway", "gateway")
    gateway = Child(
        "gateway",
        [
            *("-m", "display.web", "serve", "--hub", places.hub_url, "--key-file", str(key)),
            *("--listen", f"{LOOPBACK}:{places.gateway_port}"),
            *("--streams-per-address", str(PHONES + 10), "--requests-per-s", "100000"),
        ],
        places.logs / "gateway.log",
        lambda _name, _event: None,
    )
    await gateway.start()
    await gateway.ready()
    return gateway


async def measure(report: Report) -> None:
    os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")
    with tempfile.TemporaryDirectory(prefix="mot-cua-bench-") as folder:
        root = Path(folder)
        timeline = Timeline(root / "timeline.jsonl")
        stage = Stage(prepare_hall(root), timeline, OPENS_AT)
        try:
            await stage.start_hub()
            async with Desk(stage.places) as desk:
                await _measure(report, stage, desk, await desk.take(TICKETS))
        finally:
            await stage.stop()
            timeline.close()


async def _measure(report: Report, stage: Stage, desk: Desk, tokens: list[str]) -> None:
    await start_tvs(stage, [DISPLAY])
    alone = percentile(await picture_delays(stage, desk, [DISPLAY], TV_CALLS), 0.99)
    gateway = await start_gateway(stage.places)
    phones = None
    try:
        await asyncio.sleep(SETTLE_S)
        empty_mb = resident_mb(gateway.pid)
        phones = await dial(
            stage.places.root, stage.places.gateway_port, tokens[TV_CALLS : TV_CALLS + TICKETS]
        )
        await _connected(report, phones, "first connect", time.monotonic_ns())
        await asyncio.sleep(SETTLE_S)
        await _calls(report, desk, phones, tokens[TV_CALLS:])
        phone_kb = 1024 * (resident_mb(gateway.pid) - empty_mb) / PHONES
        cpu = cpu_s(gateway.pid)
        among = percentile(await picture_delays(stage, desk, [DISPLAY], TV_CALLS), 0.99)
        report.add("gateway: CPU time a call", 1000 * (cpu_s(gateway.pid) - cpu) / TV_CALLS, "ms")
        report.add("call → TV p99 without phones", alone, "ms", 100, count=TV_CALLS)
        report.add(f"call → TV p99 among {PHONES} phones", among, "ms", alone * 1.1, count=TV_CALLS)
        gateway = await _restart(report, stage.places, gateway, phones)
    finally:
        if phones is not None:
            await phones.stop()
        await gateway.stop()
    await _memory(report, stage.places.root, phone_kb)


async def _memory(report: Report, root: Path, phone_kb: float) -> None:
    """Beside what a held connection costs where nothing is known of phones."""
    report.add("memory a phone", phone_kb, "KiB")
    for kind in ("uvicorn", "asyncio"):
        port = free_port()
        command = ["-m", "bench.phone_floor", kind, str(port)]
        floor = Child(kind, command, root / f"{kind}.log", lambda _name, _event: None)
        await floor.start()
        await floor.ready("ready")
        empty_mb = resident_mb(floor.pid)
        phones = await dial(root, port, ["nobody"])
        try:
            heard = await phones.all_heard(CONNECTED_WITHIN_S)
            floor_kb = 1024 * (resident_mb(floor.pid) - empty_mb) / (PHONES - heard.count(0))
            report.add(f"memory a phone, raw floor: {kind} that only holds the connection", floor_kb, "KiB")
        finally:
            await phones.stop()
            await floor.stop()


async def _connected(report: Report, phones: Phones, what: str, since_ns: int, target: float = 0) -> None:
    times = await phones.all_heard(CONNECTED_WITHIN_S)
    there = sorted(at for at in times if at)
    report.add(f"{what}: phones not served", PHONES - len(there), "", 0)
    last_s = (there[-1] - since_ns) / 1e9 if there else 0
    report.add(f"{what}: {PHONES} phones served within", last_s, "s", target or None)


async def _calls(report: Report, desk: Desk, phones: Phones, tokens: Sequence[str]) -> None:
    """Tickets are called in the order they were taken, so the n-th call is of the n-th token's phones."""
    everybody, called, missed = [], [], 0
    for turn in range(CALLS):
        await phones.say("mark")
        _, at_ns = await desk.call()
        await asyncio.sleep(SETTLE_S)
        delays = [(at - at_ns) / 1e6 if at else 0.0 for at in await phones.report()]
        waiting = [delay for place, delay in enumerate(delays) if place % len(tokens) >= turn]
        missed += waiting.count(0.0)
        everybody.append(max(waiting))
        called.append(max(delays[turn :: len(tokens)]))
    report.add("call → all phones updated, worst call", max(everybody), "ms", 1500, count=CALLS)
    report.add("call → the called one's phones, worst", max(called), "ms", 300, count=CALLS)
    report.add("news that did not reach a phone", missed, "", 0)


async def _restart(report: Report, places: Places, gateway: Child, phones: Phones) -> Child:
    """Every phone tries again at once (real ones wait a second or more, each its own)."""
    await gateway.stop()
    await phones.say("mark")
    fresh = await start_gateway(places)
    await _connected(report, phones, "gateway restarted", time.monotonic_ns(), 5)
    report.add("gateway restarted: CPU time it took", cpu_s(fresh.pid), "s")
    return fresh
