"""The trail of who did what, for the supervisor alone."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.helpers.hall import round_the_clock, sample_hall
from tests.helpers.hub import HubThread, serving
from tests.helpers.station import RawStation, raw_station


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubThread]:
    with serving(tmp_path, sample_hall(hours=round_the_clock(), limits={"commands_per_s": 500})) as hub:
        yield hub


async def _morning(counter: RawStation) -> list[str]:
    """Issue three tickets, call two, pause; return the tickets' ids."""
    issued = [
        await counter.command("issue_ticket", service="khai-sinh", dossier="HS-1", appointment="H-9")
        for _ in range(3)
    ]
    tickets = [answer["data"]["ticket"]["id"] for answer in issued]
    await counter.command("set_priority", ticket=tickets[2], priority="cao-tuoi", note="đã xem căn cước")
    await counter.command("call_next")
    await counter.command("call_next")
    await counter.command("pause_counter", reason="Họp")
    return tickets


async def _rows(chief: RawStation, **args: Any) -> list[dict[str, Any]]:
    answer = await chief.ask("audit", **args)
    rows: list[dict[str, Any]] = answer["data"]["rows"]
    return rows


def test_the_trail_is_told_newest_first_with_numbers_and_reasons(hub: HubThread) -> None:
    async def look() -> None:
        async with (
            raw_station(hub, "counter", "q1") as (counter, _, _),
            raw_station(hub, "supervisor", "s1") as (chief, _, _),
        ):
            tickets = await _morning(counter)
            rows = await _rows(chief)
            assert [row["ev"] for row in rows][:4] == [
                "counter_paused",
                "ticket_called",
                "ticket_served",
                "ticket_called",
            ]
            assert rows[0]["by"] == "counter:q1"
            assert (rows[0]["counter"], rows[0]["reason"]) == ("q1", "Họp")
            assert (rows[1]["number"], rows[1]["service"], rows[1]["reason"]) == (
                "A001",
                "khai-sinh",
                "in_turn",
            )
            changed = next(row for row in rows if row["ev"] == "priority_changed")
            assert (changed["ticket"], changed["reason"]) == (tickets[2], "đã xem căn cước")
            assert not {"HS-1", "H-9"} & set(str(rows).replace("'", " ").split())
            assert rows[-1]["ev"] == "day_began"

    asyncio.run(look())


def test_low_marks_are_found_by_their_event_with_their_reasons(hub: HubThread) -> None:
    async def look() -> None:
        async with (
            raw_station(hub, "counter", "q1") as (counter, _, _),
            raw_station(hub, "rating", "q1") as (panel, _, _),
            raw_station(hub, "supervisor", "s1") as (chief, _, _),
        ):
            await _morning(counter)
            await counter.command("finish")
            done = await panel.command("rate", score=1, reasons=["thai-do"], remark="chờ lâu")
            assert done["ok"], done
            rows = await _rows(chief, ev="rating_given")
            assert [(row["score"], row["reasons"]) for row in rows] == [(1, ["thai-do"])]
            assert "chờ lâu" not in str(rows)

    asyncio.run(look())


def test_pages_follow_on_each_other_without_a_gap(hub: HubThread) -> None:
    async def leaf() -> None:
        async with (
            raw_station(hub, "counter", "q1") as (counter, _, _),
            raw_station(hub, "supervisor", "s1") as (chief, _, _),
        ):
            await _morning(counter)
            whole = [row["seq"] for row in await _rows(chief, limit=200)]
            assert whole == list(range(max(whole), 0, -1))
            leafed: list[int] = []
            before: int | None = max(whole) + 1
            while before is not None:
                answer = await chief.ask("audit", before_seq=before, limit=4)
                leafed += [row["seq"] for row in answer["data"]["rows"]]
                before = answer["data"]["before_seq"]
            assert leafed == whole

    asyncio.run(leaf())


def test_rows_are_found_by_ticket_counter_and_station(hub: HubThread) -> None:
    async def find() -> None:
        async with (
            raw_station(hub, "counter", "q1") as (counter, _, _),
            raw_station(hub, "kiosk", "k1") as (kiosk, _, _),
            raw_station(hub, "supervisor", "s1") as (chief, _, _),
        ):
            tickets = await _morning(counter)
            await kiosk.command("ask_help")
            one = await _rows(chief, ticket=tickets[2])
            assert {row["ticket"] for row in one} == {tickets[2]}
            assert one[-1]["ev"] == "ticket_issued"
            assert {row["ev"] for row in await _rows(chief, station="k1")} == {"help_asked"}
            assert "counter_opened" in {row["ev"] for row in await _rows(chief, counter="q1")}
            assert await _rows(chief, counter="q3") == []
            assert (await chief.ask("audit", limit=201))["err"]["code"] == "bad_request"
            assert (await counter.ask("audit"))["err"]["code"] == "not_allowed"

    asyncio.run(find())


@pytest.mark.parametrize("before_seq", [2**62 + 1, 2**63, 2**64, 10**30])
def test_a_page_no_log_can_have_is_refused_and_the_hub_goes_on(hub: HubThread, before_seq: int) -> None:
    async def look() -> None:
        async with raw_station(hub, "supervisor", "s1") as (chief, _, _):
            answer = await chief.ask("audit", before_seq=before_seq)
            assert answer["err"]["code"] == "bad_request"
            assert (await chief.ask("audit", before_seq=2**62))["ok"]

    asyncio.run(look())
