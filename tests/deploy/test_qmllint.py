"""qmllint knows our own modules and the types written in Python, and fails on what it does not know."""

from __future__ import annotations

from pathlib import Path

import pytest

from deploy.qmllint import check

VIEW_MODEL = """
from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Hall"
QML_IMPORT_MAJOR_VERSION = 1

@QmlElement
class BoardViewModel(QObject):
    callChanged = Signal()
    number = Property(str, lambda self: "A012", notify=callChanged)

    @Slot(int, result=bool)
    def press(self, key):
        return True
"""
SCREEN = """
import QtQuick
import Hall

Label {
    id: screen
    required property BoardViewModel board
    text: screen.board.number
    TapHandler { onTapped: screen.board.press(1) }
}
"""


def lint(folder: Path, monkeypatch: pytest.MonkeyPatch, screen: str) -> tuple[int, str]:
    room = f"room_{folder.name}"  # a new name each time: Python imports a module once
    qml = folder / room / "qml"
    qml.mkdir(parents=True)
    (folder / room / "view.py").write_text(VIEW_MODEL)
    (qml / "qmldir").write_text("module Hall\nLabel 1.0 Label.qml\nScreen 1.0 Screen.qml\n")
    (qml / "Label.qml").write_text("import QtQuick\n\nText {}\n")
    (qml / "Screen.qml").write_text(screen)
    monkeypatch.syspath_prepend(folder)
    return check(folder, folder / "build", [room])


def test_a_sound_screen_passes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert lint(tmp_path, monkeypatch, SCREEN) == (0, "")


@pytest.mark.parametrize("wrong", ["screen.board.nmuber", "screen.board.rows", "nothing.at.all"])
def test_a_mistake_is_reported_at_its_source(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    code, report = lint(tmp_path, monkeypatch, SCREEN.replace("screen.board.number", wrong))
    assert code != 0
    assert "/qml/Screen.qml:" in report
    assert "build/" not in report
