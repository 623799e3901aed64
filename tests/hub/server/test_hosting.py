"""Many centres in one process, and two such processes: each token reaches its centre, each centre one hub."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, closing
from dataclasses import replace
from pathlib import Path

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from config.model import Limits
from hub.server.claims import claims_on
from hub.server.hosting import MOVED, Host
from hub.server.hub import Settings
from hub.server.listening import address_of, door_open, listening_socket
from hub.store.copying import Place, opened
from hub.store.postgresql.database import Database
from hub.store.postgresql.devices import PostgresDevices
from hub.store.verify import examine
from tests.helpers.hall import round_the_clock, sample_hall
from tests.helpers.station import RawStation, knocking

CENTRES = ("phuong-a", "phuong-b", "phuong-c", "phuong-d")


def settings_of(folder: Path) -> dict[str, Settings]:
    return {
        centre: Settings(
            hall=sample_hall(hours=round_the_clock(), centre={"id": centre}), data=folder, directory=folder
        )
        for centre in CENTRES
    }


@asynccontextmanager
async def hosting(database: str, folder: Path) -> AsyncIterator[tuple[Host, str]]:
    """A host's process in this one; yields it and its address."""
    stop = asyncio.Event()
    with closing(listening_socket("127.0.0.1", 0)) as listener, ThreadPoolExecutor(4) as threads:
        address = f"127.0.0.1:{listener.getsockname()[1]}"
        async with claims_on(database, address, together=True) as claims:
            host = Host(claims, settings_of(folder), threads, "test")
            async with (
                door_open(host.receive, host.check, listener, Limits()) as server,
                asyncio.TaskGroup() as tasks,
            ):
                tasks.create_task(host.run(stop))
                try:
                    yield host, address_of(server)
                finally:
                    stop.set()


async def until(condition: Callable[[], bool]) -> None:
    """Wait for what the hosts settle among themselves. Raises TimeoutError."""
    for _ in range(1_500):
        if condition():
            return
        await asyncio.sleep(0.02)
    raise TimeoutError


async def shares(*wanted: tuple[Host, int]) -> None:
    """Return once each host serves so many centres."""
    await until(lambda: all(len(host.hubs) == count for host, count in wanted))


def pair(database: str, centre: str) -> str:
    with closing(Database(database, "test")) as connections:
        connections.prepare()
        return PostgresDevices(connections, centre).pair("kiosk", "k1")


@asynccontextmanager
async def kiosk(address: str, token: str) -> AsyncIterator[tuple[RawStation, str]]:
    async with knocking(address, token) as station:
        hello = await station.receive()
        await station.send({"t": "auth", "v": 1, "role": "kiosk", "dev": "k1"})
        await station.until("snap")
        yield station, hello["hub"]


async def number(station: RawStation) -> str:
    answer = await station.command("issue_ticket", service="khai-sinh")
    return str(answer["data"]["ticket"]["number"])


def test_the_token_decides_whose_queue_it_is(tmp_path: Path, database: str) -> None:
    async def play() -> None:
        tokens = [pair(database, centre) for centre in CENTRES[:2]]
        async with hosting(database, tmp_path) as (host, address):
            await shares((host, len(CENTRES)))
            async with (
                kiosk(address, tokens[0]) as (one, hub_of_one),
                kiosk(address, tokens[1]) as (two, hub_of_two),
            ):
                assert (hub_of_one, hub_of_two) == CENTRES[:2]
                assert [await number(station) for station in (one, one, two)] == ["A001", "A002", "A001"]
            with pytest.raises(InvalidStatus) as refused:
                async with knocking(address, "no such token"):
                    pass
            assert refused.value.response.status_code == 401

    asyncio.run(play())
    with opened(Place(url=database)) as archive:
        assert sorted(archive.centres()) == sorted(CENTRES)
        report = examine(archive)
    assert (report.tickets, report.problems) == (3, [])


def test_centres_are_shared_when_a_hub_comes_and_taken_over_when_it_goes(
    tmp_path: Path, database: str
) -> None:
    async def play() -> None:
        token = pair(database, CENTRES[0])
        async with hosting(database, tmp_path) as (first, first_address):
            await shares((first, 4))
            async with kiosk(first_address, token) as (station, _):
                assert await number(station) == "A001"
                async with hosting(database, tmp_path) as (second, second_address):
                    await shares((first, 2), (second, 2))
                    assert not first.hubs.keys() & second.hubs.keys()
                    assert CENTRES[0] in first.hubs  # who has stations moves last
                    with pytest.raises(InvalidStatus) as elsewhere:
                        async with kiosk(second_address, token):
                            pass
                    assert elsewhere.value.response.status_code == 503
                await shares((first, 4))
                assert await number(station) == "A002"

    asyncio.run(play())


def test_a_station_of_a_centre_that_moves_is_told_to_go_elsewhere(tmp_path: Path, database: str) -> None:
    async def play() -> None:
        tokens = [pair(database, centre) for centre in CENTRES]
        async with hosting(database, tmp_path) as (first, address), asyncio.TaskGroup() as tasks:
            await shares((first, 4))
            staying = [tasks.create_task(stays(address, token)) for token in tokens]
            await until(lambda: sum(hub.connected for hub in first.hubs.values()) == 4)
            async with hosting(database, tmp_path) as (second, _):
                await shares((first, 2), (second, 2))
                await until(lambda: sum(task.done() for task in staying) == 2)
                assert [task.result() for task in staying if task.done()] == [MOVED, MOVED]
                for task in staying:
                    task.cancel()

    asyncio.run(play())


async def stays(address: str, token: str) -> int:
    """Return the code it was sent away with."""
    async with kiosk(address, token) as (station, _):
        try:
            while True:
                await station.connection.recv()
        except ConnectionClosed as closed:
            return closed.rcvd.code if closed.rcvd else 0


def test_a_host_tells_how_it_is(tmp_path: Path, database: str) -> None:
    async def play() -> None:
        async with hosting(database, tmp_path) as (host, _):
            await shares((host, 4))
            well, words = host.health()
            assert well
            assert '"centres": 4' in words
            assert "motcua_centres 4" in host.metrics()

    asyncio.run(play())


def test_new_configurations_are_taken_while_it_serves(tmp_path: Path, database: str) -> None:
    async def play() -> None:
        token = pair(database, CENTRES[0])
        async with hosting(database, tmp_path) as (host, address):
            await shares((host, 4))
            async with kiosk(address, token) as (station, _):
                assert await number(station) == "A001"
                centres = settings_of(tmp_path)
                del centres[CENTRES[3]]
                never = {"days": ["mon"], "sessions": [{"opens": "00:00", "closes": "00:00:01"}]}
                shut = sample_hall(centre={"id": CENTRES[0]}, hours=never)
                centres[CENTRES[0]] = replace(centres[CENTRES[0]], hall=shut)
                await host.reconfigure(centres)
                await shares((host, 3))
                answer = await station.command("issue_ticket", service="khai-sinh")
                assert answer["err"]["code"] == "closed"

    asyncio.run(play())
