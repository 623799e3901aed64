"""A hub's own life: its hours, a new configuration, a takeover, a failing disk."""

from __future__ import annotations

import asyncio
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import apsw
import pytest

from config.model import Procedure
from hub.messages.commands import CallNext, IssueTicket
from hub.server.hub import Settings, running
from hub.store.devices import Devices
from hub.store.errors import Fenced
from hub.store.sqlite import FILE_NAME
from tests.helpers.faulty_disk import faulty_disk
from tests.helpers.hall import round_the_clock, sample_hall
from tests.helpers.hub import serving
from tests.helpers.station import knocking, linked, raw_station

PROCEDURE = Procedure(code="1.001193", name="Đăng ký khai sinh")
ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def test_stations_hear_when_issuing_ends_though_nothing_else_happens(tmp_path: Path) -> None:
    async def play() -> None:
        async with linked(hub, "kiosk", "k1") as (_, heard):

            def why_not() -> set[str]:
                return {service.why_not for service in heard.state.services} if heard.state else set()

            await heard.until(lambda: why_not() == {"closed"})
            assert "hall_refreshed" in heard.kinds() or not heard.kinds()

    with serving(tmp_path, sample_hall(), now=datetime(2026, 11, 23, 10, 59, 59, tzinfo=ZONE)) as hub:
        asyncio.run(play())


def test_the_business_clock_starts_where_it_is_told(tmp_path: Path) -> None:
    async def play() -> None:
        async with raw_station(hub, "kiosk", "k1") as (kiosk, _, ready):
            assert ready["now"].startswith("2026-11-23T08:00:0")
            assert ready["now"].endswith("+07:00")
            issued = await kiosk.command("issue_ticket", service="khai-sinh")
            assert issued["data"]["ticket"]["id"] == "20261123-khai-sinh-1"

    with serving(tmp_path, sample_hall(), now=datetime(2026, 11, 23, 8, 0, tzinfo=ZONE)) as hub:
        asyncio.run(play())


def test_a_new_configuration_reaches_everyone_and_keeps_the_queue(tmp_path: Path) -> None:
    hall = sample_hall(hours=round_the_clock())
    renamed = hall.model_copy(
        update={
            "centre": hall.centre.model_copy(update={"hotline": "1900 0000"}),
            "services": hall.services[:2],
        }
    )

    async def play() -> None:
        async with linked(hub, "kiosk", "k1") as (kiosk, heard), linked(hub, "counter", "q1") as (counter, _):
            await kiosk.send(IssueTicket(service="khai-sinh"))
            assert hub.hub is not None
            assert hub.loop is not None
            reconfiguring = asyncio.run_coroutine_threadsafe(
                hub.hub.reconfigure(renamed, (PROCEDURE,)), hub.loop
            )
            await asyncio.wrap_future(reconfiguring)
            await heard.until(lambda: heard.state and heard.state.hall["centre"]["hotline"] == "1900 0000")
            assert [each["code"] for each in (await kiosk.ask("catalogue"))["procedures"]] == [PROCEDURE.code]
            answer = await counter.send(CallNext())
            assert answer["ticket"]["number"] == "A001"
            await counter.send(IssueTicket(service="khai-sinh"))
        async with raw_station(hub, "kiosk", "k1") as (station, _, _):
            gone = await station.command("issue_ticket", service="tach-thua")
            assert gone["err"]["code"] == "unknown_service"

    with serving(tmp_path, hall) as hub:
        asyncio.run(play())


def test_a_hub_whose_data_was_taken_over_stops_and_acknowledges_nothing(tmp_path: Path) -> None:
    devices = Devices(tmp_path)
    token = devices.pair("kiosk", "k1")
    devices.close()

    async def play() -> None:
        hall = sample_hall(hours=round_the_clock())
        async with running(Settings(hall=hall, data=tmp_path)) as hub, knocking(hub.address, token) as kiosk:
            await kiosk.receive()
            await kiosk.send({"t": "auth", "v": 1, "role": "kiosk", "dev": "k1"})
            await kiosk.until("snap")
            usurper = apsw.Connection(str(tmp_path / FILE_NAME))
            usurper.execute("UPDATE meta SET value = value + 1 WHERE name = 'term'")
            usurper.close()
            await kiosk.command("issue_ticket", service="khai-sinh")
            raise AssertionError("acknowledged")

    with pytest.raises(ExceptionGroup) as caught:
        asyncio.run(play())
    assert caught.value.subgroup(Fenced) is not None


def test_a_disk_that_fails_and_recovers_is_told_truly_over_the_wire(tmp_path: Path) -> None:
    async def play() -> None:
        async with raw_station(hub, "kiosk", "k1") as (kiosk, _, _):
            disk.failing = apsw.FullError
            failed = await kiosk.command("issue_ticket", service="khai-sinh", key="the-key")
            assert (failed["err"]["code"], failed["err"]["retry"]) == ("store_failed", True)
            disk.failing = None
            again = await kiosk.command("issue_ticket", service="khai-sinh", key="the-key")
            assert again["data"]["ticket"]["number"] == "A001"

    with faulty_disk() as disk, serving(tmp_path, vfs=disk.name) as hub:
        asyncio.run(play())
