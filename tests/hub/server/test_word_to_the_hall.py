"""Calls for help, the ticker's message and paper once more, over the wire."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest

from hub.messages.views import HallState
from tests.helpers.hall import round_the_clock, sample_hall
from tests.helpers.hub import HubThread, serving
from tests.helpers.station import linked, raw_station


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubThread]:
    kiosks = [{"id": "k1", "zone": "tang-1"}, {"id": "k2", "zone": "tang-1"}]
    with serving(tmp_path, sample_hall(hours=round_the_clock(), kiosks=kiosks)) as hub:
        yield hub


def _asking(state: HallState | None) -> list[str]:
    return [call.station for call in state.help] if state else []


def test_a_call_for_help_reaches_staff_and_goes_when_it_is_answered(hub: HubThread) -> None:
    async def help_out() -> None:
        async with (
            linked(hub, "supervisor", "s1") as (_, chief),
            linked(hub, "display", "tv1") as (_, tv),
            raw_station(hub, "kiosk", "k1") as (kiosk, _, _),
            raw_station(hub, "counter", "q1") as (counter, _, _),
        ):
            await kiosk.command("ask_help")
            await chief.until(lambda: _asking(chief.state) == ["k1"])
            async with linked(hub, "rating", "q1") as (_, panel):
                await panel.until(lambda: _asking(panel.state) == ["k1"])
            await counter.command("answer_help", station="k1")
            await chief.until(lambda: _asking(chief.state) == [])
            await tv.until(lambda: "help_answered" in tv.kinds())
            (answered,) = [event for event, _ in chief.events if event.ev == "help_answered"]
            assert (answered.station, answered.by) == ("k1", "q1")
            assert all(event.station is None and event.by is None for event, _ in tv.events)
            assert all(event.changed.help is None for event, _ in tv.events)

    asyncio.run(help_out())


def test_a_message_is_seen_everywhere_and_by_who_comes_later(hub: HubThread) -> None:
    async def tell() -> None:
        async with (
            raw_station(hub, "supervisor", "s1") as (chief, _, _),
            linked(hub, "display", "tv1") as (_, tv),
        ):
            await chief.command("broadcast", text="Quầy 3 nghỉ đến 9 giờ", minutes=30)
            await tv.until(lambda: tv.state and tv.state.ticker is not None)
            async with linked(hub, "gateway", "g1") as (_, gateway):
                await gateway.until(lambda: gateway.state is not None)
                assert gateway.state is not None
                assert gateway.state.ticker is not None
                assert gateway.state.ticker.text == "Quầy 3 nghỉ đến 9 giờ"
                assert gateway.state.ticker.until is not None
            await chief.command("broadcast", text="")
            await tv.until(lambda: tv.state and tv.state.ticker is None)

    asyncio.run(tell())


def test_only_the_kiosk_that_prints_gets_the_papers_words(hub: HubThread) -> None:
    async def print_again() -> None:
        async with raw_station(hub, "counter", "q1") as (counter, _, _):
            issued = await counter.command("issue_ticket", service="khai-sinh", priority="cao-tuoi")
            paper = issued["data"]["ticket"]
            async with (
                linked(hub, "kiosk", "k1") as (_, k1),
                linked(hub, "kiosk", "k2") as (_, k2),
                linked(hub, "supervisor", "s1") as (_, chief),
            ):
                done = await counter.command("reprint", ticket=paper["id"], kiosk="k1")
                assert done["data"]["ticket"]["link"] is None
                await k1.until(lambda: "reprint_asked" in k1.kinds())
                await k2.until(lambda: "reprint_asked" in k2.kinds())
                await chief.until(lambda: "reprint_asked" in chief.kinds())
                (event,) = [event for event, _ in k1.events if event.ev == "reprint_asked"]
                assert event.slip is not None
                assert event.station == "k1"
                assert event.slip.link == paper["link"]
                assert (event.slip.priority, event.slip.ahead) == ("cao-tuoi", 0)
                for other in (k2, chief):
                    assert all(each.slip is None for each, _ in other.events)
                    assert paper["link"] not in str([each for each, _ in other.events])

    asyncio.run(print_again())
