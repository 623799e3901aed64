"""A soft chime when somebody waits and the counter stays free: the clerk may look elsewhere meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from counter_client.floor import Floor
from counter_client.hall_watch import HallWatch
from counter_client.phase import Phase, phase_of

if TYPE_CHECKING:
    from ui.voice.player import Output

AFTER = timedelta(seconds=15)
FILE_SCHEME = "file://"


def is_awaited(floor: Floor | None, *, online: bool) -> bool:
    """True while somebody waits for this open counter and it has nobody."""
    return online and floor is not None and phase_of(floor) is Phase.IDLE and bool(floor.waiting)


class Attention(QObject):
    """``wanted`` once for each time the counter has been awaited for ``AFTER``."""

    wanted = Signal()

    def __init__(self, watch: HallWatch) -> None:
        super().__init__()
        self._watch = watch
        self._since: datetime | None = None
        self._done = False
        watch.changed.connect(self._look)
        watch.ticked.connect(self._look)

    def _look(self) -> None:
        now = self._watch.now()
        if not is_awaited(self._watch.floor, online=self._watch.online) or now is None:
            self._since, self._done = None, False
            return
        self._since = self._since or now
        if not self._done and now - self._since >= AFTER:
            self._done = True
            self.wanted.emit()


class Bell:
    """Sounds where the station says: ``default``, ``off`` or ``file:///DIR``; ``mute`` once it could not.

    The sound libraries are loaded with the first ring: most consoles never need them.
    """

    def __init__(self, sound: str) -> None:
        self._sound = sound
        self._output: Output | None = None
        self.mute = sound == "off"

    def ring(self) -> None:
        if self.mute:
            return
        from ui.voice.sound import chime

        self._output = self._output or _output(self._sound)
        self._output.play(chime(), self._rang)

    def _rang(self, heard: bool) -> None:
        self.mute = not heard


def _output(sound: str) -> Output:
    if sound.startswith(FILE_SCHEME):
        from ui.voice.player import WavFolder

        return WavFolder(Path(sound.removeprefix(FILE_SCHEME)), _after)
    from ui.voice.speaker import QtSpeaker

    return QtSpeaker()


def _after(seconds: float, then: Callable[[], None]) -> None:
    QTimer.singleShot(round(seconds * 1000), then)
