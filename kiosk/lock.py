"""Keeps the full screen to itself: no key, no window manager and no other button leads out of the kiosk."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtQuick import QQuickWindow

KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})
NEVER = frozenset(
    {
        QEvent.Type.ContextMenu,
        QEvent.Type.DragEnter,
        QEvent.Type.DragMove,
        QEvent.Type.Drop,
        QEvent.Type.Wheel,
    }
)
BUTTONS = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick})
_Held = Qt.KeyboardModifier
HELD = _Held.ControlModifier | _Held.AltModifier | _Held.MetaModifier


class Lock(QObject):
    """Watches one window. Every key ends here; ``typed`` gets the text of those without Ctrl, Alt, Meta."""

    def __init__(self, window: QQuickWindow, typed: Callable[[str], None]) -> None:
        super().__init__(window)
        self._window = window
        self._typed = typed
        self._shut = False
        window.installEventFilter(self)

    def shut(self) -> None:
        """From now on the window has no frame, stays above others and does not close."""
        self._shut = True
        self._window.setFlag(Qt.WindowType.FramelessWindowHint, True)
        self._window.setFlag(Qt.WindowType.WindowStaysOnTopHint, True)
        self._window.activeChanged.connect(self._come_back)

    def open(self) -> None:
        """The programme ends: the window may close."""
        self._shut = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind in KEYS:
            if kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
                self._press(event)
            event.accept()
            return True
        if kind is QEvent.Type.Close and self._shut:
            event.ignore()
            return True
        if kind in BUTTONS and isinstance(event, QMouseEvent):
            return event.button() != Qt.MouseButton.LeftButton
        return kind in NEVER

    def _press(self, event: QKeyEvent) -> None:
        if not event.modifiers() & HELD and event.text():
            self._typed(event.text())

    def _come_back(self) -> None:
        if self._shut and not self._window.isActive():
            self._window.raise_()
            self._window.requestActivate()
