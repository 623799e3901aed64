"""Calls for help, the supervisor's message, paper printed again and the log; against a real hub."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hub.messages import commands
from tests.counter_client.rig import Hand, Station, running, station, station_file
from tests.counter_client.test_supervisor import show
from tests.helpers.hub import HubThread

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_kiosks_call_for_help_shows_at_the_counter_until_somebody_goes(desk: Hand, kiosk: Station) -> None:
    kiosk.do(commands.AskHelp())
    desk.wait(lambda: "k1" in desk.text("help"))
    desk.press(Key.Key_H, CTRL)
    desk.wait(lambda: desk.find("help") is None)
    desk.wait(lambda: "đang đến" in desk.text("notice"))
    desk.wait(lambda: "help_answered" in kiosk.kinds())


def test_the_supervisor_goes_too_by_a_click(chief: Hand, kiosk: Station) -> None:
    kiosk.do(commands.AskHelp())
    chief.click("answer-help")
    chief.wait(lambda: "help_answered" in kiosk.kinds())


def test_a_clerk_calls_for_help_and_is_not_asked_to_go_to_her_own_counter(desk: Hand, kiosk: Station) -> None:
    desk.press(Key.Key_G, CTRL)
    desk.wait(lambda: "help_asked" in kiosk.kinds())
    desk.wait(lambda: "Bạn đã gọi" in desk.text("help"))
    assert desk.find("answer-help") is None


def test_a_message_goes_to_every_screen_and_is_taken_away_again(chief: Hand, kiosk: Station) -> None:
    chief.click("broadcast")
    chief.wait(lambda: chief.find("broadcast-text"))
    chief.type("Quay 3 nghi den 10 gio")
    chief.click("broadcast-15")
    chief.click("broadcast-send")
    chief.wait(lambda: kiosk.state and kiosk.state.ticker)
    assert kiosk.state is not None and kiosk.state.ticker is not None
    assert kiosk.state.ticker.text == "Quay 3 nghi den 10 gio"
    assert kiosk.state.ticker.until is not None
    chief.click("broadcast")
    chief.click("broadcast-clear")
    chief.wait(lambda: kiosk.state and kiosk.state.ticker is None)


def test_the_supervisor_has_a_lost_paper_printed_at_a_chosen_kiosk(chief: Hand, kiosk: Station) -> None:
    number = kiosk.issue()
    show(chief, "waiting")
    chief.click(f"reprint-{number}")
    chief.click("reprint-at-k1")
    chief.wait(lambda: "reprint_asked" in kiosk.kinds())
    chief.wait(lambda: number in chief.text("notice"))


def test_the_clerk_has_it_printed_by_the_keyboard_too(desk: Hand, kiosk: Station) -> None:
    number = kiosk.issue()
    desk.press(Key.Key_F5)
    desk.wait(lambda: desk.find("find-number"))
    desk.type(number)
    desk.click(f"reprint-{number}")
    desk.wait(lambda: desk.find("reprint-at-k1"))
    desk.press(Key.Key_Return)
    desk.wait(lambda: "reprint_asked" in kiosk.kinds())


def said(chief: Hand) -> list[str]:
    lines = chief.find("audit-lines")
    return [] if lines is None else _texts(lines)


def _texts(item: object) -> list[str]:
    from tests.counter_client.rig import _below

    return [str(one.property("text")) for one in _below(item) if one.objectName() == "audit-said"]


def test_the_log_says_who_did_what_and_is_narrowed_by_what_is_typed(chief: Hand, kiosk: Station) -> None:
    first, second = kiosk.issue(), kiosk.issue()
    chief.click("audit")
    chief.wait(lambda: len(said(chief)) >= 2)
    assert f"cấp số {second} – Đăng ký khai sinh" in said(chief)[0]
    chief.type(first.lower())
    chief.press(Key.Key_Return)
    chief.wait(lambda: len(said(chief)) == 1)
    assert first in said(chief)[0]
    chief.type("?")
    chief.press(Key.Key_Return)
    chief.wait(lambda: chief.find("audit-nothing"))


def test_low_marks_are_there_after_a_start_in_the_middle_of_the_day(
    qtbot: QtBot, hub: HubThread, kiosk: Station, tmp_path: Path
) -> None:
    kiosk.issue()
    with station(qtbot, hub, "counter", "q1") as clerk:
        for command in (
            commands.OpenCounter(),
            commands.CallNext(),
            commands.Start(),
            commands.Finish(),
        ):
            clerk.do(command)
    with station(qtbot, hub, "rating", "q1") as citizen:
        citizen.do(commands.Rate(score=1, reasons=["thai-do"]))
    file = station_file(tmp_path / "late", hub, "supervisor", "late")
    with running(qtbot, file) as chief:
        show(chief, "marks")
        chief.wait(lambda: chief.find("mark-Rất không hài lòng"))
