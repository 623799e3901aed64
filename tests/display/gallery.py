"""Pictures of every lobby layout: ``python -m tests.display.gallery OUT``. Look at them!"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from msgspec.structs import replace
from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtGui import QImage

from config.loader import EXAMPLES, load
from config.model import Display, Hall, Procedure
from display.__main__ import QML, TRANSLATIONS
from display.answers import DossierBoard
from display.lobby_screen import LobbyScreen
from display.media_view_model import MediaViewModel
from hub.messages.views import BoardRow
from tests.display.halls import NOW, a_call, a_state, busy_state, call_event, quiet_state
from ui.application import Screen, start_qt

SIZES = {"landscape": QSize(1920, 1080), "portrait": QSize(1080, 1920), "4k": QSize(3840, 2160)}
LAYOUTS = ("calls_media", "calls", "dossiers", "guide")
MOODS = ("busy", "quiet", "empty", "away", "contrast")


@dataclass(frozen=True)
class Shot:
    layout: str
    mood: str
    size: str

    @property
    def name(self) -> str:
        return f"tv-{self.layout}-{self.mood}-{self.size}"


class Stopped:
    """A clock that stands until it is moved."""

    now_s = 100.0

    def __call__(self) -> float:
        return self.now_s


def shots() -> Iterator[Shot]:
    for layout in LAYOUTS:
        for mood in MOODS:
            for size in SIZES:
                yield Shot(layout, mood, size)


def board() -> DossierBoard:
    states = (9, 4, 5, 4, 9, 6, 4, 10, 4, 3, 8, 2, 4, 9, 5)
    rows = tuple(
        BoardRow(
            code=f"H57.132-26{8 + place % 4:02}**-**{17 + place * 5 % 80:02}",
            state=state,
            due_at=f"2026-11-{17 + place % 12:02}T16:30:00+07:00",
            agency=("UBND phường Xuân Hương", "Sở Nông nghiệp và Môi trường", "Công an phường")[place % 3],
        )
        for place, state in enumerate(states)
    )
    return DossierBoard(rows, "2026-11-20T10:20:00+07:00")


def lobby_for(
    hall: Hall, procedures: tuple[Procedure, ...], shot: Shot, clock: Stopped, language: str
) -> LobbyScreen:
    zones = tuple(zone.id for zone in hall.zones)[:1]
    theme = "high_visibility" if shot.mood == "contrast" else "night"
    display = Display(id="tv", zones=zones, layout=shot.layout, theme=theme)
    hall = hall.model_copy(update={"displays": (display,)})
    lobby = LobbyScreen("tv", language, clock)
    state = {"empty": a_state, "quiet": quiet_state}.get(shot.mood, busy_state)(hall)
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
    if shot.mood == "away":
        lobby.take_online(False, NOW.astimezone(UTC))
    return lobby


def take(shot: Shot, lobby: LobbyScreen, out: Path, language: str) -> None:
    media = MediaViewModel(lobby)
    screen = Screen(QML, {**lobby.views, "media": media}, SIZES[shot.size])
    screen.use_language(language, TRANSLATIONS)
    screen.show(full_screen=False)
    wait(1300)
    screen.grab(out / f"{shot.name}.png")
    image = QImage(str(out / f"{shot.name}.png"))
    small = image.scaledToWidth(image.width() // 6, Qt.TransformationMode.SmoothTransformation)
    small.save(str(out / f"{shot.name}-far.png"))
    screen.discard()


def wait(milliseconds: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--centre", default="phuong")
    parser.add_argument("--language", default="vi")
    parser.add_argument("--only", default="", help="part of a picture's name")
    parser.add_argument(
        "--at", type=float, default=100.0, help="seconds on the clock: chooses slide and page"
    )
    options = parser.parse_args()
    application = start_qt("gallery")
    centre = load(EXAMPLES / options.centre)
    options.out.mkdir(parents=True, exist_ok=True)
    clock = Stopped()
    clock.now_s = options.at
    kept = []
    for shot in shots():
        if options.only in shot.name:
            lobby = lobby_for(centre.hall, centre.procedures, shot, clock, options.language)
            kept.append(lobby)
            take(shot, lobby, options.out, options.language)
            print(shot.name)
    application.quit()


if __name__ == "__main__":
    main()
