"""The header, the clock, the slides, the dossier board, the answers: everything derived but the calls."""

from datetime import timedelta

import pytest

from config.model import Display, Procedure
from display.announcements import announcement, announcement_elsewhere, manner_of
from display.answers import DossierBoard, catalogue, dossier_board
from display.clock import BusinessClock
from display.dossiers import derive_dossiers
from display.hall_sight import HallSight, Sight
from display.header import derive_header
from display.slides import playlist, tidy
from hub.messages.views import BoardRow, Estimate, ServiceView, TickerView
from tests.display.halls import NOW, a_call, a_state
from tests.helpers.hall import sample_hall


def sight(state=None, online=True, heard_at=None, zones=("tang-1",), language="vi", now=NOW, **parts):
    display = Display(id="tv1", zones=zones, speaks=True)
    place = HallSight(sample_hall(**parts), display, language)
    return Sight(place, state or a_state(), online, heard_at, now)


def test_the_header_says_who_where_and_when():
    props = derive_header(sight())
    assert props.title == "Trung tâm Phục vụ hành chính công phường Thử"
    assert (props.place, props.clock, props.weekday, props.date) == ("Tầng 1", "10:24", 4, "20/11/2026")
    assert props.hours == "07:30–11:30 · 13:00–17:00"
    assert (props.away, props.since) == (False, "")


def test_the_header_says_since_when_the_hub_is_away():
    props = derive_header(sight(online=False, heard_at=NOW - timedelta(minutes=4)))
    assert (props.away, props.since) == (True, "10:20")


def test_the_supervisors_word_stands_in_the_ticker():
    assert derive_header(sight()).message == ""
    word = TickerView(text="Xe 29A-123.45 xin dời chỗ", at=NOW.isoformat())
    assert derive_header(sight(a_state(ticker=word))).message == "Xe 29A-123.45 xin dời chỗ"


def test_a_zone_is_named_by_what_stands_before_the_colon():
    zones = [{"id": "tang-1", "name": "Khu A: đất đai, thuế"}, {"id": "tang-2", "name": "Khu B"}]
    assert derive_header(sight(zones=("tang-1", "tang-2"))).place == "Tầng 1 · Tầng 2"
    place = HallSight(sample_hall(zones=zones), Display(id="tv1", zones=("tang-1",)))
    assert derive_header(Sight(place, a_state(), True, None, NOW)).place == "Khu A"


def test_the_header_speaks_the_screens_language():
    assert derive_header(sight(language="en")).title == "Test ward centre"


def test_the_clock_is_the_hubs_and_late_news_does_not_turn_it_back():
    clock = BusinessClock()
    assert clock.now(0.0) is None
    clock.heard(NOW.isoformat(), 100.0)
    clock.heard((NOW - timedelta(minutes=5)).isoformat(), 101.0)
    clock.heard("nonsense", 102.0)
    assert clock.now(160.0) == NOW + timedelta(minutes=1)


def test_a_fresh_snapshot_sets_the_clock_anew():
    clock = BusinessClock()
    clock.heard(NOW.isoformat(), 100.0)
    clock.heard((NOW - timedelta(days=1)).isoformat(), 100.0, reset=True)
    assert clock.now(100.0) == NOW - timedelta(days=1)


def procedure(code, **more):
    more.setdefault("papers", ("Tờ khai",))
    return Procedure(code=code, name=more.pop("name", f"Thủ tục {code}"), **more)


def test_the_guide_always_has_steps_lines_and_hours():
    assert [slide.kind for slide in playlist(sight(), ())] == ["steps", "lines", "hours"]


def test_the_guide_mixes_procedures_in_and_those_people_ask_for_come_first():
    procedures = [procedure("1"), procedure("2", everyday=("sổ đỏ",)), procedure("3", papers=())]
    slides = playlist(sight(), procedures)
    assert slides[0].kind == "steps"
    assert [slide.title for slide in slides if slide.kind == "procedure"] == ["Thủ tục 2", "Thủ tục 1"]


def test_a_procedure_with_many_papers_says_how_many_more():
    (slide,) = (
        one for one in playlist(sight(), [procedure("1", papers=tuple("abcdefg"))]) if one.kind == "procedure"
    )
    assert (len(slide.papers), slide.more_papers) == (5, 2)


def test_the_lines_slide_tells_each_field_where_somebody_waits():
    services = [
        ServiceView(id="khai-sinh", waiting=3, estimate=Estimate(likely_s=300, at_most_s=900)),
        ServiceView(id="chung-thuc", waiting=2, estimate=Estimate(likely_s=600, at_most_s=900)),
        ServiceView(id="tach-thua", waiting=4),
    ]
    (lines,) = (one.lines for one in playlist(sight(a_state(services=services)), ()) if one.kind == "lines")
    assert [(line.name, line.waiting, line.likely) for line in lines] == [("Hộ tịch", 5, 10)]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("- Tờ khai;", "Tờ khai"),
        ("Giấy\n  chứng sinh ", "Giấy chứng sinh"),
        ("một hai ba bốn năm sáu", "một hai ba…"),
    ],
)
def test_a_paper_is_put_on_one_line_and_cut_at_a_word(text, shown):
    assert tidy(text, 12 if "bốn" in text else 150) == shown


def board(*rows, as_of=NOW):
    return DossierBoard(tuple(rows), as_of.isoformat())


def dossier(code, state=4, due="2026-11-25"):
    return BoardRow(code=code, state=state, due_at=due, agency="UBND")


def test_the_board_shows_results_first_then_what_waits_for_its_citizen():
    props = derive_dossiers(
        sight(), board(dossier("a"), dossier("b", 5), dossier("c", 9)), a_page=9, now_s=0, page_s=10
    )
    assert [row.code for row in props.rows] == ["c", "b", "a"]
    assert props.rows[0].due == "25/11/2026"


def test_the_board_turns_its_pages_and_keeps_them_even():
    rows = [dossier(f"{place:02}") for place in range(10)]
    pages = [derive_dossiers(sight(), board(*rows), a_page=4, now_s=at, page_s=10) for at in (0, 10, 20, 30)]
    assert [(len(page.rows), page.page, page.pages) for page in pages] == [
        (4, 1, 3), (4, 2, 3), (2, 3, 3), (4, 1, 3),
    ]  # fmt: skip
    assert {row.code for page in pages for row in page.rows} == {row.code for row in rows}


def test_the_board_says_how_old_it_is():
    old = derive_dossiers(sight(), board(as_of=NOW - timedelta(minutes=61)), 8, 0, 10)
    assert (old.known, old.stale, old.as_of) == (True, True, "09:23")
    assert not derive_dossiers(sight(), board(), 8, 0, 10).stale
    assert derive_dossiers(sight(online=False), board(), 8, 0, 10).stale
    assert not derive_dossiers(sight(), None, 8, 0, 10).known


def test_answers_are_read_as_far_as_they_can_be():
    data = {"rows": [{"code": "H**", "state": 4}, {"nonsense": 1}], "as_of": "2026-11-20T10:00:00+07:00"}
    assert [row.code for row in dossier_board(data).rows] == ["H**"]
    assert dossier_board(None) == DossierBoard()
    assert [one.code for one in catalogue({"procedures": [{"code": "1", "name": "x"}, {}]})] == ["1"]
    assert catalogue("nonsense") == ()


def test_a_call_is_announced_by_its_zones_speaking_display_only():
    place = sight().place
    told = announcement(a_call(7, "A012", "q2"), place)
    assert (told.seq, told.ticket, told.counter, told.prefix) == (7, "A012", "2", "A")
    assert announcement(a_call(8, "C001", "q3", "tang-2"), place) is None
    silent = HallSight(place.hall, Display(id="tv1", zones=("tang-1",)))
    assert announcement(a_call(7, "A012", "q2"), silent) is None


def test_the_centres_voice_settings_are_kept_and_unknown_languages_left_out():
    hall = sample_hall(voice={"languages": ["en", "vi", "ede"], "region": "south", "repeat": 1})
    manner = manner_of(hall.voice)
    assert (manner.languages, manner.region, manner.repeat) == (("vi", "en"), "south", 1)


def test_a_speaking_display_waits_for_those_of_other_zones_unless_told_not_to():
    displays = [
        {"id": "tv1", "zones": ["tang-1"], "speaks": True},
        {"id": "tv2", "zones": ["tang-2"], "speaks": True},
        {"id": "tv3", "zones": ["tang-1", "tang-2"]},
    ]
    call = a_call(8, "C001", "q3", "tang-2")
    here = HallSight(sample_hall(displays=displays), Display(id="tv1", zones=("tang-1",), speaks=True))
    told = announcement_elsewhere(call, here)
    assert (told.seq, told.counter, told.elsewhere) == (8, "3", True)
    assert announcement_elsewhere(a_call(7, "A012", "q2"), here) is None
    apart = HallSight(sample_hall(displays=displays, voice={"one_at_a_time": False}), here.display)
    assert announcement_elsewhere(call, apart) is None
    alone = HallSight(sample_hall(displays=displays[:1]), here.display)
    assert announcement_elsewhere(call, alone) is None
