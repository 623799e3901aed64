"""The citizen's phone of the demo: the gateway's page in Qt's browser engine, sized like a phone."""

from __future__ import annotations

import argparse
import os
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWebEngineQuick import QtWebEngineQuick

from ui.application import Screen, start_qt

# The demo may run as root, where Chromium's own sandbox cannot; the only page it opens is ours on loopback.
FLAGS = "--no-sandbox --disable-gpu --disable-background-networking --disable-component-update"


@dataclass
class Phone:
    application: QGuiApplication
    screen: Screen

    def start(self) -> None:
        self.screen.show(full_screen=False)

    def stop(self) -> None:
        """Nothing of it runs on when its window is gone."""


def build(arguments: list[str]) -> Phone:
    parser = argparse.ArgumentParser(prog="phone")
    parser.add_argument("--address", required=True)
    options = parser.parse_args(arguments)
    os.environ.setdefault("QTWEBENGINE_CHROMIUM_FLAGS", FLAGS)
    QtWebEngineQuick.initialize()
    application = start_qt("phone")
    return Phone(application, Screen(Path(__file__).with_name("Phone.qml"), {"address": options.address}))
