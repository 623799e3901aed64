"""Coming back: from where a station stopped if the hub still knows, else from a snapshot."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import Any

import pytest

from hub.messages.commands import CallNext, IssueTicket
from tests.helpers.hall import round_the_clock, sample_hall
from tests.helpers.hub import HubThread, serving
from tests.helpers.station import linked, raw_station


async def issue(hub: HubThread, times: int) -> None:
    async with raw_station(hub, "kiosk", "k1") as (kiosk, _, _):
        for _ in range(times):
            assert (await kiosk.command("issue_ticket", service="khai-sinh"))["ok"]


async def come_back(hub: HubThread, since: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the frames a display gets before the first heartbeat or passing news."""
    async with raw_station(hub, "display", "tv1", since=since) as (station, _, ready):
        frames = [ready]
        while frames[-1]["t"] not in ("snap", "hb") and frames[-1].get("ev") != "hall_refreshed":
            frames.append(await station.receive())
        return frames


async def epoch_of(hub: HubThread) -> str:
    async with raw_station(hub, "display", "tv1") as (_, hello, _):
        return str(hello["epoch"])


@pytest.mark.parametrize("restart", [False, True])
def test_a_station_gets_exactly_what_it_missed_also_after_a_restart(hub: HubThread, restart: bool) -> None:
    async def play() -> list[dict[str, Any]]:
        epoch = await epoch_of(hub)
        await issue(hub, 5)
        if restart:
            await asyncio.to_thread(hub.stop)
            await asyncio.to_thread(hub.start)
        return await come_back(hub, {"epoch": epoch, "seq": 3})

    ready, *missed, passing = asyncio.run(play())
    assert (ready["mode"], ready["seq"]) == ("delta", 6)
    assert [(event["seq"], event["prev"], event["ev"]) for event in missed] == [
        (4, 3, "ticket_issued"),
        (5, 4, "ticket_issued"),
        (6, 5, "ticket_issued"),
    ]
    assert [event["changed"]["tickets"][0]["number"] for event in missed] == ["A003", "A004", "A005"]
    assert (passing["seq"], passing["prev"]) == (6, 6)
    assert {service["id"] for service in passing["changed"]["services"]} >= {"khai-sinh"}


@pytest.mark.parametrize("since", [{"epoch": "another", "seq": 1}, {"epoch": "", "seq": 99}])
def test_whoever_holds_another_history_gets_a_snapshot(hub: HubThread, since: dict[str, Any]) -> None:
    async def play() -> list[dict[str, Any]]:
        since["epoch"] = since["epoch"] or await epoch_of(hub)
        return await come_back(hub, since)

    ready, snap = asyncio.run(play())
    assert (ready["mode"], snap["t"]) == ("snapshot", "snap")


def test_the_link_resumes_over_a_restart_without_losing_or_repeating_a_call(tmp_path: Path) -> None:
    async def play() -> None:
        async with (
            linked(hub, "counter", "q1") as (counter, at_counter),
            linked(hub, "display", "tv1") as (_, tv),
        ):
            await counter.send(IssueTicket(service="khai-sinh"))
            await counter.send(IssueTicket(service="khai-sinh"))
            await counter.send(CallNext())
            await tv.until(lambda: "ticket_called" in tv.kinds())
            await asyncio.to_thread(hub.stop)
            await tv.until(lambda: tv.log[-1] == "away")
            await asyncio.to_thread(hub.start)
            await at_counter.until(lambda: at_counter.log == ["online", "away", "online"])
            await tv.until(lambda: tv.log == ["online", "away", "online"])
            await counter.send(CallNext())
            await tv.until(lambda: tv.kinds().count("ticket_called") == 2)
            numbers = [event.number for event, _ in tv.events if event.ev == "ticket_called"]
            assert numbers == ["A001", "A002"]
            assert all(fresh for event, fresh in tv.events if event.ev == "ticket_called")
            await at_counter.until(lambda: at_counter.seq == tv.seq)
            assert at_counter.state is not None
            assert tv.state is not None
            assert [call.number for call in tv.state.calls] == numbers
            assert [call.seq for call in tv.state.calls] == [call.seq for call in at_counter.state.calls]

    with serving(tmp_path) as hub:
        asyncio.run(play())


def test_a_replica_fed_by_events_equals_a_fresh_snapshot(tmp_path: Path) -> None:
    async def play() -> None:
        async with linked(hub, "counter", "q1") as (counter, held):
            for service in ("khai-sinh", "chung-thuc", "tach-thua", "khai-sinh"):
                await counter.send(IssueTicket(service=service))
            for _ in range(3):
                await counter.send(CallNext())
            async with linked(hub, "counter", "q2") as (_, fresh):
                assert fresh.state is not None
                await held.until(lambda: held.seq == fresh.seq)
                assert held.state is not None
                assert held.state.tickets == fresh.state.tickets
                assert held.state.counters == fresh.state.counters
                assert held.state.calls == fresh.state.calls
                assert {s.id: s.waiting for s in held.state.services} == {
                    s.id: s.waiting for s in fresh.state.services
                }

    with serving(tmp_path, sample_hall(hours=round_the_clock())) as hub:
        asyncio.run(play())


def test_heartbeats_tell_where_the_news_stands(tmp_path: Path) -> None:
    async def play() -> None:
        async with raw_station(hub, "display", "tv1") as (station, _, ready):
            beat = await station.until("hb")
            assert beat["seq"] == ready["seq"]
            assert beat["now"][:10] == ready["now"][:10]

    with serving(tmp_path, sample_hall(limits={"heartbeat_s": 0.05})) as hub:
        asyncio.run(play())
