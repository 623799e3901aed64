"""A visit over real sockets: kiosk, counter, display, rating."""

from __future__ import annotations

import asyncio
from pathlib import Path

from hub.messages.commands import CallNext, Finish, IssueTicket, Rate, Start
from tests.helpers.hub import serving
from tests.helpers.station import linked


def test_a_visit_from_ticket_to_rating_reaches_every_station(tmp_path: Path) -> None:
    async def visit() -> None:
        async with (
            linked(hub, "kiosk", "k1") as (kiosk, _),
            linked(hub, "counter", "q1") as (counter, at_counter),
            linked(hub, "display", "tv1") as (_, at_display),
            linked(hub, "rating", "q1") as (rating, _),
        ):
            answer = await kiosk.send(IssueTicket(service="khai-sinh", priority="cao-tuoi"))
            ticket = answer["ticket"]
            assert ticket["number"] == "A001"
            assert ticket["ahead"] == 0
            assert ticket["link"].startswith("https://so.example.vn/#t=")

            called = await counter.send(CallNext())
            assert (called["ticket"]["id"], called["reason"]) == (ticket["id"], "priority")
            await at_display.until(lambda: at_display.state and at_display.state.calls)
            await counter.send(Start())
            await counter.send(Finish())
            await rating.send(Rate(score=5))
            await at_counter.until(lambda: "rating_given" in at_counter.kinds())

            assert at_counter.kinds() == [
                "ticket_issued",
                "counter_opened",
                "ticket_called",
                "serving_started",
                "ticket_served",
                "rating_given",
            ]
            (call, fresh) = next(entry for entry in at_display.events if entry[0].ev == "ticket_called")
            assert (call.number, call.counter, call.zone, fresh) == ("A001", "q1", "tang-1", True)

    with serving(tmp_path) as hub:
        asyncio.run(visit())
