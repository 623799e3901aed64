"""More than one window at work: two consoles, the hub going and coming, the strip; against a real hub."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hub.messages import commands
from tests.counter_client.rig import Hand, Station, running, station, station_file
from tests.helpers.hub import HubThread

Key = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, hub: HubThread, tmp_path: Path) -> Iterator[Hand]:
    with running(qtbot, station_file(tmp_path / "q1", hub)) as desk:
        desk.click("open")
        desk.wait_page("idle")
        yield desk


def test_two_consoles_that_race_call_two_different_tickets(
    qtbot: QtBot, hub: HubThread, desk: Hand, kiosk: Station, tmp_path: Path
) -> None:
    numbers = {kiosk.issue(), kiosk.issue()}
    with running(qtbot, station_file(tmp_path / "q2", hub, name="q2")) as other:
        other.click("open")
        desk.app.screen.window.requestActivate()
        desk.click("call-next")
        other.click("call-next")
        desk.wait(lambda: desk.page == "called" and other.page == "called")
        assert {desk.number, other.number} == numbers


def test_the_hub_goes_and_comes_back_and_nothing_is_lost(desk: Hand, hub: HubThread, kiosk: Station) -> None:
    number = kiosk.issue()
    desk.click("call-next")
    desk.click("start")
    desk.wait_page("serving")
    hub.stop()
    desk.wait(lambda: desk.find("away"))
    assert not desk.enabled("finish")
    desk.press(Key.Key_F4)
    hub.start()
    desk.wait(lambda: desk.find("away") is None)
    assert (desk.page, desk.number) == ("serving", number)
    desk.press(Key.Key_F4)
    desk.wait_page("idle")


def test_what_another_station_does_to_this_counter_shows(
    qtbot: QtBot, desk: Hand, hub: HubThread, kiosk: Station
) -> None:
    number = kiosk.issue()
    with station(qtbot, hub, "counter", "q1") as twin:
        twin.do(commands.CallNext())
        desk.wait(lambda: desk.number == number)


def test_the_narrow_strip_works_by_the_same_keys(
    qtbot: QtBot, hub: HubThread, kiosk: Station, tmp_path: Path
) -> None:
    number = kiosk.issue()
    with running(qtbot, station_file(tmp_path / "q1", hub), "380x900") as strip:
        assert strip.window.flags() & Qt.WindowType.WindowStaysOnTopHint
        strip.press(Key.Key_F1)
        strip.wait_page("idle")
        strip.press(Key.Key_F1)
        strip.wait(lambda: strip.number == number)
        strip.press(Key.Key_F3)
        strip.wait_page("serving")
        strip.press(Key.Key_F7)
        strip.click("transfer-counter-q2")
        strip.wait_page("idle")
