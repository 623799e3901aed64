"""What the supervisor sees of a made-up hall."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from counter_client.supervisor_props import (
    HallProps,
    derive_hall,
    derive_marks,
    is_low,
    urgency,
)
from hub.messages.views import AuditRow, CounterView, DeviceView, StationView
from tests.counter_client.scene import NOW, ago, hall_state, ticket
from tests.helpers.hall import sample_hall


def seen(*tickets: Any, **parts: Any) -> HallProps:
    hall = sample_hall()
    return derive_hall(replace(hall_state(*tickets, hall=hall), **parts), hall, NOW, "vi")


def station(role: str, name: str, *, online: bool = True) -> StationView:
    return StationView(name=name, role=role, online=online, last_heard_at=ago(2))


def test_before_the_first_news_there_is_nothing() -> None:
    assert derive_hall(None, None, None, "vi") == HallProps()


def test_a_counter_shows_whom_it_has_and_for_how_long() -> None:
    current = ticket(1, "serving", counter="q1", started_at=ago(9))
    first, *_ = seen(current, stations=[station("counter", "q1")]).places
    assert (first.number, first.ticket, first.serving, first.minutes, first.online) == (
        "1",
        "A001",
        True,
        9,
        True,
    )
    assert first.services == "A B"
    assert not first.late


@pytest.mark.parametrize(
    ("state", "times", "late"),
    [
        ("serving", {"started_at": ago(13)}, True),
        ("serving", {"started_at": ago(5)}, False),
        ("called", {"called_at": ago(1)}, True),
        ("called", {"called_at": ago(0, 20)}, False),
    ],
)
def test_a_visit_that_takes_too_long_stands_out(state: str, times: dict[str, Any], late: bool) -> None:
    assert seen(ticket(1, state, counter="q1", **times)).places[0].late == late


@pytest.mark.parametrize(("minutes", "over"), [(30, False), (31, True)])
def test_a_line_over_the_centres_target_is_an_alarm(minutes: int, over: bool) -> None:
    props = seen(ticket(1, waiting_since=ago(minutes)), ticket(2, service="chung-thuc"))
    assert min(props.lines, key=urgency).key == "khai-sinh"
    assert props.totals.lines_over == int(over)
    assert props.waiting[0].over == over


def test_stations_the_centre_has_but_nobody_saw_are_alarms_and_come_first() -> None:
    props = seen(stations=[station("kiosk", "k1"), station("supervisor", "s1")])
    assert [(one.key, one.alarm) for one in props.stations] == [("display:tv1", True), ("kiosk:k1", False)]


def test_a_device_that_is_not_well_is_its_stations_alarm() -> None:
    paper = DeviceView(station="k1", device="printer", state="paper_out", at=ago(1))
    fine = DeviceView(station="q1", device="call_keypad", state="ok", at=ago(1))
    stations = [station("kiosk", "k1"), station("counter", "q1"), station("rating", "q1")]
    rows = {one.key: one.trouble for one in seen(devices=[fine, paper], stations=stations).stations}
    assert rows == {"kiosk:k1": "printer:paper_out", "counter:q1": "", "rating:q1": "", "display:tv1": ""}


@pytest.mark.parametrize(("standing", "alarm"), [("open", True), ("closed", False)])
def test_an_absent_console_is_an_alarm_only_while_its_counter_works(standing: Any, alarm: bool) -> None:
    counters = [CounterView(id="q1", state=standing, services=["khai-sinh"])]
    rows = seen(counters=counters, stations=[station("counter", "q1", online=False)]).stations
    assert {one.key: one.alarm for one in rows}["counter:q1"] == alarm


def test_absent_people_are_listed_to_be_called_back() -> None:
    props = seen(ticket(1, "no_show", ended_at=ago(4)), ticket(2, "served"))
    assert [(one.number, one.minutes, one.over) for one in props.absent] == [("A001", 4, False)]


def test_low_marks_are_told_with_counter_clerk_and_reasons() -> None:
    rows = [
        AuditRow(
            seq=n,
            at=ago(0),
            ev="rating_given",
            by="rating:q1",
            score=n,
            number=f"A00{n}",
            counter="q1",
            clerk="lan",
            reasons=["cho-lau", "thai-do"][:n],
        )
        for n in (2, 1)
    ]
    marks = derive_marks(rows, sample_hall(), "vi")
    assert [(one.number, one.level, one.counter, one.clerk, one.reasons) for one in marks] == [
        ("A002", "Không hài lòng", "1", "Nguyễn Thị Lan", "Chờ lâu, Thái độ phục vụ"),
        ("A001", "Rất không hài lòng", "1", "Nguyễn Thị Lan", "Chờ lâu"),
    ]
    assert derive_marks(rows, None, "vi") == ()


def test_the_marks_that_ask_for_reasons_are_low_and_always_the_worst() -> None:
    form = sample_hall().rating
    assert [is_low(form, score) for score in (1, 2, 3)] == [True, True, False]
    assert is_low(form.model_copy(update={"ask_reasons_at_or_below": 0}), 1)
