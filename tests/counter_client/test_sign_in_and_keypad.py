"""Signing in at the console, and the clerk's calling keypad, against a real hub."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hardware.keypads import CALL_KEYPAD
from hardware.simulated.keypad import SimulatedKeypad
from tests.counter_client.rig import Hand, running, station, station_file
from tests.helpers.hall import CLERK_PIN, round_the_clock, sample_hall
from tests.helpers.hub import HubThread, serving


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubThread]:
    hall = sample_hall(hours=round_the_clock(), calling={"require_sign_in": True})
    with serving(tmp_path / "hub", hall) as hub:
        yield hub


@pytest.fixture
def keypad(tmp_path: Path) -> Iterator[SimulatedKeypad]:
    with SimulatedKeypad(tmp_path / "keypad", CALL_KEYPAD) as keypad:
        yield keypad


@pytest.fixture
def desk(qtbot: QtBot, hub: HubThread, keypad: SimulatedKeypad, tmp_path: Path) -> Iterator[Hand]:
    file = station_file(tmp_path / "q1", hub, devices=f'call_keypad = "{keypad.url}"')
    with running(qtbot, file) as desk:
        yield desk


def sign_in(desk: Hand, pin: str) -> None:
    desk.click("clerk-lan")
    desk.type(pin)
    desk.press(Qt.Key.Key_Return)


def test_where_the_centre_wants_it_a_clerk_signs_in_before_anything_else(desk: Hand) -> None:
    assert desk.page == "sign-in"
    desk.press(Qt.Key.Key_F1)
    assert desk.page == "sign-in"
    sign_in(desk, CLERK_PIN)
    desk.wait_page("closed")
    desk.wait(lambda: desk.find("sign-out"))


def test_a_wrong_pin_is_said_and_asked_again(desk: Hand) -> None:
    sign_in(desk, "0000")
    desk.wait(lambda: "PIN" in desk.text("sign-in-notice"))
    assert desk.text("pin-text") == ""
    sign_in(desk, CLERK_PIN)
    desk.wait_page("closed")


def test_a_clerk_signs_out(desk: Hand) -> None:
    sign_in(desk, CLERK_PIN)
    desk.wait_page("closed")
    desk.click("sign-out")
    desk.wait_page("sign-in")


def test_a_clerk_signs_in_and_out_by_keys_alone(desk: Hand) -> None:
    desk.press(Qt.Key.Key_Down)
    desk.type(CLERK_PIN)
    desk.press(Qt.Key.Key_Return)
    desk.wait_page("closed")
    desk.wait(lambda: desk.find("sign-out"))
    desk.press(Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    desk.wait_page("sign-in")


def test_the_calling_keypad_calls_recalls_and_finishes(
    qtbot: QtBot, desk: Hand, hub: HubThread, keypad: SimulatedKeypad
) -> None:
    sign_in(desk, CLERK_PIN)
    desk.wait_page("closed")
    desk.click("open")
    with station(qtbot, hub, "kiosk", "k1") as kiosk:
        number = kiosk.issue()
        desk.wait(lambda: desk.enabled("call-next"))
        asyncio.run(keypad.press("next"))
        desk.wait(lambda: desk.number == number)
        desk.wait(lambda: desk.enabled("recall"))
        asyncio.run(keypad.press("recall"))
        desk.wait(lambda: kiosk.kinds().count("ticket_called") == 2)
        desk.wait(lambda: desk.enabled("transfer"))
        asyncio.run(keypad.press("transfer"))
        desk.wait(lambda: desk.find("transfer-search"))
        desk.press(Qt.Key.Key_Escape)
        asyncio.run(keypad.press("finish"))
        desk.wait_page("idle")


def test_the_keypad_alone_signs_in_and_calls_a_number(
    qtbot: QtBot, desk: Hand, hub: HubThread, keypad: SimulatedKeypad
) -> None:
    desk.wait(lambda: desk.find("pin"))
    asyncio.run(keypad.press("digit_1"))
    asyncio.run(keypad.press("digit_0"))  # the pad takes the same key at once for one press
    desk.wait(lambda: desk.enabled("confirm-sign-in"))
    desk.find("pin").setProperty("text", "")  # type: ignore[union-attr]
    for digit in CLERK_PIN:
        asyncio.run(keypad.press(f"digit_{digit}"))
    desk.wait(lambda: desk.enabled("confirm-sign-in"))
    desk.wait(lambda: len(desk.text("pin")) == len(CLERK_PIN))
    asyncio.run(keypad.press("sign_in"))
    desk.wait_page("closed")
    desk.click("open")
    desk.wait_page("idle")
    with station(qtbot, hub, "kiosk", "k1") as kiosk:
        kiosk.issue()
        second = kiosk.issue()
        asyncio.run(keypad.press("digit_2"))
        desk.wait(lambda: desk.find(f"found-{second}"))
        asyncio.run(keypad.press("next"))
        desk.wait(lambda: desk.number == second)


def test_digits_narrow_where_a_visit_goes(
    qtbot: QtBot, desk: Hand, hub: HubThread, keypad: SimulatedKeypad
) -> None:
    sign_in(desk, CLERK_PIN)
    desk.wait_page("closed")
    desk.click("open")
    with station(qtbot, hub, "kiosk", "k1") as kiosk:
        kiosk.issue()
        desk.wait(lambda: desk.enabled("call-next"))
        asyncio.run(keypad.press("next"))
        desk.wait(lambda: desk.enabled("transfer"))
        asyncio.run(keypad.press("transfer"))
        desk.wait(lambda: desk.find("transfer-search"))
        asyncio.run(keypad.press("digit_2"))
        desk.wait(lambda: desk.find("transfer-service-tach-thua") is None)
        asyncio.run(keypad.press("next"))
        desk.wait(lambda: "ticket_transferred" in kiosk.kinds())
