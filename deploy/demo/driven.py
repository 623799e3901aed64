"""An app of the hall with a hand on it: touches, keys and pictures asked for in JSON lines on stdin.

``python -m deploy.demo.driven kiosk --station FILE …`` runs the very app that ``motcua-kiosk`` runs; the hand
stands outside and acts through Qt's own events. Times are ``time.monotonic_ns()``, one clock for the machine.
"""

from __future__ import annotations

import importlib
import json
import sys
import threading
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, QPoint, QPointF, Qt, QTimer
from PySide6.QtGui import QKeySequence, QPointingDevice
from PySide6.QtQuick import QQuickItem, QQuickWindow
from PySide6.QtTest import QTest

from ui.gui_thread import GuiThread

APPS = {
    "kiosk": "kiosk.__main__",
    "display": "display.__main__",
    "counter": "counter_client.__main__",
    "phone": "deploy.demo.phone",
}
LOOK_EVERY_MS = 15


def say(**event: Any) -> None:
    sys.stdout.write(json.dumps({"ns": time.monotonic_ns(), **event}, ensure_ascii=False) + "\n")
    sys.stdout.flush()


def find_item(window: QQuickWindow, name: str) -> QQuickItem | None:
    """Return the visible item of that ``objectName``, wherever it hangs."""
    waiting = [window.contentItem()]
    while waiting:
        item = waiting.pop()
        if item.objectName() == name and item.isVisible():
            return item
        waiting.extend(item.childItems())
    return None


class Hand:
    """Does what one command says to one window."""

    def __init__(self, window: QQuickWindow) -> None:
        self._window = window
        self._device = QTest.createTouchDevice()
        self._watched: dict[str, str] = {}
        self._found: dict[str, QQuickItem | None] = {}
        self._pending: list[str] = []
        window.frameSwapped.connect(self._painted)

    def obey(self, command: dict[str, Any]) -> None:
        number = command.get("id")
        act: Callable[..., None] | None = getattr(self, "do_" + str(command.get("do")), None)
        if act is None:
            say(id=number, ok=False, why="unknown command")
            return
        act(number, command)

    def do_tap(self, number: int, command: dict[str, Any]) -> None:
        """Touch the middle of the item as soon as it is there and enabled."""
        name = command["name"]
        told: dict[str, Any] = {}

        def touch() -> bool:
            item = find_item(self._window, name)
            if item is None or not item.isEnabled() or item.width() <= 0:
                return False
            middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2)).toPoint()
            told["touch_ns"] = time.monotonic_ns()
            _touch(self._window, self._device, middle)
            say(ev="touched", name=name, **told)
            return True

        self._soon(number, command, touch, f"nothing to touch named {name}", told)

    def do_key(self, number: int, command: dict[str, Any]) -> None:
        combination = QKeySequence(command["key"])[0]  # type: ignore[index]
        started = time.monotonic_ns()
        QTest.keyClick(self._window, combination.key(), combination.keyboardModifiers())
        say(id=number, ok=True, key_ns=started)

    def do_type(self, number: int, command: dict[str, Any]) -> None:
        for letter in command["text"]:
            QTest.keyClick(self._window, letter)
        say(id=number, ok=True)

    def do_wait(self, number: int, command: dict[str, Any]) -> None:
        """Until the window's ``property`` equals ``value``, or item ``name``'s does."""
        name, key, value = command.get("name"), command["property"], command["value"]

        def arrived() -> bool:
            holder = find_item(self._window, name) if name else self._window
            return holder is not None and holder.property(key) == value

        self._soon(number, command, arrived, f"{name or 'window'}.{key} never became {value!r}")

    def do_read(self, number: int, command: dict[str, Any]) -> None:
        name = command.get("name")
        holder = find_item(self._window, name) if name else self._window
        value = None if holder is None else holder.property(command["property"])
        say(id=number, ok=True, value=value)

    def do_watch(self, number: int, command: dict[str, Any]) -> None:
        """From now on say ``painted`` whenever the item's text stands on the screen anew."""
        self._watched[command["name"]] = self._text(command["name"])
        say(id=number, ok=True)

    def do_grab(self, number: int, command: dict[str, Any]) -> None:
        file = Path(command["file"])
        QTimer.singleShot(int(command.get("after_ms", 350)), lambda: self._grab(number, file))

    def do_move(self, number: int, command: dict[str, Any]) -> None:
        self._window.setPosition(int(command["x"]), int(command["y"]))
        say(id=number, ok=True)

    def do_quit(self, number: int, command: dict[str, Any]) -> None:
        say(id=number, ok=True)
        QTimer.singleShot(0, self._window.close)

    def _grab(self, number: int, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        say(id=number, ok=bool(self._window.grabWindow().save(str(file))), file=file.name)

    def _text(self, name: str) -> str:
        """Asked at every picture, so an item once found is kept: the search would cost more than drawing."""
        item = self._found.get(name)
        if item is None or not shiboken6.isValid(item) or item.objectName() != name or not item.isVisible():
            item = self._found[name] = find_item(self._window, name)
        return "" if item is None else str(item.property("text"))

    def _painted(self) -> None:
        now = time.monotonic_ns()
        for name, before in self._watched.items():
            text = self._text(name)
            if text != before:
                self._watched[name] = text
                say(ev="painted", name=name, text=text, painted_ns=now)

    def _soon(
        self,
        number: int,
        command: dict[str, Any],
        attempt: Callable[[], bool],
        why: str,
        told: dict[str, Any] | None = None,
    ) -> None:
        """Attempt again and again until it is done or too late; then answer, with what is in ``told``."""
        deadline = time.monotonic() + float(command.get("timeout_s", 5))
        timer = QTimer(self._window, interval=LOOK_EVERY_MS)

        def look() -> None:
            done = attempt()
            if done or time.monotonic() > deadline:
                timer.stop()
                timer.deleteLater()
                say(id=number, ok=done, **((told or {}) if done else {"why": why}))

        timer.timeout.connect(look)
        timer.start()


def _touch(window: QQuickWindow, device: QPointingDevice, place: QPoint) -> None:
    QTest.touchEvent(window, device).press(0, place, window).commit()
    QTest.touchEvent(window, device).release(0, place, window).commit()


def _listen(gui: GuiThread, hand: Hand, stop: Callable[[], None]) -> None:
    for line in sys.stdin:
        command = json.loads(line)
        gui.post(partial(hand.obey, command))
    gui.post(stop)


def main() -> int:
    module = importlib.import_module(APPS[sys.argv[1]])
    app = module.build(sys.argv[2:])
    window: QQuickWindow = app.screen.window
    first = QTimer(singleShot=True)
    first.timeout.connect(lambda: say(ev="first_frame"))
    window.frameSwapped.connect(first.start, Qt.ConnectionType.SingleShotConnection)
    gui = GuiThread()
    hand = Hand(window)
    _report_sounds(app)
    threading.Thread(target=_listen, args=(gui, hand, app.application.quit), daemon=True).start()
    app.start()
    say(ev="ready")
    code: int = app.application.exec()
    app.stop()
    return code


def _report_sounds(app: QObject) -> None:
    sounded = getattr(app, "sounded", None)
    if sounded is not None:
        sounded.connect(lambda number, ns: say(ev="sounded", number=number, sounded_ns=ns))


if __name__ == "__main__":
    sys.exit(main())
