"""Tells which calls were really painted: those on the screen when a frame was swapped."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtQuick import QQuickWindow


class Painted(QObject):
    """Counts on the software backend, which syncs and swaps on the GUI thread in one go.

    ``painted(seq)`` is emitted once for each call expected, after the first frame begun after ``expect``.
    """

    painted = Signal(int)

    def __init__(self, window: QQuickWindow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window = window
        self._expected: list[int] = []
        window.frameSwapped.connect(self._swapped)

    def expect(self, seq: int) -> None:
        """The items already show call ``seq``; the next frame will hold it."""
        self._expected.append(seq)
        self._window.update()

    def _swapped(self) -> None:
        done, self._expected = self._expected, []
        for seq in done:
            self.painted.emit(seq)
