"""What a dialog keeps from happening: a press behind it, an act for another visit, an act that is lost."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from config.loader import EXAMPLES, load
from hub.messages import commands
from tests.counter_client.morning import Centre
from tests.counter_client.rig import Hand, Station
from tests.counter_client.stands import Stand
from tests.counter_client.test_console import serving_one

Key = Qt.Key
BEHIND = {"call-next", "recall", "start", "finish", "no-show", "pause", "close", "requeue", "find", "issue"}
ROUND_THE_DIALOG = 40
"""Presses of Tab: more than a dialog has places."""


def test_tab_never_leads_behind_a_dialog(desk: Hand, kiosk: Station) -> None:
    serving_one(desk, kiosk)
    desk.press(Key.Key_F6)
    desk.wait(lambda: desk.find("confirm-park"))
    reached = set()
    for _ in range(ROUND_THE_DIALOG):
        desk.press(Key.Key_Tab)
        reached.add(desk.window.activeFocusItem().objectName())
    assert "confirm-park" in reached
    assert not reached & BEHIND


def test_a_dialog_about_one_visit_never_acts_on_the_next(desk: Hand, kiosk: Station, clerk: Station) -> None:
    serving_one(desk, kiosk)
    following = kiosk.issue()
    desk.press(Key.Key_F7)
    desk.wait(lambda: desk.find("transfer-search"))
    clerk.do(commands.CallNext())
    desk.wait(lambda: desk.number == following)
    desk.wait(lambda: desk.find("transfer-search") is None)
    desk.press(Key.Key_Return)
    assert desk.number == following
    assert "ticket_transferred" not in kiosk.kinds()


def test_a_search_that_finds_nothing_takes_nothing(desk: Hand, kiosk: Station) -> None:
    number = serving_one(desk, kiosk)
    desk.press(Key.Key_F7)
    desk.wait(lambda: desk.find("transfer-search"))
    desk.type("khong co dau")
    desk.press(Key.Key_Return)
    assert desk.find("transfer-search") is not None
    desk.press(Key.Key_Escape)
    desk.wait(lambda: desk.find("transfer-search") is None)
    assert (desk.page, desk.number) == ("serving", number)


@pytest.fixture
def centre() -> Centre:
    hall = load(EXAMPLES / "phuong").hall
    return Centre(hall, hall.counters[1].id)


@pytest.fixture
def stand(qtbot: QtBot, centre: Centre) -> Iterator[Stand]:
    """A console that serves somebody and gets no answer to anything."""
    stand = Stand(centre, QSize(1280, 800), lambda name, screen: None, "dialogs")
    stand.put(centre.state(centre.current("serving")))
    qtbot.waitUntil(lambda: stand.screen.window.isActive())
    yield stand
    stand.screen.close()


@pytest.mark.parametrize("dialog", ["park", "transfer", "fee"])
def test_a_dialog_goes_with_the_visit_it_is_about(stand: Stand, centre: Centre, dialog: str) -> None:
    stand.dialog(dialog)
    stand.put(centre.state(centre.current("serving", note="")))
    assert stand.screen.window.property("dialog") == dialog
    stand.put(centre.state(replace(centre.current("serving"), id="another", number="A012")))
    assert stand.screen.window.property("dialog") == ""


@pytest.mark.parametrize("dialog", ["park", "transfer", "walk-in"])
def test_while_an_act_is_under_way_a_dialog_stays(stand: Stand, dialog: str) -> None:
    stand.acts.linkDossier("H57.132-261120-0583")
    assert stand.acts.property("busy")
    stand.dialog(dialog)
    QTest.keyClick(stand.screen.window, Key.Key_Return)
    assert stand.screen.window.property("dialog") == dialog
