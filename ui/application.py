"""What every screen of the hall starts with: Qt set-up, fonts, the QML engine, screenshots."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import shiboken6
import structlog
from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, QSize, Qt, QTimer, QTranslator
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtQml import QQmlApplicationEngine
from PySide6.QtQuick import QQuickWindow

import ui.icons
import ui.qr_image  # noqa: F401  (both register their QML types)

QML_ROOT = Path(__file__).parent / "qml"
SMALLEST = 200
"""The least side of a window, in pixels."""
FONT_FAMILIES = ("Inter", "Inter Variable", "Noto Sans", "DejaVu Sans")


def arguments(program: str, description: str) -> ArgumentParser:
    """Return a parser with the options every screen has (design §10)."""
    parser = ArgumentParser(prog=program, description=description)
    parser.add_argument("--station", type=Path, metavar="FILE", help="station.toml của máy này")
    parser.add_argument(
        "--screenshot", type=Path, metavar="FILE", help="chụp màn hình vào FILE (PNG) rồi thoát"
    )
    parser.add_argument("--size", type=_size, metavar="WxH", help="kích thước cửa sổ, ví dụ 1080x1920")
    return parser


def _size(text: str) -> QSize:
    width, _, height = text.lower().partition("x")
    size = QSize(int(width), int(height)) if width.isdecimal() and height.isdecimal() else QSize()
    if size.width() < SMALLEST or size.height() < SMALLEST:
        raise ArgumentTypeError(f"cần dạng WxH, mỗi cạnh từ {SMALLEST} điểm ảnh, ví dụ 1080x1920")
    return size


def start_qt(name: str) -> QGuiApplication:
    """Return the application (in tests the present one) with our drawing backend and font; logs to stderr."""
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    os.environ.setdefault("QT_XCB_GL_INTEGRATION", "none")
    present = QGuiApplication.instance()
    application = present if isinstance(present, QGuiApplication) else QGuiApplication(sys.argv[:1])
    application.setApplicationName(name)
    application.setFont(_font())
    QLocale.setDefault(QLocale("vi_VN"))
    return application


def _font() -> QFont:
    present = set(QFontDatabase.families())
    family = next((family for family in FONT_FAMILIES if family in present), FONT_FAMILIES[-1])
    font = QFont(family)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


class Screen(QObject):
    """One window made from a QML file: shown, translated, grabbed."""

    def __init__(self, main_qml: Path, properties: Mapping[str, Any], size: QSize | None = None) -> None:
        """Raises RuntimeError when the QML does not load; Qt has logged why."""
        super().__init__()
        self.engine = QQmlApplicationEngine()
        self.engine.addImportPath(str(QML_ROOT))
        self.engine.setInitialProperties(dict(properties))
        self.engine.load(main_qml)
        if not self.engine.rootObjects():
            raise RuntimeError(f"the screen {main_qml.name} did not load")
        self._translator = QTranslator()
        window = self.engine.rootObjects()[0]
        assert isinstance(window, QQuickWindow)
        self.window: QQuickWindow = window
        if size is not None:
            self.window.resize(size)

    def show(self, full_screen: bool) -> None:
        if full_screen:
            self.window.setFlag(Qt.WindowType.FramelessWindowHint)
            self._fill()
            self.window.screen().geometryChanged.connect(self._fill)
            self.window.showFullScreen()
        else:
            self.window.show()

    def _fill(self) -> None:
        """Where no window manager runs, as on most kiosks and TVs, nobody else makes a window fill it."""
        self.window.setGeometry(self.window.screen().geometry())

    def use_language(self, language: str, folder: Path) -> None:
        """Translate with ``folder/LANGUAGE.qm``; Vietnamese is the source and needs no file."""
        application = QGuiApplication.instance()
        assert application is not None
        application.removeTranslator(self._translator)
        if language != "vi" and self._translator.load(str(folder / f"{language}.qm")):
            application.installTranslator(self._translator)
        self.engine.retranslate()

    def discard(self) -> None:
        """Take the window and its QML down while the view models they are bound to still live."""
        application = QGuiApplication.instance()
        if application is not None:
            application.removeTranslator(self._translator)
        self.window.close()
        self.engine.deleteLater()
        QCoreApplication.sendPostedEvents(self.engine, QEvent.Type.DeferredDelete.value)

    def close(self) -> None:
        """Take the window down while its view models still live; the screen is of no more use after that."""
        application = QGuiApplication.instance()
        if application is not None:
            application.removeTranslator(self._translator)
        self.window.close()
        shiboken6.delete(self.engine)

    def grab(self, file: Path) -> bool:
        """Write what the window shows now as PNG; False when it could not be written."""
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError:
            return False
        return bool(self.window.grabWindow().save(str(file)))

    def grab_when(
        self, ready: Sequence[Any], file: Path, settle_ms: int = 600, limit_ms: int = 10_000
    ) -> None:
        """Grab after one of the ``ready`` signals and a moment's rest (or at ``limit_ms``), then quit."""
        finish = QTimer(self, singleShot=True, interval=settle_ms)
        finish.timeout.connect(lambda: _leave(self.grab(file), file))
        for signal in ready:
            signal.connect(lambda *_: finish.start())
        QTimer.singleShot(limit_ms, finish.start)


def _leave(grabbed: bool, file: Path) -> None:
    if not grabbed:
        sys.stderr.write(f"Không ghi được ảnh {file}.\n")
    QGuiApplication.exit(0 if grabbed else 1)


def chosen_size(options: Namespace, configured: str) -> QSize | None:
    """Return the window size asked for on the command line, else in station.toml."""
    if options.size is not None:
        size: QSize = options.size
        return size
    return _size(configured) if configured else None
