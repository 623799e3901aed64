"""Who is let in, and how everyone else is told."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus

from hub.messages.frames import Role
from hub.store.devices import Devices
from tests.helpers.hall import round_the_clock, sample_hall
from tests.helpers.hub import HubThread, serving
from tests.helpers.station import RawStation, knocking, raw_station


async def refused_status(hub: HubThread, token: str | None, **options: Any) -> int:
    with pytest.raises(InvalidStatus) as caught:
        async with knocking(hub.address, token, **options):
            pass
    return caught.value.response.status_code


async def closed(station: RawStation) -> tuple[int, str]:
    with pytest.raises(ConnectionClosed) as caught:
        while True:
            await station.receive()
    assert caught.value.rcvd is not None
    return caught.value.rcvd.code, caught.value.rcvd.reason


@pytest.mark.parametrize("token", [None, "", "wrong", "x" * 4000, "\N{SNOWMAN}".encode().decode("latin-1")])
def test_without_a_good_token_there_is_no_upgrade(hub: HubThread, token: str | None) -> None:
    assert asyncio.run(refused_status(hub, token)) == 401


def test_a_browser_page_is_refused_even_with_a_token(hub: HubThread) -> None:
    token = hub.pair("display", "tv1")
    assert asyncio.run(refused_status(hub, token, origin="https://so.example.vn")) == 403


def test_a_device_paired_while_the_hub_serves_is_let_in_and_after_revocation_not(hub: HubThread) -> None:
    async def come_and_go() -> None:
        token = hub.pair("display", "tv1")
        async with raw_station(hub, "display", "tv1", token=token) as (_, hello, ready):
            assert (hello["t"], hello["v"], hello["hub"]) == ("hello", [1], "phuong-test")
            assert (ready["t"], ready["mode"]) == ("ready", "snapshot")
        devices = Devices(hub.settings.data)
        assert devices.revoke("display", "tv1") == 1
        devices.close()
        assert await refused_status(hub, token) == 401

    asyncio.run(come_and_go())


def test_a_connected_device_is_put_out_once_revoked(tmp_path: Path) -> None:
    async def revoke() -> None:
        async with raw_station(hub, "display", "tv1") as (station, _, _):
            devices = Devices(tmp_path)
            devices.revoke("display", "tv1")
            devices.close()
            assert await closed(station) == (1008, "token revoked")

    with serving(tmp_path, sample_hall(limits={"heartbeat_s": 0.05})) as hub:
        asyncio.run(revoke())


@pytest.mark.parametrize(
    ("first", "why"),
    [
        ({"t": "auth", "v": 1, "role": "counter", "dev": "k1"}, "role or dev is not the paired one"),
        ({"t": "auth", "v": 1, "role": "kiosk", "dev": "k2"}, "role or dev is not the paired one"),
        ({"t": "auth", "v": 7, "role": "kiosk", "dev": "k1"}, "speaks protocol 7, hub 1"),
        ({"t": "auth", "v": 1, "role": "boss", "dev": "k1"}, "not a frame"),
        ({"t": "cmd", "id": 1, "key": "k", "cmd": "call_next"}, "auth comes first"),
        ("{", "not a frame"),
        (b"\x00\xff", "not a frame"),
    ],
)
def test_a_wrong_first_frame_is_turned_away_with_the_reason(hub: HubThread, first: Any, why: str) -> None:
    async def greet() -> None:
        async with knocking(hub.address, hub.pair("kiosk", "k1")) as station:
            await station.send(first)
            assert await closed(station) == (1008, why)

    asyncio.run(greet())


def test_a_station_that_says_nothing_is_turned_away_in_time(tmp_path: Path) -> None:
    async def wait() -> None:
        async with knocking(hub.address, hub.pair("kiosk", "k1")) as station:
            assert await closed(station) == (1008, "no auth in time")

    with serving(tmp_path, sample_hall(limits={"open_timeout_s": 0.2})) as hub:
        asyncio.run(wait())


# after the greeting -----------------------------------------------------------------------------------


def _unreadable(send: Any) -> Callable[[HubThread], Any]:
    async def play(hub: HubThread) -> tuple[int, str]:
        async with raw_station(hub, "kiosk", "k1") as (station, _, _):
            await station.send(send)
            return await closed(station)

    return play


NESTED = '{"t":"cmd","id":7,"key":"q2","cmd":"issue_ticket","args":' + "[" * 7000 + "]" * 7000 + "}"
BINARY = b'{"t":"get","id":1,"what":"catalogue"}'


@pytest.mark.parametrize(
    "garbage", ["", "nonsense", "[]", '{"t":"nothing"}', b"\xff\xfe", '{"id":"x"}', NESTED, BINARY]
)
def test_garbage_ends_the_connection_and_nothing_else(hub: HubThread, garbage: str | bytes) -> None:
    assert asyncio.run(_unreadable(garbage)(hub)) == (1008, "not a frame")
    assert asyncio.run(_alive(hub))


def test_a_frame_over_the_limit_ends_the_connection(hub: HubThread) -> None:
    code, _ = asyncio.run(_unreadable("x" * 20_000)(hub))
    assert code == 1009
    assert asyncio.run(_alive(hub))


def test_a_second_greeting_ends_the_connection(hub: HubThread) -> None:
    again = {"t": "auth", "v": 1, "role": "kiosk", "dev": "k1"}
    assert asyncio.run(_unreadable(again)(hub)) == (1002, "auth came twice")


async def _alive(hub: HubThread) -> bool:
    async with raw_station(hub, "kiosk", "k1") as (station, _, _):
        return bool((await station.command("issue_ticket", service="khai-sinh"))["ok"])


DECODERS_WORDS = re.compile(r"Object|Expected|Invalid|expected|field|`|\$")


@pytest.mark.parametrize(
    ("frame", "code", "hint"),
    [
        (
            {"t": "cmd", "id": 7, "key": "k", "cmd": "isue_ticket", "args": {}},
            "unknown_command",
            "issue_ticket",
        ),
        ({"t": "cmd", "id": 7, "key": "k", "cmd": "issue_ticket", "args": {}}, "bad_request", "service"),
        (
            {"t": "cmd", "id": 7, "key": "k", "cmd": "issue_ticket", "args": {"service": 1}},
            "bad_request",
            "service",
        ),
        (
            {"t": "cmd", "id": 7, "key": "k", "cmd": "issue_ticket", "args": {"service": "a", "vip": 1}},
            "bad_request",
            "vip",
        ),
        ({"t": "cmd", "id": 7, "key": "k", "cmd": "issue_ticket", "args": []}, "bad_request", "issue_ticket"),
        ({"t": "cmd", "id": 7, "cmd": "call_next"}, "bad_request", "key"),
        ({"t": "cmd", "id": 7, "key": "", "cmd": "call_next"}, "bad_request", "key"),
        ({"t": "cmd", "id": 7, "key": "k", "cmd": "call_next", "extra": 1}, "bad_request", "extra"),
        ({"t": "get", "id": 7, "what": "secrets"}, "unknown_command", "secrets"),
        ({"t": "get", "id": 7, "what": "dossier", "args": {}}, "bad_request", "code"),
        ({"t": "hello", "id": 7}, "bad_request", "“t”"),
        (
            {
                "t": "cmd",
                "id": 7,
                "key": "k",
                "cmd": "issue_ticket",
                "args": {"service": "khai-sinh", "dossier": "\u0007"},
            },
            "bad_request",
            "ký tự",
        ),
    ],
)
def test_a_wrong_request_is_answered_by_its_id_and_the_station_stays(
    hub: HubThread, frame: dict[str, Any], code: str, hint: str
) -> None:
    async def ask() -> None:
        async with raw_station(hub, "kiosk", "k1") as (station, _, _):
            await station.send(frame)
            res = await station.until("res")
            assert (res["id"], res["ok"], res["err"]["code"]) == (7, False, code)
            assert hint in res["err"]["text"]
            assert not DECODERS_WORDS.search(res["err"]["text"])
            assert (await station.command("issue_ticket", service="khai-sinh"))["ok"]

    asyncio.run(ask())


def test_too_many_commands_are_refused_and_may_be_sent_again(tmp_path: Path) -> None:
    async def hurry() -> None:
        async with raw_station(hub, "kiosk", "k1") as (station, _, _):
            answers = [await station.command("issue_ticket", service="khai-sinh") for _ in range(40)]
            refused = [answer["err"] for answer in answers if not answer["ok"]]
            assert {err["code"] for err in refused} == {"rate_limited"}
            assert all(err["retry"] for err in refused)
            assert 5 <= 40 - len(refused) < 40

    hall = sample_hall(hours=round_the_clock(), limits={"commands_per_s": 5})
    with serving(tmp_path, hall) as hub:
        asyncio.run(hurry())


def test_answers_tell_nothing_of_the_hubs_insides(hub: HubThread) -> None:
    async def ask() -> str:
        async with raw_station(hub, "kiosk", "k1") as (station, _, _):
            await station.send(
                {"t": "cmd", "id": 1, "key": "k", "cmd": "issue_ticket", "args": {"service": [1]}}
            )
            return json.dumps(await station.until("res"), ensure_ascii=False)

    answer = asyncio.run(ask())
    assert not any(word in answer for word in ("Traceback", ".py", "/", "msgspec"))


@pytest.mark.parametrize("role", ["kiosk", "display", "counter", "rating"])
def test_a_station_the_centre_does_not_have_is_turned_away(tmp_path: Path, role: Role) -> None:
    async def knock(hub: HubThread) -> None:
        async with knocking(hub.address, hub.pair(role, "x9")) as station:
            await station.send({"t": "auth", "v": 1, "role": role, "dev": "x9"})
            assert await closed(station) == (1008, "unknown station")

    with serving(tmp_path) as hub:
        asyncio.run(knock(hub))


def test_supervisors_and_gateways_have_any_name_and_a_drill_lets_all_in(tmp_path: Path) -> None:
    async def enter(hub: HubThread, role: Role) -> None:
        async with raw_station(hub, role, "x9") as (station, _, _):
            await station.until("snap")

    with serving(tmp_path) as hub:
        asyncio.run(enter(hub, "supervisor"))
        asyncio.run(enter(hub, "gateway"))
    drill = sample_hall(hours=round_the_clock(), limits={"known_stations_only": False})
    with serving(tmp_path, drill) as hub:
        asyncio.run(enter(hub, "kiosk"))
