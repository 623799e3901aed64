from config.model import Display
from display.hall_sight import HallSight, Sight
from display.web.boards import CALLS, display_for
from display.web.boards import board_page as page_of
from display.web.tickets import Picture
from tests.display.halls import NOW, a_call, a_state, busy_state
from tests.helpers.hall import sample_hall


def board_page(picture, display, version):
    place = HallSight(picture.hall, display)
    sight = Sight(place, picture.state, picture.online, picture.heard_at, picture.now)
    return page_of(picture, sight, version)


def picture(state=None, **more):
    hall = sample_hall()
    return Picture(hall, state or busy_state(hall), **more)


def test_zones_choose_the_calls_and_the_counters():
    display = display_for(picture(), "", ["tang-2"])
    assert display is not None
    board = board_page(picture(), display, "1")
    assert [one.counter for one in board.counters] == ["3"]
    assert {call.counter for call in board.calls} == {"3"}
    assert board.place == [{"vi": "Tầng 2"}]


def test_the_whole_hall_names_no_zone():
    display = display_for(picture(), "", [])
    assert display is not None
    assert board_page(picture(), display, "1").place == []


def test_a_display_has_its_own_zones_and_theme():
    known = display_for(picture(), "tv1", [])
    assert known is not None
    assert known.zones == ("tang-1", "tang-2")
    assert display_for(picture(), "tv9", []) is None
    assert display_for(picture(), "", ["nowhere"]) is None
    seen = Display(id="x", zones=("tang-1",), theme="high_visibility")
    assert board_page(picture(), seen, "1").theme == "contrast"


def test_only_the_last_calls_travel_and_in_order():
    hall = sample_hall()
    calls = [a_call(seq, f"A{seq:03}") for seq in range(1, CALLS + 11)]
    display = display_for(picture(), "", [])
    assert display is not None
    board = board_page(picture(a_state(hall, calls=calls)), display, "1")
    assert [call.seq for call in board.calls] == list(range(11, CALLS + 11))


def test_times_are_the_hubs_own_without_a_zone():
    display = display_for(picture(), "", [])
    assert display is not None
    board = board_page(picture(online=False, heard_at=NOW), display, "1")
    assert board.now == "2026-11-20T10:24:00"
    assert board.calls[0].at == "2026-11-20T10:24:00"
    assert board.away_since == "10:24"
