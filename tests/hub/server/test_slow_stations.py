"""A station that does not read: little memory, then a fresh start, then the door; nobody else waits."""

from __future__ import annotations

import asyncio
import json
import socket
from pathlib import Path

import pytest
from websockets.asyncio.client import ClientConnection, connect

from hub.server.framing import FRAGMENT_BYTES
from hub.server.outbox import OUTBOX_BYTES, Outbox
from tests.helpers.hall import round_the_clock, sample_hall
from tests.helpers.hub import HubThread, serving
from tests.helpers.station import raw_station

FAST = sample_hall(hours=round_the_clock(), limits={"commands_per_s": 10_000})


async def deaf_display(hub: HubThread) -> ClientConnection:
    """Return a display's connection that takes almost nothing until it is read."""
    host, port = hub.address.removeprefix("ws://").split(":")
    narrow = socket.socket()
    narrow.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    narrow.connect((host, int(port)))
    headers = {"Authorization": f"Bearer {hub.pair('display', 'tv1')}"}
    connection = await connect(
        hub.address,
        sock=narrow,
        additional_headers=headers,
        compression=None,
        max_queue=1,
        ping_interval=None,
    )
    await connection.recv()
    await connection.send(json.dumps({"t": "auth", "v": 1, "role": "display", "dev": "tv1"}))
    return connection


async def make_news(hub: HubThread, events: int) -> None:
    async with raw_station(hub, "kiosk", "k1") as (kiosk, _, _):
        for number in range(events):
            await kiosk.command("report_device", device="printer", state=f"state-{number}")


def outboxes(hub: HubThread) -> list[Outbox]:
    """Return the displays' outboxes."""
    assert hub.hub is not None
    return [each.outbox for each in hub.hub.hall._listeners if each.actor.role == "display"]


def test_a_station_that_fell_behind_gets_a_fresh_snapshot_when_it_reads(tmp_path: Path) -> None:
    async def play() -> None:
        connection = await deaf_display(hub)
        await make_news(hub, 1500)
        (outbox,) = outboxes(hub)
        assert outbox.stale
        assert outbox.waiting_bytes <= OUTBOX_BYTES
        seqs, snapshots = [], 0
        async with asyncio.timeout(20):
            while not seqs or seqs[-1] < 1501:
                frame = json.loads(await connection.recv())
                snapshots += frame["t"] == "snap"
                if frame["t"] in ("snap", "ev"):
                    seqs.append(frame["seq"])
        assert snapshots == 2
        assert seqs == sorted(seqs)
        await connection.close()

    with serving(tmp_path, FAST) as hub:
        asyncio.run(play())


def test_a_station_that_never_reads_is_dropped_and_the_others_are_served(tmp_path: Path) -> None:
    async def play() -> None:
        connection = await deaf_display(hub)
        await make_news(hub, 1500)
        async with asyncio.timeout(20):
            while outboxes(hub):
                await make_news(hub, 1)
        connection.transport.abort()

    with serving(tmp_path, FAST, drop_after_s=2) as hub:
        asyncio.run(play())


def test_the_hub_stops_soon_though_a_station_does_not_read(tmp_path: Path) -> None:
    async def play() -> None:
        connection = await deaf_display(hub)
        await make_news(hub, 1500)
        async with asyncio.timeout(5):
            await asyncio.to_thread(hub.stop)
        connection.transport.abort()

    with serving(tmp_path, FAST) as hub:
        asyncio.run(play())


def test_a_station_that_reads_nothing_is_dropped_though_little_is_said_to_it(tmp_path: Path) -> None:
    """Heartbeats fill no buffer: that nothing is read shows in the pings that stay unanswered."""

    async def play() -> None:
        connection = await deaf_display(hub)
        connection.transport.pause_reading()
        async with raw_station(hub, "kiosk", "k1") as (kiosk, _, _):
            async with asyncio.timeout(20):
                while dropped(hub) == 0:
                    await kiosk.until("hb")
        connection.transport.abort()

    quick = sample_hall(hours=round_the_clock(), limits={"heartbeat_s": 1})
    with serving(tmp_path, quick, drop_after_s=2) as hub:
        asyncio.run(play())


def dropped(hub: HubThread) -> int:
    assert hub.hub is not None
    return hub.hub.hall.tally.dropped


class Pipe:
    """A wire that keeps what it is given, and takes nothing while ``full``."""

    def __init__(self) -> None:
        self.full = True
        self.written: list[bytes] = []

    def write(self, frames: bytes) -> None:
        self.written.append(frames)


def outbox_on(pipe: Pipe, limit: int = 10) -> Outbox:
    return Outbox(pipe, lambda flush: None, limit)


def test_what_waited_leaves_in_one_write() -> None:
    pipe = Pipe()
    outbox = outbox_on(pipe, limit=100)
    outbox.tell((b"news-1",))
    outbox.answer((b"answer",))
    pipe.full = False
    outbox.flush()
    outbox.flush()
    assert pipe.written == [b"news-1answer"]


def test_answers_outlive_the_news_that_is_dropped() -> None:
    async def play() -> list[bytes]:
        pipe = Pipe()
        outbox = outbox_on(pipe)
        outbox.tell((b"news-1",))
        outbox.answer((b"answer",))
        outbox.tell((b"news-2",))
        assert outbox.stale
        outbox.tell((b"news-3",))
        behind = asyncio.ensure_future(outbox.behind())
        await asyncio.sleep(0)
        pipe.full = False
        outbox.flush()
        await behind
        outbox.refresh([(b"a snapshot ", b"of any size")])
        outbox.tell((b"news-4",))
        outbox.flush()
        return pipe.written

    assert asyncio.run(play()) == [b"answer", b"a snapshot of any sizenews-4"]


def test_a_large_message_that_was_begun_is_not_broken_off() -> None:
    pipe = Pipe()
    outbox = outbox_on(pipe, limit=3 * FRAGMENT_BYTES)
    parts = tuple(letter * FRAGMENT_BYTES for letter in (b"a", b"b"))
    outbox.tell(parts)

    def write_one(frames: bytes) -> None:
        pipe.written.append(frames)
        pipe.full = True

    pipe.write = write_one  # type: ignore[method-assign]
    pipe.full = False
    outbox.flush()
    outbox.tell((b"c" * 3 * FRAGMENT_BYTES,))
    outbox.tell((b"d",))
    assert outbox.stale
    pipe.full = False
    outbox.flush()
    assert pipe.written == list(parts)


def test_nothing_is_read_from_a_station_whose_answers_wait() -> None:
    async def play() -> None:
        pipe = Pipe()
        outbox = outbox_on(pipe)
        await outbox.room()
        outbox.answer((b"x" * 11,))
        assert outbox.crowded
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0):
                await outbox.room()
        pipe.full = False
        outbox.flush()
        await outbox.room()

    asyncio.run(play())
