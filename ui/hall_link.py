"""The hub's link as Qt sees it: signals on the GUI thread, answers as callbacks on the GUI thread."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Literal

from PySide6.QtCore import QObject, Signal

from config.station import Station
from hub.client.errors import HubAway, Refused
from hub.client.link import Link
from hub.messages.commands import Command
from hub.messages.frames import Ev, Role
from hub.messages.views import HallState
from ui.gui_thread import GuiThread
from ui.loop_thread import LoopThread

AWAY_CODE = "away"


@dataclass(frozen=True, slots=True)
class Answer:
    """``code`` is an error code of the wire, or ``away`` when the hub could not be asked."""

    ok: bool
    data: Any = None
    code: str = ""
    text: str = ""
    retry: bool = False


Done = Callable[[Answer], None]


class HallLink(QObject):
    """Signals: ``stateChanged(HallState)``, ``eventArrived(Ev, fresh)``, ``onlineChanged(bool, last_heard)``.

    ``last_heard`` is UTC, ``None`` before the first contact.
    """

    stateChanged = Signal(object)
    eventArrived = Signal(object, bool)
    onlineChanged = Signal(bool, object)

    def __init__(self, station: Station, directory: Path, loop: LoopThread, role: Role | None = None) -> None:
        """``directory`` is where the station file stands; the key file is relative to it."""
        super().__init__()
        self._gui = GuiThread(self)
        self._loop = loop
        token = (directory / station.hub.key_file).read_text(encoding="utf-8").strip()
        wire_role = role or station.role
        self._link = Link(station.hub.addresses, token, wire_role, station.id, self)

    @property
    def trouble(self) -> str:
        """Why the hub is away, in the link's own words; may change without a signal. Empty while online."""
        return self._link.trouble

    def start(self) -> None:
        self._loop.supervise("link", self._link.run)

    def send(self, command: Command, done: Done | None = None, *, key: str | None = None) -> None:
        """Send ``command``; ``done`` gets the answer on the GUI thread, once."""
        self._loop.submit(self._answer(lambda: self._link.send(command, key=key), done))

    def ask(self, what: str, args: dict[str, Any], done: Done) -> None:
        self._loop.submit(self._answer(lambda: self._link.ask(what, args), done))

    def seen(self, seq: int, how: Literal["shown", "spoken"]) -> None:
        self._loop.submit(self._answer(lambda: self._link.seen(seq, how), None))

    async def _answer(self, work: Callable[[], Awaitable[Any]], done: Done | None) -> None:
        try:
            answer = Answer(ok=True, data=await work())
        except Refused as refused:
            answer = Answer(False, code=refused.code, text=refused.text, retry=refused.retry)
        except HubAway:
            answer = Answer(False, code=AWAY_CODE, text="Mất kết nối với máy chủ hàng đợi.", retry=True)
        if done is not None:
            self._gui.post(lambda: done(answer))

    # LinkListener, called in the loop's thread: signals queue themselves over to the GUI thread.

    def on_online(self) -> None:
        self._gui.post(lambda: self.onlineChanged.emit(True, None))

    def on_away(self, since: datetime) -> None:
        self._gui.post(lambda: self.onlineChanged.emit(False, since))

    def on_state(self, state: HallState, seq: int) -> None:
        self._gui.post(lambda: self.stateChanged.emit(state))

    def on_event(self, event: Ev, fresh: bool) -> None:
        self._gui.post(lambda: self.eventArrived.emit(event, fresh))
