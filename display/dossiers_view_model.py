"""The dossier board, as QML sees it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from display.dossiers import DossiersProps

QML_IMPORT_NAME = "Display"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class DossiersViewModel(QObject):
    """Thin: keeps the props and tells QML when they are others."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._props = DossiersProps()

    def show(self, props: DossiersProps) -> None:
        if props == self._props:
            return
        self._props = props
        self.changed.emit()

    @Property(bool, notify=changed)
    def known(self) -> bool:
        return self._props.known

    @Property(list, notify=changed)
    def rows(self) -> list[Any]:
        return [asdict(row) for row in self._props.rows]

    @Property(int, notify=changed)
    def total(self) -> int:
        return self._props.total

    @Property(int, notify=changed)
    def page(self) -> int:
        return self._props.page

    @Property(int, notify=changed)
    def pages(self) -> int:
        return self._props.pages

    @Property(str, notify=changed)
    def asOf(self) -> str:
        return self._props.as_of

    @Property(bool, notify=changed)
    def stale(self) -> bool:
        return self._props.stale
