"""A counter's own app against a real hub, with a hand that presses keys and clicks what it sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QPointF, Qt
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from counter_client.__main__ import CounterApp, build
from hub.client.link import Link
from hub.messages import commands
from hub.messages.commands import Command
from hub.messages.frames import Ev, Role
from hub.messages.views import HallState
from tests.helpers.hub import HubThread
from ui.loop_thread import LoopThread

PATIENCE_MS = 10_000


class Station:
    """A plain station beside the app under test: issues tickets, acts at other counters, hears events."""

    def __init__(self, hub: HubThread, role: Role, name: str) -> None:
        self.events: list[Ev] = []
        self.state: HallState | None = None
        self._loop = LoopThread(name)
        self._link = Link([hub.address], hub.pair(role, name), role, name, self)
        self._loop.start()
        self._loop.supervise("link", self._link.run)

    def do(self, command: Command) -> Any:
        return self._loop.submit(self._link.send(command)).result(10)

    def issue(self, service: str = "khai-sinh", **more: Any) -> str:
        """Return the new ticket's number."""
        number: str = self.do(commands.IssueTicket(service=service, **more))["ticket"]["number"]
        return number

    def close(self) -> None:
        self._loop.stop()

    def on_online(self) -> None: ...

    def on_away(self, since: datetime) -> None: ...

    def on_state(self, state: HallState, seq: int) -> None:
        self.state = state

    def on_event(self, event: Ev, fresh: bool) -> None:
        self.events.append(event)

    def kinds(self) -> list[str]:
        return [event.ev for event in self.events]


@contextmanager
def station(qtbot: QtBot, hub: HubThread, role: Role, name: str) -> Iterator[Station]:
    beside = Station(hub, role, name)
    try:
        qtbot.waitUntil(lambda: beside.state is not None, timeout=PATIENCE_MS)
        yield beside
    finally:
        beside.close()


class Hand:
    """Presses and clicks in one window, and reads it."""

    def __init__(self, qtbot: QtBot, app: CounterApp) -> None:
        self.qtbot = qtbot
        self.app = app
        self.window: QQuickWindow = app.screen.window

    @property
    def page(self) -> str:
        return str(self.window.property("page"))

    @property
    def number(self) -> str:
        return str(self.window.property("ticketNumber"))

    def wait(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE_MS)

    def wait_page(self, page: str) -> None:
        self.wait(lambda: self.page == page)

    def find(self, name: str) -> QQuickItem | None:
        """Return the visible item of that name."""
        return next((one for one in _below(self.window.contentItem()) if one.objectName() == name), None)

    def enabled(self, name: str) -> bool:
        item = self.find(name)
        return item is not None and item.isEnabled()

    def text(self, name: str) -> str:
        item = self.find(name)
        return "" if item is None else str(item.property("text"))

    def click(self, name: str) -> None:
        """Click the middle of the item as soon as it is there, enabled and at rest (laid out anew)."""
        places: list[QPointF] = []

        def at_rest() -> bool:
            item = self.find(name)
            if item is not None and item.isEnabled():
                places.append(item.mapToScene(QPointF(item.width() / 2, item.height() / 2)))
            return len(places) > 1 and places[-1] == places[-2]

        self.wait(at_rest)
        middle = places[-1].toPoint()
        QTest.mouseClick(self.window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.window, key, modifiers)

    def type(self, text: str) -> None:
        for letter in text:
            QTest.keyClick(self.window, letter)


def _below(item: QQuickItem) -> Iterator[QQuickItem]:
    for child in item.childItems():
        if child.isVisible():
            yield child
            yield from _below(child)


def station_file(
    folder: Path, hub: HubThread, role: Role = "counter", name: str = "q1", devices: str = 'sound = "off"'
) -> Path:
    """Write station.toml and its key for a newly paired device."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "key").write_text(hub.pair(role, name))
    file = folder / "station.toml"
    file.write_text(
        f'id = "{name}"\nrole = "{role}"\n[hub]\naddresses = ["{hub.address}"]\nkey_file = "key"\n'
        f"[screen]\nfull_screen = false\n[devices]\n{devices}\n"
    )
    return file


@contextmanager
def running(qtbot: QtBot, file: Path, size: str = "1280x800") -> Iterator[Hand]:
    """The app of that station file, connected and showing the hall."""
    app = build(["--station", str(file), "--size", size])
    app.start()
    hand = Hand(qtbot, app)
    try:
        hand.wait(lambda: hand.page != "connecting" and app.online)
        hand.wait(lambda: hand.window.isActive())
        yield hand
    finally:
        app.stop()
