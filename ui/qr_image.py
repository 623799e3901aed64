"""A QR code as a QML item: crisp modules, no image files."""

from __future__ import annotations

import qrcode
from PySide6.QtCore import Property, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtQml import QmlElement
from PySide6.QtQuick import QQuickItem, QQuickPaintedItem

QML_IMPORT_NAME = "MotCua.Core"
QML_IMPORT_MAJOR_VERSION = 1

QUIET_MODULES = 4


@QmlElement
class QrImage(QQuickPaintedItem):
    """Draws ``text`` in the item's square, quiet zone included; empty text draws nothing."""

    textChanged = Signal()

    def __init__(self, parent: QQuickItem | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._modules: list[list[bool]] = []

    @Property(str, notify=textChanged)
    def text(self) -> str:
        return self._text

    @text.setter  # type: ignore[no-redef]
    def text(self, value: str) -> None:
        if value == self._text:
            return
        self._text = value
        self._modules = _modules_of(value) if value else []
        self.textChanged.emit()
        self.update()

    def paint(self, painter: QPainter) -> None:
        if not self._modules:
            return
        side = min(self.width(), self.height())
        count = len(self._modules) + 2 * QUIET_MODULES
        module = max(1, int(side / count))
        start = (side - module * count) / 2 + module * QUIET_MODULES
        painter.fillRect(QRectF(0, 0, side, side), QColor(Qt.GlobalColor.white))
        for row, line in enumerate(self._modules):
            for column, dark in enumerate(line):
                if dark:
                    place = QRectF(start + column * module, start + row * module, module, module)
                    painter.fillRect(place, QColor(Qt.GlobalColor.black))


def _modules_of(text: str) -> list[list[bool]]:
    code = qrcode.QRCode(border=0, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(text)
    code.make(fit=True)
    return [[bool(module) for module in line] for line in code.get_matrix()]
