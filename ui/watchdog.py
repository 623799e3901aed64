"""Tells the service manager that the screen still answers; silent for too long, it is started anew.

sd_notify(3): datagrams to the socket ``NOTIFY_SOCKET`` names; ``WATCHDOG_USEC``: the silence allowed.
"""

from __future__ import annotations

import logging
import socket
from collections.abc import Callable, Mapping
from concurrent.futures import Future

from PySide6.QtCore import QObject, QTimer

from ui.loop_thread import LoopThread

log = logging.getLogger(__name__)


def interval_ms(environment: Mapping[str, str]) -> int:
    """Return half the silence that is allowed; 0 where nobody listens. Pure."""
    allowed_us = environment.get("WATCHDOG_USEC", "")
    if not environment.get("NOTIFY_SOCKET") or not allowed_us.isdigit():
        return 0
    return int(allowed_us) // 2_000


class Pulse:
    """Whether the thread of the link and the devices still turns."""

    def __init__(self, loop: LoopThread) -> None:
        self._loop = loop
        self._asked: Future[None] | None = None

    def answered(self) -> bool:
        """Return whether it did what the last call asked of it, and ask again."""
        if self._asked is not None and not self._asked.done():
            return False
        self._asked = self._loop.submit(_beat())
        return True


async def _beat() -> None:
    """Nothing; that it ran is the answer."""


class Watchdog(QObject):
    """Lives on the GUI thread: a frozen screen is silent. ``well`` must hold too (the link's thread)."""

    def __init__(self, environment: Mapping[str, str], well: Callable[[], bool]) -> None:
        super().__init__()
        self._address = environment.get("NOTIFY_SOCKET", "")
        self._well = well
        self._timer = QTimer(self, interval=interval_ms(environment))
        self._timer.timeout.connect(self._bark)

    def start(self) -> None:
        """The window is up: say so, and from now on again and again."""
        self._tell("READY=1")
        if self._timer.interval() > 0:
            self._bark()
            self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    def _bark(self) -> None:
        if self._well():
            self._tell("WATCHDOG=1")

    def _tell(self, what: str) -> None:
        if not self._address:
            return
        # "@": Linux's abstract namespace.
        address = "\0" + self._address[1:] if self._address.startswith("@") else self._address
        try:
            with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as wire:
                wire.setblocking(False)
                wire.sendto(what.encode(), address)
        except OSError as error:
            log.warning("the service manager was not told %s: %s", what, error.strerror)
