"""What each role may do and see, over the wire."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from hub.messages.commands import COMMANDS
from hub.messages.frames import Role
from hub.server.roles import MAY_ASK, MAY_COMMAND, TICKET_FIELDS
from tests.helpers.hall import round_the_clock, sample_hall
from tests.helpers.hub import HubThread, serving
from tests.helpers.station import RawStation, linked, raw_station

ARGS: dict[str, dict[str, Any]] = {
    "issue_ticket": {"service": "khai-sinh"},
    "call_ticket": {"ticket": "x"},
    "transfer": {"to_counter": "q3"},
    "reinstate": {"ticket": "x"},
    "cancel": {"ticket": "x"},
    "set_priority": {"ticket": "x", "note": "x"},
    "link_dossier": {"dossier": "x"},
    "ask_fee": {"amount_vnd": 1},
    "settle_fee": {"state": "paid"},
    "assign_services": {"counter": "q1", "services": ["khai-sinh"]},
    "pause_counter": {"reason": "x"},
    "answer_help": {"station": "k1"},
    "broadcast": {"text": "x"},
    "reprint": {"ticket": "x", "kiosk": "k1"},
    "sign_in": {"clerk": "lan", "pin": "0000"},
    "rate": {"score": 5},
    "report_device": {"device": "printer", "state": "ready"},
}
NAMES: dict[Role, str] = {
    "kiosk": "k1",
    "display": "tv1",
    "counter": "q1",
    "rating": "q1",
    "gateway": "g1",
    "supervisor": "s1",
}


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubThread]:
    """It takes every command there is within one second."""
    hall = sample_hall(hours=round_the_clock(), limits={"commands_per_s": 100})
    with serving(tmp_path, hall) as hub:
        yield hub


def test_every_role_has_its_line_in_every_table() -> None:
    for table in (MAY_COMMAND, MAY_ASK, TICKET_FIELDS):
        assert set(table) == set(get_args(Role))


@pytest.mark.parametrize("role", get_args(Role))
def test_a_role_may_send_its_commands_and_no_others(hub: HubThread, role: Role) -> None:
    async def try_all() -> None:
        async with raw_station(hub, role, NAMES[role]) as (station, _, _):
            for name, kind in COMMANDS.items():
                answer = await station.command(name, **ARGS.get(name, {}))
                code = "ok" if answer["ok"] else answer["err"]["code"]
                assert (code == "not_allowed") == (kind not in MAY_COMMAND[role]), (name, code)

    asyncio.run(try_all())


async def _snapshot(station: RawStation) -> dict[str, Any]:
    state: dict[str, Any] = (await station.until("snap"))["state"]
    return state


def test_what_a_role_may_not_see_never_reaches_it(hub: HubThread) -> None:
    secret = {"dossier": "H57.132-260804-0583", "priority": "cao-tuoi", "procedure": "1.001193"}

    async def look() -> None:
        async with raw_station(hub, "kiosk", "k1") as (kiosk, _, _):
            issued = await kiosk.command("issue_ticket", service="khai-sinh", **secret)
            link = issued["data"]["ticket"]["link"]
            assert issued["data"]["ticket"]["dossier"] == secret["dossier"]
        async with raw_station(hub, "counter", "q1") as (counter, _, _):
            await counter.command("call_next")
            await counter.command("park", note="ghi chú riêng")
        for role in get_args(Role):
            async with raw_station(hub, role, NAMES[role]) as (station, _, _):
                state = await _snapshot(station)
                (ticket,) = state["tickets"]
                assert set(ticket) <= TICKET_FIELDS[role]
                staff = role in ("counter", "supervisor")
                assert (ticket.get("dossier") == secret["dossier"]) == staff
                assert (ticket.get("note") == "ghi chú riêng") == staff
                assert (ticket.get("link") == link) == (role == "gateway")
                assert "argon2" not in str(state)

    asyncio.run(look())


def test_events_are_cut_like_snapshots(hub: HubThread) -> None:
    async def listen() -> None:
        async with linked(hub, "display", "tv1") as (_, tv), linked(hub, "supervisor", "s1") as (_, chief):
            async with raw_station(hub, "counter", "q1") as (counter, _, _):
                await counter.command(
                    "issue_ticket", service="khai-sinh", priority="cao-tuoi", dossier="HS-1"
                )
                await counter.command("call_next")
                await counter.command("finish")
                await counter.command("rate", score=1, reasons=["thai-do"], remark="nặng lời")
            await tv.until(lambda: "rating_given" in tv.kinds())
            await chief.until(lambda: "rating_given" in chief.kinds())
            assert [event.score for event, _ in tv.events if event.ev == "rating_given"] == [None]
            assert [event.score for event, _ in chief.events if event.ev == "rating_given"] == [1]
            assert all(ticket.dossier is None for event, _ in tv.events for ticket in event.changed.tickets)
            assert not any("nặng lời" in str(event) for event, _ in [*tv.events, *chief.events])

    asyncio.run(listen())


def test_a_supervisor_sees_stations_devices_and_what_was_really_shown(hub: HubThread) -> None:
    async def supervise() -> None:
        async with linked(hub, "supervisor", "s1") as (_, chief), linked(hub, "display", "tv1") as (tv, _):
            await tv.seen(1, "shown")
            await tv.seen(1_000_000_000, "spoken")  # was never sent: nobody can have spoken it
            await tv.seen(1, "spoken")
            async with raw_station(hub, "kiosk", "k1") as (kiosk, _, _):
                await kiosk.command("report_device", device="printer", state="paper_out")

            def known() -> dict[str, Any]:
                return {station.name: station for station in chief.state.stations} if chief.state else {}

            await chief.until(lambda: known().get("tv1") and known()["tv1"].last_spoken_seq == 1)
            await chief.until(lambda: known().get("k1") and not known()["k1"].online)
            assert (known()["tv1"].last_shown_seq, known()["tv1"].online) == (1, True)
            assert chief.state is not None
            (printer,) = chief.state.devices
            assert (printer.station, printer.device, printer.state) == ("k1", "printer", "paper_out")

    asyncio.run(supervise())


def test_a_role_that_may_not_is_told_so_whatever_the_arguments(hub: HubThread) -> None:
    async def try_all() -> None:
        async with raw_station(hub, "display", "tv1") as (tv, _, _):
            for name in set(COMMANDS) - {"ask_help", "report_device"}:
                answer = await tv.command(name, nonsense=1)
                assert answer["err"]["code"] == "not_allowed", name

    asyncio.run(try_all())
