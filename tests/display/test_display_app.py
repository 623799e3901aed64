"""``motcua-display`` as a process: its messages, its picture, its sound."""

import json
import os
import subprocess
import sys
import wave
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from display.__main__ import QML, TRANSLATIONS
from hub.messages import commands as cmd

CLIP_TIMEOUT_S = 60


def station_file(folder, hub, sound="off", **more):
    key = folder / "tv.key"
    key.write_text(hub.pair("display", "tv1"))
    file = folder / "station.toml"
    file.write_text(
        f'id = "tv1"\nrole = "{more.get("role", "display")}"\n'
        f"[hub]\naddresses = [{json.dumps(hub.address)}]\n"
        f'key_file = "{more.get("key_file", "tv.key")}"\n'
        f'[devices]\nsound = "{sound}"\n'
        '[screen]\nfull_screen = false\nsize = "1280x720"\n'
    )
    return file


def run(*arguments, **more):
    command = [sys.executable, "-m", "display", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, **more)


def test_a_screenshot_is_taken_and_the_program_ends(hub, tmp_path):
    picture = tmp_path / "tv.png"
    done = run("--station", station_file(tmp_path, hub), "--screenshot", picture, "--size", "1080x1920")
    assert done.returncode == 0, done.stderr
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1080, 1920)
    assert "qml" not in done.stderr.lower(), done.stderr


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"key_file": "no.key"}, ["station.toml", "key_file"]),
        ({"role": "kiosk"}, ["station.toml", "role", "kiosk"]),
        ({"role": "screen"}, ["station.toml", "role"]),
    ],
)
def test_a_bad_station_file_is_one_clear_line(hub, tmp_path, more, words):
    done = run("--station", station_file(tmp_path, hub, **more))
    assert done.returncode == 2
    assert "Traceback" not in done.stderr
    assert all(word in done.stderr for word in words), done.stderr


def test_no_station_file_is_one_clear_line(tmp_path):
    assert run("--station", tmp_path / "none.toml").returncode == 2
    assert "--station" in run().stderr


def test_a_call_is_spoken_into_the_folder(hub, hand, tmp_path):
    sounds = tmp_path / "sounds"
    sounds.mkdir()
    file = station_file(tmp_path, hub, f"file://{sounds}")
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache")}
    process = subprocess.Popen([sys.executable, "-m", "display", "--station", str(file)], env=environment)
    try:
        hand.do("kiosk", "k1", cmd.IssueTicket(service="khai-sinh"))
        hand.do("counter", "q1", cmd.OpenCounter(), cmd.CallNext())
        announcement = sounds / "announcement-001.wav"
        end = CLIP_TIMEOUT_S * 20
        while not announcement.exists() and end:
            end -= 1
            with pytest.raises(subprocess.TimeoutExpired):
                process.wait(0.05)
            if end % 60 == 0:
                hand.do("counter", "q1", cmd.Recall())
        with wave.open(str(announcement)) as sound:
            assert 2 < sound.getnframes() / sound.getframerate() < 12
    finally:
        process.terminate()
        assert process.wait(10) == 0, "asked to stop, it stops in order"


def test_clips_are_built_listed_and_checked(tmp_path):
    options = ["--cache", tmp_path, "--language", "vi", "--region", "north"]
    assert run("clips", "--list", *options).returncode == 1
    built = run("clips", "--build", *options)
    if built.returncode == 2:
        pytest.skip("espeak-ng is not installed")
    listed = run("clips", "--list", *options)
    assert listed.returncode == 0
    assert "moi-cong-dan-co-so\tbuilt-in\tMời công dân có số" in listed.stdout
    (tmp_path / "studio" / "vi").mkdir(parents=True)
    (tmp_path / "studio" / "vi" / "so-5.wav").write_bytes(b"nonsense")
    (tmp_path / "studio" / "vi" / "so-05.wav").write_bytes(b"misnamed")
    broken = run("clips", "--list", "--studio", tmp_path / "studio", *options)
    assert broken.returncode == 1
    assert "so-5.wav" in broken.stdout
    assert "so-05.wav\tunknown" in broken.stdout


def test_every_sentence_has_its_english_freshly_released(tmp_path):
    known = (TRANSLATIONS / "en.ts").read_text(encoding="utf-8")
    assert "unfinished" not in known
    tools = Path(sys.executable).parent
    made, fresh = tmp_path / "made.qm", tmp_path / "fresh.ts"
    subprocess.run(
        [tools / "pyside6-lrelease", TRANSLATIONS / "en.ts", "-qm", made], check=True, capture_output=True
    )
    assert made.read_bytes() == (TRANSLATIONS / "en.qm").read_bytes()
    screens = sorted(QML.parent.glob("*.qml"))
    command = [
        tools / "pyside6-lupdate",
        *screens,
        "-locations",
        "none",
        "-source-language",
        "vi_VN",
        "-ts",
        fresh,
    ]
    subprocess.run(command, check=True, capture_output=True)
    lines = [line.strip() for line in fresh.read_text(encoding="utf-8").splitlines()]
    assert [line for line in lines if "<source>" in line and line not in known] == []
