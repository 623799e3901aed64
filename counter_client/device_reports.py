"""Tells the hub how this station's devices are: at every change, and again when the hub is back."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject, Signal

from counter_client.desk import Sender
from hub.messages.commands import ReportDevice

_log = logging.getLogger(__name__)


class DeviceReports(QObject):
    """``states``: device → the last word about it (ok, offline, paper_out, …). ``changed(device)``."""

    changed = Signal(str)

    def __init__(self, link: Sender) -> None:
        super().__init__()
        self._link = link
        self.states: dict[str, str] = {}

    def note(self, device: str, state: str, detail: str = "") -> None:
        """Keep and send ``state``; nothing new is not told. ``detail`` is for the log alone."""
        if self.states.get(device) == state:
            return
        if state != "ok":
            _log.warning("%s: %s %s", device, state, detail)
        self.states[device] = state
        self._link.send(ReportDevice(device=device, state=state))
        self.changed.emit(device)

    def online_changed(self, online: bool) -> None:
        if online:
            for device, state in self.states.items():
                self._link.send(ReportDevice(device=device, state=state))
