"""The rating panel's view model."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from counter_client.clerk_photos import ClerkPhotos
from counter_client.hall_watch import HallWatch
from counter_client.outlook import Outlook
from counter_client.panel_props import (
    LevelRow,
    PanelProps,
    ReasonRow,
    derive_levels,
    derive_panel,
    derive_reasons,
)
from counter_client.rating import Rating
from ui.rows import Rows

QML_IMPORT_NAME = "Counter"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Panel(Outlook):
    """What stands before the citizen at this counter."""

    changed = Signal()

    photoChanged = Signal()

    def __init__(self, watch: HallWatch, rating: Rating, photos: ClerkPhotos) -> None:
        super().__init__(watch)
        self._photos = photos
        photos.changed.connect(self.photoChanged)
        self._rating = rating
        self._props = PanelProps()
        self._home_language = watch.language
        self._follows = ""
        self._levels = Rows(LevelRow)
        self._reasons = Rows(ReasonRow)
        watch.changed.connect(self._derive)
        watch.ticked.connect(self._derive)
        rating.changed.connect(self._derive)

    @Property(str, notify=changed)
    def page(self) -> str:
        return self._props.page

    @Property(str, notify=changed)
    def centre(self) -> str:
        return self._props.centre

    @Property(str, notify=changed)
    def counter(self) -> str:
        return self._props.counter

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._props.name

    @Property(str, notify=changed)
    def clerk(self) -> str:
        return self._props.clerk

    @Property(str, notify=changed)
    def initials(self) -> str:
        return self._props.initials

    @Property(str, notify=photoChanged)
    def photo(self) -> str:
        return self._photos.url

    @Property(str, notify=changed)
    def number(self) -> str:
        return self._props.number

    @Property(str, notify=changed)
    def service(self) -> str:
        return self._props.service

    @Property(str, notify=changed)
    def pauseReason(self) -> str:
        return self._props.pause_reason

    @Property(str, notify=changed)
    def refusal(self) -> str:
        return self._props.refusal

    @Property(str, notify=changed)
    def remark(self) -> str:
        return self._props.remark

    @Property(bool, notify=changed)
    def asksRemark(self) -> bool:
        return self._props.asks_remark

    @Property(int, notify=changed)
    def secondsLeft(self) -> int:
        return self._props.seconds_left

    @Property(int, notify=changed)
    def windowSeconds(self) -> int:
        return self._props.window_s

    @Property(QObject, constant=True)
    def levels(self) -> QObject:
        return self._levels

    @Property(QObject, constant=True)
    def reasons(self) -> QObject:
        return self._reasons

    @Slot(int)
    def choose(self, score: int) -> None:
        self._rating.choose(score)

    @Slot(str)
    def toggleReason(self, reason: str) -> None:
        self._rating.toggle_reason(reason)

    @Slot()
    def write(self) -> None:
        self._rating.write()

    @Slot(str)
    def pressKey(self, key: str) -> None:
        self._rating.key(key)

    @Slot()
    def back(self) -> None:
        self._rating.back()

    @Slot()
    def send(self) -> None:
        self._rating.send()

    def _derive(self) -> None:
        watch, rating = self._watch, self._rating
        self._levels.replace(derive_levels(watch.floor, watch.language))
        self._reasons.replace(derive_reasons(watch.floor, rating.answer, watch.language))
        props = derive_panel(watch.floor, rating.ended, rating.answer, watch.now(), watch.language)
        if props != self._props:
            self._props = props
            self.changed.emit()
        self._speak_to(props.page)

    def _speak_to(self, page: str) -> None:
        """Greet each citizen in the language of the ticket; after the visit, the centre's own again."""
        floor = self._watch.floor
        current = floor.current if floor else None
        if floor is None or page not in ("called", "serving", "idle", "closed"):
            return
        follows = current.id if current else ""
        if follows == self._follows:
            return
        self._follows = follows
        wanted = current.lang if current else self._home_language
        if wanted != self._watch.language and wanted in floor.hall.centre.languages:
            self.languageChosen.emit(wanted)
