"""SIGTERM and SIGINT end a screen cleanly: Qt's own loop would not let Python hear of them."""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, QTimer
from PySide6.QtGui import QGuiApplication


class Termination(QObject):
    """While it lives, the first of these signals ends the application's loop with exit code 0."""

    def __init__(self, application: QGuiApplication) -> None:
        """In the main thread only."""
        super().__init__(application)
        self._read, self._write = socket.socketpair()
        for end in (self._read, self._write):
            end.setblocking(False)
        signal.set_wakeup_fd(self._write.fileno(), warn_on_full_buffer=False)
        self._notifier = QSocketNotifier(self._read.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._wake)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, _leave)

    def _wake(self) -> None:
        """That this runs at all is what lets Python call ``_leave``."""
        self._read.recv(64)


def _leave(_number: int, _frame: FrameType | None) -> None:
    QTimer.singleShot(0, lambda: QGuiApplication.exit(0))  # quit() asks the windows, and a locked one says no
