"""A face that is nobody's, for pictures of the panel."""

from __future__ import annotations

import base64

from PySide6.QtCore import QBuffer, QIODevice, QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPainter


def drawn_face(width: int = 300, height: int = 400) -> str:
    """Return a PNG in Base64."""
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(QColor("#9fc5e8"))
    painter = QPainter(picture)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#1c4587"))
    painter.drawEllipse(QPoint(width // 2, height), width // 2, height // 3)
    painter.setBrush(QColor("#f6d5b8"))
    painter.drawEllipse(QPoint(width // 2, height * 9 // 20), width // 4, height // 4)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return base64.b64encode(buffer.data().data()).decode()
