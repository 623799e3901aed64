"""What every screen of this app shares: whether the hub is there, since when not and why, the language."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from counter_client.hall_watch import HallWatch
from counter_client.times import hour

QML_IMPORT_NAME = "Counter"
QML_IMPORT_MAJOR_VERSION = 1

NAMED_MOST = 12
"""So many counters are named to a technician; a centre may have fifty."""


@QmlElement
class Outlook(QObject):
    """The base of the console's, the panel's and the supervisor's first view model; made by none of them."""

    linkChanged = Signal()
    languageChosen = Signal(str)

    def __init__(self, watch: HallWatch) -> None:
        super().__init__()
        self._watch = watch
        watch.changed.connect(self.linkChanged)

    @Property(bool, notify=linkChanged)
    def online(self) -> bool:
        return self._watch.online

    @Property(str, notify=linkChanged)
    def awaySince(self) -> str:
        return hour(self._watch.away_since)

    @Property(str, notify=linkChanged)
    def language(self) -> str:
        return self._watch.language

    @Property(str, notify=linkChanged)
    def hindrance(self) -> str:
        """What only a technician can mend, see ``counter_client.hindrance``; else empty."""
        return self._watch.hindrance

    @Property(str, constant=True)
    def station(self) -> str:
        return self._watch.counter

    @Property(str, constant=True)
    def role(self) -> str:
        return self._watch.role

    @Property(str, notify=linkChanged)
    def counterIds(self) -> str:
        """The ids that would be right in the station file, the first few."""
        hall = self._watch.hall
        ids = [one.id for one in hall.counters] if hall else []
        return ", ".join(ids[:NAMED_MOST]) + (" …" if len(ids) > NAMED_MOST else "")

    @Slot(str)
    def useLanguage(self, language: str) -> None:
        self.languageChosen.emit(language)
