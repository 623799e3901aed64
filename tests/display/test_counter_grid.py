"""Every counter of a large hall beside the calls: nothing lies on anything else."""

import pytest
from PySide6.QtCore import QSize

from config.loader import EXAMPLES, load
from config.model import Display
from display.__main__ import QML
from display.lobby_screen import LobbyScreen
from display.media_view_model import MediaViewModel
from tests.display.halls import busy_state
from ui.application import Screen


def items(item, name):
    found = [item] if item.objectName() == name else []
    for child in item.childItems():
        found += items(child, name)
    return found


@pytest.mark.parametrize("size", [QSize(1920, 1080), QSize(1080, 1920), QSize(1280, 720)])
def test_thirty_seven_counters_fit(qtbot, size):
    hall = load(EXAMPLES / "tinh").hall
    display = Display(id="tv", zones=tuple(zone.id for zone in hall.zones), layout="calls")
    hall = hall.model_copy(update={"displays": (display,)})
    lobby = LobbyScreen("tv")
    screen = Screen(QML, {**lobby.views, "media": MediaViewModel(lobby)}, size)
    screen.show(full_screen=False)
    lobby.take_online(True, None)
    lobby.take_state(busy_state(hall, calls=30))
    root = screen.window.contentItem()
    labels, numbers = items(root, "tile-label"), items(root, "tile-number")
    qtbot.waitUntil(lambda: all(number.width() > 0 for number in numbers))
    assert len(labels) == len(numbers) == 37
    for label, number in zip(labels, numbers, strict=True):
        free = number.width() - number.property("contentWidth")
        assert label.x() + label.width() <= number.x() + free, number.property("text")
    screen.discard()
