"""The photo of the clerk who serves, asked of the hub once for each clerk; round, for the citizen's panel."""

from __future__ import annotations

import base64
import binascii
from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageReader, QPainter, QPainterPath

from config.model import Clerk, Hall
from counter_client.hall_watch import HallWatch
from counter_client.procedures import Asker
from ui.hall_link import Answer

SIDE = 400
"""Pixels of the picture kept; a panel shows it smaller."""
LARGEST_SIDE = 4_096
"""Pixels: a small file may still claim to be an enormous picture."""


class ClerkPhotos(QObject):
    """``url``: the present clerk's photo as a ``data:`` URL, or empty."""

    changed = Signal()

    def __init__(self, link: Asker, watch: HallWatch) -> None:
        super().__init__()
        self._link = link
        self._watch = watch
        self._hall: Hall | None = None
        self._urls: dict[str, str] = {}
        self._asked: set[str] = set()
        self.url = ""
        watch.changed.connect(self._follow)

    def _follow(self) -> None:
        if self._watch.hall is not self._hall:
            self._hall = self._watch.hall
            self._urls, self._asked = {}, set()
        if not self._watch.online:
            self._asked = set()  # what was not answered is asked for again
        clerk = self._clerk()
        if clerk is not None and self._watch.online and clerk.id not in self._asked | self._urls.keys():
            self._ask(clerk.id)
        self._show(self._urls.get(clerk.id, "") if clerk is not None else "")

    def _clerk(self) -> Clerk | None:
        """Return who sits here, if the centre shows its clerks and has a photo."""
        floor = self._watch.floor
        if floor is None or not floor.hall.rating.show_clerk:
            return None
        return next((one for one in floor.hall.clerks if one.id == floor.counter.clerk and one.photo), None)

    def _ask(self, clerk: str) -> None:
        self._asked.add(clerk)
        self._link.ask("clerk_photo", {"clerk": clerk}, lambda answer: self._take(clerk, answer))

    def _take(self, clerk: str, answer: Answer) -> None:
        if answer.ok and clerk in self._asked:
            self._urls[clerk] = _url(answer.data)
            self._follow()

    def _show(self, url: str) -> None:
        if url != self.url:
            self.url = url
            self.changed.emit()


def _url(data: Any) -> str:
    try:
        picture = base64.b64decode(str(data["data"]), validate=True)
    except (KeyError, TypeError, binascii.Error):
        return ""
    round_one = round_picture(picture)
    return f"data:image/png;base64,{base64.b64encode(round_one).decode()}" if round_one else ""


def round_picture(data: bytes) -> bytes:
    """Return the middle of a picture as a round PNG; empty for what is no picture, or too large a one."""
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > LARGEST_SIDE:
        return b""
    reader.setAutoTransform(True)
    picture = reader.read()
    return b"" if picture.isNull() else _png(_round(picture))


def _round(picture: QImage) -> QImage:
    square = QSize(SIDE, SIDE)
    ways = Qt.AspectRatioMode.KeepAspectRatioByExpanding, Qt.TransformationMode.SmoothTransformation
    scaled = picture.scaled(square, *ways)
    disc = QImage(square, QImage.Format.Format_ARGB32_Premultiplied)
    disc.fill(Qt.GlobalColor.transparent)
    painter = QPainter(disc)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    path = QPainterPath()
    path.addEllipse(QRectF(0, 0, SIDE, SIDE))
    painter.setClipPath(path)
    painter.drawImage((SIDE - scaled.width()) // 2, (SIDE - scaled.height()) // 2, scaled)
    painter.end()
    return disc


def _png(picture: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
