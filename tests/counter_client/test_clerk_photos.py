"""The clerk's photo on the panel: asked for once, round, and letters where there is none."""

from __future__ import annotations

import base64
from typing import Any

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from config.model import Hall
from counter_client.clerk_photos import SIDE, ClerkPhotos, round_picture
from counter_client.hall_watch import HallWatch
from counter_client.panel_props import initials_of
from hub.messages.views import HallState
from tests.counter_client.faces import drawn_face
from tests.counter_client.scene import NOW, hall_state
from tests.helpers.hall import sample_hall
from ui.hall_link import Answer, Done


class Album:
    """A hub that has one photo, or is silent."""

    def __init__(self, photo: str | None) -> None:
        self.photo = photo
        self.asked: list[Any] = []

    def ask(self, what: str, args: dict[str, Any], done: Done) -> None:
        self.asked.append((what, args["clerk"]))
        if self.photo is not None:
            done(Answer(True, data={"type": "image/png", "data": self.photo}))


def hall(**clerk: Any) -> Hall:
    sample = sample_hall()
    first = sample.clerks[0].model_copy(update=clerk)
    return sample.model_copy(update={"clerks": (first, *sample.clerks[1:])})


def seen(clerk: str | None, **parts: Any) -> HallState:
    return hall_state(hall=hall(**parts), clerk=clerk)


def watching(album: Album) -> tuple[HallWatch, ClerkPhotos]:
    watch = HallWatch("q1", "vi", lambda: 0.0, "rating")
    photos = ClerkPhotos(album, watch)
    watch.take_online(True, None)
    return watch, photos


def test_a_photo_is_asked_for_once_and_goes_with_its_clerk(qtbot: QtBot) -> None:
    album = Album(drawn_face())
    watch, photos = watching(album)
    here = seen("lan", photo="lan.png")
    watch.take_state(here)
    assert photos.url.startswith("data:image/png;base64,")
    watch.take_state(here)
    watch.take_state(replace(here, counters=[replace(one, clerk=None) for one in here.counters]))
    assert photos.url == ""
    watch.take_state(here)
    assert photos.url
    assert album.asked == [("clerk_photo", "lan")]


@pytest.mark.parametrize(("clerk", "photo"), [("lan", ""), (None, "lan.png")])
def test_where_there_is_none_nobody_asks(qtbot: QtBot, clerk: str | None, photo: str) -> None:
    album = Album(drawn_face())
    watch, photos = watching(album)
    watch.take_state(seen(clerk, photo=photo))
    assert (photos.url, album.asked) == ("", [])


def test_what_was_not_answered_is_asked_for_again_when_the_hub_is_back(qtbot: QtBot) -> None:
    album = Album(None)
    watch, photos = watching(album)
    watch.take_state(seen("lan", photo="lan.png"))
    watch.take_online(False, NOW)
    album.photo = drawn_face()
    watch.take_online(True, None)
    assert photos.url
    assert len(album.asked) == 2


@pytest.mark.parametrize("told", ["", "not base64!", base64.b64encode(b"no picture").decode()])
def test_what_is_no_picture_is_not_shown(qtbot: QtBot, told: str) -> None:
    watch, photos = watching(Album(told))
    watch.take_state(seen("lan", photo="lan.png"))
    assert photos.url == ""


def test_the_picture_is_a_disc_of_its_middle(qtbot: QtBot) -> None:
    disc = QImage.fromData(QByteArray(round_picture(base64.b64decode(drawn_face()))))
    assert (disc.width(), disc.height()) == (SIDE, SIDE)
    assert disc.pixelColor(2, 2).alpha() == 0
    assert disc.pixelColor(SIDE // 2, SIDE // 2).alpha() == 255


def test_a_picture_that_claims_to_be_enormous_is_not_read(qtbot: QtBot) -> None:
    assert round_picture(base64.b64decode(drawn_face(5_000, 10))) == b""


@pytest.mark.parametrize(
    ("name", "letters"),
    [("Nguyễn Thị Lan", "NL"), ("Đỗ Ân", "ĐÂ"), ("An", "A"), ("Cán bộ 01", "CB"), ("", "")],
)
def test_letters_are_of_the_family_name_and_the_name_one_is_called_by(name: str, letters: str) -> None:
    assert initials_of(name) == letters
