"""The media column: whose turn it is, and pictures and films really painted."""

from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from display.__main__ import QML
from display.lobby_screen import LobbyScreen
from display.media import AGAIN_AFTER_S, Medium, Round, media_of
from display.media_view_model import MediaViewModel
from tests.display.halls import a_state
from tests.helpers.hall import sample_hall
from ui.application import Screen

A, B, C = Medium("picture", Path("a.png")), Medium("film", Path("b.mp4")), Medium("picture", Path("c.jpg"))
RED, FRAMES = (40, 40, 200), 12


def test_names_become_pictures_and_films_and_nothing_else(tmp_path):
    found = media_of(["a.PNG", "sub/b.mp4", "/far/c.jpeg", "notes.txt"], tmp_path)
    assert [(one.kind, one.file) for one in found] == [
        ("picture", tmp_path / "a.PNG"),
        ("film", tmp_path / "sub" / "b.mp4"),
        ("picture", Path("/far/c.jpeg")),
    ]


def test_they_follow_each_other_round():
    turns = Round((A, B, C), exists=lambda _: True)
    assert [turns.next(0) for _ in range(4)] == [A, B, C, A]


def test_what_is_missing_or_failed_is_left_out_for_a_while():
    turns = Round((A, B, C), exists=lambda file: file != C.file)
    turns.failed(B, 0)
    assert [turns.next(1), turns.next(2)] == [A, A]
    assert turns.next(AGAIN_AFTER_S) == B
    assert Round((A,), exists=lambda _: False).next(0) is None
    assert Round().next(0) is None


def test_films_are_heard_only_where_the_voice_is_and_lower_under_it(qapp, tmp_path):
    media = MediaViewModel()
    media.take([], tmp_path, False)
    assert media.loudness == 0
    media.take([], tmp_path, True)
    assert media.loudness == 1
    media.speaks(True)
    assert 0 < media.loudness < 0.2
    media.speaks(False)
    assert media.loudness == 1


@pytest.fixture
def screen(qapp):
    lobby, media = LobbyScreen("tv1"), MediaViewModel()
    screen = Screen(QML, {**lobby.views, "media": media}, QSize(1280, 720))
    lobby.take_online(True, None)
    lobby.take_state(a_state(sample_hall()))
    screen.media, screen.lobby = media, lobby
    screen.show(full_screen=False)
    yield screen
    media.stop()
    lobby.stop()
    screen.discard()


def colours(screen):
    """How many of the pixels in the media column are nearly red, and redder than the house's crimson."""
    image = screen.window.grabWindow().convertToFormat(QImage.Format.Format_RGB888)
    places = [(x, y) for x in range(820, 1240, 20) for y in range(100, 420, 20)]
    found = [QColor(image.pixel(x, y)) for x, y in places]
    return sum(1 for one in found if one.red() > 175 and one.green() < 90 and one.blue() < 90)


def test_a_picture_stands_in_the_column(qtbot, screen, tmp_path):
    picture = QImage(400, 300, QImage.Format.Format_RGB32)
    picture.fill(QColor(200, 40, 40))
    picture.save(str(tmp_path / "a.png"))
    assert colours(screen) == 0
    screen.media.take(["a.png"], tmp_path, False)
    qtbot.waitUntil(lambda: colours(screen) > 50, timeout=20000)


@pytest.mark.qt_log_ignore("pipewire", "No RHI backend")
def test_a_film_plays_and_the_next_one_follows(qtbot, screen, tmp_path):
    film(tmp_path / "b.avi")
    screen.media.take(["b.avi"], tmp_path, False)
    qtbot.waitUntil(lambda: colours(screen) > 50, timeout=20000)
    turn = screen.media.turn
    qtbot.waitUntil(lambda: screen.media.turn > turn, timeout=20000)
    assert screen.media.kind == "film"


@pytest.mark.parametrize("name", ["gone.png", "gone.mp4"])
def test_the_guide_stands_there_when_nothing_can_be_shown(screen, tmp_path, name):
    screen.media.take([name], tmp_path, False)
    assert screen.media.kind == ""


@pytest.mark.parametrize("name", ["broken.png", "broken.mp4"])
@pytest.mark.qt_log_ignore("Error decoding", "Could not open media", "pipewire")
def test_a_broken_file_gives_way_to_the_guide(qtbot, screen, tmp_path, name):
    (tmp_path / name).write_bytes(b"not what it says")
    screen.media.take([name], tmp_path, False)
    qtbot.waitUntil(lambda: screen.media.kind == "", timeout=20000)


def film(file):
    """Write a film of one second, all red."""
    writer = cv2.VideoWriter(str(file), cv2.VideoWriter.fourcc(*"MJPG"), FRAMES, (320, 240))
    assert writer.isOpened()
    for _ in range(FRAMES):
        writer.write(np.full((240, 320, 3), RED, dtype=np.uint8))
    writer.release()
