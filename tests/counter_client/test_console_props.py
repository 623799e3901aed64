from datetime import timedelta

from counter_client import console_props as props
from counter_client.console_props import DayProps, Fact, PlaceProps, TimeProps, VisitProps
from tests.counter_client.scene import NOW, ago, floor, ticket


def test_before_the_first_news_everything_is_empty() -> None:
    assert props.derive_place(None, "vi") == PlaceProps()
    assert props.derive_visit(None, "vi") == VisitProps()
    assert props.derive_time(None, None) == TimeProps()
    assert props.derive_day(None) == DayProps()


def test_the_header_names_the_counter_the_centre_and_the_clerk() -> None:
    place = props.derive_place(floor(clerk="lan"), "vi")
    assert (place.number, place.centre, place.clerk) == ("1", "TTPVHCC phường Thử", "Nguyễn Thị Lan")
    assert place.wants_sign_in


def test_a_visit_tells_what_the_clerk_should_know() -> None:
    current = ticket(
        4,
        "called",
        counter="q1",
        reason="in_turn",
        priority="cao-tuoi",
        procedure="1.001193",
        dossier="H57.132-261120-0583",
        issued_at=ago(20),
        called_at=ago(8),
        transferred_from="q2",
        absences=1,
        lang="en",
        note="thiếu ảnh",
    )
    visit = props.derive_visit(floor(current), "vi")
    assert (visit.number, visit.service, visit.reason) == ("A004", "Đăng ký khai sinh", "in_turn")
    assert visit.facts == (
        Fact("note", "thiếu ảnh"),
        Fact("priority", "Người cao tuổi"),
        Fact("procedure", "1.001193"),
        Fact("dossier", "H57.132-261120-0583"),
        Fact("waited", "12"),
        Fact("transferred", "#2"),
        Fact("absences", "1"),
        Fact("language", "en"),
    )


def test_a_priority_turn_is_said_once_as_the_reason() -> None:
    current = ticket(4, "called", counter="q1", reason="priority", priority="cao-tuoi")
    visit = props.derive_visit(floor(current), "vi")
    assert visit.priority == "Người cao tuổi"
    assert "priority" not in {fact.kind for fact in visit.facts}


def test_a_service_the_centre_dropped_shows_its_id_not_nothing() -> None:
    current = ticket(4, "called", counter="q1")
    hall = floor(current).hall
    smaller = hall.model_copy(update={"services": hall.services[1:]})
    assert props.derive_visit(floor(current, hall=smaller), "vi").service == "khai-sinh"


def test_serving_time_runs_and_turns_late_past_the_typical_time() -> None:
    visit = floor(ticket(4, "serving", counter="q1", called_at=ago(9), started_at=ago(8)))
    assert props.derive_time(visit, NOW) == TimeProps(clock="09:42", elapsed="08:00", late=False)
    assert props.derive_time(visit, NOW + timedelta(minutes=4)).late


def test_a_call_turns_late_when_nobody_came() -> None:
    called = floor(ticket(4, "called", counter="q1", called_at=ago(0, 44)))
    assert not props.derive_time(called, NOW).late
    assert props.derive_time(called, NOW + timedelta(seconds=1)).late


def test_the_days_figures_count_only_this_counter() -> None:
    day = props.derive_day(
        floor(
            ticket(1, "served", counter="q1", started_at=ago(20), ended_at=ago(16)),
            ticket(2, "served", counter="q1", started_at=ago(10), ended_at=ago(2)),
            ticket(3, "served", counter="q2", started_at=ago(50), ended_at=ago(2)),
            ticket(4, priority="cao-tuoi"),
            ticket(5),
            ticket(6, service="tach-thua"),
        )
    )
    assert day == DayProps(served=2, average_minutes=6, waiting=2, waiting_priority=1)


def test_a_procedure_is_named_as_soon_as_its_name_is_known() -> None:
    here = floor(ticket(4, "called", counter="q1", procedure="1.001193"))
    assert Fact("procedure", "1.001193") in props.derive_visit(here, "vi").facts
    named = props.derive_visit(here, "vi", {"1.001193": "Đăng ký khai sinh"})
    assert Fact("procedure", "Đăng ký khai sinh (1.001193)") in named.facts
