import pytest

from counter_client.floor import stand_in
from counter_client.row_props import Lists, derive_lists, derive_targets
from hub.messages.views import CounterView
from tests.counter_client.scene import NOW, ago, floor, hall_state, ticket
from tests.helpers.hall import sample_hall


def test_before_the_first_news_there_are_no_lists() -> None:
    assert derive_lists(None, None, "vi") == Lists()
    assert derive_targets(None, "", "vi") == ()


def test_each_ticket_stands_in_the_list_of_its_state() -> None:
    lists = derive_lists(
        floor(
            ticket(1),
            ticket(2, service="chung-thuc"),
            ticket(3, service="tach-thua"),
            ticket(4, counter="q2"),
            ticket(5, service="tach-thua", counter="q1"),
            ticket(6, "parked", counter="q1", note="đi phô tô"),
            ticket(7, "parked", counter="q2"),
            ticket(8, "no_show", counter="q1", ended_at=ago(3)),
            ticket(9, "served", counter="q1", started_at=ago(9), ended_at=ago(2)),
            ticket(10, "served", counter="q2", ended_at=ago(2)),
            ticket(11, "cancelled"),
            ticket(12, "expired"),
        ),
        NOW,
        "vi",
    )
    assert [row.number for row in lists.waiting] == ["A001", "B002", "C005"]
    assert [(row.number, row.detail, row.act) for row in lists.parked] == [
        ("A006", "đi phô tô", "call_ticket")
    ]
    assert [(row.number, row.act) for row in lists.absent] == [("A008", "reinstate")]
    assert [(row.number, row.minutes, row.act) for row in lists.served] == [("A009", 7, "")]


def test_a_line_tells_how_many_wait_and_how_long_the_first_has() -> None:
    lists = derive_lists(floor(ticket(1, waiting_since=ago(12)), ticket(2, waiting_since=ago(5))), NOW, "vi")
    assert [(line.prefix, line.waiting, line.longest_minutes) for line in lists.lines] == [
        ("A", 2, 12),
        ("B", 0, 0),
    ]


def test_lines_stand_in_the_counters_own_order() -> None:
    lists = derive_lists(floor(services=["chung-thuc", "khai-sinh"]), NOW, "vi")
    assert [line.key for line in lists.lines] == ["chung-thuc", "khai-sinh"]


def test_a_visit_can_go_to_every_other_service_and_counter() -> None:
    rows = derive_targets(floor(ticket(1, "serving", counter="q1")), "", "vi")
    assert [(row.kind, row.key) for row in rows] == [
        ("service", "chung-thuc"),
        ("service", "tach-thua"),
        ("counter", "q2"),
        ("counter", "q3"),
    ]


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("tach thua", ["tach-thua", "q3"]),
        ("TÁCH", ["tach-thua", "q3"]),
        ("chung", ["chung-thuc", "q2"]),
        ("3", ["q3"]),
        ("không có", []),
    ],
)
def test_a_target_is_found_with_or_without_diacritics(query: str, keys: list[str]) -> None:
    rows = derive_targets(floor(ticket(1, "serving", counter="q1")), query, "vi")
    assert [row.key for row in rows] == keys


def test_a_target_says_whether_anybody_serves_there() -> None:
    hall = sample_hall()
    closed = {"q3": CounterView(id="q3", state="closed", services=["tach-thua"])}
    state = hall_state(ticket(1, "serving", counter="q1"), hall=hall, others=closed)
    rows = {row.key: row.open for row in derive_targets(stand_in(state, hall, "q1"), "", "vi")}
    assert rows == {"chung-thuc": True, "tach-thua": False, "q2": True, "q3": False}


def test_a_counter_the_centre_does_not_have_has_no_floor() -> None:
    assert stand_in(hall_state(), sample_hall(), "q9") is None
