import shutil
import wave

import numpy as np
import pytest

from ui.voice import clips, sound
from ui.voice.clips import ClipLibrary, Source, build
from ui.voice.words import Manner, call_speech, vocabulary

needs_espeak = pytest.mark.skipif(shutil.which("espeak-ng") is None, reason="espeak-ng is not installed")


@pytest.fixture(scope="module")
def cache(tmp_path_factory):
    folder = tmp_path_factory.mktemp("clips")
    list(build(Source("vi"), folder))
    return folder


def tone(seconds, level=0.5):
    moments = np.arange(int(seconds * sound.RATE)) / sound.RATE
    return (level * np.sin(2 * np.pi * 440 * moments)).astype(np.float32)


def test_trimming_takes_the_silence_and_leaves_the_word():
    padded = np.concatenate([sound.silence(0.3), tone(0.5), sound.silence(0.4)])
    kept = sound.duration_s(sound.trimmed(padded))
    assert 0.5 <= kept <= 0.5 + sound.LEAD_S + sound.TAIL_S + 0.011


def test_trimming_silence_leaves_nothing():
    assert len(sound.trimmed(sound.silence(1))) == 0
    assert len(sound.levelled(sound.silence(1))) == sound.RATE


def test_levels_meet_and_never_clip():
    for level in (0.01, 0.3, 1.0):
        made = sound.levelled(tone(0.5, level))
        assert np.sqrt((made**2).mean()) == pytest.approx(sound.SPEECH_RMS, rel=0.02)
        assert np.abs(made).max() <= sound.PEAK


@pytest.mark.parametrize("width", [1, 2, 3, 4])
def test_recordings_of_any_depth_rate_and_channels_are_read(tmp_path, width):
    file = tmp_path / "clip.wav"
    wanted = tone(0.5)
    values = np.interp(np.arange(24_000) / 48_000, np.arange(len(wanted)) / sound.RATE, wanted)
    if width == 1:
        raw = (values * 127 + 128).astype(np.uint8).reshape(-1, 1)
    else:
        whole = (values * (2 ** (8 * width - 1) - 1)).astype("<i4")
        raw = whole.view(np.uint8).reshape(-1, 4)[:, :width]
    with wave.open(str(file), "wb") as made:
        made.setnchannels(2)
        made.setsampwidth(width)
        made.setframerate(48_000)
        made.writeframes(np.repeat(raw, 2, axis=0).tobytes())
    read = sound.read_wav(file)
    assert len(read) == pytest.approx(len(wanted), abs=2)
    assert np.abs(read[100:10_000] - wanted[100:10_000]).max() < 0.03


def test_a_file_that_is_no_sound_is_told_apart(tmp_path):
    file = tmp_path / "clip.wav"
    file.write_bytes(b"RIFFnonsense")
    with pytest.raises(sound.UnreadableSound, match=r"clip\.wav"):
        sound.read_wav(file)


def test_the_chime_is_soft_at_both_ends_and_not_loud():
    chime = sound.chime()
    assert abs(chime[0]) < 0.001
    assert abs(chime[-1]) < 0.001
    assert 0.3 < np.abs(chime).max() < 0.5
    assert 1.5 < sound.duration_s(chime) < 2.2


@needs_espeak
def test_every_clip_is_made_audible_whole_and_unclipped(cache):
    library = ClipLibrary(cache)
    for clip in vocabulary("vi"):
        samples = library.clip(clip, "vi")
        assert 0.15 < sound.duration_s(samples) < 2.5, clip.name
        assert np.sqrt((samples**2).mean()) > 0.05, clip.name
        assert np.abs(samples).max() < 0.95, clip.name


@needs_espeak
def test_a_second_build_makes_nothing(cache):
    assert list(build(Source("vi"), cache)) == []


@needs_espeak
def test_an_announcement_is_as_long_as_its_parts_and_never_clips(cache):
    library = ClipLibrary(cache)
    speech = call_speech("A012", "5", Manner())
    samples = library.speech(speech)
    parts = [library.clip(one.clip, "vi") for sentence in speech.sentences for one in sentence.said]
    assert sound.duration_s(samples) > sum(sound.duration_s(part) for part in parts) + 1.5
    assert np.abs(samples).max() < 0.95


@needs_espeak
def test_a_studio_recording_replaces_the_built_in_clip(cache, tmp_path):
    studio = tmp_path / "studio"
    sound.write_wav(studio / "vi" / "so-5.wav", np.concatenate([sound.silence(0.5), tone(0.7, 0.02)]))
    library = ClipLibrary(cache, studio=studio)
    origins = {state.clip.name: state.origin for state in library.check("vi")}
    assert origins["so-5"] == "studio"
    assert origins["so-6"] == "built-in"
    five = next(clip for clip in vocabulary("vi") if clip.name == "so-5")
    assert sound.duration_s(library.clip(five, "vi")) == pytest.approx(0.7, abs=0.08)


@needs_espeak
def test_a_broken_recording_is_reported_and_the_built_in_clip_used(cache, tmp_path):
    (tmp_path / "vi").mkdir()
    (tmp_path / "vi" / "so-5.wav").write_bytes(b"nonsense")
    library = ClipLibrary(cache, studio=tmp_path)
    state = next(state for state in library.check("vi") if state.clip.name == "so-5")
    assert state.origin == "built-in"
    assert "so-5.wav" in state.trouble
    assert sound.duration_s(library.clip(state.clip, "vi")) > 0.2


def test_clips_nobody_made_are_missing(tmp_path):
    assert {state.origin for state in ClipLibrary(tmp_path).check("vi")} == {"missing"}


def test_the_cache_follows_the_xdg_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert clips.default_cache() == tmp_path / "mot-cua" / "clips"


@pytest.mark.parametrize(
    ("recording", "origin", "words"),
    [
        (tone(0.5, 0.01), "studio", "too faint"),
        (np.sign(tone(0.5)), "studio", "too loud"),
        (tone(0.5), "studio", ""),
        (tone(8), "built-in", "8 s"),
        (sound.silence(1), "built-in", "only silence"),
    ],
)
def test_recordings_are_checked_by_ear(tmp_path, recording, origin, words):
    five = next(clip for clip in vocabulary("vi") if clip.name == "so-5")
    sound.write_wav(tmp_path / "cache" / Source("vi").folder / "so-5.wav", tone(0.3))
    sound.write_wav(tmp_path / "studio" / "vi" / "so-5.wav", recording)
    library = ClipLibrary(tmp_path / "cache", studio=tmp_path / "studio")
    state = next(one for one in library.check("vi") if one.clip == five)
    assert (state.origin, words in state.trouble) == (origin, True)
    assert bool(state.trouble) == bool(words)
    assert len(library.clip(five, "vi")) > 0
