"""The view model of what a clerk does for people not yet at the counter: find, give a number, priority."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from counter_client.front_desk_props import (
    FoundRow,
    PriorityRow,
    WalkInRow,
    derive_found,
    derive_priorities,
    derive_walk_in,
)
from counter_client.hall_watch import HallWatch
from ui.rows import Rows

QML_IMPORT_NAME = "Counter"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class FrontDesk(QObject):
    """``find`` and ``searchLines`` narrow the two lists; news keeps them fresh."""

    changed = Signal()

    def __init__(self, watch: HallWatch) -> None:
        super().__init__()
        self._watch = watch
        self._number = ""
        self._words = ""
        self._found = Rows(FoundRow)
        self._lines = Rows(WalkInRow)
        self._priorities = Rows(PriorityRow)
        watch.changed.connect(self._derive)

    @Property(QObject, constant=True)
    def found(self) -> QObject:
        return self._found

    @Property(QObject, constant=True)
    def lines(self) -> QObject:
        return self._lines

    @Property(QObject, constant=True)
    def priorities(self) -> QObject:
        return self._priorities

    @Property(list, notify=changed)
    def kiosks(self) -> list[str]:
        """Where paper can be printed again."""
        hall = self._watch.hall
        return [one.id for one in hall.kiosks] if hall else []

    @Slot(str)
    def find(self, number: str) -> None:
        self._number = number
        self._derive()

    @Slot(str)
    def searchLines(self, words: str) -> None:
        self._words = words
        self._derive()

    def _derive(self) -> None:
        watch = self._watch
        self._found.replace(derive_found(watch.state, watch.hall, self._number, watch.language))
        lines = derive_walk_in(watch.state, watch.hall, watch.counter, self._words, watch.language)
        self._lines.replace(lines)
        self._priorities.replace(derive_priorities(watch.hall, watch.language))
        self.changed.emit()
