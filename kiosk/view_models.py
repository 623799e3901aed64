"""What QML binds to: each page's frozen props as one map, and what the citizen does there as signals."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

from PySide6.QtCore import Property, QObject, Signal
from PySide6.QtQml import QmlElement

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1


def as_map(value: Any) -> Any:
    """Return a props record as QML reads it: maps and lists, names in camelCase."""
    if is_dataclass(value) and not isinstance(value, type):
        return {_camel(field.name): as_map(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple | list):
        return [as_map(item) for item in value]
    return value


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


@QmlElement
class PageModel(QObject):
    """Keeps a page's props and tells QML when they really changed."""

    propsChanged = Signal()

    def __init__(self, props: Any) -> None:
        super().__init__()
        self._props = props
        self._map = as_map(props)

    @Property("QVariantMap", notify=propsChanged)  # type: ignore[arg-type]
    def props(self) -> Any:
        return self._map

    @property
    def shown(self) -> Any:
        """The props record that is up."""
        return self._props

    def show(self, props: Any) -> None:
        if props != self._props:
            self._props = props
            self._map = as_map(props)
            self.propsChanged.emit()


@QmlElement
class FrameModel(PageModel):
    """The frame around every page."""

    touched = Signal()
    backWanted = Signal()
    homeWanted = Signal()
    languageWanted = Signal(str)
    contrastWanted = Signal()
    largeWanted = Signal()
    readWanted = Signal()
    helpWanted = Signal()
    helpClosed = Signal()
    cornerTouched = Signal()


@QmlElement
class HomeModel(PageModel):
    chosen = Signal(str)


@QmlElement
class ChoicesModel(PageModel):
    """Agencies, fields, services or priority reasons; ``sheet`` turned by -1 or 1."""

    chosen = Signal(str)
    turned = Signal(int)
    searchWanted = Signal()


@QmlElement
class SearchModel(ChoicesModel):
    keyPressed = Signal(str)
    askWanted = Signal()


@QmlElement
class TicketModel(PageModel):
    finished = Signal()
    changeWanted = Signal()


@QmlElement
class CodeModel(PageModel):
    keyPressed = Signal(str)
    asked = Signal()


@QmlElement
class DossierModel(PageModel):
    printWanted = Signal()
    numberWanted = Signal()


@QmlElement
class GuideModel(PageModel):
    turned = Signal(int)
    askWanted = Signal()
    printWanted = Signal()
    numberWanted = Signal()


@QmlElement
class CheckInModel(PageModel):
    keyPressed = Signal(str)
    asked = Signal()
    withoutWanted = Signal()


@QmlElement
class AppointmentModel(PageModel):
    taken = Signal()
    withoutWanted = Signal()


@QmlElement
class NewsModel(PageModel):
    """Nothing is done there but to touch it."""


@QmlElement
class StaffModel(PageModel):
    keyPressed = Signal(str)
    done = Signal(str)
    printWanted = Signal(str)
    touched = Signal()
