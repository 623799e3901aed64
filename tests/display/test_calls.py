from datetime import timedelta

import pytest

from config.model import Display
from display.calls import derive_calls, minutes
from display.hall_sight import HallSight, Sight, sight_of
from display.spotlight import Spotlight
from hub.messages.views import CounterView, Estimate, ServiceView, TicketView
from tests.display.halls import NOW, a_call, a_state, absent
from tests.helpers.hall import sample_hall


def sight(state, zones=("tang-1", "tang-2"), online=True):
    hall = sample_hall()
    return Sight(HallSight(hall, Display(id="tv1", zones=zones)), state, online, None, NOW)


def rows(props):
    return [(row.number, row.counter) for row in props.rows]


def test_before_the_first_call_nothing_is_new():
    props = derive_calls(sight(a_state()), Spotlight(), 0.0)
    assert (props.newest_number, props.rows, props.lit) == ("", (), False)


def test_the_newest_call_names_the_counter_as_people_know_it():
    state = a_state(calls=[a_call(1, "A001", "q2")])
    props = derive_calls(sight(state), Spotlight(), 0.0)
    assert (props.newest_number, props.newest_counter) == ("A001", "2")


def test_the_list_holds_the_last_call_of_each_other_counter_newest_first():
    calls = [
        a_call(1, "A001", "q1"),
        a_call(2, "B001", "q2"),
        a_call(3, "A002", "q1"),
        a_call(4, "C001", "q3", "tang-2"),
    ]
    props = derive_calls(sight(a_state(calls=calls)), Spotlight(), 0.0)
    assert props.newest_number == "C001"
    assert rows(props) == [("A002", "1"), ("B001", "2")]


def test_an_earlier_call_of_the_counter_in_the_spotlight_is_not_listed():
    calls = [a_call(1, "A001", "q1"), a_call(2, "B001", "q2"), a_call(3, "A002", "q1")]
    assert rows(derive_calls(sight(a_state(calls=calls)), Spotlight(), 0.0)) == [("B001", "2")]


def test_a_call_that_waits_for_the_spotlight_is_listed_at_once():
    calls = [a_call(1, "A001", "q1"), a_call(2, "A002", "q1")]
    spotlight = Spotlight().add(calls[0], 0.0).add(calls[1], 0.5)
    props = derive_calls(sight(a_state(calls=calls)), spotlight, 0.5)
    assert props.newest_number == "A001"
    assert [(row.number, row.coming) for row in props.rows] == [("A002", True)]


def test_a_call_is_shown_before_the_state_that_holds_it_has_come():
    props = derive_calls(sight(a_state()), Spotlight().add(a_call(9, "A009"), 0.0), 0.0)
    assert (props.newest_number, props.lit) == ("A009", True)


def test_a_call_of_another_zone_is_not_ours():
    state = a_state(calls=[a_call(1, "C001", "q3", "tang-2")])
    assert derive_calls(sight(state, zones=("tang-1",)), Spotlight(), 0.0).newest_number == ""


def test_the_place_is_named_only_where_the_screen_serves_several_zones():
    state = a_state(calls=[a_call(1, "C001", "q3", "tang-2")])
    assert derive_calls(sight(state), Spotlight(), 0.0).newest_place == "Tầng 2"
    assert derive_calls(sight(state, zones=("tang-2",)), Spotlight(), 0.0).newest_place == ""


def test_an_old_call_heard_late_is_at_rest_but_not_hidden():
    calls = [a_call(1, "A001"), a_call(5, "B005", "q2")]
    spotlight = Spotlight(20.0).add(calls[0], 0.0)
    props = derive_calls(sight(a_state(calls=calls)), spotlight, 1.0)
    assert (props.newest_number, props.lit) == ("B005", False)


def test_nothing_is_lit_while_the_hub_is_away():
    spotlight = Spotlight().add(a_call(1, "A001"), 0.0)
    assert not derive_calls(sight(a_state(), online=False), spotlight, 1.0).lit


def test_every_counter_of_the_zone_has_a_tile_with_its_present_number():
    counters = [
        CounterView(id="q1", state="open", services=[], number="A001"),
        CounterView(id="q2", state="paused", services=[]),
    ]
    state = a_state(counters=counters, calls=[a_call(1, "A001")])
    tiles = derive_calls(sight(state, zones=("tang-1",)), Spotlight(), 0.0).tiles
    assert [(tile.counter, tile.number, tile.standing, tile.lit) for tile in tiles] == [
        ("1", "A001", "open", True),
        ("2", "", "paused", False),
    ]


def test_the_missing_are_named_latest_first_and_only_those_of_our_zones():
    back = TicketView(
        id="b",
        number="B002",
        service="chung-thuc",
        state="waiting",
        issued_at=NOW.isoformat(),
        called_at=(NOW - timedelta(minutes=1)).isoformat(),
    )
    fresh = TicketView(
        id="f", number="B003", service="chung-thuc", state="waiting", issued_at=NOW.isoformat()
    )
    tickets = [absent("A001", called=9), back, fresh, absent("C007", "tach-thua")]
    props = derive_calls(sight(a_state(tickets=tickets), zones=("tang-1",)), Spotlight(), 0.0)
    assert props.absent == ("B002", "A001")


def test_the_waits_are_those_of_the_zones_lines():
    services = [
        ServiceView(id="khai-sinh", waiting=3, estimate=Estimate(likely_s=290, at_most_s=900)),
        ServiceView(id="chung-thuc", waiting=2, estimate=Estimate(likely_s=1210, at_most_s=3000)),
        ServiceView(id="tach-thua", waiting=9, estimate=Estimate(likely_s=5000, at_most_s=9000)),
    ]
    props = derive_calls(sight(a_state(services=services), zones=("tang-1",)), Spotlight(), 0.0)
    assert (props.waiting, props.likely_from, props.likely_to) == (5, 5, 25)


@pytest.mark.parametrize(
    ("seconds", "shown"), [(0, 1), (59, 1), (61, 2), (540, 9), (541, 10), (601, 15), (1500, 25)]
)
def test_minutes_are_rounded_up(seconds, shown):
    assert minutes(seconds) == shown


def test_a_display_the_centre_does_not_list_shows_every_zone():
    place = sight_of(sample_hall().model_dump(mode="json"), "unlisted", "vi")
    assert place.display.zones == ("tang-1", "tang-2")
