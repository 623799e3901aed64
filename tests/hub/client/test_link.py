"""The link: reconnects for ever, resumes, tells old news from new, and never leaves a sender hanging."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from websockets.asyncio.server import ServerConnection, serve

from hub.client.errors import HubAway, Refused
from hub.client.link import Link
from hub.messages.commands import CallNext, IssueTicket
from hub.messages.frames import Ev, Hb, Hello, Ready, Snap, encode
from hub.messages.views import CallView, HallState
from tests.helpers.hub import serving
from tests.helpers.station import Listening, linked

NOW = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)
Script = Callable[[ServerConnection, dict[str, Any]], Awaitable[None]]


def state(**parts: Any) -> HallState:
    bare: dict[str, Any] = {"services": [], "counters": [], "tickets": [], "calls": []}
    limits = {"heartbeat_s": parts.pop("heartbeat_s", 5.0)}
    return HallState(hall={"limits": limits}, day="2026-11-23", now=NOW.isoformat(), **(bare | parts))


def event(seq: int, *, prev: int | None = None, age_s: float = 0.0, kind: str = "ticket_called") -> bytes:
    at = (NOW - timedelta(seconds=age_s)).isoformat()
    before = seq - 1 if prev is None else prev
    return encode(Ev(seq=seq, prev=before, ev=kind, at=at, ticket="t", number=f"A{seq:03}", counter="q1"))


def hello(epoch: str = "e") -> bytes:
    return encode(Hello(v=[1], hub="test", epoch=epoch))


def ready(mode: Any, seq: int) -> bytes:
    return encode(Ready(mode=mode, seq=seq, now=NOW.isoformat()))


@asynccontextmanager
async def scripted(*visits: Script) -> AsyncIterator[tuple[Link, Listening]]:
    """A link and a far end that follows one script per connection, then stays silent."""
    rest = list(visits)

    async def receive(connection: ServerConnection) -> None:
        await connection.send(hello(), text=True)
        auth = json.loads(await connection.recv())
        script = rest.pop(0) if rest else _silent
        await script(connection, auth)
        await connection.wait_closed()

    heard = Listening()
    async with serve(receive, "127.0.0.1", 0, compression=None) as server, asyncio.TaskGroup() as tasks:
        port = next(iter(server.sockets)).getsockname()[1]
        link = Link([f"ws://127.0.0.1:{port}"], "token", "display", "tv1", heard, chance=lambda: 0.0)
        running = tasks.create_task(link.run())
        yield link, heard
        running.cancel()


async def _silent(connection: ServerConnection, auth: dict[str, Any]) -> None:
    return


async def snapshot(connection: ServerConnection, seq: int = 5, **parts: Any) -> None:
    await connection.send(ready("snapshot", seq), text=True)
    await connection.send(encode(Snap(seq=seq, state=state(**parts))), text=True)


def test_old_events_are_told_as_old_and_young_ones_as_fresh_whenever_they_arrive() -> None:
    async def far_end(connection: ServerConnection, auth: dict[str, Any]) -> None:
        await snapshot(connection)
        for seq, age_s in ((6, 0), (7, 14), (8, 16), (9, 3600)):
            await connection.send(event(seq, age_s=age_s), text=True)

    async def play() -> list[tuple[int, bool]]:
        async with scripted(far_end) as (_, heard):
            await heard.until(lambda: heard.seq == 9)
            return [(each.seq, fresh) for each, fresh in heard.events]

    assert asyncio.run(play()) == [(6, True), (7, True), (8, False), (9, False)]


def test_a_gap_brings_a_snapshot_and_the_calls_between_are_told_once() -> None:
    auths: list[dict[str, Any]] = []
    call = CallView(
        seq=7,
        ticket="t",
        number="A007",
        counter="q1",
        zone="z",
        service="s",
        recall=False,
        at=NOW.isoformat(),
    )

    async def with_gap(connection: ServerConnection, auth: dict[str, Any]) -> None:
        auths.append(auth)
        await snapshot(connection)
        await connection.send(event(6), text=True)
        await connection.send(event(9, prev=8), text=True)

    async def whole(connection: ServerConnection, auth: dict[str, Any]) -> None:
        auths.append(auth)
        await snapshot(connection, 9, calls=[call])

    async def play() -> None:
        async with scripted(with_gap, whole) as (_, heard):
            await heard.until(lambda: heard.seq == 9)
            assert [each.seq for each, _ in heard.events] == [6, 7]
            await heard.until(lambda: heard.log == ["online", "away", "online"])

    asyncio.run(play())
    assert [auth.get("since") for auth in auths] == [None, None]


def test_a_heartbeat_ahead_of_the_news_shows_a_gap() -> None:
    async def far_end(connection: ServerConnection, auth: dict[str, Any]) -> None:
        await snapshot(connection)
        await connection.send(encode(Hb(seq=6, now=NOW.isoformat())), text=True)

    async def play() -> None:
        async with scripted(far_end) as (link, heard):
            await heard.until(lambda: "away" in heard.log)
            assert link.trouble == "gap"

    asyncio.run(play())


def test_a_lost_connection_is_resumed_from_the_last_seq() -> None:
    auths: list[dict[str, Any]] = []

    async def first(connection: ServerConnection, auth: dict[str, Any]) -> None:
        await snapshot(connection)
        await connection.send(event(6), text=True)
        connection.transport.abort()

    async def second(connection: ServerConnection, auth: dict[str, Any]) -> None:
        auths.append(auth)
        await connection.send(ready("delta", 7), text=True)
        await connection.send(event(7), text=True)

    async def play() -> None:
        async with scripted(first, second) as (_, heard):
            await heard.until(lambda: heard.seq == 7)
            assert heard.log == ["online", "away", "online"]

    asyncio.run(play())
    assert auths[0]["since"] == {"epoch": "e", "seq": 6}


def test_a_silent_hub_is_away_after_three_heartbeats() -> None:
    async def far_end(connection: ServerConnection, auth: dict[str, Any]) -> None:
        await snapshot(connection, heartbeat_s=0.05)

    async def play() -> None:
        async with scripted(far_end) as (link, heard):
            await heard.until(lambda: heard.log == ["online", "away"])
            assert link.trouble == "silent"

    asyncio.run(play())


@pytest.mark.parametrize(
    "frame", [b"{", b'{"t":"ev"}', b"\xff", b'{"t":"hello","v":[1],"hub":"","epoch":""}']
)
def test_a_frame_it_cannot_read_makes_it_start_over(frame: bytes) -> None:
    async def far_end(connection: ServerConnection, auth: dict[str, Any]) -> None:
        await snapshot(connection)
        await connection.send(frame)

    async def again(connection: ServerConnection, auth: dict[str, Any]) -> None:
        await snapshot(connection, 6)

    async def play() -> None:
        async with scripted(far_end, again) as (_, heard):
            await heard.until(lambda: heard.seq == 6)

    asyncio.run(play())


# commands ---------------------------------------------------------------------------------------------


def test_a_refusal_comes_as_an_error_with_code_and_sentence(tmp_path: Path) -> None:
    async def play() -> None:
        async with linked(hub, "counter", "q1") as (counter, _):
            with pytest.raises(Refused) as caught:
                await counter.send(CallNext())
            assert (caught.value.code, caught.value.retry) == ("queue_empty", False)
            assert caught.value.text == "Hiện không có ai chờ quầy này."
            assert (await counter.ask("catalogue")) == {"procedures": []}

    with serving(tmp_path) as hub:
        asyncio.run(play())


def test_while_the_hub_is_away_sending_fails_at_once_and_the_same_key_works_later(tmp_path: Path) -> None:
    async def play() -> None:
        async with linked(hub, "kiosk", "k1") as (kiosk, heard):
            first = await kiosk.send(IssueTicket(service="khai-sinh"), key="the-key")
            await asyncio.to_thread(hub.stop)
            await heard.until(lambda: heard.log[-1] == "away")
            with pytest.raises(HubAway):
                await kiosk.send(IssueTicket(service="khai-sinh"), key="the-key")
            await kiosk.seen(1, "shown")
            await asyncio.to_thread(hub.start)
            await heard.until(lambda: heard.log[-1] == "online")
            assert await kiosk.send(IssueTicket(service="khai-sinh"), key="the-key") == first

    with serving(tmp_path) as hub:
        asyncio.run(play())


def test_a_sender_is_told_when_the_hub_goes_without_answering() -> None:
    async def far_end(connection: ServerConnection, auth: dict[str, Any]) -> None:
        await snapshot(connection)
        await connection.recv()
        connection.transport.abort()

    async def play() -> None:
        async with scripted(far_end) as (link, heard):
            await heard.until(lambda: link.online)
            with pytest.raises(HubAway):
                await link.send(CallNext())

    asyncio.run(play())


def test_a_sender_waits_no_longer_than_it_wants() -> None:
    async def far_end(connection: ServerConnection, auth: dict[str, Any]) -> None:
        await snapshot(connection)

    async def play() -> None:
        async with scripted(far_end) as (link, heard):
            await heard.until(lambda: link.online)
            with pytest.raises(HubAway) as caught:
                await link.send(CallNext(), timeout_s=0.05)
            assert caught.value.why == "TimeoutError"

    asyncio.run(play())


def test_a_hub_that_was_never_there_is_away_and_the_second_address_is_tried(tmp_path: Path) -> None:
    async def play() -> None:
        heard = Listening()
        link = Link(["ws://127.0.0.1:1", hub.address], hub.pair("display", "tv1"), "display", "tv1", heard)
        async with asyncio.TaskGroup() as tasks:
            running = tasks.create_task(link.run())
            await heard.until(lambda: link.online)
            running.cancel()
        assert heard.log == ["away", "online"]

    with serving(tmp_path) as hub:
        asyncio.run(play())


def test_a_refused_token_is_named_as_the_trouble(tmp_path: Path) -> None:
    async def play() -> None:
        heard = Listening()
        link = Link([hub.address], "wrong", "display", "tv1", heard)
        async with asyncio.TaskGroup() as tasks:
            running = tasks.create_task(link.run())
            await heard.until(lambda: heard.log == ["away"])
            assert link.trouble == "unauthorized"
            running.cancel()

    with serving(tmp_path) as hub:
        asyncio.run(play())
