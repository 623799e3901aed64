"""The LED sign over this counter: its number, blinking while it is called; dark while nobody is there."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject

from counter_client.device_reports import DeviceReports
from counter_client.floor import Floor
from counter_client.hall_watch import HallWatch
from hardware.descriptions import find_sign
from hardware.errors import BadDescription
from hardware.pipes import open_pipe
from hardware.signs import BusState, SignBus
from ui.gui_thread import GuiThread
from ui.loop_thread import LoopThread

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SignText:
    address: int
    text: str
    blinking: bool = False


def sign_text(floor: Floor, *, online: bool) -> SignText:
    """Return what hangs over the counter; its address is the counter's number, 1 where that is no number.

    Without the hub nobody knows whether a call still stands, so nothing does.
    """
    number = floor.place.number
    address = int(number) if number.isdecimal() else 1
    current = floor.current if online else None
    if current is None:
        return SignText(address, "")
    return SignText(address, current.number, current.state == "called")


class CounterSign(QObject):
    """Follows the counter. Raises HardwareError: there is no sign ``kind``."""

    def __init__(
        self, watch: HallWatch, url: str, kind: str, loop: LoopThread, reports: DeviceReports
    ) -> None:
        super().__init__()
        self._watch = watch
        self._loop = loop
        self._reports = reports
        self._gui = GuiThread(self)
        self._shown: SignText | None = None
        self._bus = SignBus(partial(open_pipe, url), find_sign(kind))
        self._bus.states.listen(lambda state: self._gui.post(lambda: self._note(state)))
        loop.supervise("sign", self._bus.run)
        watch.changed.connect(self._follow)

    def _follow(self) -> None:
        floor = self._watch.floor
        wanted = sign_text(floor, online=self._watch.online) if floor else None
        if wanted is not None and wanted != self._shown:
            self._shown = wanted
            self._loop.submit(self._tell(wanted))

    async def _tell(self, wanted: SignText) -> None:
        try:
            self._bus.show(wanted.address, wanted.text, wanted.blinking)
        except BadDescription as error:
            _log.warning("the sign cannot show %s: %s", wanted.text, error)

    def _note(self, state: BusState) -> None:
        if state.tried:
            well = state.connected and not state.silent
            self._reports.note("sign", "ok" if well else "offline", state.detail)
