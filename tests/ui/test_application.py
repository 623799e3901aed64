"""The options every screen has, and pictures of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt

from ui.application import Screen, arguments

WINDOW = b"import QtQuick\nWindow { width: 300; height: 200 }\n"


def test_a_size_is_read(tmp_path):
    options = arguments("motcua-kiosk", "").parse_args(["--size", "1080x1920"])
    assert options.size == QSize(1080, 1920)


@pytest.mark.parametrize("size", ["0x0", "abc", "1080", "100x1920", "-5x900", "1080x"])
def test_a_senseless_size_is_refused_with_the_form_it_should_have(size, capsys):
    with pytest.raises(SystemExit) as left:
        arguments("motcua-kiosk", "").parse_args([f"--size={size}"])
    assert left.value.code == 2
    assert "1080x1920" in capsys.readouterr().err


def test_a_picture_that_cannot_be_written_is_told(qapp, tmp_path):
    main = tmp_path / "Main.qml"
    main.write_bytes(WINDOW)
    screen = Screen(main, {})
    try:
        assert screen.grab(tmp_path / "shots" / "now.png")
        assert not screen.grab(Path("/proc/none/now.png"))
    finally:
        screen.discard()


def test_a_full_screen_fills_its_screen_by_itself(qapp, tmp_path):
    """A kiosk's X server runs no window manager that would do it."""
    main = tmp_path / "Main.qml"
    main.write_bytes(WINDOW)
    screen = Screen(main, {})
    try:
        screen.show(full_screen=True)
        assert screen.window.size() == qapp.primaryScreen().size()
        assert screen.window.flags() & Qt.WindowType.FramelessWindowHint
    finally:
        screen.discard()
