"""Starting the counter's app: what it says of bad files, and the picture it takes of itself."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from counter_client.__main__ import TRANSLATIONS, build
from tests.counter_client.rig import station_file
from tests.helpers.hub import serving

GOOD = 'id = "q1"\nrole = "counter"\n[hub]\naddresses = ["ws://127.0.0.1:9"]\nkey_file = "key"\n'


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "không đọc được tệp"),
        (GOOD.replace('role = "counter"', 'role = "kiosk"'), "role"),
        (GOOD.replace("key_file", "key_fil"), "key_file"),
        (GOOD, "không đọc được tệp khóa"),
        (GOOD + '[devices]\nkeypad = "carrier-pigeon://x"\n', "devices"),
    ],
)
def test_a_bad_station_is_one_clear_line_and_exit_2(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str | None, said: str
) -> None:
    file = tmp_path / "station.toml"
    if text is not None:
        file.write_text(text)
    if "devices" in said:
        (tmp_path / "key").write_text("token")
    with pytest.raises(SystemExit) as left:
        build(["--station", str(file)])
    assert left.value.code == 2
    words = capsys.readouterr().err
    assert said in words
    assert words.startswith("motcua-counter: ")
    assert "Traceback" not in words


def test_without_a_station_it_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        build([])
    assert "--station" in capsys.readouterr().err


@pytest.mark.parametrize("role", ["counter", "rating"])
def test_it_takes_a_picture_of_itself_and_leaves(tmp_path: Path, role: str) -> None:
    picture = tmp_path / "picture.png"
    with serving(tmp_path / "hub") as hub:
        file = station_file(tmp_path / role, hub, role)  # type: ignore[arg-type]
        size = ["--size", "1024x640"]
        command = [sys.executable, "-m", "counter_client", "--station", file, "--screenshot", picture, *size]
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    complaints = [line for line in done.stderr.splitlines() if "[info " not in line]
    assert (done.returncode, complaints) == (0, [])
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1024, 640)


def test_english_is_whole_and_freshly_released(tmp_path: Path, released: Callable[[Path], bytes]) -> None:
    source = TRANSLATIONS / "en.ts"
    assert "unfinished" not in source.read_text(encoding="utf-8")
    assert released(source) == (TRANSLATIONS / "en.qm").read_bytes()


@pytest.fixture
def released(tmp_path: Path) -> Callable[[Path], bytes]:
    def release(source: Path) -> bytes:
        made = tmp_path / "made.qm"
        tool = Path(sys.executable).with_name("pyside6-lrelease")
        subprocess.run([tool, source, "-qm", made], check=True, capture_output=True)
        return made.read_bytes()

    return release


def test_every_sentence_on_the_screens_has_its_english(tmp_path: Path) -> None:
    tool = Path(sys.executable).with_name("pyside6-lupdate")
    screens = sorted((TRANSLATIONS.parent / "qml").glob("*.qml"))
    fresh = tmp_path / "fresh.ts"
    command = [tool, *screens, "-locations", "none", "-source-language", "vi_VN", "-ts", fresh]
    subprocess.run(command, check=True, capture_output=True)
    known = (TRANSLATIONS / "en.ts").read_text(encoding="utf-8")
    lines = fresh.read_text(encoding="utf-8").splitlines()
    missing = [line for line in lines if "<source>" in line and line.strip() not in known]
    assert missing == []
