"""A film on the software backend, which has no VideoOutput. QtMultimedia loads with the first film."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Property, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer, QVideoFrame

QML_IMPORT_NAME = "Display"
QML_IMPORT_MAJOR_VERSION = 1

STUCK_MS = 10_000
"""A film that shows no new picture for so long is over."""


@QmlElement
class Film(QQuickPaintedItem):
    """Plays ``source`` once for each ``turn``. Signals: ``ended`` and ``failed``, each with that turn."""

    ended = Signal(int)
    failed = Signal(int)
    sourceChanged = Signal()
    turnChanged = Signal()
    loudnessChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._source, self._turn, self._loudness = QUrl(), 0, 0.0
        self._player: QMediaPlayer | None = None
        self._speaker: QAudioOutput | None = None
        self._frame: QVideoFrame | None = None
        self._begin_soon = QTimer(self, singleShot=True, interval=0)
        self._begin_soon.timeout.connect(self._begin)
        self._stuck = QTimer(self, singleShot=True, interval=STUCK_MS)
        self._stuck.timeout.connect(self._fail)

    @Property(QUrl, notify=sourceChanged)
    def source(self) -> QUrl:
        return self._source

    @source.setter  # type: ignore[no-redef]
    def source(self, source: QUrl) -> None:
        self._source = source
        self.sourceChanged.emit()

    @Property(int, notify=turnChanged)
    def turn(self) -> int:
        return self._turn

    @turn.setter  # type: ignore[no-redef]
    def turn(self, turn: int) -> None:
        self._turn = turn
        self._begin_soon.start()
        self.turnChanged.emit()

    @Property(float, notify=loudnessChanged)
    def loudness(self) -> float:
        return self._loudness

    @loudness.setter  # type: ignore[no-redef]
    def loudness(self, loudness: float) -> None:
        self._loudness = loudness
        if self._speaker is not None:
            self._speaker.setVolume(loudness)
        elif loudness > 0 and self._player is not None:
            self._give_sound(self._player)
        self.loudnessChanged.emit()

    def paint(self, painter: QPainter) -> None:
        if self._frame is None:
            return
        from PySide6.QtMultimedia import QVideoFrame

        options = QVideoFrame.PaintOptions()
        options.aspectRatioMode = Qt.AspectRatioMode.KeepAspectRatio
        self._frame.paint(painter, QRectF(0, 0, self.width(), self.height()), options)

    def _begin(self) -> None:
        if self._player is None:
            self._player = self._make_player()
        self._stuck.start()
        self._player.stop()
        self._player.setSource(QUrl())
        self._player.setSource(self._source)
        self._player.play()

    def _make_player(self) -> QMediaPlayer:
        from PySide6.QtMultimedia import QMediaPlayer, QVideoSink

        player, sink = QMediaPlayer(self), QVideoSink(self)
        sink.videoFrameChanged.connect(self._show)
        player.setVideoSink(sink)
        player.mediaStatusChanged.connect(self._follow)
        player.errorOccurred.connect(lambda *_: self._fail())
        if self._loudness > 0:
            self._give_sound(player)
        return player

    def _give_sound(self, player: QMediaPlayer) -> None:
        from PySide6.QtMultimedia import QAudioOutput

        self._speaker = QAudioOutput(self)
        self._speaker.setVolume(self._loudness)
        player.setAudioOutput(self._speaker)

    def _show(self, frame: QVideoFrame) -> None:
        if frame.isValid():
            self._frame = frame
            self._stuck.start()
            self.update()

    def _follow(self, status: QMediaPlayer.MediaStatus) -> None:
        if status.name == "EndOfMedia":
            self._stuck.stop()
            self.ended.emit(self._turn)
        elif status.name == "InvalidMedia":
            self._fail()

    def _fail(self) -> None:
        if self._stuck.isActive() or self.sender() is self._stuck:
            self._stuck.stop()
            self.failed.emit(self._turn)
