"""What stands in the media column now, as QML sees it; QML tells when a film is over or cannot be shown."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import structlog
from PySide6.QtCore import Property, QObject, QTimer, QUrl, Signal, Slot
from PySide6.QtQml import QmlElement

from display.media import AGAIN_AFTER_S, Medium, Round, media_of

QML_IMPORT_NAME = "Display"
QML_IMPORT_MAJOR_VERSION = 1

PICTURE_S = 14.0

log = structlog.get_logger(__name__)


@QmlElement
class MediaViewModel(QObject):
    """``kind`` is empty while there is nothing to show: then the guide's slides stand there."""

    changed = Signal()
    quieterChanged = Signal()

    def __init__(
        self, parent: QObject | None = None, monotonic_s: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._monotonic_s = monotonic_s
        self._round = Round()
        self._now: Medium | None = None
        self._turn = 0
        self._audible = self._speaking = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.next)

    def take(self, names: Sequence[str], folder: Path, audible: bool) -> None:
        """Show ``names`` (files in ``folder``), in turn; films are heard where ``audible``."""
        media = media_of(names, folder)
        self._audible = audible
        if media != self._round.media:
            self._round = Round(media)
            self.next()
        self.quieterChanged.emit()

    def speaks(self, speaking: bool) -> None:
        """Films are quieter while the voice speaks."""
        self._speaking = speaking
        self.quieterChanged.emit()

    def stop(self) -> None:
        self._timer.stop()

    @Slot()
    def next(self) -> None:
        """It is the next one's turn."""
        self._now = self._round.next(self._monotonic_s())
        self._turn += 1
        self._timer.stop()
        if self._now is None and self._round.media:
            self._timer.start(round(AGAIN_AFTER_S * 1000))
        elif self._now is not None and self._now.kind == "picture":
            self._timer.start(round(PICTURE_S * 1000))
        self.changed.emit()

    @Slot(int)
    def failed(self, turn: int) -> None:
        """What had its ``turn`` cannot be shown."""
        if self._now is not None and turn == self._turn:
            log.warning("medium not shown", file=self._now.file.name)
            self._round.failed(self._now, self._monotonic_s())
            self.next()

    @Property(str, notify=changed)
    def kind(self) -> str:
        return self._now.kind if self._now else ""

    @Property(QUrl, notify=changed)
    def source(self) -> QUrl:
        return QUrl.fromLocalFile(str(self._now.file.absolute())) if self._now else QUrl()

    @Property(int, notify=changed)
    def turn(self) -> int:
        """Another for every turn, also where one film follows itself."""
        return self._turn

    @Property(float, notify=quieterChanged)
    def loudness(self) -> float:
        """0–1, of a film's own sound."""
        return 0.0 if not self._audible else 0.12 if self._speaking else 1.0
