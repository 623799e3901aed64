"""A film's own sound under the voice: the real film, the real announcer, its samples on disk."""

import wave

import numpy as np
import pytest
from PySide6.QtCore import QObject

from config.model import Display
from display.hall_sight import HallSight
from display.loudspeaker import Loudspeaker
from tests.display.halls import a_call
from tests.display.test_media import film, screen  # noqa: F401  (a fixture)
from tests.helpers.hall import sample_hall
from ui.voice.sound import RATE, write_wav
from ui.voice.words import vocabulary

HALL_RMS = 0.1
"""How loud a film may be at full: as loud as speech is levelled to, or nearly."""
CLEAR_DB = 15
"""By so much the voice stands above the film."""


def recordings(folder):
    """Clips of a moment each: the test takes no longer than the chime."""
    word = (0.3 * np.sin(np.arange(RATE // 20) / 5)).astype("float32")
    for clip in vocabulary("vi"):
        write_wav(folder / "vi" / f"{clip.name}.wav", word)


@pytest.mark.qt_log_ignore("pipewire", "PulseAudio", "No RHI backend")
def test_the_film_is_low_from_the_voices_first_sample_to_its_last(qtbot, screen, tmp_path):  # noqa: F811
    recordings(tmp_path / "studio")
    film(tmp_path / "b.avi")
    screen.media.take(["b.avi"], tmp_path, True)
    qtbot.waitUntil(lambda: screen.window.findChild(QObject, "media-film") is not None)
    item = screen.window.findChild(QObject, "media-film")
    qtbot.waitUntil(lambda: volume(item) == 1, timeout=20000)
    hall = sample_hall(voice={"repeat": 1, "studio_clips": "studio"})
    voice = Loudspeaker(f"file://{tmp_path}", tmp_path)
    voice.speaking.connect(screen.media.speaks)
    during, after = [], []
    voice.sounded.connect(lambda *_: during.append(volume(item)))
    voice.spoken.connect(lambda _: during.append(volume(item)))
    voice.speaking.connect(lambda speaks: None if speaks else after.append(volume(item)))
    voice.take_hall(HallSight(hall, Display(id="tv1", zones=("tang-1",), speaks=True)))
    voice.announce(a_call(1, "A001"))
    qtbot.waitUntil(lambda: bool(after), timeout=20000)
    assert after == [1]
    assert len(during) == 2
    assert voice_above_film(tmp_path / "announcement-001.wav", max(during)) > CLEAR_DB


def volume(item):
    return round(item._speaker.volume(), 3) if item._speaker is not None else None


def voice_above_film(file, level):
    """Return the decibels of the voice's written samples over a loud film played at ``level``."""
    with wave.open(str(file)) as sound:
        samples = np.frombuffer(sound.readframes(sound.getnframes()), dtype="<i2") / 32768
    loud = samples[np.abs(samples) > 0.02]
    return 20 * np.log10(np.sqrt((loud**2).mean()) / (HALL_RMS * level))
