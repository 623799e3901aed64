"""The calls, as QML sees them; rows and tiles keep their identity so that they can move."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from display.calls import CallRow, CallsProps, CounterTile
from ui.rows import Rows

QML_IMPORT_NAME = "Display"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class CallsViewModel(QObject):
    """Thin: keeps the props and tells QML when they are others."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = CallsProps()
        self._rows = Rows(CallRow)
        self._tiles = Rows(CounterTile)

    def show(self, props: CallsProps) -> None:
        if props == self._props:
            return
        self._props = props
        self._rows.replace(props.rows)
        self._tiles.replace(props.tiles)
        self.changed.emit()

    @Property(bool, notify=changed)
    def known(self) -> bool:
        return self._props.known

    @Property(int, notify=changed)
    def newestSeq(self) -> int:
        return self._props.newest_seq

    @Property(str, notify=changed)
    def newestNumber(self) -> str:
        return self._props.newest_number

    @Property(str, notify=changed)
    def newestCounter(self) -> str:
        return self._props.newest_counter

    @Property(str, notify=changed)
    def newestPlace(self) -> str:
        return self._props.newest_place

    @Property(bool, notify=changed)
    def lit(self) -> bool:
        return self._props.lit

    @Property(bool, notify=changed)
    def recall(self) -> bool:
        return self._props.recall

    @Property(list, notify=changed)
    def absent(self) -> list[str]:
        return list(self._props.absent)

    @Property(int, notify=changed)
    def waiting(self) -> int:
        return self._props.waiting

    @Property(int, notify=changed)
    def likelyFrom(self) -> int:
        return self._props.likely_from

    @Property(int, notify=changed)
    def likelyTo(self) -> int:
        return self._props.likely_to

    @Property(QObject, constant=True)
    def rows(self) -> QObject:
        return self._rows

    @Property(QObject, constant=True)
    def tiles(self) -> QObject:
        return self._tiles

    @Property(int, notify=changed)
    def tileCount(self) -> int:
        return len(self._props.tiles)
