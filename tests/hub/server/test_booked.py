"""Appointments over the wire: looked up, masked, slowed; the list is taken again when it changes."""

from __future__ import annotations

import asyncio
import logging
from pathlib import Path
from typing import Any

import pytest

from hub.messages.frames import Role
from hub.server.booked import take_change
from tests.helpers.hall import round_the_clock, sample_hall
from tests.helpers.hub import MONDAY_MORNING, HubThread, serving
from tests.helpers.station import raw_station

HEADING = "code,service,from,to,name,citizen_id\n"
ROWS = """LH-01,khai-sinh,2026-11-23 07:30,2026-11-23 08:30,NGUYỄN VĂN MẪU,000000000001
LH-02,khai-sinh,2026-11-23 10:00,2026-11-23 10:30,TRẦN THỊ MẪU,000000000002
LH-03,chung-thuc,2026-11-24 10:00,2026-11-24 10:30,NGUYỄN VĂN MẪU,000000000001
"""


def hub_with(directory: Path, rows: str = ROWS) -> Any:
    (directory / "lich.csv").write_text(HEADING + rows, encoding="utf-8")
    booked = {"file": "lich.csv"}
    hall = sample_hall(hours=round_the_clock(), appointments=booked, limits={"commands_per_s": 100})
    return serving(directory, hall, now=MONDAY_MORNING)


def asking(hub: HubThread, role: Role, name: str, *questions: dict[str, str]) -> list[dict[str, Any]]:
    async def play() -> list[dict[str, Any]]:
        async with raw_station(hub, role, name) as (station, _, _):
            return [await station.ask("appointment", **question) for question in questions]

    return asyncio.run(play())


def test_a_code_or_a_card_finds_the_visit_with_a_masked_name(tmp_path: Path) -> None:
    with hub_with(tmp_path) as hub:
        by_code, by_card, unknown, nothing = asking(
            hub, "kiosk", "k1", {"code": "lh-02"}, {"citizen_id": "000000000001"}, {"code": "x"}, {}
        )
    assert by_code["data"] == {
        "code": "LH-02",
        "service": "khai-sinh",
        "from": "2026-11-23T10:00:00.000+07:00",
        "to": "2026-11-23T10:30:00.000+07:00",
        "state": "early",
        "name": "TRẦN T*** M",
    }
    assert (by_card["data"]["code"], by_card["data"]["state"]) == ("LH-01", "open")
    assert unknown["data"] == {"code": "x", "state": "unknown"}
    assert nothing["err"]["code"] == "bad_request"


def test_a_used_appointment_says_so(tmp_path: Path) -> None:
    async def play(hub: HubThread) -> dict[str, Any]:
        async with raw_station(hub, "kiosk", "k1") as (kiosk, _, _):
            await kiosk.command("issue_ticket", service="khai-sinh", appointment="LH-01")
            again = await kiosk.command("issue_ticket", service="khai-sinh", appointment="LH-01")
            assert again["err"]["code"] == "appointment_used"
            answer = await kiosk.ask("appointment", code="LH-01")
            data: dict[str, Any] = answer["data"]
            return data

    with hub_with(tmp_path) as hub:
        assert asyncio.run(play(hub))["state"] == "used"


def test_a_kiosk_that_guesses_is_slowed_and_a_clerk_is_not(tmp_path: Path) -> None:
    guesses = [{"code": f"LH-{n}"} for n in range(10, 18)]
    with hub_with(tmp_path) as hub:
        kiosk = asking(hub, "kiosk", "k1", *guesses)
        counter = asking(hub, "counter", "q1", *guesses)
    assert [answer["ok"] for answer in kiosk] == [True] * 6 + [False] * 2
    assert kiosk[-1]["err"]["code"] == "slow_down"
    assert kiosk[-1]["err"]["retry"]
    assert "giây" in kiosk[-1]["err"]["text"]
    assert all(answer["ok"] for answer in counter)


def test_a_changed_list_is_taken_and_nobody_in_it_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    with hub_with(tmp_path) as hub:
        bad = "LH-09,khong-co,2026-11-23 10:00,2026-11-23 10:30,LÊ VĂN MẪU,000000000009\n"
        (tmp_path / "lich.csv").write_text(HEADING + ROWS.replace("LH-02", "LH-05") + bad, encoding="utf-8")
        assert hub.hub is not None
        assert hub.loop is not None
        taking = take_change(hub.hub.booked, hub.hub.hall)
        asyncio.run_coroutine_threadsafe(taking, hub.loop).result(10)
        old, new = asking(hub, "kiosk", "k1", {"code": "LH-02"}, {"code": "LH-05"})
    assert (old["data"]["state"], new["data"]["state"]) == ("unknown", "early")
    said = caplog.text + "".join(capsys.readouterr())
    assert "MẪU" not in said
    assert "00000000000" not in said


def test_a_kiosk_without_the_list_hears_unknown(tmp_path: Path) -> None:
    with serving(tmp_path) as hub:
        (answer,) = asking(hub, "kiosk", "k1", {"code": "LH-01"})
    assert answer["data"]["state"] == "unknown"


def test_a_reload_brings_the_list_and_takes_it_away(tmp_path: Path) -> None:
    (tmp_path / "lich.csv").write_text(HEADING + ROWS, encoding="utf-8")
    without = sample_hall(hours=round_the_clock())
    with serving(tmp_path, without, now=MONDAY_MORNING) as hub:
        told = []
        for file in ("", "lich.csv", ""):
            hall = sample_hall(hours=round_the_clock(), appointments={"file": file})
            assert hub.hub is not None
            assert hub.loop is not None
            reload = hub.hub.reconfigure(hall, ())
            asyncio.run_coroutine_threadsafe(reload, hub.loop).result(10)
            told += asking(hub, "counter", "q1", {"code": "LH-01"})
    assert [answer["data"]["state"] for answer in told] == ["unknown", "open", "unknown"]
