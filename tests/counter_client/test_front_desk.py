"""What a clerk does for people not yet at the counter, and the dossier scanned there; against a real hub."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from hardware.simulated.scanner import SimulatedScanner
from hub.messages import commands
from tests.counter_client.rig import Hand, Station, running, station_file
from tests.helpers.hall import round_the_clock, sample_hall
from tests.helpers.hub import HubThread, serving

Key = Qt.Key
CODE = "H57.132-260804-0583"
DOSSIERS = (
    "code,state,procedure,agency,owner,received_at,due_at,note,lookup_code,steps\n"
    f"{CODE},4,Đăng ký khai sinh,UBND phường Thử,Nguyễn Văn A,2026-08-04,2026-08-11,,,\n"
)


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubThread]:
    (tmp_path / "dossiers.csv").write_text(DOSSIERS, encoding="utf-8")
    dossiers = {"kind": "csv", "path": "dossiers.csv", "ask_lookup_code": False}
    hall = sample_hall(hours=round_the_clock(), dossiers=dossiers)
    with serving(tmp_path / "hub", hall, directory=tmp_path) as hub:
        yield hub


@pytest.fixture
def scanner(tmp_path: Path) -> Iterator[SimulatedScanner]:
    with SimulatedScanner(tmp_path / "scanner") as scanner:
        yield scanner


@pytest.fixture
def desk(qtbot: QtBot, hub: HubThread, scanner: SimulatedScanner, tmp_path: Path) -> Iterator[Hand]:
    file = station_file(tmp_path / "q1", hub, devices=f'scanner = "{scanner.url}"')
    with running(qtbot, file) as desk:
        desk.press(Key.Key_F1)
        desk.wait_page("idle")
        desk.wait(lambda: desk.enabled("call-next"))
        yield desk


def test_a_walk_in_gets_a_number_with_priority_at_the_counter(desk: Hand, kiosk: Station) -> None:
    desk.press(Key.Key_F11)
    desk.wait(lambda: desk.find("walk-in-search"))
    desk.click("walk-in-priority-cao-tuoi")
    desk.type("chung thuc")
    desk.press(Key.Key_Return)
    desk.wait(lambda: "B001" in desk.text("notice"))
    desk.wait(lambda: desk.enabled("call-next"))
    desk.press(Key.Key_F1)
    desk.wait(lambda: desk.number == "B001")
    assert "Người cao tuổi" in desk.text("why")


def test_a_given_number_of_any_line_is_called_by_typing_it(desk: Hand, kiosk: Station) -> None:
    kiosk.issue()
    number = kiosk.issue("tach-thua")
    desk.press(Key.Key_F5)
    desk.wait(lambda: desk.find("find-number"))
    desk.type(number.lower())
    desk.wait(lambda: desk.find("found-" + number))
    desk.press(Key.Key_Return)
    desk.wait(lambda: desk.number == number)


def test_priority_is_changed_with_a_reason_or_not_at_all(desk: Hand, kiosk: Station) -> None:
    kiosk.issue()
    late = kiosk.issue()
    desk.press(Key.Key_F5)
    desk.type("2")
    desk.click("priority-" + late)
    desk.click("reason-mang-thai")
    assert not desk.enabled("confirm-priority")
    desk.type("thay tai quay")
    desk.press(Key.Key_Return)
    desk.wait(lambda: "priority_changed" in kiosk.kinds())
    desk.wait(lambda: desk.enabled("call-next"))
    desk.press(Key.Key_F1)
    desk.wait(lambda: desk.number == late)


def test_an_absent_person_who_comes_back_is_found_by_number(desk: Hand, kiosk: Station) -> None:
    number = kiosk.issue()
    desk.press(Key.Key_F1)
    desk.wait(lambda: desk.enabled("no-show"))
    desk.press(Key.Key_F9)
    desk.wait(lambda: desk.enabled("call-next"))
    desk.press(Key.Key_F5)
    desk.type(number)
    desk.click("found-" + number)
    desk.wait(lambda: "ticket_reinstated" in kiosk.kinds())


def test_a_scanned_dossier_belongs_to_the_visit_and_shows_its_state(
    desk: Hand, kiosk: Station, scanner: SimulatedScanner
) -> None:
    kiosk.issue()
    desk.press(Key.Key_F1)
    desk.wait(lambda: desk.enabled("start"))
    asyncio.run(scanner.scan(CODE))
    desk.wait(lambda: desk.text("fact-dossier") == CODE)
    desk.wait(lambda: desk.text("fact-dossier-state") == "Đang xử lý · hẹn 11/08/2026 · NGUYỄN V*** A")


def test_a_dossier_scanned_with_nobody_at_the_counter_is_answered(
    desk: Hand, scanner: SimulatedScanner
) -> None:
    asyncio.run(scanner.scan(CODE))
    desk.wait(lambda: desk.text("notice") != "")


def test_a_dossier_known_from_the_kiosk_needs_no_scan(desk: Hand, kiosk: Station) -> None:
    kiosk.do(commands.IssueTicket(service="khai-sinh", dossier=CODE))
    desk.press(Key.Key_F1)
    desk.wait(lambda: desk.text("fact-dossier-state").startswith("Đang xử lý"))
