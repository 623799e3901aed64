"""The supervisor's screen against a real hub: what it shows, and what it does to other counters."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from pytestqt.qtbot import QtBot

from hub.messages import commands
from tests.counter_client.rig import Hand, Station, station
from tests.helpers.hub import HubThread


def show(chief: Hand, tab: str) -> None:
    chief.click("tab-" + tab)
    tabs = chief.window.findChild(QObject, "hall-tabs")
    chief.wait(lambda: tabs.property("shown") == tab)


def test_it_counts_who_waits_and_which_counters_are_open(chief: Hand, kiosk: Station, clerk: Station) -> None:
    kiosk.issue()
    clerk.do(commands.OpenCounter())
    chief.wait(lambda: chief.text("totals") == "1 người chờ · 1/3 quầy mở")


def test_a_counter_is_given_other_services(chief: Hand, kiosk: Station, clerk: Station) -> None:
    number = kiosk.issue("tach-thua")
    clerk.do(commands.OpenCounter())
    chief.click("place-q1")
    chief.click("service-khai-sinh")
    chief.click("service-chung-thuc")
    assert not chief.enabled("confirm-assign")
    chief.click("service-tach-thua")
    chief.click("confirm-assign")
    chief.wait(lambda: "1" in chief.text("notice"))
    assert clerk.do(commands.CallNext())["ticket"]["number"] == number


def test_the_day_is_not_closed_while_numbers_are_given_out(chief: Hand, clerk: Station) -> None:
    chief.click("close-day")
    chief.click("confirm-close-day")
    chief.wait(lambda: "giờ lấy số" in chief.text("notice"))


def test_what_is_asked_can_be_left_with_escape(chief: Hand) -> None:
    chief.click("close-day")
    chief.wait(lambda: chief.find("confirm-close-day"))
    chief.press(Qt.Key.Key_Escape)
    chief.wait(lambda: chief.find("confirm-close-day") is None)


def test_a_ticket_is_cancelled_and_an_absent_person_called_back(
    chief: Hand, kiosk: Station, clerk: Station
) -> None:
    absent, waiting = kiosk.issue(), kiosk.issue()
    clerk.do(commands.CallNext())
    clerk.do(commands.MarkNoShow())
    show(chief, "waiting")
    chief.click("cancel-" + waiting)
    chief.wait(lambda: "ticket_cancelled" in clerk.kinds())
    show(chief, "absent")
    chief.click("reinstate-" + absent)
    chief.wait(lambda: "ticket_reinstated" in clerk.kinds())


def test_a_low_mark_shows_as_it_comes_and_a_good_one_does_not(
    chief: Hand, kiosk: Station, clerk: Station
) -> None:
    for score in (5, 1):
        kiosk.issue()
        clerk.do(commands.CallNext())
        clerk.do(commands.Finish())
        clerk.do(commands.Rate(score=score))
    chief.wait(lambda: clerk.kinds().count("rating_given") == 2)
    show(chief, "marks")
    chief.wait(lambda: chief.find("mark-Rất không hài lòng"))
    assert chief.find("mark-Rất hài lòng") is None


def test_a_station_that_leaves_is_an_alarm(qtbot: QtBot, chief: Hand, hub: HubThread) -> None:
    with station(qtbot, hub, "display", "tv1"):
        chief.wait(lambda: chief.text("station-display:tv1").startswith("đang kết nối"))
    chief.wait(lambda: chief.text("station-display:tv1").startswith("mất kết nối"))


def test_it_speaks_english(chief: Hand) -> None:
    chief.click("language-en")
    chief.wait(lambda: "waiting" in chief.text("totals"))
