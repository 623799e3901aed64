"""The way to the staff screen, and what staff do there."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from argon2 import PasswordHasher
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.staff_door import TOUCHES, WITHIN_S, StaffDoor, fits, pause_after
from kiosk.staff_room import LEFT_BY_STAFF
from tests.helpers.hub import HubThread
from tests.kiosk.rig import Rig, Witness, a_kiosk, a_printer, ward_hub, write_station

PIN = "4711"
QUICK = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def staffed(data: Path, **parts: object) -> HubThread:
    return ward_hub(data, at_kiosks={"staff_pin_hash": QUICK.hash(PIN), "attract_after_s": 0}, **parts)


class Corner:
    """A door under a clock that a test turns, with a check that needs no thread's time."""

    def __init__(self, pin_hash: str = "x") -> None:
        self.now_s = 10.0
        self.door = StaffDoor(lambda: pin_hash, lambda: self.now_s, lambda _hash, pin: pin == PIN)

    def touch(self, times: int, every_s: float = 0.5) -> None:
        for _ in range(times):
            self.now_s += every_s
            self.door.corner()

    def type(self, pin: str) -> None:
        for digit in pin:
            self.door.key(digit)
        self.door.key("enter")


def test_five_touches_in_time_open_the_pad(qtbot: QtBot) -> None:
    corner = Corner()
    corner.touch(TOUCHES - 1)
    assert corner.door.door == "shut"
    corner.touch(1)
    assert corner.door.door == "pin"
    corner.door.stop()


def test_slow_touches_open_nothing(qtbot: QtBot) -> None:
    corner = Corner()
    corner.touch(3 * TOUCHES, every_s=WITHIN_S / (TOUCHES - 1) + 0.1)
    assert corner.door.door == "shut"
    corner.door.stop()


def test_without_a_pin_there_is_no_door(qtbot: QtBot) -> None:
    corner = Corner(pin_hash="")
    corner.touch(3 * TOUCHES)
    assert corner.door.door == "shut"
    corner.door.stop()


def test_wrong_pins_cost_ever_more_time_the_fifth_a_minute() -> None:
    assert [pause_after(wrong) for wrong in range(7)] == [0, 1, 2, 4, 8, 60, 60]


def test_a_wrong_pin_stops_the_pad_for_a_while_also_when_it_is_left(qtbot: QtBot) -> None:
    corner = Corner()
    corner.touch(TOUCHES)
    corner.type("0000")
    qtbot.waitUntil(lambda: corner.door.was_wrong, timeout=5_000)
    assert corner.door.wait_s == 1
    corner.door.key("1")
    assert corner.door.typed == ""
    corner.door.key("leave")
    corner.touch(TOUCHES)
    assert (corner.door.door, corner.door.wait_s) == ("pin", 1)
    corner.door.stop()


def test_a_hash_that_is_none_opens_nothing() -> None:
    assert not fits("no hash at all", PIN)
    assert fits(QUICK.hash(PIN), PIN)


def open_staff_screen(rig: Rig, pin: str = PIN) -> None:
    rig.until_ready()
    for _ in range(TOUCHES):
        QTest.mouseClick(
            rig.kiosk.screen.window,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            QPoint(20, 20),
        )
    rig.until(lambda: rig.sees("pin-enter"))
    for digit in pin:
        rig.touch(f"pin-{digit}")
    rig.touch("pin-enter")


def take_number(rig: Rig) -> None:
    rig.until_ready()
    rig.touch("choice-submit")
    rig.touch("field-ho-tich")
    rig.touch("service-khai-sinh")
    rig.touch("priority-none")
    rig.until(lambda: rig.kiosk.screens.ticket.shown.stage == "issued")


@pytest.fixture
def hub(tmp_path: Path) -> HubThread:
    return staffed(tmp_path / "hub")


@pytest.fixture(autouse=True)
def running(hub: HubThread) -> object:
    hub.start()
    yield
    hub.stop()


def test_staff_see_how_the_machine_is_and_go_back(hub: HubThread, tmp_path: Path, qtbot: QtBot) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        open_staff_screen(rig)
        rig.until(lambda: rig.sees("check-hub"))
        assert rig.text("check-hub").startswith("Đang nối")
        assert rig.text("check-printer") == "Không dùng ở máy này."
        rig.touch("staff-back")
        rig.until(lambda: not rig.sees("check-hub"))
        assert rig.page == "home"


def test_a_wrong_pin_is_said_and_opens_nothing(hub: HubThread, tmp_path: Path, qtbot: QtBot) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        open_staff_screen(rig, "9999")
        rig.until(lambda: rig.text("pin-words").startswith("Sai mã"))
        assert not rig.sees("check-hub")


def test_opening_it_ends_the_citizens_visit(hub: HubThread, tmp_path: Path, qtbot: QtBot) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        rig.touch("choice-guide")
        rig.type("khai")
        open_staff_screen(rig)
        rig.until(lambda: rig.sees("check-hub"))
        assert rig.kiosk.reception.visit.typed == ""


def test_a_ticket_is_printed_again_and_marked(hub: HubThread, tmp_path: Path, qtbot: QtBot) -> None:
    with (
        a_printer(tmp_path / "paper") as (printer, _),
        a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub, printer=printer.url)) as rig,
    ):
        take_number(rig)
        rig.until(lambda: len(printer.slips) == 1)
        rig.touch("done")
        open_staff_screen(rig)
        rig.touch("staff-paper-A001")
        rig.until(lambda: len(printer.slips) == 2)
        assert rig.kiosk.staff.props.printed == "A001"
        assert is_marked(tmp_path / "paper")


def test_a_trial_shows_that_the_new_roll_prints(hub: HubThread, tmp_path: Path, qtbot: QtBot) -> None:
    with (
        a_printer() as (printer, _),
        a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub, printer=printer.url)) as rig,
    ):
        rig.until(lambda: rig.kiosk.reception.desks.printer is not None)
        open_staff_screen(rig)
        rig.until(lambda: rig.kiosk.staff.props.prints)
        rig.touch("staff-trial")
        rig.until(lambda: len(printer.slips) == 1)


def test_a_clerk_has_a_paper_printed_again_from_afar(hub: HubThread, tmp_path: Path, qtbot: QtBot) -> None:
    from hub.messages.commands import Reprint

    with (
        a_printer(tmp_path / "paper") as (printer, _),
        a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub, printer=printer.url)) as rig,
        Witness.of(hub) as witness,
    ):
        take_number(rig)
        rig.until(lambda: len(printer.slips) == 1 and len(witness.tickets) == 1)
        witness.do(Reprint(ticket=witness.tickets[0].id, kiosk=rig.kiosk.station.id))
        rig.until(lambda: len(printer.slips) == 2)
        assert is_marked(tmp_path / "paper")


def begins_with_a_band(picture: Path) -> bool:
    """Whether the first ink on the paper is a solid bar, as that of the mark is and no letter."""
    ink = np.asarray(Image.open(picture).convert("L")) < 100
    first = ink[ink.any(axis=1)][0]
    return int(first.sum()) > 80 and int(np.ptp(np.flatnonzero(first))) + 1 == int(first.sum())


def is_marked(folder: Path) -> bool:
    """Whether the second paper bears the mark that the first one does not."""
    first, second = sorted(folder.glob("*.png"))
    return begins_with_a_band(second) and not begins_with_a_band(first)


def test_asked_to_stop_the_kiosk_ends_with_zero(hub: HubThread, tmp_path: Path) -> None:
    station = write_station(tmp_path / "kiosk", hub)
    command = [sys.executable, "-m", "kiosk", "--station", str(station)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr is not None
        while "hub online" not in process.stderr.readline():
            assert process.poll() is None
        process.send_signal(signal.SIGTERM)
        process.stderr.read()
        assert process.wait(20) == 0


def test_only_kiosks_are_told_the_pins_hash(hub: HubThread, tmp_path: Path, qtbot: QtBot) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig, Witness.of(hub) as witness:
        rig.until_ready()
        rig.until(lambda: witness.state is not None)
        assert witness.state is not None
        assert witness.state.hall["at_kiosks"]["staff_pin_hash"] == ""
        assert rig.kiosk.reception.desks.watch.hall is not None
        assert rig.kiosk.reception.desks.watch.hall.at_kiosks.staff_pin_hash.startswith("$argon2")
        assert hub.settings.hall.without_secrets().at_kiosks.staff_pin_hash == ""


LEAVE = """
import sys
from PySide6.QtCore import QTimer
from kiosk.__main__ import _serve, build
kiosk = build(["--station", sys.argv[1]])
QTimer.singleShot(0, lambda: kiosk.staff.left.emit())
sys.exit(_serve(kiosk))
"""


def test_left_by_staff_the_kiosk_ends_with_three(hub: HubThread, tmp_path: Path) -> None:
    station = write_station(tmp_path / "kiosk", hub)
    done = subprocess.run([sys.executable, "-c", LEAVE, str(station)], timeout=30, capture_output=True)
    assert done.returncode == LEFT_BY_STAFF == 3, done.stderr


def test_a_code_scanned_before_staff_leads_nowhere(hub: HubThread, tmp_path: Path, qtbot: QtBot) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        open_staff_screen(rig)
        rig.until(lambda: rig.sees("check-hub"))
        rig.kiosk.scanner.take(b"H57.132-261104-0583")
        rig.until(lambda: rig.text("check-scan") == "Đọc được: mã hồ sơ.")
        rig.touch("staff-back")
        rig.until(lambda: not rig.sees("check-hub"))
        assert rig.page == "home"
