"""The clerk's hand scanner: a dossier's code comes to the GUI thread, anything else goes no further."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from hardware.pipes import BytePipe, open_pipe
from hardware.scanning import DossierCode, HandScanner, Scanned
from ui.gui_thread import GuiThread
from ui.loop_thread import LoopThread


class ClerkScanner(QObject):
    """What is not a dossier's code may be personal: it is neither shown nor logged."""

    dossierScanned = Signal(str)

    def __init__(self, url: str, loop: LoopThread) -> None:
        super().__init__()
        self._gui = GuiThread(self)

        async def connect() -> BytePipe:
            return await open_pipe(url)

        loop.supervise("scanner", HandScanner(connect, self._scanned).run)

    def _scanned(self, scanned: Scanned) -> None:
        """Called in the loop's thread."""
        if isinstance(scanned, DossierCode):
            self._gui.post(lambda: self.dossierScanned.emit(scanned.code))
