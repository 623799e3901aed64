"""The frame of every lobby screen, as QML sees it."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from display.header import HeaderProps

QML_IMPORT_NAME = "Display"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class HeaderViewModel(QObject):
    """Thin: keeps the props and tells QML when they are others."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = HeaderProps()

    def show(self, props: HeaderProps) -> None:
        if props == self._props:
            return
        self._props = props
        self.changed.emit()

    @Property(str, notify=changed)
    def title(self) -> str:
        return self._props.title

    @Property(str, notify=changed)
    def place(self) -> str:
        return self._props.place

    @Property(str, notify=changed)
    def clock(self) -> str:
        return self._props.clock

    @Property(int, notify=changed)
    def weekday(self) -> int:
        return self._props.weekday

    @Property(str, notify=changed)
    def date(self) -> str:
        return self._props.date

    @Property(str, notify=changed)
    def hotline(self) -> str:
        return self._props.hotline

    @Property(str, notify=changed)
    def dutyLeader(self) -> str:
        return self._props.duty_leader

    @Property(str, notify=changed)
    def hours(self) -> str:
        return self._props.hours

    @Property(str, notify=changed)
    def message(self) -> str:
        return self._props.message

    @Property(list, notify=changed)
    def ticker(self) -> list[str]:
        return list(self._props.ticker)

    @Property(str, notify=changed)
    def layout(self) -> str:
        return self._props.layout

    @Property(str, notify=changed)
    def mode(self) -> str:
        return self._props.mode

    @Property(bool, notify=changed)
    def away(self) -> bool:
        return self._props.away

    @Property(str, notify=changed)
    def since(self) -> str:
        return self._props.since
