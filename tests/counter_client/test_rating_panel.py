"""The rating panel and the rating keypad against a real hub."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from config.model import Hall
from counter_client.rating_box import FILE_NAME, RatingBox
from hardware.keypads import RATING_KEYPAD_5
from hardware.simulated.keypad import SimulatedKeypad
from hub.messages import commands
from hub.messages.commands import Command, Rate
from tests.counter_client.rig import Hand, Station, running, station, station_file
from tests.helpers.hall import round_the_clock, sample_hall
from tests.helpers.hub import HubThread, serving
from ui.hall_link import AWAY_CODE, Answer, Done


@pytest.fixture
def clerk(qtbot: QtBot, hub: HubThread) -> Iterator[Station]:
    with station(qtbot, hub, "counter", "q1") as clerk:
        clerk.do(commands.OpenCounter())
        yield clerk


@pytest.fixture
def supervisor(qtbot: QtBot, hub: HubThread) -> Iterator[Station]:
    with station(qtbot, hub, "supervisor", "s1") as supervisor:
        yield supervisor


def serve_one(clerk: Station) -> str:
    number = clerk.issue()
    clerk.do(commands.CallNext())
    clerk.do(commands.Start())
    clerk.do(commands.Finish())
    return number


def scores(supervisor: Station) -> list[int | None]:
    return [event.score for event in supervisor.events if event.ev == "rating_given"]


def test_the_panel_follows_the_visit_and_asks_when_it_ends(
    panel: Hand, clerk: Station, supervisor: Station
) -> None:
    panel.wait_page("idle")
    number = clerk.issue()
    clerk.do(commands.CallNext())
    panel.wait_page("called")
    clerk.do(commands.Start())
    panel.wait_page("serving")
    assert panel.number == number
    clerk.do(commands.Finish())
    panel.wait_page("ask")
    assert panel.number == number
    panel.click("rate-5")
    panel.wait_page("thanks")
    panel.wait(lambda: scores(supervisor) == [5])


def test_a_low_mark_asks_for_reasons_and_sends_both(panel: Hand, clerk: Station, supervisor: Station) -> None:
    serve_one(clerk)
    panel.wait_page("ask")
    panel.click("rate-1")
    panel.wait_page("reasons")
    panel.click("reason-thai-do")
    panel.click("reason-cho-lau")
    panel.click("reason-cho-lau")
    assert scores(supervisor) == []
    panel.click("send")
    panel.wait_page("thanks")
    panel.wait(lambda: scores(supervisor) == [1])


def test_a_mark_can_be_taken_back_before_it_is_sent(panel: Hand, clerk: Station, supervisor: Station) -> None:
    serve_one(clerk)
    panel.wait_page("ask")
    panel.click("rate-2")
    panel.click("back")
    panel.wait_page("ask")
    panel.click("rate-4")
    panel.wait_page("thanks")
    panel.wait(lambda: scores(supervisor) == [4])


def test_a_visit_already_rated_is_answered_calmly(
    qtbot: QtBot, panel: Hand, clerk: Station, supervisor: Station
) -> None:
    serve_one(clerk)
    panel.wait_page("ask")
    clerk.do(commands.Rate(score=3))
    panel.click("rate-5")
    panel.wait_page("not-taken")
    assert scores(supervisor) == [3]


def test_a_transferred_visit_is_rated_at_the_counter_it_leaves(
    panel: Hand, clerk: Station, supervisor: Station
) -> None:
    clerk.issue()
    clerk.do(commands.CallNext())
    clerk.do(commands.Transfer(to_service="tach-thua"))
    panel.wait_page("ask")
    panel.click("rate-4")
    panel.wait(lambda: scores(supervisor) == [4])


def test_a_rating_given_while_the_hub_is_away_arrives_when_it_is_back(
    panel: Hand, clerk: Station, supervisor: Station, hub: HubThread
) -> None:
    serve_one(clerk)
    panel.wait_page("ask")
    hub.stop()
    panel.wait(lambda: panel.find("away"))
    panel.click("rate-5")
    panel.wait_page("thanks")
    hub.start()
    panel.wait(lambda: scores(supervisor) == [5])


def test_a_panel_that_starts_late_still_asks(
    qtbot: QtBot, hub: HubThread, clerk: Station, tmp_path: Path
) -> None:
    number = serve_one(clerk)
    with running(qtbot, station_file(tmp_path / "panel", hub, "rating"), "800x1280") as panel:
        panel.wait_page("ask")
        assert panel.number == number


def test_the_panel_speaks_the_language_of_the_ticket_and_then_its_own(panel: Hand, clerk: Station) -> None:
    clerk.issue(lang="en")
    clerk.do(commands.CallNext())
    panel.wait(lambda: panel.app.language == "en")
    clerk.do(commands.Requeue())
    panel.wait(lambda: panel.app.language == "vi")


def short_window() -> Hall:
    return sample_hall(hours=round_the_clock(), rating={"window_s": 5})


def test_a_low_mark_left_alone_is_sent_before_the_window_closes(qtbot: QtBot, tmp_path: Path) -> None:
    with (
        serving(tmp_path / "hub", short_window()) as hub,
        station(qtbot, hub, "supervisor", "s1") as supervisor,
        station(qtbot, hub, "counter", "q1") as clerk,
        running(qtbot, station_file(tmp_path / "panel", hub, "rating")) as panel,
    ):
        serve_one(clerk)
        panel.wait_page("ask")
        panel.click("rate-1")
        panel.wait(lambda: scores(supervisor) == [1])


# the keypad -------------------------------------------------------------------------------------------


@pytest.fixture
def keypad(tmp_path: Path) -> Iterator[SimulatedKeypad]:
    with SimulatedKeypad(tmp_path / "keypad", RATING_KEYPAD_5) as keypad:
        yield keypad


@pytest.mark.parametrize("role", ["counter", "rating"])
def test_a_keypad_press_rates_the_visit_just_finished(
    qtbot: QtBot,
    hub: HubThread,
    clerk: Station,
    supervisor: Station,
    keypad: SimulatedKeypad,
    tmp_path: Path,
    role: str,
) -> None:
    file = station_file(tmp_path / role, hub, role, "q1", f'keypad = "{keypad.url}"')  # type: ignore[arg-type]
    with running(qtbot, file) as hand:
        hand.wait(lambda: ("rating_keypad", "ok") in reported(supervisor))
        serve_one(clerk)
        hand.wait(lambda: hand.app.rating.asking)
        asyncio.run(keypad.press("rate_4"))
        hand.wait(lambda: scores(supervisor) == [4])


def test_a_keypad_press_outside_the_window_is_logged_and_not_counted(
    qtbot: QtBot,
    hub: HubThread,
    clerk: Station,
    supervisor: Station,
    keypad: SimulatedKeypad,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    file = station_file(tmp_path / "q1", hub, "rating", "q1", f'keypad = "{keypad.url}"')
    with running(qtbot, file) as hand:
        hand.wait(lambda: ("rating_keypad", "ok") in reported(supervisor))
        asyncio.run(keypad.press("rate_1"))
        hand.wait(lambda: "not counted" in caplog.text)
    assert scores(supervisor) == []


def reported(supervisor: Station) -> set[tuple[str, str]]:
    return {(one.device, one.state) for one in supervisor.state.devices} if supervisor.state else set()


# the box ----------------------------------------------------------------------------------------------


class Wire:
    def __init__(self) -> None:
        self.sent: list[tuple[Command, str | None]] = []
        self.done: list[Done] = []

    def send(self, command: Command, done: Done | None = None, *, key: str | None = None) -> None:
        self.sent.append((command, key))
        if done is not None:
            self.done.append(done)


def test_a_rating_outlives_a_crash_under_the_same_key(qtbot: QtBot, tmp_path: Path) -> None:
    first, second = Wire(), Wire()
    RatingBox(first, tmp_path).put(Rate(score=4, ticket="t1"))
    again = RatingBox(second, tmp_path)
    assert len(again) == 1
    again.send_next()
    assert second.sent == first.sent
    second.done[0](Answer(True))
    assert len(RatingBox(Wire(), tmp_path)) == 0


def test_a_refused_rating_is_dropped_and_told(qtbot: QtBot, tmp_path: Path) -> None:
    wire = Wire()
    box = RatingBox(wire, tmp_path)
    told: list[tuple[str, str]] = []
    box.settled.connect(lambda ticket, code: told.append((ticket, code)))
    box.put(Rate(score=4, ticket="t1"))
    wire.done[0](Answer(False, code="rating_closed"))
    assert told == [("t1", "rating_closed")]
    assert len(box) == 0


def test_ratings_wait_while_the_hub_is_away(qtbot: QtBot, tmp_path: Path) -> None:
    wire = Wire()
    box = RatingBox(wire, tmp_path)
    box.put(Rate(score=4, ticket="t1"))
    wire.done[0](Answer(False, code=AWAY_CODE, retry=True))
    box.put(Rate(score=5, ticket="t2"))
    assert len(box) == 2
    assert [command.ticket for command, _ in wire.sent if isinstance(command, Rate)] == ["t1", "t1"]


def test_a_damaged_file_of_ratings_is_left_behind(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_bytes(b"{not json")
    assert len(RatingBox(Wire(), tmp_path)) == 0
