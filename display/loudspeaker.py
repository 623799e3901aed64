"""The voice of one lobby screen: follows the centre's settings, announces calls, tells when they sounded."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from config.model import Voice
from display.announcements import announcement, announcement_elsewhere, manner_of
from display.clip_store import library_for, make_missing
from display.hall_sight import HallSight
from display.sound import output_of, player_for
from hub.messages.views import CallView
from ui.voice.announcer import Call
from ui.voice.player import Output, Sounded, VoicePlayer


class Loudspeaker(QObject):
    """Signals: ``sounded(number, monotonic ns)`` at a call's first sample, ``spoken(seq)`` once heard.

    ``speaking(bool)`` when the voice begins, and when nothing is left to say.
    """

    sounded = Signal(str, object)
    spoken = Signal(int)
    speaking = Signal(bool)

    def __init__(self, sound: str, data: Path) -> None:
        """``sound`` as in station.toml; ``data`` is the station's folder."""
        super().__init__()
        self._sound, self._data = sound, data
        self._place: HallSight | None = None
        self._voice: Voice | None = None
        self._output: Output | None = None
        self._player: VoicePlayer | None = None

    def take_hall(self, place: HallSight) -> None:
        self._place = place
        if place.display.speaks and place.hall.voice != self._voice:
            self._voice = place.hall.voice
            self._set_up(place.hall.voice)

    def announce(self, call: CallView) -> None:
        """Say ``call``, or let another screen say it, after those before it; its frame goes first."""
        if self._player is None or self._place is None:
            return
        told = announcement(call, self._place) or announcement_elsewhere(call, self._place)
        if told is not None:
            player = self._player
            QTimer.singleShot(0, self, lambda: player.announce(told))

    def new_day(self) -> None:
        if self._player is not None:
            self._player.clear()

    def _set_up(self, voice: Voice) -> None:
        self._output = self._output or output_of(self._sound)
        if self._output is None:
            return
        library = library_for(voice, self._data)
        manner = manner_of(voice)
        if self._player is not None:
            self._player.use(library, manner)
        else:
            self._player = player_for(library, self._output, self._began, self._heard, self._fell_silent)
            self._player.use(library, manner)

        def prepare() -> None:
            make_missing(voice)
            library.warm_up(manner.languages)

        threading.Thread(target=prepare, name="clips", daemon=True).start()

    def _began(self, sounded: Sounded) -> None:
        self.speaking.emit(True)
        self.sounded.emit(sounded.call.ticket, sounded.at_ns)

    def _heard(self, call: Call) -> None:
        self.spoken.emit(call.seq)

    def _fell_silent(self) -> None:
        self.speaking.emit(False)
