"""Kill -9 at random moments while kiosks take numbers: what did the kiosks hear, what does the log hold?"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.hub_process import HubProcess
from bench.wire import Wire, WireBroken

KIOSKS = 4
KILLS_A_DAY = 20
LIVES_S = (0.02, 0.4)
KILLED_IN_ITS_START = 0.1
"""So often it is killed once more before it is ready."""
THINKS_S = 0.01
AGAIN_S = 0.02
PATIENCE_S = 30.0
LONGEST_DAY_S = 300.0
"""A day of KILLS_A_DAY takes half a minute; past this something hangs, and that is a finding too."""


@dataclass(slots=True)
class Killed:
    """What came of it. Numbers are counted per service, over all days."""

    kills: int = 0
    tickets: int = 0
    retried: int = 0
    lost: int = 0
    doubled: int = 0
    gapped: int = 0
    problems: list[str] = field(default_factory=list)
    ready_s: list[float] = field(default_factory=list)


class Kiosks:
    """Kiosks that keep the key until they have the answer; ``given`` is what they were answered, by key."""

    def __init__(self, hub: HubProcess, chance: random.Random) -> None:
        self._hub, self._chance = hub, chance
        self._names = [f"k{n}" for n in range(KIOSKS)]
        self._tokens = hub.pair("kiosk", *self._names)
        self.given: dict[str, dict[str, Any]] = {}
        self.retried = 0
        self._closing = False

    def finish(self) -> None:
        """Take no new numbers; every key still open is asked until it is answered."""
        self._closing = True

    async def run(self) -> None:
        async with asyncio.TaskGroup() as tasks:
            for name, token in zip(self._names, self._tokens, strict=True):
                tasks.create_task(self._kiosk(name, token))

    async def _kiosk(self, name: str, token: str) -> None:
        turn, wire = 0, None
        while not self._closing:
            turn += 1
            key, service = f"{name}-{turn}", self._chance.choice(self._hub.services)
            while key not in self.given:
                try:
                    wire = wire or await Wire.connect(self._hub.address, token, "kiosk", name)
                    res = await wire.command("issue_ticket", key, service=service)
                except (WireBroken, OSError, EOFError):
                    if wire is not None:
                        wire.cut()
                        self.retried += 1
                    wire = None
                    await asyncio.sleep(AGAIN_S)
                else:
                    assert res["ok"], res
                    self.given[key] = res["data"]["ticket"]
            await asyncio.sleep(self._chance.uniform(0, THINKS_S))
        if wire is not None:
            wire.cut()


async def kill_often(
    root: Path, kills: int, seed: int, tell: Callable[[int], None] = lambda _: None
) -> Killed:
    """Kill ``kills`` times, a new day's data every KILLS_A_DAY; ``tell`` hears how many after each day.

    Raises TimeoutError: the hub, a kiosk or the check hangs.
    """
    result, chance = Killed(), random.Random(seed)
    for day, begun in enumerate(range(0, kills, KILLS_A_DAY)):
        async with asyncio.timeout(LONGEST_DAY_S):
            await _day(root / f"day-{day}", min(KILLS_A_DAY, kills - begun), result, chance)
        tell(result.kills)
    return result


async def _day(folder: Path, kills: int, result: Killed, chance: random.Random) -> None:
    hub = HubProcess(folder)
    kiosks = Kiosks(hub, chance)
    await hub.start()
    try:
        async with asyncio.TaskGroup() as tasks:
            taking = tasks.create_task(kiosks.run())
            for _ in range(kills):
                await asyncio.sleep(chance.uniform(*LIVES_S))
                await hub.kill()
                result.kills += 1
                if chance.random() < KILLED_IN_ITS_START:
                    await hub.spawn()
                    await asyncio.sleep(chance.uniform(0.1, 0.6))
                    await hub.kill()
                result.ready_s.append(await hub.start())
            kiosks.finish()
            await asyncio.wait_for(taking, PATIENCE_S)
        await _judge(hub, kiosks, result)
    finally:
        await hub.stop()


async def _judge(hub: HubProcess, kiosks: Kiosks, result: Killed) -> None:
    """Hold what the kiosks heard against a fresh snapshot, and the log against its own replay."""
    kept = await _snapshot(hub)
    heard = {str(ticket["id"]): str(ticket["number"]) for ticket in kiosks.given.values()}
    result.tickets += len(kiosks.given)
    result.retried += kiosks.retried
    result.lost += sum(kept.get(ticket) != number for ticket, number in heard.items())
    result.doubled += len(kiosks.given) - len(heard) + len(kept.keys() - heard.keys())
    result.gapped += gaps(kept.values())
    code, last = await asyncio.to_thread(hub.verified)
    if code:
        result.problems.append(last)


async def _snapshot(hub: HubProcess) -> dict[str, str]:
    """Return every ticket of a fresh station's snapshot: id → number."""
    (token,) = hub.pair("supervisor", "sv")
    wire = await Wire.connect(hub.address, token, "supervisor", "sv")
    snap = await wire.until("snap")
    wire.cut()
    return {str(ticket["id"]): str(ticket["number"]) for ticket in snap["state"]["tickets"]}


def gaps(numbers: Iterable[str]) -> int:
    """Return how many numbers are missing below the highest of each letter, or there twice."""
    given: dict[str, list[int]] = {}
    for number in numbers:
        given.setdefault(number[0], []).append(int(number[1:]))
    return sum(
        len(set(range(1, max(each) + 1)) ^ set(each)) + len(each) - len(set(each)) for each in given.values()
    )
