"""The serial keypads of a counter: the citizen's for rating, the clerk's for calling. Adapts hardware to Qt.

A keypad that is missing or unplugged is told to the hub and tried again for ever; nobody has to wait for it.
"""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from counter_client.desk import Sender
from hardware.keypads import CALL_KEYPAD, RATING_KEYPAD_5, KeypadDescription, KeyPressed, SerialKeypad
from hardware.listening import DeviceState
from hardware.pipes import BytePipe, open_pipe
from hub.messages.commands import ReportDevice
from ui.gui_thread import GuiThread
from ui.loop_thread import LoopThread

_log = logging.getLogger(__name__)
RATE_KEYS = {f"rate_{score}": score for score in range(1, 6)}


class Keypads(QObject):
    """Signals on the GUI thread: a rating key's score, a calling key's name."""

    ratePressed = Signal(int)
    actPressed = Signal(str)

    def __init__(self, link: Sender, loop: LoopThread) -> None:
        super().__init__()
        self._link = link
        self._loop = loop
        self._gui = GuiThread(self)
        self._states: dict[str, str] = {}

    def listen_for_ratings(self, url: str) -> None:
        self._listen("rating_keypad", url, RATING_KEYPAD_5, self._rate)

    def listen_for_acts(self, url: str) -> None:
        self._listen("call_keypad", url, CALL_KEYPAD, self.actPressed.emit)

    def _listen(
        self, device: str, url: str, description: KeypadDescription, take: Callable[[str], None]
    ) -> None:
        async def connect() -> BytePipe:
            return await open_pipe(url)

        def pressed(press: KeyPressed) -> None:  # in the loop's thread
            self._gui.post(lambda: take(press.key))

        keypad = SerialKeypad(connect, description, pressed)
        keypad.states.listen(lambda state: self._gui.post(lambda: self._note(device, state)))
        self._loop.supervise(device, keypad.run)

    def _rate(self, key: str) -> None:
        if key in RATE_KEYS:
            self.ratePressed.emit(RATE_KEYS[key])

    def online_changed(self, online: bool) -> None:
        """Tell a hub that is back how the keypads are."""
        if online:
            for device, state in self._states.items():
                self._link.send(ReportDevice(device=device, state=state))

    def _note(self, device: str, state: DeviceState) -> None:
        if not state.connected:
            _log.warning("%s: %s", device, state.detail)
        self._states[device] = "ok" if state.connected else "offline"
        self._link.send(ReportDevice(device=device, state=self._states[device]))
