"""What staff and stations say to each other: calls for help, the ticker's message, paper once more."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hub.domain import events as ev
from hub.domain.decide import MOST_DEVICES
from hub.messages import commands as cmd
from tests.helpers.floor import Floor


def test_a_station_asks_for_help_once_and_staff_answer_once() -> None:
    floor = Floor()
    assert floor.do(cmd.AskHelp(), "k1", "kiosk") == [ev.HelpAsked(station="k1", role="kiosk")]
    assert floor.do(cmd.AskHelp(), "k1", "kiosk") == []
    assert list(floor.state.help) == ["k1"]
    assert floor.do(cmd.AnswerHelp(station="k1"), "q2") == [ev.HelpAnswered(station="k1", by="q2")]
    assert floor.do(cmd.AnswerHelp(station="k1"), "q1") == []
    assert floor.state.help == {}


def test_help_is_answered_for_stations_of_the_centre_only() -> None:
    assert Floor().refused(cmd.AnswerHelp(station="k9")) == "unknown_station"


def test_a_new_day_forgets_calls_for_help_and_the_message() -> None:
    floor = Floor()
    floor.do(cmd.AskHelp(), "k1", "kiosk")
    floor.do(cmd.Broadcast(text="Nghỉ sớm lúc 16:00"), "s1", "supervisor")
    floor.wait(days=1)
    floor.tick()
    assert floor.state.help == {}
    assert floor.state.ticker is None


def test_a_message_stays_until_it_is_taken_back() -> None:
    floor = Floor()
    floor.do(cmd.Broadcast(text="  Xe biển số\n … chắn lối  ra "), "s1", "supervisor")
    assert floor.state.ticker is not None
    assert floor.state.ticker.text == "Xe biển số … chắn lối ra"
    assert floor.do(cmd.Broadcast(text=" "), "s1", "supervisor") == [ev.TickerChanged()]
    assert floor.do(cmd.Broadcast(text=""), "s1", "supervisor") == []


def test_a_message_with_an_end_is_taken_away_by_time_alone() -> None:
    floor = Floor()
    floor.do(cmd.Broadcast(text="Mất điện 5 phút", minutes=5), "s1", "supervisor")
    assert floor.state.ticker is not None
    assert floor.state.ticker.until == floor.now + timedelta(minutes=5)
    floor.wait(minutes=4, seconds=59)
    assert floor.tick() == []
    floor.wait(seconds=1)
    assert floor.tick() == [ev.TickerChanged()]
    assert floor.tick() == []


def test_a_kiosk_is_asked_to_print_a_living_ticket_again() -> None:
    floor = Floor()
    ticket = floor.ticket(floor.issue()).id
    asked = floor.do(cmd.Reprint(ticket=ticket, kiosk="k1"))
    assert asked == [ev.ReprintAsked(ticket=ticket, station="k1")]
    assert floor.refused(cmd.Reprint(ticket=ticket, kiosk="tv1")) == "unknown_station"
    assert floor.refused(cmd.Reprint(ticket="x", kiosk="k1")) == "unknown_ticket"


@pytest.mark.parametrize("end", [cmd.Finish(), cmd.MarkNoShow()])
def test_nobody_needs_the_paper_of_a_ticket_that_is_over(end: cmd.Command) -> None:
    floor = Floor()
    ticket = floor.ticket(floor.issue()).id
    floor.call()
    floor.do(end)
    assert floor.refused(cmd.Reprint(ticket=ticket, kiosk="k1")) == "wrong_state"


def test_a_station_that_invents_devices_is_stopped_and_the_others_are_not() -> None:
    floor = Floor()
    for number in range(MOST_DEVICES):
        floor.do(cmd.ReportDevice(device=f"d{number}", state="ready"), "k1", "kiosk")
    assert floor.refused(cmd.ReportDevice(device="d", state="ready"), "k1", "kiosk") == "bad_request"
    assert floor.do(cmd.ReportDevice(device="d0", state="paper_out"), "k1", "kiosk")
    assert floor.do(cmd.ReportDevice(device="d", state="ready"), "k2", "kiosk")
