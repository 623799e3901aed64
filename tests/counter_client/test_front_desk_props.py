"""Finding people by number and lines for a walk-in, on a made-up hall."""

from __future__ import annotations

import pytest

from counter_client.front_desk_props import derive_found, derive_priorities, derive_walk_in
from tests.counter_client.scene import hall_state, ticket
from tests.helpers.hall import sample_hall

HALL = sample_hall()
STATE = hall_state(
    ticket(2),
    ticket(12, priority="cao-tuoi"),
    ticket(12, service="chung-thuc"),
    ticket(20, "parked", service="tach-thua"),
    ticket(21, "no_show"),
    ticket(22, "served"),
    hall=HALL,
)


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("A012", ["A012"]),
        ("a12", ["A012"]),
        ("12", ["A012", "B012"]),
        ("2", ["A002", "A012", "A021", "B012", "C020"]),
        (" c20 ", ["C020"]),
        ("22", []),
        ("", []),
        ("Z", []),
    ],
)
def test_people_are_found_by_the_number_on_their_paper(query: str, numbers: list[str]) -> None:
    assert [row.number for row in derive_found(STATE, HALL, query, "vi")] == numbers


def test_what_can_be_done_follows_from_where_somebody_stands() -> None:
    acts = {row.number: row.act for query in ("A", "C") for row in derive_found(STATE, HALL, query, "vi")}
    assert acts == {"A002": "call_ticket", "A012": "call_ticket", "A021": "reinstate", "C020": "call_ticket"}


def test_a_found_person_shows_the_priority_as_it_is_now() -> None:
    (row,) = derive_found(STATE, HALL, "A012", "vi")
    assert (row.priority, row.priority_key) == ("Người cao tuổi", "cao-tuoi")


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("", ["khai-sinh", "chung-thuc", "tach-thua"]),
        ("thua", ["tach-thua"]),
        ("b", ["chung-thuc"]),
        ("x", []),
    ],
)
def test_a_walk_in_is_offered_every_line_this_counters_own_first(query: str, keys: list[str]) -> None:
    assert [row.key for row in derive_walk_in(STATE, HALL, "q1", query, "vi")] == keys
    assert derive_walk_in(STATE, HALL, "q3", "", "vi")[0].key == "tach-thua"


def test_no_priority_is_the_first_choice() -> None:
    assert [row.key for row in derive_priorities(HALL, "vi")] == ["", "cao-tuoi", "mang-thai"]


def test_before_the_first_news_there_is_nothing() -> None:
    assert derive_found(None, None, "1", "vi") == ()
    assert derive_walk_in(None, None, "q1", "", "vi") == ()
    assert derive_priorities(None, "vi") == ()
