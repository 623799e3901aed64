"""What drawing costs one TV, in its own process: pictures a second while it moves, CPU at rest, a call.

``python -m bench.frames 1920x1080`` prints one JSON line.
"""

from __future__ import annotations

import json
import os
import sys
import time
from dataclasses import dataclass

os.environ.update(QT_QPA_PLATFORM="offscreen", QT_QUICK_BACKEND="software")

from msgspec.structs import replace
from PySide6.QtCore import QEventLoop, QSize, QTimer

from config.loader import EXAMPLES, load
from display.__main__ import QML
from display.lobby_screen import LobbyScreen
from display.media_view_model import MediaViewModel
from display.rehearsal import a_call, busy_state, call_event
from ui.application import Screen, start_qt

START_S, REST_S, CALLS, EVERY_S = 2.0, 20.0, 5, 5.0
MOVES_FROM_S, MOVES_UNTIL_S = 0.2, 0.8
"""Of a call's pulse, what is surely motion."""


@dataclass(frozen=True, slots=True)
class Cost:
    rest_percent: float
    pictures_a_second: float
    """While the newest call pulses."""
    call_ms: float
    """CPU time of one call: the news, the first picture, the pulse, rows that move."""


class Television:
    """One screen of the larger example centre, busy."""

    def __init__(self, size: QSize) -> None:
        centre = load(EXAMPLES / "tinh")
        self._hall = centre.hall
        self.lobby, self.media = LobbyScreen(self._hall.displays[0].id), MediaViewModel()
        self.screen = Screen(QML, {**self.lobby.views, "media": self.media}, size)
        self.frames = 0
        self.screen.window.frameSwapped.connect(self._swapped)
        self._state, self._seq = busy_state(self._hall), 100
        self.screen.show(full_screen=False)
        self.lobby.start()
        self.lobby.take_online(True, None)
        self.lobby.take_state(self._state)
        self.lobby.take_procedures(centre.procedures)

    def _swapped(self) -> None:
        self.frames += 1

    def call(self) -> None:
        self._seq += 1
        counter = self._hall.counters[self._seq % 12]
        call = a_call(self._seq, f"A{self._seq:03}", counter.id, counter.zone)
        self.lobby.take_event(call_event(call), True)
        self._state = replace(self._state, calls=[*self._state.calls, call])
        self.lobby.take_state(self._state)


def measure(size: QSize) -> Cost:
    application = start_qt("motcua-display")
    tv = Television(size)
    _wait(START_S)
    rest_s = _cpu_during(REST_S)
    frames, busy_s = [], 0.0
    for _ in range(CALLS):
        before_s = time.process_time()
        tv.call()
        _wait(MOVES_FROM_S)
        frames.append(-tv.frames)
        _wait(MOVES_UNTIL_S - MOVES_FROM_S)
        frames[-1] += tv.frames
        _wait(EVERY_S - MOVES_UNTIL_S)
        busy_s += time.process_time() - before_s
    each_ms = 1000 * (busy_s / CALLS - rest_s / REST_S * EVERY_S)
    tv.screen.discard()
    application.quit()
    moving_s = CALLS * (MOVES_UNTIL_S - MOVES_FROM_S)
    return Cost(100 * rest_s / REST_S, sum(frames) / moving_s, each_ms)


def _cpu_during(seconds: float) -> float:
    before_s = time.process_time()
    _wait(seconds)
    return time.process_time() - before_s


def _wait(seconds: float) -> None:
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def main() -> int:
    width, height = map(int, sys.argv[1].split("x"))
    cost = measure(QSize(width, height))
    found = {"rest": cost.rest_percent, "fps": cost.pictures_a_second, "call_ms": cost.call_ms}
    print(json.dumps(found), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
