"""Whole visits by touch, before a real hub."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.idle import Pace
from kiosk.pending import FILE_NAME
from tests.helpers.hub import HubThread
from tests.kiosk.rig import Rig, Witness, a_kiosk, ward_hub, write_station


def choose_birth(rig: Rig) -> None:
    rig.until_ready()
    rig.touch("choice-submit")
    rig.until_page("fields")
    rig.touch("field-ho-tich")
    rig.until_page("services")
    rig.touch("service-khai-sinh")
    rig.until_page("priority")


def issued(rig: Rig) -> bool:
    return rig.kiosk.screens.ticket.shown.stage == "issued"


def test_a_citizen_takes_a_number_by_touch(
    hub: HubThread, witness: Witness, tmp_path: Path, qtbot: QtBot
) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        choose_birth(rig)
        rig.touch("priority-none")
        rig.until(lambda: issued(rig))
        shown = rig.kiosk.screens.ticket.shown
        assert (rig.page, rig.text("number"), shown.service) == ("ticket", "A001", "Khai sinh, khai tử")
        assert shown.ahead == "Bạn là người tiếp theo"
        assert shown.link
        assert "quầy" in shown.where
        rig.touch("done")
        rig.until_page("home")
        rig.until(lambda: not (tmp_path / "kiosk" / "data" / FILE_NAME).exists())
        rig.until(lambda: [one.priority for one in witness.tickets] == [None])


def test_a_reason_for_priority_goes_with_the_ticket(
    hub: HubThread, witness: Witness, tmp_path: Path, qtbot: QtBot
) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        choose_birth(rig)
        rig.touch("priority-cao-tuoi")
        rig.until(lambda: issued(rig))
        assert rig.kiosk.screens.ticket.shown.priority == "Người cao tuổi"
        rig.until(lambda: [one.priority for one in witness.tickets] == ["cao-tuoi"])


def test_a_double_touch_issues_one_ticket(
    hub: HubThread, witness: Witness, tmp_path: Path, qtbot: QtBot
) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        choose_birth(rig)
        place = rig.middle("priority-none")
        for _ in range(3):
            QTest.mouseClick(
                rig.kiosk.screen.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place
            )
        rig.until(lambda: issued(rig))
        rig.touch("done")
        rig.until_page("home")
        choose_birth(rig)
        rig.touch("priority-none")
        rig.until(lambda: issued(rig))
        assert rig.text("number") == "A002"
        rig.until(lambda: len(witness.tickets) == 2)


def test_a_second_touch_does_not_fall_on_the_page_the_first_one_brought(
    hub: HubThread, tmp_path: Path, qtbot: QtBot
) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        rig.kiosk.screen.window.setProperty("reducedMotion", False)
        place = rig.middle("choice-submit")
        window = rig.kiosk.screen.window
        for _ in range(2):
            QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        assert rig.page == "fields"
        rig.until(lambda: bool(window.property("settled")))
        assert rig.page == "fields"


def test_what_was_chosen_can_be_taken_back(hub: HubThread, tmp_path: Path, qtbot: QtBot) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        choose_birth(rig)
        for page in ("services", "fields", "home"):
            rig.touch("back")
            rig.until_page(page)


def test_a_list_that_does_not_fit_is_turned_like_a_page(hub: HubThread, tmp_path: Path, qtbot: QtBot) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        rig.touch("choice-submit")
        rig.until(lambda: rig.sees("field-ho-tich"))
        rig.touch("page-next")
        rig.until(lambda: not rig.sees("field-ho-tich"))
        rig.touch("page-previous")
        rig.until(lambda: rig.sees("field-ho-tich"))


def test_results_are_collected_without_being_asked_for_a_field(
    hub: HubThread, tmp_path: Path, qtbot: QtBot
) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        rig.touch("choice-collect")
        rig.until(lambda: rig.page in ("services", "priority"))


def test_outside_issuing_hours_the_home_page_says_so(tmp_path: Path, qtbot: QtBot) -> None:
    hours = {"days": ["mon"], "sessions": [{"opens": "03:00", "closes": "03:01"}]}
    hub = ward_hub(tmp_path / "hub", hours=hours)
    hub.start()
    try:
        with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
            rig.until_ready()
            home = rig.kiosk.screens.home
            rig.until(lambda: home.shown.why_not == "closed")
            rig.touch("choice-submit")
            assert rig.page == "home"
            rig.touch("choice-guide")
            rig.until_page("search")
    finally:
        hub.stop()


def test_the_language_is_switched_and_forgotten_with_the_visit(
    hub: HubThread, tmp_path: Path, qtbot: QtBot
) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        assert rig.text("choice-submit") == "Lấy số nộp hồ sơ"
        rig.touch("language")
        rig.until(lambda: rig.text("choice-submit") == "Submit a dossier")
        choose_birth(rig)
        assert rig.text("priority-cao-tuoi") == "Elderly person"
        rig.touch("home")
        rig.until(lambda: rig.text("choice-submit") == "Lấy số nộp hồ sơ")


def test_contrast_and_size_follow_their_buttons(hub: HubThread, tmp_path: Path, qtbot: QtBot) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        rig.touch("contrast")
        rig.touch("larger")
        frame = rig.kiosk.screens.frame.shown
        assert (frame.contrast, frame.large) == (True, True)
        assert rig.kiosk.screen.window.color().name() == "#000000"


def test_whoever_leaves_is_warned_then_wiped(hub: HubThread, tmp_path: Path, qtbot: QtBot) -> None:
    quick = Pace(quiet=40, warning=80, tick_ms=5)
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub), quick) as rig:
        rig.until_ready()
        rig.touch("choice-guide")
        rig.until_page("search")
        rig.type("khai")
        rig.until(lambda: rig.sees("stay"))
        rig.touch("stay")
        rig.until(lambda: not rig.sees("stay"))
        assert rig.kiosk.reception.visit.typed == "khai"
        rig.until_page("home")
        assert rig.kiosk.reception.visit.typed == ""


def test_a_ticket_leaves_the_screen_by_itself(hub: HubThread, tmp_path: Path, qtbot: QtBot) -> None:
    quick = Pace(quiet=10_000, ticket_quiet=20, ticket_warning=60, tick_ms=5)
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub), quick) as rig:
        choose_birth(rig)
        rig.touch("priority-none")
        rig.until(lambda: issued(rig))
        rig.until(lambda: "(" in rig.text("done"))
        rig.until_page("home")
