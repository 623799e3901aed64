"""The kiosk's scanners, whatever they hang on: what they read comes to the GUI thread as what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from config.station import Devices
from hardware.listening import DeviceState
from hardware.pipes import open_pipe, parse_address
from hardware.scanning import (
    Appointment,
    CitizenCard,
    DossierCode,
    HandScanner,
    Scanned,
    TicketLink,
    Unknown,
    understand,
)
from kiosk.booking import PLAIN_CODE
from ui.gui_thread import GuiThread
from ui.loop_thread import LoopThread

if TYPE_CHECKING:
    from hardware.scanning.camera import Camera


class KioskScanner(QObject):
    """Signals carry codes. A card goes to ``cardScanned`` alone; of the rest only its kind is told."""

    dossierScanned = Signal(str)
    appointmentScanned = Signal(str)
    cardScanned = Signal(object)
    otherCodeScanned = Signal(str)
    """Readable, and short and plain like a code: it may be one the centre made."""
    somethingElseScanned = Signal()
    seen = Signal(str)

    def __init__(self, devices: Devices, loop: LoopThread) -> None:
        """Raises HardwareError when the scanner's address makes no sense."""
        super().__init__()
        self._gui = GuiThread(self)
        self._devices = devices
        self._loop = loop
        self.trial = False
        """Staff try it: codes lead nowhere, only ``seen`` tells what they were."""
        self._hand: HandScanner | None = None
        self._camera: Camera | None = None
        if devices.scanner:
            parse_address(devices.scanner)

    @property
    def hand_state(self) -> DeviceState | None:
        """None: the station has no scanner on a line."""
        return self._hand.states.value if self._hand is not None else None

    @property
    def camera_state(self) -> DeviceState | None:
        """None: the station has no camera."""
        return self._camera.states.value if self._camera is not None else None

    def start(self) -> None:
        devices = self._devices
        if devices.scanner:
            self._hand = HandScanner(lambda: open_pipe(devices.scanner), self._scanned)
            self._loop.supervise("scanner", self._hand.run)
        if devices.camera:
            from hardware.scanning.camera import Camera  # the picture libraries only where a camera is

            self._camera = Camera(devices.camera, self._scanned)
            self._loop.supervise("camera", self._camera.run)

    def take(self, data: bytes) -> None:
        """Take what a scanner typed as a keyboard."""
        self._scanned(understand(data))

    def _scanned(self, scanned: Scanned) -> None:
        """Called in any thread."""
        self._gui.post(lambda: self._tell(scanned))

    def _tell(self, scanned: Scanned) -> None:
        self.seen.emit(kind_of(scanned))
        if self.trial:
            return
        match scanned:
            case DossierCode(code):
                self.dossierScanned.emit(code)
            case Appointment(code):
                self.appointmentScanned.emit(code)
            case CitizenCard():
                self.cardScanned.emit(scanned)
            case _:
                self.somethingElseScanned.emit()
                if isinstance(scanned, Unknown) and PLAIN_CODE.fullmatch(scanned.text):
                    self.otherCodeScanned.emit(scanned.text)


def kind_of(scanned: Scanned) -> str:
    """Return what it is in one word, and nothing of what it says. Pure."""
    match scanned:
        case DossierCode():
            return "dossier"
        case Appointment():
            return "appointment"
        case CitizenCard():
            return "card"
        case TicketLink():
            return "ticket"
        case _:
            return "unknown"
