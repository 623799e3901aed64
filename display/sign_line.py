"""The line of signs that hangs on a lobby screen's machine: told in the loop's thread, fed from the GUI's."""

from __future__ import annotations

from functools import partial

import structlog
from PySide6.QtCore import QObject

from display.hall_sight import HallSight
from display.signs import SignText, sign_texts
from hardware.descriptions import find_sign
from hardware.errors import BadDescription
from hardware.pipes import open_pipe
from hardware.signs import BusState, SignBus
from hub.messages.views import HallState
from ui.loop_thread import LoopThread

log = structlog.get_logger(__name__)


class SignLine(QObject):
    """Feeds one line. Its signs change with the very event that changes the screen."""

    def __init__(self, url: str, kind: str, loop: LoopThread) -> None:
        """Raises HardwareError: there is no sign ``kind``."""
        super().__init__()
        self._bus = SignBus(partial(open_pipe, url), find_sign(kind))
        self._bus.states.listen(_note)
        self._loop = loop
        self._place: HallSight | None = None
        self._shown: dict[int, SignText] = {}

    def start(self) -> None:
        self._loop.supervise("signs", self._bus.run)

    def take_hall(self, place: HallSight) -> None:
        self._place = place

    def take_state(self, state: HallState) -> None:
        if self._place is None:
            return
        new = [one for one in sign_texts(state, self._place) if self._shown.get(one.address) != one]
        if new:
            self._shown.update((one.address, one) for one in new)
            self._loop.submit(self._tell(new))

    async def _tell(self, texts: list[SignText]) -> None:
        for one in texts:
            try:
                self._bus.show(one.address, one.text, one.blinking)
            except BadDescription as error:
                log.warning("sign not told", address=one.address, why=str(error))


def _note(state: BusState) -> None:
    log.info("signs", connected=state.connected, detail=state.detail)
