"""``motcua-display``: one lobby screen of the hall (design §10)."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from config.loader import load_station
from config.mistakes import ConfigError
from config.station import Station
from display import clips_command, film, gallery_command
from display.hall_sight import HallSight
from display.lobby_screen import LobbyScreen
from display.loudspeaker import Loudspeaker
from display.media_view_model import MediaViewModel
from display.painted import Painted
from display.questions import Questions
from hardware.errors import HardwareError
from ui.application import Screen, arguments, chosen_size, start_qt
from ui.hall_link import HallLink
from ui.loop_thread import LoopThread
from ui.termination import Termination
from ui.watchdog import Pulse, Watchdog

if TYPE_CHECKING:
    from display.sign_line import SignLine

QML = Path(__file__).parent / "qml" / "Main.qml"
TYPES = (film,)
"""Imported for the QML types they register."""
TRANSLATIONS = Path(__file__).parent / "translations"


class DisplayApp(QObject):
    """One lobby screen. ``sounded(number, monotonic ns)``: the first sample of a call was written."""

    sounded = Signal(str, object)

    def __init__(self, application: QGuiApplication, station: Station, options: object) -> None:
        super().__init__()
        self.application = application
        self.station = station
        self.lobby = LobbyScreen(station.id, station.screen.language, time.monotonic)
        size = chosen_size(options, station.screen.size)  # type: ignore[arg-type]
        self._full_screen = station.screen.full_screen and size is None
        lobby = self.lobby
        self.media = MediaViewModel(self)
        self.screen = Screen(QML, {**lobby.views, "media": self.media}, size)
        self.screen.use_language(station.screen.language, TRANSLATIONS)
        self._loop = LoopThread("display-link")
        self.link = HallLink(station, Path(), self._loop)
        self.painted = Painted(self.screen.window, self)
        self.loudspeaker = Loudspeaker(station.devices.sound, Path(station.data))
        self._questions = Questions(self.link.ask, self)
        self.signs = self._sign_line()
        self._watchdog = Watchdog(os.environ, Pulse(self._loop).answered)
        self._wire()

    def _sign_line(self) -> SignLine | None:
        devices = self.station.devices
        if not devices.sign:
            return None
        from display.sign_line import SignLine

        return SignLine(devices.sign, devices.sign_kind, self._loop)

    def _wire(self) -> None:
        link, lobby, speaker, questions = self.link, self.lobby, self.loudspeaker, self._questions
        link.stateChanged.connect(lobby.take_state)
        link.eventArrived.connect(lobby.take_event)
        link.onlineChanged.connect(lobby.take_online)
        link.onlineChanged.connect(questions.take_online)
        lobby.hallChanged.connect(questions.take_hall)
        lobby.hallChanged.connect(speaker.take_hall)
        lobby.hallChanged.connect(self._take_media)
        lobby.called.connect(speaker.announce)
        lobby.calledElsewhere.connect(speaker.announce)
        lobby.dayChanged.connect(speaker.new_day)
        lobby.spotlighted.connect(self.painted.expect)
        lobby.listed.connect(self.painted.expect)
        questions.procedures.connect(lobby.take_procedures)
        questions.dossiers.connect(lobby.take_dossiers)
        self.painted.painted.connect(lambda seq: link.seen(seq, "shown"))
        speaker.spoken.connect(lambda seq: link.seen(seq, "spoken"))
        speaker.sounded.connect(self.sounded)
        speaker.speaking.connect(self.media.speaks)
        if self.signs is not None:
            lobby.hallChanged.connect(self.signs.take_hall)
            link.stateChanged.connect(self.signs.take_state)

    def _take_media(self, place: HallSight) -> None:
        """Films sound only where the voice does too: elsewhere nobody could lower them under it."""
        display, sound = place.display, self.station.devices.sound
        names = display.media if display.layout == "calls_media" else ()
        self.media.take(names, Path(self.station.data), display.speaks and sound == "default")

    def start(self) -> None:
        """Show the window and look for the hub."""
        self.screen.show(self._full_screen)
        self.lobby.start()
        self._loop.start()
        self.link.start()
        if self.signs is not None:
            self.signs.start()
        self._watchdog.start()

    def stop(self) -> None:
        self._watchdog.stop()
        self.lobby.stop()
        self.media.stop()
        self._questions.stop()
        self._loop.stop()
        self.screen.discard()


def build(argv: Sequence[str]) -> DisplayApp:
    """Return the screen ``argv`` asks for. Exits with status 2 and a line on stderr where it cannot be."""
    options = arguments("motcua-display", "Màn hình sảnh: gọi số, hướng dẫn, tình trạng hồ sơ.").parse_args(
        argv
    )
    station = _station(options.station)
    try:
        app = DisplayApp(start_qt("motcua-display"), station, options)
    except HardwareError as error:
        _refuse(f"{options.station.name}: devices: {error}")
    if options.screenshot is not None:
        app.screen.grab_when([app.link.stateChanged], options.screenshot)
    return app


def _station(file: Path | None) -> Station:
    if file is None:
        _refuse("cần --station FILE (station.toml của máy này)")
    try:
        station = load_station(file)
        Path(station.hub.key_file).read_text(encoding="utf-8")
    except ConfigError as error:
        _refuse(str(error))
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "không phải văn bản"
        _refuse(f"{file.name}: hub.key_file: không đọc được tệp khóa ({why})")
    if station.role != "display":
        _refuse(f"{file.name}: role: máy này là “{station.role}”, không phải “display”")
    return station


def _refuse(why: str) -> NoReturn:
    print(f"motcua-display: {why}", file=sys.stderr)
    raise SystemExit(2)


def main() -> int:
    if sys.argv[1:2] == ["clips"]:
        return clips_command.run(sys.argv[2:], sys.stdout)
    if sys.argv[1:2] == ["gallery"]:
        return gallery_command.run(sys.argv[2:], QML, TRANSLATIONS, sys.stdout)
    app = build(sys.argv[1:])
    Termination(app.application)
    QTimer.singleShot(0, app.start)
    code = app.application.exec()
    app.stop()
    return code


if __name__ == "__main__":
    sys.exit(main())
