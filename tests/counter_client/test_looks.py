"""No words are cut off or outside the window: every screen's state, both languages, several sizes."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pytest
from msgspec.structs import replace
from PySide6.QtCore import QPointF, QSize
from PySide6.QtQuick import QQuickItem
from pytestqt.exceptions import TimeoutError
from pytestqt.qtbot import QtBot

from config.loader import EXAMPLES, load
from hub.messages.views import FeeView
from tests.counter_client.morning import Centre
from tests.counter_client.stands import HallStand, PanelStand, Stand
from ui.application import Screen

LAID_OUT_MS = 1_500
DIALOGS = ["", "park", "pause", "transfer", "find", "walk-in", "priority", "keys", "reprint", "day"]
SLACK = 1.5
"""Pixels: font metrics round."""


def below(item: QQuickItem, *, scrolled: bool = False) -> Iterator[tuple[QQuickItem, bool]]:
    """Yield what is seen below ``item``, and whether it can be scrolled into view."""
    for child in item.childItems():
        if child.isVisible():
            inside = scrolled or child.inherits("QQuickFlickable")
            yield child, inside
            yield from below(child, scrolled=inside)


def faults(screen: Screen) -> list[str]:
    """Return the words that are cut, and those that stand partly outside the window."""
    window, found = screen.window, []
    for item, scrolled in below(window.contentItem()):
        text = str(item.property("text") or "") if item.inherits("QQuickText") else ""
        if not text:
            continue
        if item.parentItem().inherits("QQuickRectangle") and _is_key(item) and item.property("truncated"):
            found.append(f"cut: {text}")
        if float(item.property("contentHeight")) > item.height() + SLACK and item.property("truncated"):
            found.append(f"too high: {text}")
        corner = item.mapToScene(QPointF(0, 0))
        right = corner.x() + min(item.width(), float(item.property("contentWidth")))
        if not scrolled and (corner.x() < -SLACK or right > window.width() + SLACK):
            found.append(f"outside: {text}")
    return found


def _is_key(item: QQuickItem) -> bool:
    """Words of a key are never shortened."""
    return item.parentItem().property("keyName") is not None


@pytest.fixture
def centre() -> Centre:
    hall = load(EXAMPLES / "phuong").hall
    return Centre(hall, hall.counters[1].id)


def check(qtbot: QtBot, stand: Stand) -> None:
    for language in ("vi", "en"):
        stand.speak(language)
        with suppress(TimeoutError):
            qtbot.waitUntil(lambda: not faults(stand.screen), timeout=LAID_OUT_MS)
        assert faults(stand.screen) == [], language


@pytest.mark.parametrize("dialog", DIALOGS)
@pytest.mark.parametrize("size", [QSize(1280, 800), QSize(1024, 768), QSize(380, 900)], ids=str)
def test_the_consoles_words_are_whole(qtbot: QtBot, centre: Centre, size: QSize, dialog: str) -> None:
    stand = Stand(centre, size, lambda name, screen: None, "look")
    stand.put(replace(centre.state(centre.current("serving")), help=centre.help()))
    stand.dialog(dialog)
    check(qtbot, stand)
    stand.screen.close()


@pytest.mark.parametrize("size", [QSize(1280, 800), QSize(800, 1280)], ids=str)
def test_the_panels_words_are_whole(qtbot: QtBot, centre: Centre, size: QSize) -> None:
    stand = PanelStand(centre, size, lambda name, screen: None, "look")
    fee = FeeView(amount_vnd=1_250_000, state="asked", dossier="000.00.14.H56-200203-0118")
    for state in (
        centre.state(empty=True),
        centre.state(state="paused", pause_reason="Nghỉ giải lao"),
        centre.state(centre.current("called")),
        centre.state(centre.current("serving", fee=fee)),
    ):
        stand.put(state)
        check(qtbot, stand)
    stand.screen.close()


@pytest.mark.parametrize("size", [QSize(1280, 800), QSize(1920, 1080)], ids=str)
@pytest.mark.parametrize("dialog", ["", "assign", "close-day", "broadcast", "audit", "reprint"])
def test_the_supervisors_words_are_whole(qtbot: QtBot, centre: Centre, size: QSize, dialog: str) -> None:
    stand = HallStand(centre, size, lambda name, screen: None, "look")
    stand.wire.trail = centre.trail()
    stand.put(replace(centre.whole(), help=centre.help()))
    stand.dialog(dialog)
    check(qtbot, stand)
    stand.screen.close()
