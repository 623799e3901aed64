"""Starting the kiosk: what is wrong is said in one line, and what is shown can be touched."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from kiosk.__main__ import QML, TRANSLATIONS, main
from tests.helpers.hub import HubThread
from tests.kiosk.rig import Rig, a_kiosk, write_station

UI_QML = QML.parent.parent / "ui" / "qml" / "MotCua"
TEXTS = [*sorted(QML.glob("*.qml")), UI_QML / "AwayBanner.qml", UI_QML / "Keyboard.qml"]


def test_a_missing_station_file_is_one_clear_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--station", str(tmp_path / "none.toml")]) == 2
    assert "none.toml" in capsys.readouterr().err


def test_a_missing_key_file_is_one_clear_line(
    hub: HubThread, tmp_path: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    station = write_station(tmp_path / "kiosk", hub)
    (tmp_path / "kiosk" / "key").unlink()
    assert main(["--station", str(station)]) == 2
    assert "key" in capsys.readouterr().err


def test_a_senseless_printer_is_one_clear_line(
    hub: HubThread, tmp_path: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    station = write_station(tmp_path / "kiosk", hub, printer="lpt1", scanner="com1")
    assert main(["--station", str(station)]) == 2
    told = capsys.readouterr().err
    assert "lpt1" in told or "com1" in told


def test_without_a_hub_the_kiosk_says_it_is_connecting(hub: HubThread, tmp_path: Path, qtbot: QtBot) -> None:
    station = write_station(tmp_path / "kiosk", hub)
    hub.stop()
    with a_kiosk(qtbot, station) as rig:
        assert rig.kiosk.screens.frame.shown.connection == "starting"
        assert not rig.sees("choice-submit")
        hub.start()
        rig.until_ready()
        rig.until(lambda: rig.sees("choice-submit"))


def touchables(rig: Rig) -> list[QQuickItem]:
    found: list[QQuickItem] = []
    waiting = [rig.kiosk.screen.window.contentItem()]
    while waiting:
        item = waiting.pop()
        if item.isVisible():
            if item.property("usable") is not None:
                found.append(item)
            waiting.extend(item.childItems())
    return found


@pytest.mark.parametrize("size", [QSize(1080, 1920), QSize(1920, 1080), QSize(2160, 3840)])
def test_what_is_touched_is_twenty_millimetres_and_within_reach(
    hub: HubThread, tmp_path: Path, qtbot: QtBot, size: QSize
) -> None:
    width_mm = 268 if size.width() < size.height() else 476  # a 21.5" panel
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub)) as rig:
        window = rig.kiosk.screen.window
        window.resize(size)
        window.setProperty("widthMm", width_mm)
        rig.until_ready()
        for choice in ("choice-submit", "choice-dossier", "choice-guide"):
            rig.touch(choice)
            rig.middle("back")
            for item in touchables(rig):
                top = item.mapToScene(item.boundingRect().topLeft()).y()
                least_mm = min(item.width(), item.height()) * width_mm / size.width()
                assert least_mm >= 20, f"{item.objectName()} is {least_mm:.1f} mm"
                assert size.width() > size.height() or top >= 0.379 * size.height(), item.objectName()
            rig.touch("home")


def test_the_english_text_is_complete(tmp_path: Path) -> None:
    text = (TRANSLATIONS / "en.ts").read_text(encoding="utf-8")
    assert 'type="unfinished"' not in text


def run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)


def test_the_translations_are_current(tmp_path: Path) -> None:
    lupdate = Path(sys.executable).with_name("pyside6-lupdate")
    lrelease = Path(sys.executable).with_name("pyside6-lrelease")
    fresh, built = tmp_path / "en.ts", tmp_path / "en.qm"
    shutil.copyfile(TRANSLATIONS / "en.ts", fresh)
    words = ["-locations", "none", "-no-obsolete", "-source-language", "vi", "-target-language", "en"]
    run([str(lupdate), *map(str, TEXTS), *words, "-ts", str(fresh)])
    assert 'type="unfinished"' not in fresh.read_text(encoding="utf-8")
    run([str(lrelease), "-silent", str(fresh), "-qm", str(built)])
    assert built.read_bytes() == (TRANSLATIONS / "en.qm").read_bytes()
