"""Material Design Icons by name, from the font that the package QtAwesome carries."""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path

from PySide6.QtCore import Property, QObject, Slot
from PySide6.QtGui import QFontDatabase
from PySide6.QtQml import QmlElement, QmlSingleton

QML_IMPORT_NAME = "MotCua.Core"
QML_IMPORT_MAJOR_VERSION = 1

_FONT = "materialdesignicons6-webfont-*.ttf"
_NAMES = "materialdesignicons6-webfont-charmap-*.json"
MISSING = "\U000f0625"  # help-circle-outline


@cache
def _folder() -> Path:
    # The package's own import needs QtWidgets; only its files are wanted here.
    spec = importlib.util.find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise ImportError("the package QtAwesome is not installed")
    return Path(spec.origin).parent / "fonts"


@cache
def _characters() -> dict[str, str]:
    text = next(_folder().glob(_NAMES)).read_text(encoding="utf-8")
    return {name: chr(int(code, 16)) for name, code in json.loads(text).items()}


def character(name: str) -> str:
    """Return the character that draws icon ``name``; a question mark where there is none."""
    return _characters().get(name, MISSING)


@QmlElement
@QmlSingleton
class Icons(QObject):
    """``Icons.family`` and ``Icons.glyph("printer")`` for QML."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        font = QFontDatabase.addApplicationFont(str(next(_folder().glob(_FONT))))
        families = QFontDatabase.applicationFontFamilies(font)
        self._family = families[0] if families else ""

    @Property(str, constant=True)
    def family(self) -> str:
        return self._family

    @Slot(str, result=str)
    def glyph(self, name: str) -> str:
        return character(name)
