"""The guide's present slide, as QML sees it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

from display.slides import Slide, texts

QML_IMPORT_NAME = "Display"
QML_IMPORT_MAJOR_VERSION = 1

NOTHING = Slide("steps")


@QmlElement
class GuideViewModel(QObject):
    """Thin: keeps the slide and tells QML when it is another."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._slide = NOTHING
        self._place = 0
        self._count = 1

    def show(self, slide: Slide, place: int, count: int) -> None:
        if (slide, place, count) == (self._slide, self._place, self._count):
            return
        self._slide, self._place, self._count = slide, place, count
        self.changed.emit()

    @Property(str, notify=changed)
    def kind(self) -> str:
        return self._slide.kind

    @Property(int, notify=changed)
    def place(self) -> int:
        return self._place

    @Property(int, notify=changed)
    def count(self) -> int:
        return self._count

    @Property("QVariantMap", notify=changed)  # type: ignore[arg-type]
    def slide(self) -> dict[str, Any]:
        """What the slide of its kind says; missing keys are empty."""
        slide = self._slide
        return {
            "kind": slide.kind,
            "title": slide.title,
            "papers": list(slide.papers),
            "morePapers": slide.more_papers,
            "timeLimit": slide.time_limit,
            "fee": slide.fee,
            "url": slide.url,
            "lines": texts(slide.lines),
            "days": list(slide.days),
            "sessions": slide.sessions,
        }
