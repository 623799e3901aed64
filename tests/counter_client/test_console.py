"""The clerk's console against a real hub: every act by its key or by a click, and every refusal."""

from __future__ import annotations

from PySide6.QtCore import Qt

from hub.messages.frames import Ev
from tests.counter_client.rig import Hand, Station

Key = Qt.Key


def opened(desk: Hand) -> Hand:
    if desk.page == "closed":
        desk.click("open")
    desk.wait_page("idle")
    return desk


def called(desk: Hand, kiosk: Station) -> str:
    """Issue one ticket, call it, and return its number."""
    number = kiosk.issue()
    opened(desk).click("call-next")
    desk.wait(lambda: desk.number == number)
    return number


def serving_one(desk: Hand, kiosk: Station) -> str:
    number = called(desk, kiosk)
    desk.press(Key.Key_F3)
    desk.wait_page("serving")
    return number


def event_of(desk: Hand, station: Station, kind: str) -> Ev:
    desk.wait(lambda: kind in station.kinds())
    return next(event for event in station.events if event.ev == kind)


def test_the_big_key_opens_a_closed_counter(desk: Hand) -> None:
    assert desk.page == "closed"
    assert desk.find("call-next") is None
    desk.press(Key.Key_F1)
    desk.wait_page("idle")
    assert desk.find("open") is None


def test_a_visit_from_call_to_finish_by_keys(desk: Hand, kiosk: Station) -> None:
    number = kiosk.issue(priority="cao-tuoi")
    opened(desk).press(Key.Key_F1)
    desk.wait_page("called")
    assert desk.number == number
    assert desk.text("why") == "Lượt ưu tiên: Người cao tuổi"
    desk.press(Key.Key_F2)
    desk.wait(lambda: kiosk.kinds().count("ticket_called") == 2)
    desk.wait(lambda: desk.enabled("start"))
    desk.press(Key.Key_F3)
    desk.wait_page("serving")
    desk.press(Key.Key_F4)
    desk.wait_page("idle")
    desk.wait(lambda: kiosk.kinds()[-1] == "ticket_served")


def test_the_next_call_finishes_the_one_before(desk: Hand, kiosk: Station) -> None:
    serving_one(desk, kiosk)
    second = kiosk.issue()
    desk.press(Key.Key_F1)
    desk.wait(lambda: desk.number == second)
    desk.wait(lambda: kiosk.kinds().count("ticket_served") == 1)


def test_two_fast_presses_are_one_call(desk: Hand, kiosk: Station) -> None:
    first = kiosk.issue()
    kiosk.issue()
    opened(desk)
    desk.press(Key.Key_F1)
    desk.press(Key.Key_F1)
    desk.wait(lambda: desk.number == first)
    desk.wait(lambda: desk.enabled("call-next"))
    assert kiosk.kinds().count("ticket_called") == 1
    assert desk.number == first


def test_an_empty_line_is_said_near_the_keys(desk: Hand) -> None:
    opened(desk).click("call-next")
    desk.wait(lambda: desk.text("notice") != "")
    assert desk.page == "idle"


def test_a_parked_visit_keeps_its_note_and_is_resumed(desk: Hand, kiosk: Station) -> None:
    number = serving_one(desk, kiosk)
    desk.press(Key.Key_F6)
    desk.wait(lambda: desk.find("confirm-park"))
    desk.type("di photo")
    desk.press(Key.Key_Return)
    desk.wait_page("idle")
    desk.wait(lambda: desk.text("notice") == f"{number} đã tạm gác")
    desk.press(Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    desk.click(f"resume-{number}")
    desk.wait_page("called")
    assert desk.number == number
    assert desk.text("why") == "Tiếp tục lượt đã tạm gác"


def test_a_visit_is_transferred_to_a_service_found_by_typing(desk: Hand, kiosk: Station) -> None:
    number = serving_one(desk, kiosk)
    desk.press(Key.Key_F7)
    desk.wait(lambda: desk.find("transfer-service-tach-thua"))
    desk.type("tach")
    desk.wait(lambda: desk.find("transfer-service-chung-thuc") is None)
    desk.press(Key.Key_Return)
    desk.wait_page("idle")
    desk.wait(lambda: desk.text("notice") == f"{number} đã chuyển đi")
    moved = event_of(desk, kiosk, "ticket_transferred")
    assert moved.changed.tickets[0].service == "tach-thua"


def test_a_visit_is_transferred_to_a_counter_by_a_click(desk: Hand, kiosk: Station) -> None:
    serving_one(desk, kiosk)
    desk.click("transfer")
    desk.click("keep-place")
    desk.click("transfer-counter-q2")
    desk.wait_page("idle")
    moved = event_of(desk, kiosk, "ticket_transferred")
    assert moved.changed.tickets[0].counter == "q2"


def test_escape_leaves_a_dialog_and_sends_nothing(desk: Hand, kiosk: Station) -> None:
    serving_one(desk, kiosk)
    desk.press(Key.Key_F7)
    desk.wait(lambda: desk.find("transfer-search"))
    desk.press(Key.Key_Escape)
    desk.wait(lambda: desk.find("transfer-search") is None)
    assert desk.page == "serving"
    assert "ticket_transferred" not in kiosk.kinds()


def test_keys_do_nothing_behind_a_dialog(desk: Hand, kiosk: Station) -> None:
    serving_one(desk, kiosk)
    desk.press(Key.Key_F6)
    desk.wait(lambda: desk.find("confirm-park"))
    desk.press(Key.Key_F4)
    desk.press(Key.Key_Escape)
    desk.wait(lambda: desk.find("confirm-park") is None)
    assert desk.page == "serving"


def test_an_absent_person_goes_back_in_line_and_is_called_again(desk: Hand, kiosk: Station) -> None:
    number = called(desk, kiosk)
    desk.press(Key.Key_F8)
    desk.wait_page("idle")
    desk.wait(lambda: desk.text("notice") == f"{number} đã về hàng chờ")
    desk.click("undo")
    desk.wait_page("called")
    assert desk.number == number


def test_a_no_show_is_taken_back(desk: Hand, kiosk: Station) -> None:
    number = called(desk, kiosk)
    desk.press(Key.Key_F9)
    desk.wait_page("idle")
    desk.wait(lambda: desk.enabled("undo"))
    desk.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.wait(lambda: "ticket_reinstated" in kiosk.kinds())
    desk.wait(lambda: desk.text("notice") == f"{number} đã trở lại hàng chờ")


def test_a_no_show_is_reinstated_from_its_list(desk: Hand, kiosk: Station) -> None:
    number = called(desk, kiosk)
    desk.click("no-show")
    desk.wait_page("idle")
    desk.click("tab-absent")
    desk.click(f"reinstate-{number}")
    desk.wait(lambda: "ticket_reinstated" in kiosk.kinds())


def test_one_of_the_waiting_is_called_out_of_turn(desk: Hand, kiosk: Station) -> None:
    kiosk.issue()
    second = kiosk.issue()
    opened(desk).click(f"call-{second}")
    desk.wait(lambda: desk.number == second)
    assert desk.text("why") == "Do bạn chọn gọi"


def test_a_pause_tells_its_reason_and_ends_with_the_big_key(desk: Hand) -> None:
    opened(desk).press(Key.Key_F10)
    desk.wait(lambda: desk.find("pause-reason-2"))
    desk.press(Key.Key_3)
    desk.wait_page("paused")
    desk.press(Key.Key_F1)
    desk.wait_page("idle")


def test_a_pause_for_another_reason_is_typed(desk: Hand, kiosk: Station) -> None:
    opened(desk).click("pause")
    desk.click("pause-reason")
    desk.type("di hop")
    desk.click("confirm-pause")
    desk.wait_page("paused")
    paused = event_of(desk, kiosk, "counter_paused")
    assert paused.changed.counters[0].pause_reason == "di hop"


def test_a_counter_closes_and_calls_nobody(desk: Hand, kiosk: Station) -> None:
    opened(desk).press(Key.Key_F12)
    desk.wait_page("closed")
    assert not desk.enabled("call-next")


def test_keys_the_life_cycle_forbids_are_off(desk: Hand, kiosk: Station) -> None:
    opened(desk)
    for name in ("recall", "start", "finish", "park", "transfer", "requeue", "no-show"):
        assert not desk.enabled(name), name
    serving_one(desk, kiosk)
    for name in ("recall", "start", "requeue", "no-show", "close"):
        assert not desk.enabled(name), name


def test_the_console_speaks_english(desk: Hand, kiosk: Station) -> None:
    opened(desk).click("language-en")
    desk.wait(lambda: desk.text("call-next") == "Call next")
    desk.click("call-next")
    desk.wait(lambda: desk.text("notice") == "Nobody waits for this counter.")
    desk.click("language-vi")
    desk.wait(lambda: desk.text("call-next") == "Gọi tiếp")
