"""A booked visit takes its number once, on its day, for its service."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from config.appointments import Appointment
from hub.domain import events as ev
from hub.domain.appointments import standing
from hub.messages import commands as cmd
from tests.helpers.floor import MONDAY_8_AM, Floor
from tests.helpers.hall import sample_hall

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def at(hour: int, minute: int = 0, day: int = 23) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=ZONE)


BOOKED = {
    "LH01": Appointment("lh 01", "khai-sinh", at(9), at(9, 30)),
    "LH02": Appointment("LH02", "tach-thua", at(9), at(9, 30)),
    "LH03": Appointment("LH03", "khai-sinh", at(9, day=24), at(9, 30, day=24)),
}


def issue(appointment: str) -> cmd.IssueTicket:
    return cmd.IssueTicket(service="khai-sinh", appointment=appointment)


def test_the_list_says_the_window_and_the_codes_spelling() -> None:
    floor = Floor(appointments=BOOKED)
    (issued,) = floor.do(issue(" lh01"), "k1", "kiosk")
    assert isinstance(issued, ev.TicketIssued)
    assert (issued.appointment, issued.window_begins, issued.window_ends) == ("lh 01", at(9), at(9, 30))


@pytest.mark.parametrize(
    ("code", "refusal"),
    [("LH99", "unknown_appointment"), ("LH02", "bad_request"), ("LH03", "appointment_not_today")],
)
def test_what_the_list_does_not_have_for_this_line_today_is_refused(code: str, refusal: str) -> None:
    assert Floor(appointments=BOOKED).refused(issue(code), "k1", "kiosk") == refusal


def test_an_appointment_takes_one_number_unless_that_is_cancelled() -> None:
    floor = Floor(appointments=BOOKED)
    (issued,) = floor.do(issue("LH01"), "k1", "kiosk")
    assert isinstance(issued, ev.TicketIssued)
    assert floor.refused(issue("lh01"), "k1", "kiosk") == "appointment_used"
    floor.do(cmd.Cancel(ticket=issued.ticket), "k1", "kiosk")
    floor.do(issue("LH01"), "k1", "kiosk")


def test_without_a_list_any_text_is_taken() -> None:
    floor = Floor()
    for _ in range(2):
        (issued,) = floor.do(issue("Sổ tay 7"), "k1", "kiosk")
        assert isinstance(issued, ev.TicketIssued)
        assert (issued.appointment, issued.window_begins) == ("Sổ tay 7", None)


@pytest.mark.parametrize(
    ("minutes", "expected"),
    [(44, "early"), (45, "open"), (60, "open"), (105, "open"), (106, "late"), (-1440, "early")],
)
def test_an_appointment_is_open_in_its_window_and_the_centres_grace(minutes: int, expected: str) -> None:
    rules = Floor(sample_hall(appointments={"early_minutes": 15, "late_minutes": 15})).rules
    now = MONDAY_8_AM + timedelta(minutes=minutes)
    assert standing(BOOKED["LH01"], rules, now, used=False) == expected
    assert standing(BOOKED["LH01"], rules, now, used=True) == "used"
