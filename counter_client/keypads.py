"""The serial keypads of a counter: the citizen's for rating, the clerk's for calling. Adapts hardware to Qt.

A keypad that is missing or unplugged is told to the hub and tried again for ever; nobody has to wait for it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from counter_client.device_reports import DeviceReports
from hardware.descriptions import find_described_keypad
from hardware.keypads import KeyPressed, SerialKeypad
from hardware.listening import DeviceState
from hardware.pipes import open_pipe
from ui.gui_thread import GuiThread
from ui.loop_thread import LoopThread

RATE_KEYS = {f"rate_{score}": score for score in range(1, 6)}


class Keypads(QObject):
    """Signals on the GUI thread: a rating key's score, a calling key's name."""

    ratePressed = Signal(int)
    actPressed = Signal(str)

    def __init__(self, reports: DeviceReports, loop: LoopThread) -> None:
        super().__init__()
        self._reports = reports
        self._loop = loop
        self._gui = GuiThread(self)

    def listen_for_ratings(self, url: str, kind: str) -> None:
        """``kind``: a keypad's name or its sheet, as ``hardware`` finds it. Raises HardwareError."""
        self._listen("rating_keypad", url, kind, self._rate)

    def listen_for_acts(self, url: str, kind: str) -> None:
        self._listen("call_keypad", url, kind, self.actPressed.emit)

    def _listen(self, device: str, url: str, kind: str, take: Callable[[str], None]) -> None:
        def pressed(press: KeyPressed) -> None:  # in the loop's thread
            self._gui.post(lambda: take(press.key))

        keypad = SerialKeypad(partial(open_pipe, url), find_described_keypad(kind), pressed)
        keypad.states.listen(lambda state: self._gui.post(lambda: self._note(device, state)))
        self._loop.supervise(device, keypad.run)

    def _rate(self, key: str) -> None:
        if key in RATE_KEYS:
            self.ratePressed.emit(RATE_KEYS[key])

    def _note(self, device: str, state: DeviceState) -> None:
        self._reports.note(device, "ok" if state.connected else "offline", state.detail)
