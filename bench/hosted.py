"""A hub process that hosts simulated centres and gives itself their commands: everything but the sockets.

``python -m bench.hosted JOB`` (JSON): prints ``ready`` once it serves its part, then one line of result.
"""

from __future__ import annotations

import asyncio
import itertools
import json
import random
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import apsw
import structlog
import uvloop

from bench.crowd import Crowd
from bench.hub_process import OPENS_AT
from config.loader import EXAMPLES, load
from hub.clock import BusinessClock
from hub.commands.host import LEDGER_THREADS, TICK_S
from hub.domain.rules import Actor
from hub.ledger.ledger import Outcome, Request
from hub.messages.commands import CallNext, Command, IssueTicket, Start
from hub.server.claims import claims_on
from hub.server.hosting import Host, collect_seldom
from hub.server.hub import Hub, Settings, at_work
from hub.server.owned import own_files

Job = dict[str, Any]
WARD = EXAMPLES / "phuong"
START_WITHIN_S = 240.0
LOOK_EVERY_S = 0.05


def centres(count: int) -> dict[str, Settings]:
    """Return ``count`` wards, alike but for their ids; in memory they share their configuration."""
    loaded = load(WARD)
    clock = BusinessClock.starting_at(OPENS_AT, ZoneInfo(loaded.hall.centre.timezone))
    first = Settings(hall=loaded.hall, data=Path(), directory=WARD, clock=clock, tick_s=TICK_S)
    return {f"xa-{n:04}": replace(first, hall=_called(first.hall, f"xa-{n:04}")) for n in range(count)}


def _called(hall: Any, centre: str) -> Any:
    return hall.model_copy(update={"centre": hall.centre.model_copy(update={"id": centre})})


class Day:
    """The commands of one centre: a number given, called, begun; by and by."""

    def __init__(self, hub: Hub) -> None:
        self.hub = hub
        rules = hub.hall.rules
        self._services = itertools.cycle(service.id for service in rules.hall.services)
        self._counters = itertools.cycle(rules.hall.counters)
        self._keys = itertools.count(1)
        self._kiosk = Actor("kiosk", "K1")
        self._steps = self._commands()

    def _commands(self) -> Iterator[tuple[Actor, Command]]:
        while True:
            counter = next(self._counters)
            clerk = Actor("counter", counter.id)
            yield self._kiosk, IssueTicket(service=next(iter(counter.services)))
            yield clerk, CallNext()
            yield clerk, Start()

    async def issue(self) -> Outcome:
        return await self._send(self._kiosk, IssueTicket(service=next(self._services)))

    async def next(self) -> Outcome:
        return await self._send(*next(self._steps))

    async def _send(self, actor: Actor, command: Command) -> Outcome:
        return await self.hub.hall.writer.send(Request(actor, f"key-{next(self._keys)}", command))


async def flat_out(days: list[Day], kiosks: int, seconds: float) -> Job:
    """Every kiosk of every centre asks as soon as it has its answer."""
    until_s, took_ms = time.monotonic() + seconds, []

    async def ask(day: Day) -> None:
        while (at_s := time.monotonic()) < until_s:
            outcome = await day.issue()
            assert outcome.err is None, outcome.err
            took_ms.append((time.monotonic() - at_s) * 1000)

    await asyncio.gather(*(ask(day) for day in days for _ in range(kiosks)))
    return {"took_ms": [round(each, 2) for each in took_ms]}


async def at_a_rate(days: list[Day], per_s: float, seconds: float) -> Job:
    """Commands come when they come (Poisson), whether the last is answered or not; late is late."""
    chance, lag_ms, seqs = random.Random(len(days)), [], sum(day.hub.hall.seq for day in days)
    begun_s = due_s = time.monotonic()

    async def ask(day: Day, due_s: float) -> None:
        await day.next()
        lag_ms.append((time.monotonic() - due_s) * 1000)

    async with asyncio.TaskGroup() as tasks:
        while due_s - begun_s < seconds:
            due_s += chance.expovariate(per_s)
            await asyncio.sleep(max(0.0, due_s - time.monotonic()))
            tasks.create_task(ask(chance.choice(days), due_s))
    events = sum(day.hub.hall.seq for day in days) - seqs
    return {"lag_ms": [round(each, 2) for each in lag_ms], "events": events}


async def work(job: Job) -> None:
    stop, began_s = asyncio.Event(), time.monotonic()
    with ThreadPoolExecutor(LEDGER_THREADS, thread_name_prefix="ledger") as threads:
        async with claims_on(job["url"], "", together=True) as claims:
            host = Host(claims, centres(job["centres"]), threads, "bench")
            async with asyncio.TaskGroup() as tasks:
                tasks.create_task(host.run(stop))
                await _serves(host, job["part"])
                sys.stdout.write("ready\n")
                sys.stdout.flush()
                started_s = time.monotonic() - began_s
                await asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline)
                days = [Day(hub) for hub in host.hubs.values()]
                if job["per_s"]:
                    result = await at_a_rate(days, job["per_s"], job["seconds"])
                else:
                    result = await flat_out(days, job["kiosks"], job["seconds"])
                result |= {"started_s": started_s, "centres": len(days), "memory_mb": memory_mb()}
                sys.stdout.write(json.dumps(result) + "\n")
                sys.stdout.flush()
                stop.set()


class SlowDisk(apsw.VFS):
    """Every sync of a file takes ``ms`` longer."""

    def __init__(self, name: str, ms: float) -> None:
        self.name, self.ms = name, ms
        super().__init__(name, "")

    def xOpen(self, name: Any, flags: list[int]) -> apsw.VFSFile:
        return _SlowFile(self, name, flags)


class _SlowFile(apsw.VFSFile):
    def __init__(self, disk: SlowDisk, name: Any, flags: list[int]) -> None:
        self._disk = disk
        super().__init__("", name, flags)

    def xSync(self, flags: int) -> None:
        time.sleep(self._disk.ms / 1000)
        super().xSync(flags)


async def on_files(data: Path, seconds: float, kiosks: int, slow_ms: float) -> Job:
    """Let one centre work flat out on SQLite, in this process."""
    (settings,) = centres(1).values()
    disk = SlowDisk(f"slow-{slow_ms}", slow_ms) if slow_ms else None
    try:
        with (
            ThreadPoolExecutor(1) as thread,
            closing(own_files(data, settings.hall.centre.id, vfs=disk.name if disk else None)) as owned,
        ):
            async with at_work(settings, owned, thread) as hub:
                return await flat_out([Day(hub)], kiosks, seconds)
    finally:
        if disk is not None:
            disk.unregister()


async def _serves(host: Host, part: int) -> None:
    for _ in range(round(START_WITHIN_S / LOOK_EVERY_S)):
        if len(host.hubs) >= part:
            return
        await asyncio.sleep(LOOK_EVERY_S)
    raise TimeoutError(f"{len(host.hubs)} of {part} centres")


def memory_mb() -> float:
    line = next(line for line in Path("/proc/self/status").read_text("utf-8").splitlines() if "VmRSS" in line)
    return int(line.split()[1]) / 1024


class HostedProcess(Crowd):
    """The process, from the bench's side."""

    @classmethod
    async def begin(cls, **job: Any) -> HostedProcess:
        """Start it; ``serves`` waits until it is ready."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bench.hosted", json.dumps(job)),
            stdout=asyncio.subprocess.PIPE,
            stdin=asyncio.subprocess.PIPE,
            limit=2**25,
        )
        return cls(process)

    async def serves(self) -> None:
        assert self._process.stdout is not None
        line = await asyncio.wait_for(self._process.stdout.readline(), START_WITHIN_S + 30)
        assert line == b"ready\n", line

    async def result_within(self, seconds: float) -> Job:
        assert self._process.stdout is not None
        result: Job = json.loads(await asyncio.wait_for(self._process.stdout.readline(), seconds))
        await asyncio.wait_for(self._process.wait(), 120)
        return result


async def host_all(url: str, count: int, processes: int, seconds: float, **job: Any) -> list[Job]:
    """Let ``processes`` hubs share ``count`` centres and work ``seconds`` together."""
    job |= {"url": url, "centres": count, "part": count // processes, "seconds": seconds}
    hubs: list[HostedProcess] = []
    try:
        for _ in range(processes):
            hubs.append(await HostedProcess.begin(**job))
        await asyncio.gather(*(hub.serves() for hub in hubs))
        for hub in hubs:
            hub.go()
        return list(await asyncio.gather(*(hub.result_within(seconds + 120) for hub in hubs)))
    finally:
        for hub in hubs:
            await hub.stop()


if __name__ == "__main__":
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(40),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    collect_seldom()
    uvloop.run(work(json.loads(sys.argv[1])))
