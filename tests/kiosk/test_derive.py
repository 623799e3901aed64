"""What the pages show, by table."""

from __future__ import annotations

from dataclasses import replace

import pytest

from config.model import Hall, Procedure
from hub.messages.views import CounterView, Estimate
from kiosk import words
from kiosk.dossier import LookUp, as_code, derive_code, derive_dossier
from kiosk.dossier_desk import pause_after
from kiosk.gallery.halls import a_dossier, a_ticket, example, state_of
from kiosk.guide import derive_guide
from kiosk.home import derive_home, hours_of
from kiosk.lists import (
    CARDS_A_SHEET,
    derive_agencies,
    derive_fields,
    derive_services,
    plain_name,
    shortened,
)
from kiosk.slips import dossier_slip, guide_slip, ticket_slip
from kiosk.ticket import Issue, derive_ticket
from kiosk.typing_in import typed_code, typed_words
from kiosk.visit import Visit, choose_procedure, choose_service, fitting, narrow, offered
from kiosk.waits import day, listed, minutes, places
from tests.helpers.hall import sample_hall

PROVINCE, WARD = example("tinh"), example("phuong")


def ways(hall: Hall, visit: Visit) -> str:
    return narrow(hall, offered(hall, ""), visit).page


def test_a_province_asks_for_the_agency_a_ward_for_the_field() -> None:
    assert ways(PROVINCE.hall, Visit(purpose="submit")) == "agencies"
    assert ways(WARD.hall, Visit(purpose="submit")) == "fields"
    assert ways(sample_hall(), Visit(purpose="submit")) == "services"


def test_an_agency_with_few_services_shows_them_at_once() -> None:
    assert ways(PROVINCE.hall, Visit(purpose="submit", agency="so-y-te")) in ("services", "priority")


def test_one_service_is_not_asked_for() -> None:
    hall = sample_hall()
    visit = narrow(hall, hall.services, Visit(purpose="submit", field="dat-dai"))
    assert (visit.page, visit.service) == ("priority", "tach-thua")


def test_no_priority_asks_nothing() -> None:
    hall = sample_hall(priority={"mode": "none"})
    assert choose_service(hall, Visit(), "khai-sinh").page == "ticket"


def test_every_service_of_the_examples_can_be_reached() -> None:
    for hall in (PROVINCE.hall, WARD.hall):
        for purpose in ("submit", "supplement", "collect", "ask"):
            everything = fitting(hall, hall.services, Visit(purpose=purpose))  # type: ignore[arg-type]
            fields = {one.field for one in everything}
            reached = {
                one.id
                for field in fields
                for one in fitting(hall, hall.services, Visit(purpose=purpose, field=field))  # type: ignore[arg-type]
            }
            assert reached == {one.id for one in everything}


def test_going_back_returns_each_step() -> None:
    visit = Visit().step("agencies", purpose="submit").step("fields", agency="x").turned(1, 3)
    assert visit.sheet == 1
    assert visit.back() == Visit().step("agencies", purpose="submit")
    assert visit.back().back() == Visit()
    assert Visit().back() == Visit()


def test_a_procedure_leads_to_the_service_that_takes_it_else_to_its_guide() -> None:
    hall = WARD.hall
    birth = next(one for one in WARD.procedures if one.code == "1.001193")
    assert choose_procedure(hall, hall.services, Visit(), birth).service == "khai-sinh"
    nowhere = Procedure(code="9", name="Không ai nhận")
    assert choose_procedure(hall, hall.services, Visit(), nowhere).page == "guide"


def test_lists_come_in_sheets_and_a_sheet_too_far_is_the_last() -> None:
    hall = PROVINCE.hall
    props = derive_agencies(hall, hall.services, Visit(purpose="submit", sheet=99), "vi")
    assert props.sheets == -(-props.total // CARDS_A_SHEET)
    assert props.sheet == props.sheets - 1
    assert {row.name for row in props.rows} <= {f"agency-{one.id}" for one in hall.agencies}


def test_lists_speak_the_language() -> None:
    hall = WARD.hall
    assert derive_fields(hall, hall.services, Visit(), "en").rows[0].title == "Civil status"


def test_a_service_tells_its_line_and_why_it_gives_no_number() -> None:
    hall = WARD.hall
    views = {one.id: one for one in state_of(hall).services}
    rows = derive_services(hall, views, hall.services, Visit(), "vi").rows
    assert [row.waiting for row in rows[:3]] == [views[row.id].waiting for row in rows[:3]]
    closed = {one.id: one for one in state_of(hall, issuing=False).services}
    assert {row.why_not for row in derive_services(hall, closed, hall.services, Visit(), "vi").rows} == {
        "closed"
    }


def test_home_offers_what_the_hall_can_do_now() -> None:
    hall = WARD.hall
    views = {one.id: one for one in state_of(hall).services}
    home = derive_home(hall, views, hall.services, online=True)
    assert (home.submits, home.collects, home.asks, home.why_not) == (True, True, True, "")
    assert not derive_home(hall, views, hall.services, online=False).submits
    closed = {one.id: one for one in state_of(hall, issuing=False).services}
    assert derive_home(hall, closed, hall.services, online=True).why_not == "closed"
    assert hours_of(sample_hall()) == "07:30–11:00 · 13:00–16:30"


@pytest.mark.parametrize(
    ("likely", "most", "span", "words_vi"),
    [
        (610, 1190, (15, 20), "Khoảng 15–20 phút"),
        (30, 40, (1, 1), "Khoảng 1 phút"),
        (300, 300, (5, 5), "Khoảng 5 phút"),
        (481, 540, (9, 9), "Khoảng 9 phút"),
        (900, 600, (10, 10), "Khoảng 10 phút"),
    ],
)
def test_waits_are_told_in_honest_minutes(
    likely: int, most: int, span: tuple[int, int], words_vi: str
) -> None:
    assert minutes(Estimate(likely_s=likely, at_most_s=most)) == span
    assert words.wait(span, "vi") == words_vi


def test_nothing_known_says_nothing() -> None:
    assert words.wait(minutes(None), "vi") == ""
    assert words.ahead(None, "vi") == ""


@pytest.mark.parametrize(
    ("count", "language", "text"),
    [
        (0, "vi", "Bạn là người tiếp theo"),
        (4, "vi", "Trước bạn còn 4 người"),
        (1, "en", "1 person ahead of you"),
    ],
)
def test_people_ahead(count: int, language: str, text: str) -> None:
    assert words.ahead(count, language) == text


def test_places_are_the_open_counters_by_zone_else_all() -> None:
    hall = sample_hall()
    shut = [CounterView(id=one.id, state="closed", services=list(one.services)) for one in hall.counters]
    assert words.where(hall, places(hall, shut, "khai-sinh"), "vi") == "Tầng 1 · quầy 1, 2"
    shut[1] = CounterView(id="q2", state="open", services=["khai-sinh"])
    assert words.where(hall, places(hall, shut, "khai-sinh"), "en") == "Tầng 1 · counter 2"


@pytest.mark.parametrize(
    ("numbers", "text"),
    [(["1", "2", "3", "5"], "1–3, 5"), (["1", "2"], "1, 2"), (["A", "7"], "A, 7"), ([], "")],
)
def test_counters_are_listed_shortly(numbers: list[str], text: str) -> None:
    assert listed(numbers) == text


def test_days_are_told_as_here() -> None:
    assert day("2026-11-25T17:00:00+07:00") == "25/11/2026"
    assert day("sớm") == "sớm"


def test_a_ticket_shows_what_is_known_so_far() -> None:
    hall = WARD.hall
    asking = derive_ticket(Issue("asking"), hall, (), "khai-sinh", "vi")
    assert (asking.number, asking.service) == ("", "Khai sinh, khai tử")
    issue = Issue("issued", a_ticket(hall, "khai-sinh", priority="cao-tuoi"), paper="printed")
    shown = derive_ticket(issue, hall, (), "khai-sinh", "vi")
    assert (shown.number, shown.ahead, shown.priority) == ("A012", "Trước bạn còn 4 người", "Người cao tuổi")
    next_one = replace(issue, ticket=a_ticket(hall, "khai-sinh", ahead=0))
    assert derive_ticket(next_one, hall, (), "khai-sinh", "vi").wait == ""
    strange = Issue("refused", why_not="internal")
    assert derive_ticket(strange, hall, (), "khai-sinh", "vi").why_not == "other"


@pytest.mark.parametrize("state", range(12))
def test_every_state_of_a_dossier_has_words_and_a_slip(state: int) -> None:
    dossier = a_dossier(state)
    for language in ("vi", "en"):
        props = derive_dossier(LookUp(dossier=dossier), WARD.hall, language, True)
        assert props.state
        assert props.next
        assert props.due == "25/11/2026"
        slip = dossier_slip(dossier, WARD.hall, "10:24", language)
        assert slip.state == props.state
        assert slip.barcode == dossier.code


def test_a_ready_dossier_is_collected_where_there_is_a_line_for_it() -> None:
    assert derive_dossier(LookUp(dossier=a_dossier(9)), WARD.hall, "vi", True).purpose == "collect"
    assert derive_dossier(LookUp(dossier=a_dossier(9)), sample_hall(), "vi", True).purpose == ""
    assert derive_dossier(LookUp(dossier=a_dossier(5)), sample_hall(), "vi", True).purpose == "submit"


def test_codes_are_asked_for_when_long_enough_and_not_during_a_pause() -> None:
    assert not derive_code(LookUp(), Visit(page="dossier", typed="H57"), False).can_ask
    assert derive_code(LookUp(), Visit(page="dossier", typed="H57.1"), False).can_ask
    assert not derive_code(LookUp("unknown", wait_s=3), Visit(page="dossier", typed="H57.1"), False).can_ask
    lookup = derive_code(LookUp(), Visit(page="lookup", dossier="H57.1", typed="8L"), False)
    assert (lookup.code, lookup.can_ask) == ("H57.1", True)


@pytest.mark.parametrize(("wrong", "pause"), [(0, 0), (2, 0), (3, 5), (4, 10), (20, 60)])
def test_guessing_codes_gets_slower(wrong: int, pause: int) -> None:
    assert pause_after(wrong) == pause


@pytest.mark.parametrize(
    ("text", "key", "after"),
    [
        ("h57", ".", "H57."),
        ("H57", "backspace", "H5"),
        ("H57", "clear", ""),
        ("H5", "đ", "H5"),
        ("H", "space", "H"),
    ],
)
def test_typing_a_code(text: str, key: str, after: str) -> None:
    assert typed_code(text, key) == after


@pytest.mark.parametrize(
    ("text", "key", "after"),
    [
        ("", "space", ""),
        ("khai", "space", "khai "),
        ("khai ", "space", "khai "),
        ("hô", "nang", "hộ"),
        ("hộ", "backspace", "h"),
        ("a", "a", "â"),
        ("x", "shift", "x"),
        ("k" * 60, "h", "k" * 60),
    ],
)
def test_typing_words(text: str, key: str, after: str) -> None:
    assert typed_words(text, key) == after


def test_only_what_a_code_may_hold_is_kept() -> None:
    assert as_code(" h57.132-261104/0583 ") == "H57.132-2611040583"


def test_a_guide_pages_its_papers_and_promises_no_default_fee() -> None:
    papers = tuple(f"Giấy {number}" for number in range(1, 13))
    procedure = Procedure(code="9", name="Thủ tục thử", fee="Miễn phí", papers=papers, field="ho-tich")
    props = derive_guide(procedure, WARD.hall, WARD.hall.services, Visit(sheet=1), "vi", True)
    assert (props.papers[0], props.first_paper, props.sheets, props.fee) == ("Giấy 6", 6, 3, "")
    slip = guide_slip(procedure, WARD.hall, "10:24", "vi")
    assert slip.title == "Thử"
    assert slip.items[11] == "Giấy 12"


def test_names_are_plain_and_short() -> None:
    assert plain_name("Thủ tục đăng ký khai sinh") == "Đăng ký khai sinh"
    assert plain_name("HƯỞNG TRỢ CẤP THAI SẢN") == "Hưởng trợ cấp thai sản"
    assert shortened("một hai ba bốn", 9) == "một hai…"
    assert shortened("một  hai", 9) == "một hai"


def test_the_ticket_on_paper_says_what_the_screen_says() -> None:
    hall = WARD.hall
    ticket = a_ticket(hall, "khai-sinh", priority="cao-tuoi")
    slip = ticket_slip(ticket, hall, (), "vi")
    assert (slip.number, slip.ahead, slip.priority) == (
        "A012",
        "Trước bạn còn 4 người",
        "Ưu tiên: Người cao tuổi",
    )
    assert slip.qr == ticket.link
    assert slip.time == "10:24  20/11/2026"
    assert ticket_slip(ticket, hall, (), "en").ahead == "4 people ahead of you"
