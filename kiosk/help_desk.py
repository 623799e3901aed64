"""Calls a member of staff to this kiosk and says how far that is."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, QTimer, Signal

from hub.messages.commands import AskHelp
from kiosk.hall_watch import HallWatch
from ui.hall_link import Answer, HallLink

Help = Literal["none", "asking", "waiting", "coming", "away"]
SHOWN_MS = 20_000
"""So long "somebody is coming" stands on the screen."""


class HelpDesk(QObject):
    """``changed`` at every step. GUI thread only. A call outlives this programme: the hub keeps it."""

    changed = Signal()

    def __init__(self, link: HallLink, watch: HallWatch, station: str) -> None:
        super().__init__()
        self.state: Help = "none"
        self.open = False
        """Whether the citizen looks at it."""
        self._link = link
        self._watch = watch
        self._station = station
        self._over = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._over.timeout.connect(lambda: self._set("none", open=False))
        watch.changed.connect(self._heard)

    def ask(self) -> None:
        """Somebody wants a member of staff; where one is called already, say so again."""
        if self.state in ("waiting", "coming", "asking"):
            self._set(self.state, open=True)
        elif not self._watch.online:
            self._set("away", open=True)
        else:
            self._set("asking", open=True)
            self._link.send(AskHelp(), self._answered)

    def close(self) -> None:
        """Take it off the screen; a call that was made stays."""
        self._set("none" if self.state in ("away", "coming") else self.state, open=False)

    def _answered(self, answer: Answer) -> None:
        if self.state == "asking":
            self._set("waiting" if answer.ok else "away", open=self.open)

    def _heard(self) -> None:
        if not self._watch.online:
            return
        called = self._station in self._watch.help
        if called and self.state not in ("asking", "waiting"):
            self._set("waiting", open=self.open)
        elif not called and self.state == "waiting":
            self._over.start()
            self._set("coming", open=True)

    def _set(self, state: Help, *, open: bool) -> None:
        if (state, open) != (self.state, self.open):
            self.state, self.open = state, open
            self.changed.emit()
