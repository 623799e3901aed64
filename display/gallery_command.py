"""``motcua-display gallery``: pictures of every layout of a centre, in every state, near and from afar."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC
from itertools import product
from pathlib import Path
from typing import TextIO, get_args

from msgspec.structs import replace
from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtGui import QImage

from config.loader import load
from config.mistakes import ConfigError
from config.model import Display, Hall, Procedure
from display.lobby_screen import LobbyScreen
from display.media_view_model import MediaViewModel
from display.rehearsal import NOW, a_call, a_state, board, busy_state, call_event, quiet_state
from hub.messages.views import TickerView
from ui.application import Screen, start_qt

SIZES = {"landscape": QSize(1920, 1080), "portrait": QSize(1080, 1920), "4k": QSize(3840, 2160)}
LAYOUTS: tuple[str, ...] = get_args(Display.model_fields["layout"].annotation)
LANGUAGES = ("vi", "en")
MOODS = ("busy", "quiet", "empty", "rest", "away", "contrast")
"""``rest``: a busy hall whose last call no longer shines, and a supervisor's message."""
MESSAGE = "Xe mang biển số 29A-123.45 xin vui lòng dời chỗ"
FAR = 6
"""Seen from six metres a screen is about as large as a sixth of it at one."""
REST_MS = 1000
"""Until the pulse of a new call has faded."""


@dataclass(frozen=True, slots=True)
class Shot:
    layout: str
    mood: str
    size: str
    language: str = "vi"

    @property
    def name(self) -> str:
        plain = f"tv-{self.layout}-{self.mood}-{self.size}"
        return plain if self.language == "vi" else f"{plain}-{self.language}"


class Stopped:
    """A clock that stands."""

    def __init__(self, now_s: float) -> None:
        self.now_s = now_s

    def __call__(self) -> float:
        return self.now_s


def run(argv: Sequence[str], qml: Path, translations: Path, out: TextIO) -> int:
    """Return 0 when all pictures were taken, 2 for a centre that cannot be read."""
    options = _parser().parse_args(argv)
    try:
        centre = load(options.centre)
    except ConfigError as error:
        out.write(f"motcua-display: {error}\n")
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # pictures need no screen
    application = start_qt("motcua-display")
    options.out.mkdir(parents=True, exist_ok=True)
    clock = Stopped(options.at)
    for shot in _shots(options):
        lobby = lobby_for(centre.hall, centre.procedures, shot, clock)
        screen = Screen(qml, {**lobby.views, "media": MediaViewModel(lobby)}, SIZES[shot.size])
        screen.use_language(shot.language, translations)
        take(shot, screen, options.out)
        out.write(f"{shot.name}\n")
    application.quit()
    return 0


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="motcua-display gallery", description="Ảnh mọi bố cục màn hình của trung tâm."
    )
    parser.add_argument("out", type=Path, metavar="DIR", help="thư mục đặt ảnh; *-far.png là nhìn từ sáu mét")
    parser.add_argument(
        "--centre", type=Path, required=True, metavar="DIR", help="thư mục cấu hình trung tâm"
    )
    parser.add_argument("--language", default="vi", help="vi, en, … hoặc all: tiếng Việt và tiếng Anh")
    parser.add_argument("--only", default="", metavar="WORD", help="chỉ ảnh có tên chứa WORD")
    parser.add_argument("--at", type=float, default=100.0, metavar="S", help="chọn trang, tờ hướng dẫn")
    return parser


def _shots(options: Namespace) -> Iterator[Shot]:
    languages = LANGUAGES if options.language == "all" else (options.language,)
    every = (Shot(*parts) for parts in product(LAYOUTS, MOODS, SIZES, languages))
    return (shot for shot in every if options.only in shot.name)


def lobby_for(hall: Hall, procedures: tuple[Procedure, ...], shot: Shot, clock: Stopped) -> LobbyScreen:
    zones = tuple(zone.id for zone in hall.zones)[:1]
    theme = "high_visibility" if shot.mood == "contrast" else "night"
    display = Display.model_validate({"id": "tv", "zones": zones, "layout": shot.layout, "theme": theme})
    hall = hall.model_copy(update={"displays": (display,)})
    lobby = LobbyScreen("tv", shot.language, clock)
    state = {"empty": a_state, "quiet": quiet_state}.get(shot.mood, busy_state)(hall)
    if shot.mood == "rest":
        state = replace(state, ticker=TickerView(text=MESSAGE, at=state.now))
    lobby.take_online(True, None)
    lobby.take_state(state)
    lobby.take_procedures(procedures)
    if shot.mood != "empty":
        lobby.take_dossiers(board())
        counter = next(one for one in hall.counters if one.zone in zones)
        prefix = next(one.prefix for one in hall.services if one.id == counter.services[0])
        call = a_call(999, f"{prefix}012", counter.id, counter.zone)
        lobby.take_event(call_event(call), True)
        lobby.take_state(replace(state, calls=[*state.calls, call]))
    if shot.mood == "rest":
        clock.now_s += hall.calling.spotlight_s + 1
        lobby.refresh()
        clock.now_s -= hall.calling.spotlight_s + 1
    if shot.mood == "away":
        lobby.take_online(False, NOW.astimezone(UTC))
    return lobby


def take(shot: Shot, screen: Screen, out: Path) -> None:
    """Write the picture, and a small one beside it."""
    screen.show(full_screen=False)
    _wait(REST_MS)
    file = out / f"{shot.name}.png"
    screen.grab(file)
    image = QImage(str(file))
    small = image.scaledToWidth(image.width() // FAR, Qt.TransformationMode.SmoothTransformation)
    small.save(str(out / f"{shot.name}-far.png"))
    screen.discard()


def _wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
