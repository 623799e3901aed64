"""A screen is read aloud where there is a voice, and stops when the citizen goes on."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from kiosk.read_aloud import has_sound, sentences, spoken
from tests.helpers.hub import HubThread
from tests.kiosk.rig import a_kiosk, write_station
from ui.voice.clips import can_synthesise
from ui.voice.sound import duration_s, read_wav

needs_voice = pytest.mark.skipif(not can_synthesise(), reason="espeak-ng is not installed")


def test_a_ticket_is_said_by_its_letters_and_digits() -> None:
    assert spoken("A012") == "A 0 1 2"
    assert spoken("Khu A · quầy 3") == "Khu A , quầy 3"
    assert spoken("Khoảng 10–20 phút") == "Khoảng 10 – 20 phút"


def test_without_sound_nothing_can_be_read() -> None:
    assert not has_sound("off")


def test_without_sound_there_is_no_button(hub: HubThread, tmp_path: Path, qtbot: QtBot) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub, sound="off")) as rig:
        rig.until_ready()
        assert not rig.sees("read-aloud")


@needs_voice
def test_the_first_screen_is_read_and_a_step_further_silences_it(
    hub: HubThread, tmp_path: Path, qtbot: QtBot
) -> None:
    out = tmp_path / "sounds"
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub, sound=f"file://{out}")) as rig:
        rig.until_ready()
        said = sentences(rig.kiosk.screen.window.contentItem())
        assert said[0] == "Xin chào!"
        assert "Lấy số nộp hồ sơ" in said
        assert not any("VI" in one for one in said)
        rig.touch("read-aloud")
        rig.until(lambda: (out / "announcement-001.wav").exists())
        assert duration_s(read_wav(out / "announcement-001.wav")) > 0.3
        reader = rig.kiosk.reader
        assert reader is not None
        assert reader.reading
        rig.touch("choice-guide")
        rig.until(lambda: not reader.reading)


@needs_voice
def test_touched_again_it_stops(hub: HubThread, tmp_path: Path, qtbot: QtBot) -> None:
    with a_kiosk(qtbot, write_station(tmp_path / "kiosk", hub, sound=f"file://{tmp_path}/out")) as rig:
        rig.until_ready()
        rig.touch("read-aloud")
        assert rig.kiosk.screens.frame.shown.reading
        rig.touch("read-aloud")
        assert not rig.kiosk.screens.frame.shown.reading
