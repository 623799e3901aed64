"""The loudspeaker through QtMultimedia; import it only where a station really has sound (it costs memory)."""

from __future__ import annotations

from collections.abc import Callable

import structlog
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QTimer
from PySide6.QtMultimedia import QAudio, QAudioDevice, QAudioFormat, QAudioSink, QMediaDevices

from ui.voice.sound import RATE, Samples, duration_s, to_pcm

log = structlog.get_logger(__name__)

# PySide 6.11 emits QAudio's enums (once QAudio was touched) where its stubs say QtAudio's: compare names.
IDLE = QAudio.State.IdleState.name

PATIENCE_S = 4.0
"""A device that has not finished by then has stopped answering."""


class QtSpeaker(QObject):
    """Plays on the default device of the moment, so one plugged in later is used from the next call on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sink: QAudioSink | None = None
        self._buffer = QBuffer(self)
        self._done: Callable[[bool], None] | None = None
        self._limit = QTimer(self, singleShot=True)
        self._limit.timeout.connect(lambda: self._finish(False))

    def play(self, samples: Samples, done: Callable[[bool], None]) -> None:
        device = QMediaDevices.defaultAudioOutput()
        self._done = done
        self._limit.start(round((duration_s(samples) + PATIENCE_S) * 1000))
        if device.isNull():
            log.warning("no sound device")
            QTimer.singleShot(0, self, lambda: self._finish(False))
            return
        self._begin(device, samples)

    def _begin(self, device: QAudioDevice, samples: Samples) -> None:
        self._buffer.close()
        self._buffer.setData(QByteArray(to_pcm(samples)))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink = QAudioSink(device, speech_format(), self)
        self._sink.stateChanged.connect(self._changed)
        self._sink.start(self._buffer)

    def _changed(self, state: QAudio.State) -> None:
        if self._sink is None:
            return
        failed = self._sink.error().name not in ("NoError", "UnderrunError")
        if failed or state.name == IDLE:
            QTimer.singleShot(0, self, lambda: self._finish(not failed))

    def _finish(self, heard: bool) -> None:
        done, self._done = self._done, None
        if done is None:
            return
        self._limit.stop()
        if self._sink is not None:
            sink, self._sink = self._sink, None
            sink.stop()
            sink.deleteLater()
        if not heard:
            log.warning("announcement not sounded")
        done(heard)


def speech_format() -> QAudioFormat:
    chosen = QAudioFormat()
    chosen.setSampleRate(RATE)
    chosen.setChannelCount(1)
    chosen.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return chosen
