"""The lobby screen with its window, driven by records; and against a real hub over the real link."""

import time

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QObject, QSize
from PySide6.QtQuick import QQuickItem

from config.station import Hub, Station
from display.__main__ import QML, TRANSLATIONS
from display.answers import dossier_board
from display.lobby_screen import LobbyScreen
from display.media_view_model import MediaViewModel
from display.painted import Painted
from hub.messages import commands as cmd
from tests.display.halls import NOW, a_call, a_state, call_event
from tests.helpers.hall import sample_hall
from ui.application import Screen
from ui.hall_link import HallLink
from ui.loop_thread import LoopThread


class Clock:
    def __init__(self):
        self.now_s = 100.0

    def __call__(self):
        return self.now_s


class Tv:
    """A screen with its window and what it told."""

    def __init__(self, monotonic_s):
        self.lobby = LobbyScreen("tv1", "vi", monotonic_s)
        lobby = self.lobby
        self.media = MediaViewModel(None, monotonic_s)
        self.screen = Screen(QML, {**lobby.views, "media": self.media}, QSize(1280, 720))
        self.window = self.screen.window
        self.painted = Painted(self.window)
        self.seen, self.called = [], []
        lobby.spotlighted.connect(self.painted.expect)
        lobby.listed.connect(self.painted.expect)
        lobby.called.connect(lambda call: self.called.append(call.number))
        self.painted.painted.connect(self.seen.append)
        self.window.show()

    def item(self, name) -> QQuickItem:
        found = self.window.findChild(QObject, name)
        assert found is not None, name
        return found

    def text(self, name) -> str:
        return self.item(name).property("text")

    def shows(self, name) -> bool:
        return self.item(name).isVisible()


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def tv(qapp, clock):
    tv = Tv(clock)
    yield tv
    tv.lobby.stop()
    tv.screen.discard()


def online(tv, state):
    tv.lobby.take_state(state)
    tv.lobby.take_online(True, None)


def test_before_any_news_the_screen_says_that_it_is_looking_for_the_hub(tv):
    assert tv.shows("away-banner")
    assert tv.text("centre-name") == "Bộ phận một cửa"
    assert tv.shows("welcome")


def test_before_the_first_call_the_hall_is_welcomed(tv):
    online(tv, a_state())
    assert tv.shows("welcome")
    assert not tv.shows("away-banner")
    assert tv.text("clock") == "10:24"


def test_a_call_stands_there_at_once_and_is_reported_once_painted(tv, qtbot):
    online(tv, a_state())
    tv.lobby.take_event(call_event(a_call(7, "A012", "q2")), True)
    assert (tv.text("newest-number"), tv.text("newest-counter")) == ("A012", "2")
    assert tv.called == ["A012"]
    qtbot.waitUntil(lambda: tv.seen == [7])


def test_nothing_is_reported_that_was_not_painted(tv, qtbot):
    online(tv, a_state())
    tv.window.hide()
    tv.lobby.take_event(call_event(a_call(7, "A012")), True)
    qtbot.wait(50)
    assert tv.seen == []


def test_calls_take_the_spotlight_one_after_another(tv, clock, qtbot):
    online(tv, a_state())
    for seq in (1, 2, 3):
        tv.lobby.take_event(call_event(a_call(seq, f"A00{seq}")), True)
    shown = [tv.text("newest-number")]
    for _ in range(2):
        clock.now_s += 4.0
        tv.lobby._take_turn()
        shown.append(tv.text("newest-number"))
    assert shown == ["A001", "A002", "A003"]
    assert tv.called == ["A001", "A002", "A003"]
    qtbot.waitUntil(lambda: tv.seen == [1, 2, 3])


def test_a_turn_that_comes_due_between_two_looks_at_the_clock_is_not_lost(qapp, qtbot):
    class Hurrying(Clock):
        """Every look at it takes a while."""

        def __call__(self):
            self.now_s += 0.7
            return self.now_s

    tv = Tv(Hurrying())
    online(tv, a_state())
    for seq in (1, 2, 3):
        tv.lobby.take_event(call_event(a_call(seq, f"A00{seq}")), True)
    qtbot.waitUntil(lambda: tv.text("newest-number") == "A003")
    tv.lobby.stop()
    tv.screen.discard()


def test_an_old_call_goes_to_the_list_and_is_not_announced(tv, qtbot):
    state = a_state(calls=[a_call(1, "A001", "q1")])
    online(tv, state)
    old = a_call(2, "B002", "q2")
    tv.lobby.take_event(call_event(old), False)
    tv.lobby.take_state(replace(state, calls=[*state.calls, old]))
    assert tv.called == []
    assert tv.text("newest-number") == "B002"
    assert not tv.lobby.calls.lit
    qtbot.waitUntil(lambda: tv.seen == [2])


def test_a_call_for_another_zone_is_nothing_here(tv):
    hall = sample_hall(displays=[{"id": "tv1", "zones": ["tang-2"]}])
    online(tv, a_state(hall))
    tv.lobby.take_event(call_event(a_call(1, "A001", "q1", "tang-1")), True)
    assert tv.shows("welcome")
    assert tv.called == []


def test_a_hub_away_leaves_the_last_state_marked_as_old(tv):
    online(tv, a_state(calls=[a_call(1, "A001")]))
    tv.lobby.take_online(False, NOW)
    assert tv.text("newest-number") == "A001"
    assert tv.shows("away-banner")
    assert tv.item("away-banner").property("since") == "10:24"
    tv.lobby.take_online(True, None)
    assert not tv.shows("away-banner")


def test_a_new_day_begins_with_an_empty_screen(tv):
    online(tv, a_state())
    tv.lobby.take_event(call_event(a_call(7, "A012")), True)
    tv.lobby.take_state(a_state(day="2026-11-21"))
    assert tv.shows("welcome")


def test_the_clock_goes_on_between_news(tv, clock):
    online(tv, a_state())
    clock.now_s += 120
    tv.lobby.refresh()
    assert tv.text("clock") == "10:26"


@pytest.mark.parametrize(
    ("layout", "shown"),
    [("calls", "counters"), ("calls_media", "media"), ("dossiers", "board"), ("guide", "guide")],
)
def test_a_layout_shows_its_part_and_no_other(tv, layout, shown):
    hall = sample_hall(displays=[{"id": "tv1", "zones": ["tang-1"], "layout": layout}])
    online(tv, a_state(hall))
    assert tv.window.property("layout") == layout
    parts = ("counters", "media", "board", "guide")
    assert [part for part in parts if tv.shows(part)] == [shown]


def test_a_new_configuration_changes_the_layout_at_once(tv):
    online(tv, a_state())
    hall = sample_hall(displays=[{"id": "tv1", "zones": ["tang-1"], "layout": "guide"}])
    tv.lobby.take_state(a_state(hall))
    assert tv.shows("guide")


def test_the_board_fills_its_pages_by_the_room_there_is(tv):
    hall = sample_hall(displays=[{"id": "tv1", "zones": ["tang-1"], "layout": "dossiers"}])
    online(tv, a_state(hall))
    rows = [{"code": f"H{place}", "state": 4, "due_at": "2026-11-25"} for place in range(40)]
    tv.lobby.take_dossiers(dossier_board({"rows": rows, "as_of": NOW.isoformat()}))
    count = len(tv.item("dossier-rows").childItems()) - 1  # the Repeater itself is one
    assert count == len(tv.lobby.dossiers.rows)
    assert 5 <= count <= 8
    assert tv.shows("board-page")


def test_long_numbers_and_names_stay_inside_their_places(tv):
    online(tv, a_state())
    tv.lobby.take_event(call_event(a_call(7, "BG100012", "q2")), True)
    number = tv.item("newest-number")
    assert number.property("contentWidth") <= number.width() + 1


def test_an_english_screen_speaks_english(tv):
    online(tv, a_state())
    tv.screen.use_language("en", TRANSLATIONS)
    assert tv.text("welcome") == "Welcome"
    tv.screen.use_language("vi", TRANSLATIONS)
    assert tv.text("welcome") == "Kính chào quý khách"


# against a real hub --------------------------------------------------------------------------------


@pytest.fixture
def live(qapp, hub, tmp_path):
    key = tmp_path / "tv.key"
    key.write_text(hub.pair("display", "tv1"))
    station = Station(id="tv1", role="display", hub=Hub(addresses=(hub.address,), key_file=str(key)))
    loop = LoopThread("tv")
    link = HallLink(station, tmp_path, loop)
    tv = Tv(time.monotonic)
    link.stateChanged.connect(tv.lobby.take_state)
    link.eventArrived.connect(tv.lobby.take_event)
    link.onlineChanged.connect(tv.lobby.take_online)
    tv.painted.painted.connect(lambda seq: link.seen(seq, "shown"))
    tv.lobby.start()
    loop.start()
    link.start()
    yield tv
    tv.lobby.stop()
    loop.stop()
    tv.screen.discard()


def test_a_clerks_call_is_on_the_screen_and_the_hub_outage_is_survived(live, hub, hand, qtbot):
    qtbot.waitUntil(lambda: not live.shows("away-banner"))
    hand.do("kiosk", "k1", cmd.IssueTicket(service="khai-sinh"), cmd.IssueTicket(service="khai-sinh"))
    hand.do("counter", "q1", cmd.OpenCounter(), cmd.CallNext())
    qtbot.waitUntil(lambda: live.text("newest-number") == "A001")
    hub.stop()
    qtbot.waitUntil(lambda: live.shows("away-banner"))
    assert live.text("newest-number") == "A001"
    hub.start()
    qtbot.waitUntil(lambda: not live.shows("away-banner"), timeout=20_000)
    hand.do("counter", "q1", cmd.CallNext())
    qtbot.waitUntil(lambda: live.text("newest-number") == "A002", timeout=10_000)
    qtbot.waitUntil(lambda: len(live.seen) == 2)
    hand.do("counter", "q1", cmd.Recall())
    qtbot.waitUntil(lambda: len(live.seen) == 3, timeout=10_000)
    assert live.called == ["A001", "A002", "A002"]


def test_every_call_is_shown_once_and_in_order_though_the_hub_restarts_at_each(live, hub, hand, qtbot):
    qtbot.waitUntil(lambda: not live.shows("away-banner"))
    hand.do("kiosk", "k1", *[cmd.IssueTicket(service="khai-sinh")] * 3)
    hand.do("counter", "q1", cmd.OpenCounter())
    for _ in range(3):
        hand.do("counter", "q1", cmd.CallNext())
        hub.stop()
        hub.start()
    qtbot.waitUntil(lambda: len(live.seen) == 3, timeout=30000)
    assert live.seen == sorted(set(live.seen))
    assert live.called == ["A001", "A002", "A003"]


def test_a_hall_that_cannot_be_read_leaves_the_one_before(qapp):
    lobby = LobbyScreen("tv1")
    lobby.take_state(a_state())
    before = lobby.header.title
    bad = a_state()
    bad.hall.clear()
    lobby.take_state(bad)
    assert lobby.header.title == before != ""
