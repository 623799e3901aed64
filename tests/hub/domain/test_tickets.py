"""What a kiosk and a clerk do with tickets."""

from __future__ import annotations

from datetime import timedelta

import pytest

from hub.domain import events as ev
from hub.domain.refusal import Refusal
from hub.messages import commands as cmd
from tests.helpers.floor import Floor
from tests.helpers.hall import sample_hall


def kinds(events: list[ev.Event]) -> list[str]:
    return [ev.kind_of(event) for event in events]


# issuing ----------------------------------------------------------------------------------------------


def test_each_service_has_its_own_numbers_without_gaps() -> None:
    floor = Floor()
    numbers = [floor.issue(service) for service in ("khai-sinh", "chung-thuc", "khai-sinh", "khai-sinh")]
    assert numbers == ["A001", "B001", "A002", "A003"]


def test_a_day_with_more_people_than_digits_grows_a_digit() -> None:
    floor = Floor()
    floor.state.numbers["khai-sinh"] = 999
    assert floor.issue() == "A1000"


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (cmd.IssueTicket(service="khong-co"), "unknown_service"),
        (cmd.IssueTicket(service="khai-sinh", priority="khong-co"), "unknown_priority"),
    ],
)
def test_a_ticket_for_something_unknown_is_refused(command: cmd.Command, code: str) -> None:
    assert Floor().refused(command, "k1", "kiosk") == code


def test_a_kiosk_gives_only_the_services_it_offers() -> None:
    floor = Floor(sample_hall(kiosks=[{"id": "k1", "zone": "tang-1", "services": ["chung-thuc"]}]))
    assert floor.refused(cmd.IssueTicket(service="khai-sinh"), "k1", "kiosk") == "not_allowed"
    assert floor.issue("chung-thuc") == "B001"


def test_the_daily_limit_ends_a_services_numbers() -> None:
    service = {"id": "khai-sinh", "name": "Khai sinh", "prefix": "A", "field": "ho-tich", "daily_limit": 2}
    counter = {"id": "q1", "number": "1", "zone": "tang-1", "services": ["khai-sinh"]}
    floor = Floor(sample_hall(services=[service], counters=[counter]))
    floor.issue()
    floor.issue()
    assert floor.refused(cmd.IssueTicket(service="khai-sinh"), "k1", "kiosk") == "limit_reached"


@pytest.mark.parametrize(
    ("hours_later", "says"),
    [(-1, "Lấy số lại từ 07:30."), (3.25, "Lấy số lại từ 13:00."), (9, "Lấy số lại từ 07:30 ngày 24/11.")],
)
def test_outside_issuing_hours_the_refusal_says_when_to_come(hours_later: float, says: str) -> None:
    floor = Floor()
    floor.wait(hours=hours_later)
    with pytest.raises(Refusal) as caught:
        floor.issue()
    assert caught.value.code == "closed"
    assert caught.value.text.endswith(says)


# calling ----------------------------------------------------------------------------------------------


def test_the_first_call_of_the_day_opens_the_counter() -> None:
    floor = Floor()
    floor.issue()
    assert kinds(floor.do(cmd.CallNext())) == ["counter_opened", "ticket_called"]


@pytest.mark.parametrize("started", [True, False])
def test_call_next_finishes_the_current_ticket_started_or_not(started: bool) -> None:
    floor = Floor()
    floor.issue()
    floor.issue()
    floor.call()
    if started:
        floor.do(cmd.Start())
    assert kinds(floor.do(cmd.CallNext())) == ["ticket_served", "ticket_called"]
    assert floor.ticket("A001").state == "served"
    assert floor.state.current_ticket("q1") == floor.ticket("A002")


def test_with_nobody_waiting_call_next_changes_nothing() -> None:
    floor = Floor()
    floor.issue()
    floor.call()
    assert floor.refused(cmd.CallNext()) == "queue_empty"
    assert floor.ticket("A001").state == "called"


def test_a_recall_announces_the_same_call_again() -> None:
    floor = Floor()
    floor.issue()
    floor.call()
    before = floor.ticket("A001")
    (again,) = floor.do(cmd.Recall())
    assert isinstance(again, ev.TicketCalled)
    assert (again.recall, again.ticket, again.reason) == (True, before.id, "in_turn")
    assert floor.ticket("A001") == before
    assert [call.event.recall for call in floor.state.calls] == [False, True]


def test_there_is_no_recall_once_service_began() -> None:
    floor = Floor()
    floor.issue()
    floor.call()
    floor.do(cmd.Start())
    assert floor.refused(cmd.Recall()) == "wrong_state"


def test_a_given_ticket_is_called_only_by_a_free_counter() -> None:
    floor = Floor()
    floor.issue()
    floor.issue()
    second = floor.ticket("A002").id
    floor.do(cmd.CallTicket(ticket=second))
    assert floor.ticket("A002").reason == "by_hand"
    assert floor.refused(cmd.CallTicket(ticket=floor.ticket("A001").id)) == "counter_busy"
    assert floor.refused(cmd.CallTicket(ticket=second), "q2") == "wrong_state"
    assert floor.refused(cmd.CallTicket(ticket="khong-co"), "q2") == "unknown_ticket"


@pytest.mark.parametrize(
    "command",
    [cmd.Recall(), cmd.Start(), cmd.Finish(), cmd.Park(), cmd.Requeue(), cmd.MarkNoShow()],
    ids=lambda command: command.wire_name,
)
def test_without_a_current_ticket_nothing_can_be_done_to_it(command: cmd.Command) -> None:
    assert Floor().refused(command) == "no_current_ticket"


def test_a_device_named_after_no_counter_cannot_call() -> None:
    assert Floor().refused(cmd.CallNext(), "q9") == "unknown_counter"


# setting aside, sending on ----------------------------------------------------------------------------


def test_a_parked_ticket_waits_for_its_name_and_is_taken_up_again() -> None:
    floor = Floor()
    floor.issue()
    floor.call()
    floor.do(cmd.Park(note="bổ sung bản sao"))
    parked = floor.ticket("A001")
    assert (parked.state, parked.note, floor.state.counter("q1").ticket) == (
        "parked",
        "bổ sung bản sao",
        None,
    )
    assert floor.refused(cmd.CallNext()) == "queue_empty"
    floor.do(cmd.CallTicket(ticket=parked.id), "q2")
    assert floor.ticket("A001").reason == "resumed"


def test_a_transfer_keeps_the_number() -> None:
    floor = Floor()
    floor.issue()
    floor.call()
    floor.do(cmd.Transfer(to_service="tach-thua"))
    moved = floor.ticket("A001")
    assert (moved.state, moved.service, moved.transferred_from) == ("waiting", "tach-thua", "q1")
    assert floor.issue() == "A002"


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (cmd.Transfer(), "bad_request"),
        (cmd.Transfer(to_service="tach-thua", to_counter="q3"), "bad_request"),
        (cmd.Transfer(to_counter="q1"), "bad_request"),
        (cmd.Transfer(to_service="khong-co"), "unknown_service"),
        (cmd.Transfer(to_counter="q9"), "unknown_counter"),
    ],
)
def test_a_transfer_to_nowhere_is_refused(command: cmd.Command, code: str) -> None:
    floor = Floor()
    floor.issue()
    floor.call()
    assert floor.refused(command) == code


# absences ---------------------------------------------------------------------------------------------


def test_after_too_many_absences_a_ticket_is_a_no_show() -> None:
    floor = Floor(sample_hall(calling={"absences_before_no_show": 3}))
    floor.issue()
    ends = []
    for _ in range(3):
        floor.call()
        ends += kinds(floor.do(cmd.Requeue()))
    assert ends == ["ticket_requeued", "ticket_requeued", "ticket_no_show"]


def test_a_requeued_ticket_goes_to_the_end_of_the_line() -> None:
    floor = Floor(sample_hall(calling={"absent_skip_minutes": 0}))
    floor.issue()
    floor.issue()
    floor.call()
    floor.do(cmd.Requeue())
    assert floor.calls(2) == ["A002", "A001"]


def test_a_no_show_who_comes_after_all_has_its_place_again() -> None:
    floor = Floor()
    floor.issue()
    floor.issue()
    floor.call()
    floor.do(cmd.MarkNoShow())
    floor.do(cmd.Reinstate(ticket=floor.ticket("A001").id))
    assert floor.ticket("A001").absences == 0
    assert floor.call() == ("A001", "in_turn")


def test_only_someone_waiting_can_cancel() -> None:
    floor = Floor()
    floor.issue()
    floor.issue()
    floor.call()
    assert floor.refused(cmd.Cancel(ticket=floor.ticket("A001").id)) == "wrong_state"
    floor.do(cmd.Cancel(ticket=floor.ticket("A002").id), "k1", "kiosk")
    assert floor.ticket("A002").state == "cancelled"
    assert floor.refused(cmd.CallNext()) == "queue_empty"


# the day ----------------------------------------------------------------------------------------------


def test_a_new_day_restarts_numbers_and_ends_what_is_left() -> None:
    floor = Floor()
    floor.issue()
    floor.issue()
    floor.issue()
    floor.call()
    floor.do(cmd.Park())
    floor.call()
    floor.wait(days=1)
    assert kinds(floor.tick()) == ["ticket_served", "ticket_expired", "ticket_expired", "day_began"]
    assert floor.state.tickets == {}
    assert floor.state.counter("q1").state == "closed"
    assert floor.issue() == "A001"
    assert floor.ticket("A001").id == "20261124-khai-sinh-1"


def test_at_closing_time_the_line_expires_once_every_counter_is_closed() -> None:
    floor = Floor()
    floor.issue()
    floor.issue()
    floor.call()
    floor.wait(hours=9, seconds=1)
    assert floor.tick() == []
    floor.do(cmd.Finish())
    floor.do(cmd.CloseCounter())
    assert kinds(floor.tick()) == ["ticket_expired"]
    assert floor.tick() == []


def test_a_clock_set_back_over_midnight_never_gives_a_number_twice() -> None:
    floor = Floor()
    floor.issue()
    floor.wait(days=1)
    floor.tick()
    floor.earlier_numbers["2026-11-23"] = {"khai-sinh": 1}
    floor.wait(days=-1)
    assert floor.issue() == "A002"


def test_devices_and_learnt_times_outlive_the_day() -> None:
    floor = Floor()
    floor.do(cmd.ReportDevice(device="printer", state="paper_out"), "k1", "kiosk")
    for _ in range(5):
        floor.issue()
        floor.call()
        floor.wait(minutes=20)
        floor.do(cmd.Finish())
    floor.now += timedelta(days=1)
    floor.tick()
    assert floor.state.devices["k1", "printer"].state == "paper_out"
    assert 840 < floor.state.learnt["khai-sinh"] < 1200


def test_a_device_that_reports_nothing_new_makes_no_event() -> None:
    floor = Floor()
    report = cmd.ReportDevice(device="printer", state="ready")
    assert len(floor.do(report, "k1", "kiosk")) == 1
    assert floor.do(report, "k1", "kiosk") == []
