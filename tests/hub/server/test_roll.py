"""What supervisors know of every station: when it was last heard, what it showed and spoke, its version."""

from __future__ import annotations

import asyncio
from datetime import UTC, datetime, timedelta
from typing import Any

from hub.domain.rules import Actor
from hub.messages.frames import Seen
from hub.server.roll import Roll
from tests.helpers.hub import HubThread
from tests.helpers.station import PATIENCE_S, knocking, linked

TV, KIOSK = Actor("display", "tv1"), Actor("kiosk", "k1")


class Morning:
    def __init__(self) -> None:
        self.now = datetime(2026, 11, 23, 1, 0, tzinfo=UTC)

    def wait(self, seconds: int) -> None:
        self.now += timedelta(seconds=seconds)

    def roll(self) -> Roll:
        return Roll(lambda: self.now, lambda moment: f"{moment:%H:%M:%S}")


def test_the_roll_knows_who_is_here_when_it_was_heard_and_what_it_showed() -> None:
    morning = Morning()
    roll = morning.roll()
    roll.came(TV, "1.2.0")
    morning.wait(7)
    roll.saw(TV, Seen(seq=5, how="shown"))
    roll.saw(TV, Seen(seq=4, how="spoken"))
    (tv,) = roll.views()
    assert (tv.name, tv.role, tv.online, tv.version) == ("tv1", "display", True, "1.2.0")
    assert (tv.last_shown_seq, tv.last_spoken_seq, tv.last_heard_at) == (5, 4, "01:00:07")
    morning.wait(1)
    assert not roll.left(TV).online


def test_a_station_of_two_connections_is_here_until_the_last_has_gone() -> None:
    roll = Morning().roll()
    roll.came(TV)
    roll.came(TV)
    assert roll.left(TV).online
    assert not roll.left(TV).online


def test_a_station_that_does_not_say_its_version_again_keeps_it() -> None:
    roll = Morning().roll()
    roll.came(TV, "1.2.0")
    roll.left(TV)
    assert roll.came(TV).version == "1.2.0"
    assert roll.came(TV, "1.3.0").version == "1.3.0"


def test_only_those_heard_since_are_told_again() -> None:
    morning = Morning()
    roll = morning.roll()
    roll.came(TV)
    roll.came(KIOSK)
    assert roll.heard_since_told() == []
    morning.wait(15)
    roll.heard(TV)
    (tv,) = roll.heard_since_told()
    assert (tv.name, tv.last_heard_at) == ("tv1", "01:00:15")
    assert roll.heard_since_told() == []


def test_a_supervisor_hears_versions_and_that_a_silent_station_still_answers(hub: HubThread) -> None:
    async def supervise() -> None:
        token = hub.pair("display", "tv1")
        async with linked(hub, "supervisor", "s1") as (_, chief), knocking(hub.address, token) as tv:

            def known() -> dict[str, Any]:
                return {station.name: station for station in chief.state.stations} if chief.state else {}

            await tv.send({"t": "auth", "v": 1, "role": "display", "dev": "tv1", "version": "1.2.0"})
            await tv.until("snap")
            await chief.until(lambda: "tv1" in known())
            assert known()["tv1"].version == "1.2.0"
            came_at = known()["tv1"].last_heard_at
            assert hub.hub is not None
            assert hub.loop is not None
            hall = hub.hub.hall
            (connection,) = (each for each in hub.hub._connections if each.device.name == "tv1")
            async with asyncio.timeout(PATIENCE_S):
                while known()["tv1"].last_heard_at == came_at:
                    hub.loop.call_soon_threadsafe(connection.knock)
                    hub.loop.call_soon_threadsafe(hall.call_the_roll)
                    await (await tv.connection.ping())
            assert known()["tv1"].online

    asyncio.run(supervise())
