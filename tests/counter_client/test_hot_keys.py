"""Chords of the whole desktop: who may have them, and that a real X11 server brings them."""

from __future__ import annotations

import gc
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from config.station import HotKeys as Chords
from counter_client.hot_keys import (
    ABSENT,
    HELD_MS,
    OFF,
    TAKEN,
    WAYLAND,
    WORKS,
    Held,
    HotKeys,
    chord_of,
    why_not,
)
from counter_client.x11_keys import NoDesktop, X11Keys
from hub.messages import commands
from tests.counter_client.rig import Station, station_file
from tests.helpers.hub import HubThread
from ui.rows import Rows

PATIENCE_MS = 10_000
needs_x11 = pytest.mark.skipif(
    not (shutil.which("Xvfb") and shutil.which("xdotool")), reason="Xvfb and xdotool press keys of a desktop"
)


def standing(keys: HotKeys) -> dict[str, str]:
    rows = keys.rows
    assert isinstance(rows, Rows)
    return {rows.row(n).key: rows.row(n).standing for n in range(rows.rowCount())}


@pytest.mark.parametrize(
    ("platform", "environment", "why"),
    [
        ("xcb", {}, ""),
        ("xcb", {"WAYLAND_DISPLAY": "wayland-0"}, WAYLAND),
        ("wayland", {}, WAYLAND),
        ("offscreen", {}, ABSENT),
    ],
)
def test_only_a_desktop_of_x11_has_them(platform: str, environment: dict[str, str], why: str) -> None:
    assert why_not(platform, environment) == why


def test_what_the_desktop_refuses_and_what_is_off_are_told_apart() -> None:
    assert standing(HotKeys({"next": "Meta+F1", "recall": ""}, WAYLAND)) == {"next": WAYLAND, "recall": OFF}


@pytest.mark.parametrize("chord", ["F1", "Meta+", "Hyper+F1", "Meta+F13", "meta+f1"])
def test_the_station_file_takes_no_chord_without_a_modifier_or_of_no_key(chord: str) -> None:
    with pytest.raises(ValueError, match="pattern"):
        Chords(next=chord)


def test_a_key_held_down_is_one_press() -> None:
    held = Held()
    assert [held.is_new("next", ms) for ms in (100, 760, 800, 840, 2_500)] == [
        True,
        False,
        False,
        False,
        True,
    ]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # Xlib leaves its socket open
def test_a_desktop_that_is_not_there_is_told() -> None:
    with pytest.raises(NoDesktop):
        X11Keys(lambda chord, at_ms: None, ":987")
    gc.collect()


@pytest.fixture
def desktop() -> Iterator[str]:
    """The name of an X11 display of our own."""
    told, tell = os.pipe()
    command = ["Xvfb", "-displayfd", str(tell), "-screen", "0", "640x480x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[tell], stderr=subprocess.DEVNULL)
    os.close(tell)
    try:
        with os.fdopen(told) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait(10)


def press(desktop: str, chord: str) -> None:
    subprocess.run(["xdotool", "key", chord], env={**os.environ, "DISPLAY": desktop}, check=True, timeout=20)


@needs_x11
def test_a_chord_comes_whoever_has_the_keyboard_and_nothing_else_does(qtbot: QtBot, desktop: str) -> None:
    keys = HotKeys({"next": "Meta+F1", "recall": "Ctrl+Alt+R", "finish": "Meta+PageDown"}, "")
    keys.grab(X11Keys(keys.heard, desktop))
    acts: list[str] = []
    keys.pressed.connect(acts.append)
    assert standing(keys) == {"next": WORKS, "recall": WORKS, "finish": WORKS}
    for chord in ("F1", "super+F3", "super+F1", "Num_Lock", "ctrl+alt+r", "super+Next"):
        press(desktop, chord)
    qtbot.waitUntil(lambda: len(acts) >= 3, timeout=PATIENCE_MS)
    assert acts == ["next", "recall", "finish"]
    keys.close()


@needs_x11
def test_the_clerk_calls_the_next_while_another_program_has_the_keyboard(
    qtbot: QtBot, desktop: str, hub: HubThread, kiosk: Station, clerk: Station, tmp_path: Path
) -> None:
    """The very program on a real X11 desktop; nothing has given it the keyboard."""
    clerk.do(commands.OpenCounter())
    kiosk.issue()
    environment = {**os.environ, "DISPLAY": desktop, "QT_QPA_PLATFORM": "xcb"}
    environment.pop("WAYLAND_DISPLAY", None)
    command = [sys.executable, "-m", "counter_client", "--station", station_file(tmp_path / "q1", hub)]
    app = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    last_s = [0.0]

    def called() -> bool:
        if time.monotonic() - last_s[0] > 1.5 * HELD_MS / 1000:
            press(desktop, "super+F1")
            last_s[0] = time.monotonic()
        return "ticket_called" in kiosk.kinds()

    try:
        qtbot.waitUntil(called, timeout=2 * PATIENCE_MS)
        assert app.poll() is None
    finally:
        app.terminate()
        app.wait(10)


@needs_x11
def test_a_chord_another_program_has_is_told_and_the_others_work(qtbot: QtBot, desktop: str) -> None:
    first = X11Keys(lambda chord, at_ms: None, desktop)
    assert first.grab(chord_of("Meta+F1"))
    keys = HotKeys({"next": "Meta+F1", "recall": "Meta+F2"}, "")
    keys.grab(X11Keys(keys.heard, desktop))
    assert standing(keys) == {"next": TAKEN, "recall": WORKS}
    with qtbot.waitSignal(keys.pressed, timeout=PATIENCE_MS) as pressed:
        press(desktop, "super+F2")
    assert pressed.args == ["recall"]
    keys.close()
    first.close()
