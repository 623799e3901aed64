"""The kiosk's hand scanner and camera: what they read comes to the GUI thread as a dossier's code or not."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from config.station import Devices
from hardware.pipes import open_pipe, parse_address
from hardware.scanning import DossierCode, HandScanner, Scanned
from ui.gui_thread import GuiThread
from ui.loop_thread import LoopThread


class KioskScanner(QObject):
    """What is not a dossier's code goes no further: it may be personal."""

    dossierScanned = Signal(str)
    somethingElseScanned = Signal()

    def __init__(self, devices: Devices, loop: LoopThread) -> None:
        """Raises HardwareError when the scanner's address makes no sense."""
        super().__init__()
        self._gui = GuiThread(self)
        self._devices = devices
        self._loop = loop
        if devices.scanner:
            parse_address(devices.scanner)

    def start(self) -> None:
        devices = self._devices
        if devices.scanner:
            scanner = HandScanner(lambda: open_pipe(devices.scanner), self._scanned)
            self._loop.supervise("scanner", scanner.run)
        if devices.camera:
            from hardware.scanning.camera import Camera  # the picture libraries only where a camera is

            camera = Camera(devices.camera, self._scanned)
            self._loop.supervise("camera", camera.run)

    def _scanned(self, scanned: Scanned) -> None:
        """Called in the loop's thread."""
        if isinstance(scanned, DossierCode):
            self._gui.post(lambda: self.dossierScanned.emit(scanned.code))
        else:
            self._gui.post(self.somethingElseScanned.emit)
