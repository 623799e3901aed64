"""A whole kiosk: started, shown, locked, ended."""

from __future__ import annotations

from argparse import Namespace
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from config.station import Station
from kiosk.lock import Lock
from kiosk.read_aloud import Reader
from kiosk.reception import Reception
from kiosk.scanning import KioskScanner
from kiosk.screens import Screens
from kiosk.staff_room import StaffRoom
from ui.application import Screen
from ui.hall_link import HallLink
from ui.loop_thread import LoopThread
from ui.termination import Termination
from ui.watchdog import Watchdog


@dataclass(slots=True)
class Kiosk:
    """``start`` begins to listen and shows the window; ``stop`` ends every thread."""

    application: QGuiApplication
    screen: Screen
    station: Station
    reception: Reception
    screens: Screens
    link: HallLink
    loop: LoopThread
    scanner: KioskScanner
    reader: Reader | None
    watchdog: Watchdog
    staff: StaffRoom
    lock: Lock
    options: Namespace
    ending: Termination | None = None

    def start(self) -> None:
        desks = self.reception.desks
        self.loop.start()
        desks.tickets.recover()
        if desks.printer is not None:
            desks.printer.start()
        self.scanner.start()
        self.link.start()
        self.screens.start()
        if self.reception.visit.page == "home":
            desks.idle.rest()
        self._show()
        self.watchdog.start()
        if self.options.screenshot is not None:
            self.screen.grab_when((self.link.stateChanged,), self.options.screenshot)

    def _show(self) -> None:
        full = self.station.screen.full_screen and self.options.size is None
        if full:
            self.lock.shut()
            self.screen.window.setCursor(Qt.CursorShape.BlankCursor)  # a touch screen has no pointer
        self.screen.show(full)

    def stop(self) -> None:
        self.lock.open()
        self.watchdog.stop()
        self.screens.stop()
        self.staff.stop()
        if self.reader is not None:
            self.reader.stop()
        self.loop.stop()
        self.reception.desks.tickets.stop()
        self.screen.discard()
