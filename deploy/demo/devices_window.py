"""The window in which a person plays the devices: pulls the paper, scans a code, presses the keypad."""

from __future__ import annotations

import json
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from deploy.demo.devices import SimulatedDevices, say
from hardware.simulated.events import Event, SlipCut, StatusChanged
from ui.application import Screen, start_qt
from ui.gui_thread import GuiThread
from ui.loop_thread import LoopThread

QML_IMPORT_NAME = "Demo"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class DeviceDesk(QObject):
    """What the window shows and does."""

    changed = Signal()

    def __init__(self, directory: Path, paper: Path, counter: str, codes: list[str]) -> None:
        super().__init__()
        self._gui = GuiThread(self)
        self._loop = LoopThread("devices")
        self._devices = SimulatedDevices(directory, paper, self._hear)
        self._counter, self._codes = counter, codes
        self._slip, self._paper_out, self._news = "", False, ""

    def start(self) -> dict[str, str]:
        self._loop.start()
        return self._loop.submit(self._devices.start()).result(10)

    def stop(self) -> None:
        self._loop.submit(self._devices.stop()).result(10)
        self._loop.stop()

    def _get_slip(self) -> str:
        return self._slip

    def _get_paper_out(self) -> bool:
        return self._paper_out

    def _get_codes(self) -> list[str]:
        return self._codes

    def _get_counter(self) -> str:
        return self._counter

    def _get_news(self) -> str:
        return self._news

    slip = Property(str, _get_slip, notify=changed)
    paperOut = Property(bool, _get_paper_out, notify=changed)
    codes = Property(list, _get_codes, constant=True)
    counter = Property(str, _get_counter, constant=True)
    news = Property(str, _get_news, notify=changed)

    @Slot()
    def pull_paper(self) -> None:
        self._do({"do": "pull_paper"})

    @Slot()
    def load_paper(self) -> None:
        self._do({"do": "load_paper"})

    @Slot(str)
    def scan(self, text: str) -> None:
        self._do({"do": "scan", "text": text})

    @Slot(int)
    def press(self, score: int) -> None:
        self._do({"do": "press", "score": score})

    def _do(self, command: dict[str, Any]) -> None:
        self._loop.submit(self._devices.obey(command))

    def _hear(self, event: Event) -> None:
        say(event)
        self._gui.post(lambda: self._show(event))

    def _show(self, event: Event) -> None:
        match event:
            case SlipCut(file=file, length_mm=length):
                self._slip = QUrl.fromLocalFile(file).toString() if file else ""
                self._news = f"Phiếu vừa in dài {length:.0f} mm."
            case StatusChanged(what="paper_out", on=on):
                self._paper_out = on
                self._news = "Máy in hết giấy." if on else "Đã nạp giấy."
            case _:
                return
        self.changed.emit()


def run(directory: Path, paper: Path, counter: str, codes: list[str]) -> int:
    """Open the window and run until it is closed or stdin ends."""
    application = start_qt("Thiết bị giả lập")
    desk = DeviceDesk(directory, paper, counter, codes)
    print(f"ready {json.dumps(desk.start())}", flush=True)
    screen = Screen(Path(__file__).with_name("Devices.qml"), {"desk": desk})
    screen.show(full_screen=False)
    gui = GuiThread()
    threading.Thread(target=_quit_at_end_of_input, args=(gui, application.quit), daemon=True).start()
    code: int = application.exec()
    desk.stop()
    return code


def _quit_at_end_of_input(gui: GuiThread, leave: Callable[[], None]) -> None:
    sys.stdin.read()
    gui.post(leave)
