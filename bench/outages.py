"""One failure after another while kiosks take numbers: what did they hear, what does the database hold?"""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from bench.fleet import Fleet, Member
from bench.kills import gaps
from bench.postgresql import Server
from bench.proxy import Proxy
from bench.proxy import Wire as DatabaseWire
from bench.wire import Wire, WireBroken
from hub.store.copying import Place, opened
from hub.store.schema import ANSWERS, TICKETS

KINDS: Final[Mapping[str, str]] = {
    "kill": "kill -9 of the owner",
    "freeze": "the owner stopped (SIGSTOP), later continued",
    "restart": "the database restarted as after a crash",
    "cut": "the owner cut off from the database",
}
KIOSKS = 3
THINKS_S = 0.05
AGAIN_S = 0.02
ANSWER_WITHIN_S = 1.0
CALM_S = (0.5, 1.5)
"""Between two failures, so that they hit at any moment of a renewal."""
PATIENCE_S = 60.0
SEED = 20261121


@dataclass(slots=True)
class Judged:
    served_s: list[float] = field(default_factory=list)
    away_s: list[float] = field(default_factory=list)
    """How long the database took to come back."""
    tickets: int = 0
    retried: int = 0
    lost: int = 0
    doubled: int = 0
    gapped: int = 0
    stale: int = 0
    fenced: int = 0
    problems: list[str] = field(default_factory=list)


class Kiosks:
    """Each keeps a key until it is answered, at whichever hub; ``given`` is what they heard, by key."""

    def __init__(self, fleet: Fleet) -> None:
        self._fleet = fleet
        self._chance = random.Random(SEED)
        names = [f"k{n}" for n in range(KIOSKS)]
        self._tokens = dict(zip(names, fleet.pair("kiosk", *names), strict=True))
        self.given: dict[str, dict[str, Any]] = {}
        self.retried = 0
        self._closing = False
        self._failed_at_s = 0.0
        self._served: asyncio.Future[float] | None = None

    def failing_now(self) -> asyncio.Future[float]:
        """Return the seconds from now to the first answer to a command sent after now."""
        self._failed_at_s = time.monotonic()
        self._served = asyncio.get_running_loop().create_future()
        return self._served

    def finish(self) -> None:
        self._closing = True

    async def run(self) -> None:
        async with asyncio.TaskGroup() as tasks:
            for name, token in self._tokens.items():
                tasks.create_task(self._kiosk(name, token))

    async def _kiosk(self, name: str, token: str) -> None:
        turn, at, wire = 0, 0, None
        while not self._closing:
            turn += 1
            key, service = f"{name}-{turn}", self._chance.choice(self._fleet.services)
            while key not in self.given:
                sent_s = time.monotonic()
                try:
                    async with asyncio.timeout(ANSWER_WITHIN_S):
                        address = self._fleet.addresses[at % len(self._fleet.addresses)]
                        wire = wire or await Wire.connect(address, token, "kiosk", name)
                        res = await wire.command("issue_ticket", key, service=service)
                except (WireBroken, OSError, EOFError):
                    if wire is not None:
                        wire.cut()
                        self.retried += 1
                    wire, at = None, at + 1
                    await asyncio.sleep(AGAIN_S)
                else:
                    self._answered(key, res, sent_s)
            await asyncio.sleep(self._chance.uniform(0, THINKS_S))
        if wire is not None:
            wire.cut()

    def _answered(self, key: str, res: dict[str, Any], sent_s: float) -> None:
        if not res["ok"]:
            assert res["err"]["retry"], res
            self.retried += 1
            return
        self.given[key] = res["data"]["ticket"]
        if self._served is not None and not self._served.done() and sent_s > self._failed_at_s:
            self._served.set_result(time.monotonic() - self._failed_at_s)


class Outages:
    """The fleet, each hub with a wire of its own to the database, and the failures."""

    def __init__(self, root: Path, server: Server) -> None:
        self._server = server
        url = server.new_database()
        self.fleet = Fleet(root, url)
        self.wires = [Proxy(server.port) for _ in self.fleet.members]
        for member, wire in zip(self.fleet.members, self.wires, strict=True):
            member.url = wire.url(url)
        self._stale_keys: list[tuple[str, str]] = []
        self.kiosks = Kiosks(self.fleet)
        (self._stale_token,) = self.fleet.pair("kiosk", "stale")
        self.judged = Judged()

    async def fail(self, kind: str) -> None:
        """Let it fail, wait until a kiosk is served again, and mend what failed."""
        owner = await self._owner()
        match kind:
            case "kill":
                served = self.kiosks.failing_now()
                await owner.kill()
                self.judged.served_s.append(await served)
                told = owner.said("standing by")
                await owner.start()
                await owner.has_said("standing by", told + 1)
            case "freeze":
                await self._freeze(owner)
            case "restart":
                await asyncio.to_thread(self._server.stop)
                began_s, served = time.monotonic(), self.kiosks.failing_now()
                await asyncio.to_thread(self._server.start)
                self.judged.away_s.append(time.monotonic() - began_s)
                self.judged.served_s.append(await served)
            case "cut":
                await self._cut(owner)

    async def _owner(self) -> Member:
        for _ in range(round(PATIENCE_S / AGAIN_S)):
            if (owner := await asyncio.to_thread(self.fleet.owner)) is not None:
                return owner
            await asyncio.sleep(AGAIN_S)
        raise TimeoutError("nobody owns the centre")

    async def _freeze(self, owner: Member) -> None:
        wire = await Wire.connect(owner.address, self._stale_token, "kiosk", "stale")
        await wire.until("ready")
        told = owner.said("fenced: another hub owns the centre")
        owner.freeze()
        served = self.kiosks.failing_now()
        # A command that waits in the stopped hub's socket: it must not be carried out by it, ever.
        key = f"stale-{len(self.judged.served_s)}"
        answer = asyncio.create_task(wire.command("issue_ticket", key, service=self.fleet.services[0]))
        self._stale_keys.append(("kiosk:stale", key))
        self.judged.served_s.append(await served)
        owner.thaw()
        await owner.has_said("fenced: another hub owns the centre", told + 1)
        self.judged.fenced += 1
        with suppress(WireBroken, EOFError, OSError):
            self.judged.stale += bool((await asyncio.wait_for(answer, ANSWER_WITHIN_S))["ok"])
        wire.cut()

    async def _cut(self, owner: Member) -> None:
        wire = self.wires[self.fleet.members.index(owner)]
        told = owner.said("not the owner any more")
        wire.state = DatabaseWire.SILENT
        self.judged.served_s.append(await self.kiosks.failing_now())
        await owner.has_said("not the owner any more", told + 1)
        told = owner.said("fenced: another hub owns the centre")
        wire.state = DatabaseWire.WHOLE
        wire.break_all()
        await owner.has_said("fenced: another hub owns the centre", told + 1)
        self.judged.fenced += 1

    def judge(self) -> Judged:
        """Hold what the kiosks heard against what the database holds, and its log against its own replay."""
        judged, given = self.judged, self.kiosks.given
        with opened(Place(url=self.fleet.url), self.fleet.centre) as archive:
            kept = {str(row[1]): str(row[5]) for row in archive.rows(TICKETS, self.fleet.centre)}
            answered = {(row[1], row[2]) for row in archive.rows(ANSWERS, self.fleet.centre)}
        heard = {str(ticket["id"]): str(ticket["number"]) for ticket in given.values()}
        judged.tickets, judged.retried = len(given), self.kiosks.retried
        judged.lost = sum(kept.get(ticket) != number for ticket, number in heard.items())
        judged.doubled = len(given) - len(heard) + len(kept.keys() - heard.keys())
        judged.gapped = gaps(kept.values())
        judged.stale += sum(key in answered for key in self._stale_keys)
        judged.problems += self.fleet.verified().problems
        return judged

    async def end(self) -> None:
        await self.fleet.end()
        for wire in self.wires:
            wire.close()


async def drill(root: Path, server: Server, kind: str, times: int) -> Judged:
    """Fail ``times`` times in one way."""
    outages, chance = Outages(root, server), random.Random(SEED)
    try:
        await outages.fleet.start()
        await outages.fleet.members[1].has_said("standing by")
        async with asyncio.TaskGroup() as tasks:
            taking = tasks.create_task(outages.kiosks.run())
            for _ in range(times):
                await asyncio.sleep(chance.uniform(*CALM_S))
                await asyncio.wait_for(outages.fail(kind), PATIENCE_S)
            outages.kiosks.finish()
            await asyncio.wait_for(taking, PATIENCE_S)
        return await asyncio.to_thread(outages.judge)
    finally:
        await outages.end()
