"""The kiosk's full screen cannot be left, and a scanner that types like a keyboard is understood."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from kiosk.key_scanner import KeyScanner
from tests.helpers.hub import HubThread
from tests.kiosk.rig import Rig, a_kiosk, write_station

CODE = "H57.132-261104-0583"


def test_a_shut_window_does_not_close_whatever_asks_it_to(
    hub: HubThread, tmp_path: Path, qtbot: QtBot
) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        window, lock = rig.kiosk.screen.window, rig.kiosk.lock
        lock.shut()
        asked = QCloseEvent()
        QGuiApplication.sendEvent(window, asked)
        assert not asked.isAccepted()
        assert window.isVisible()
        assert window.flags() & Qt.WindowType.FramelessWindowHint
        assert window.flags() & Qt.WindowType.WindowStaysOnTopHint
        lock.open()
        assert window.close()


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_F4, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier),
        (Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_F11, Qt.KeyboardModifier.NoModifier),
    ],
)
def test_no_key_leads_out_or_further(
    key: Qt.Key, held: Qt.KeyboardModifier, hub: HubThread, tmp_path: Path, qtbot: QtBot
) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        rig.kiosk.lock.shut()
        QTest.keyClick(rig.kiosk.screen.window, key, held)
        assert rig.page == "home"
        assert rig.kiosk.screen.window.isVisible()
        assert QGuiApplication.focusWindow() in (None, rig.kiosk.screen.window)


def test_only_a_touch_or_the_first_button_presses(hub: HubThread, tmp_path: Path, qtbot: QtBot) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        place = rig.middle("choice-guide")
        window = rig.kiosk.screen.window
        for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
            QTest.mouseClick(window, button, Qt.KeyboardModifier.NoModifier, place)
        assert rig.page == "home"
        QTest.mouseClick(window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
        rig.until_page("search")


def scan(rig: Rig, text: str) -> None:
    """As a keyboard scanner does: every key within a millisecond or two, then Enter."""
    for letter in text:
        QTest.keyClick(rig.kiosk.screen.window, letter)
    QTest.keyClick(rig.kiosk.screen.window, Qt.Key.Key_Return)


def test_a_scanner_that_types_looks_the_dossier_up(hub: HubThread, tmp_path: Path, qtbot: QtBot) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        for _ in range(20):  # a busy machine may make a key as late as a hand would
            if rig.page == "home":
                scan(rig, CODE)
                QTest.qWait(100)
        assert rig.kiosk.reception.visit.dossier == CODE


def test_a_hand_on_a_real_keyboard_types_into_the_page(hub: HubThread, tmp_path: Path, qtbot: QtBot) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        rig.touch("choice-guide")
        rig.until_page("search")
        for letter in ("k", "h"):
            QTest.keyClick(rig.kiosk.screen.window, letter)
            rig.until(lambda letter=letter: rig.kiosk.reception.visit.typed.endswith(letter))
        assert rig.kiosk.reception.visit.typed == "kh"


class Keys:
    """A key scanner under a clock that a test turns."""

    def __init__(self) -> None:
        self.now_s = 100.0
        self.scans: list[bytes] = []
        self.typed = ""
        self.scanner = KeyScanner(self.scans.append, self._type, lambda: self.now_s)

    def _type(self, text: str) -> None:
        self.typed += text

    def press(self, text: str, every_s: float) -> None:
        for letter in text:
            self.now_s += every_s
            self.scanner.press(letter)


def test_speed_tells_a_scanner_from_a_hand(qtbot: QtBot) -> None:
    keys = Keys()
    keys.press(CODE + "\r", 0.004)
    assert (keys.scans, keys.typed) == ([CODE.encode()], "")
    keys.press("khai sinh", 0.2)
    keys.now_s += 1
    qtbot.waitUntil(lambda: keys.typed == "khai sinh", timeout=5_000)
    assert len(keys.scans) == 1


def test_a_wheel_or_a_menu_does_nothing(hub: HubThread, tmp_path: Path, qtbot: QtBot) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        rig.until_ready()
        assert rig.kiosk.lock.eventFilter(rig.kiosk.screen.window, QEvent(QEvent.Type.ContextMenu))
        QTest.mouseClick(
            rig.kiosk.screen.window,
            Qt.MouseButton.RightButton,
            Qt.KeyboardModifier.ShiftModifier,
            QPoint(500, 900),
        )
        assert rig.page == "home"
