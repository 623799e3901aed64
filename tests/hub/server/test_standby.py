"""Two real hubs on one database: the other serves when the owner dies or hangs, and nobody writes twice."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bench.fleet import Fleet, Member, answers
from bench.proxy import Proxy, Wire
from hub.client.errors import HubAway
from hub.client.link import Link
from hub.messages.commands import IssueTicket
from tests.helpers.station import Listening

PATIENCE_S = 40.0


@asynccontextmanager
async def fleet_on(tmp_path: Path, database: str) -> AsyncIterator[Fleet]:
    fleet = Fleet(tmp_path, database)
    try:
        async with asyncio.timeout(PATIENCE_S):
            await fleet.start()
            yield fleet
    finally:
        await fleet.end()


@asynccontextmanager
async def kiosk_of(fleet: Fleet) -> AsyncIterator[tuple[Link, Listening]]:
    (token,) = fleet.pair("kiosk", "K1")
    heard = Listening()
    link = Link(fleet.addresses, token, "kiosk", "K1", heard)
    async with asyncio.TaskGroup() as tasks:
        running = tasks.create_task(link.run())
        await heard.until(lambda: link.online and heard.state is not None)
        yield link, heard
        running.cancel()


async def issue(link: Link, fleet: Fleet, key: str) -> str:
    """Send the same key until it is answered, as a kiosk does."""
    while True:
        try:
            answer = await link.send(IssueTicket(service=fleet.services[0]), key=key, timeout_s=1)
        except HubAway:
            await asyncio.sleep(0.02)
        else:
            return str(answer["ticket"]["number"])


async def survives(fleet: Fleet, other: Member) -> None:
    async with kiosk_of(fleet) as (link, heard):
        epoch = heard.seq
        assert [await issue(link, fleet, f"before-{n}") for n in range(2)] == ["A001", "A002"]
        yield_to = asyncio.create_task(other.ready())
        await fail(fleet)
        await yield_to
        assert await issue(link, fleet, "before-1") == "A002"
        assert await issue(link, fleet, "after") == "A003"
        assert heard.seq > epoch
    report = await asyncio.to_thread(fleet.verified)
    assert (report.tickets, report.problems) == (3, [])


async def fail(fleet: Fleet) -> None:
    await fleet.members[0].kill()


def test_a_standby_listens_only_when_the_owner_is_dead(tmp_path: Path, database: str) -> None:
    async def drill() -> None:
        async with fleet_on(tmp_path, database) as fleet:
            assert not await answers(fleet.members[1].address)
            await survives(fleet, fleet.members[1])

    asyncio.run(drill())


def test_an_owner_that_was_stopped_finds_itself_fenced_and_stands_by(tmp_path: Path, database: str) -> None:
    async def drill() -> None:
        async with fleet_on(tmp_path, database) as fleet:
            stopped, other = fleet.members
            async with kiosk_of(fleet) as (link, _):
                assert await issue(link, fleet, "before") == "A001"
                stopped.freeze()
                await other.ready()
                assert await issue(link, fleet, "meanwhile") == "A002"
                stopped.thaw()
                await stopped.has_said("fenced: another hub owns the centre")
                assert not await answers(stopped.address)
                await other.kill()
                await stopped.ready()
                assert await issue(link, fleet, "again") == "A003"
            report = await asyncio.to_thread(fleet.verified)
            assert (report.tickets, report.problems) == (3, [])

    asyncio.run(drill())


def test_an_owner_cut_off_from_the_database_gives_up_and_the_other_serves(
    tmp_path: Path, database: str
) -> None:
    async def drill() -> None:
        port = int(database.rpartition(":")[2].partition("/")[0])
        wire = Proxy(port)
        fleet = Fleet(tmp_path, database)
        fleet.members[0].url = wire.url(database)
        try:
            async with asyncio.timeout(PATIENCE_S):
                await fleet.start()
                async with kiosk_of(fleet) as (link, _):
                    assert await issue(link, fleet, "before") == "A001"
                    wire.state = Wire.SILENT
                    await fleet.members[1].ready()
                    assert await issue(link, fleet, "meanwhile") == "A002"
                    await fleet.members[0].has_said("not the owner any more")
                    assert not await answers(fleet.members[0].address)
        finally:
            wire.close()
            await fleet.end()
        assert fleet.verified().problems == []

    asyncio.run(drill())
