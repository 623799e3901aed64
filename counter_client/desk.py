"""Sends the clerk's commands: one at a time, each under its own key, and tells how it went."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from counter_client.phase import Act
from hub.messages.commands import Command
from hub.messages.frames import Ev
from ui.hall_link import AWAY_CODE, Answer, Done

SETTLE_MS = 400
"""How long a done command may wait for its own event before the keys are given back."""
RESEND_EVERY_MS = 1_000
RESEND_WITHIN_S = 15.0
"""A command cut off by an outage is asked for again this long; later the clerk looks and decides."""
CALLS = frozenset({Act.CALL_NEXT, Act.CALL_TICKET})
"""These may end one visit before they begin another: two events, the call last."""
UNKNOWN_CODE = "unknown"
"""Our own refusal code: nobody can say whether it was done."""


class Sender(Protocol):
    """The part of ``ui.hall_link.HallLink`` that commands need."""

    def send(self, command: Command, done: Done | None = None, *, key: str | None = None) -> None: ...


@dataclass(frozen=True, slots=True)
class Outcome:
    """``code`` is empty when it was done, else an error code; ``ticket``, ``number``: whom it was about."""

    act: Act
    code: str = ""
    text: str = ""
    ticket: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class _Asked:
    act: Act
    command: Command
    key: str
    at_s: float
    ticket: str
    number: str


def _new_key() -> str:
    return str(uuid.uuid4())


def _number(answer: Answer) -> str:
    """Return the number of a ticket that was not there before the command."""
    data = answer.data if isinstance(answer.data, dict) else {}
    return str(data.get("ticket", {}).get("number", ""))


class Desk(QObject):
    """Two fast presses are one command: what comes while one is under way is dropped.

    A command is over when this counter's event is here with the state it led to, so the next press meets
    the new state; without an event, a moment after the answer.
    """

    busyChanged = Signal()
    told = Signal(object)
    """An ``Outcome``."""

    def __init__(
        self,
        link: Sender,
        counter: str,
        monotonic_s: Callable[[], float],
        new_key: Callable[[], str] = _new_key,
        resend_ms: int = RESEND_EVERY_MS,
    ) -> None:
        super().__init__()
        self._link = link
        self._counter = counter
        self._monotonic_s = monotonic_s
        self._new_key = new_key
        self._asked: _Asked | None = None
        self._event_came = False
        self._settle = QTimer(self, singleShot=True, interval=SETTLE_MS)
        self._settle.timeout.connect(self._over)
        self._resend = QTimer(self, singleShot=True, interval=resend_ms)
        self._resend.timeout.connect(self._again)

    @property
    def busy(self) -> bool:
        return self._asked is not None

    def ask(self, act: Act, command: Command, ticket: str = "", number: str = "") -> bool:
        """Send ``command``; False when another is still under way."""
        if self._asked is not None:
            return False
        self._asked = _Asked(act, command, self._new_key(), self._monotonic_s(), ticket, number)
        self._event_came = False
        self.busyChanged.emit()
        self._send(self._asked)
        return True

    def heard(self, event: Ev) -> None:
        """Call for every event, before the state it leads to."""
        if self._asked is not None and event.counter == self._counter:
            calls = self._asked.act in CALLS
            self._event_came = self._event_came or not calls or event.ev == "ticket_called"

    def state_came(self) -> None:
        """Call for every new state."""
        if self._event_came:
            self._over()

    def _again(self) -> None:
        asked = self._asked
        if asked is None:
            return
        if self._monotonic_s() - asked.at_s <= RESEND_WITHIN_S:
            self._send(asked)  # the same key: done at most once
        else:
            self._fail(asked, UNKNOWN_CODE, "")

    def _send(self, asked: _Asked) -> None:
        self._link.send(asked.command, lambda answer: self._take(asked, answer), key=asked.key)

    def _take(self, asked: _Asked, answer: Answer) -> None:
        if answer.ok:
            self.told.emit(Outcome(asked.act, ticket=asked.ticket, number=asked.number or _number(answer)))
            if asked is self._asked:
                self._settle.start()
        elif answer.code != AWAY_CODE:
            self._fail(asked, answer.code, answer.text)
        elif asked is self._asked:
            self._resend.start()

    def _fail(self, asked: _Asked, code: str, text: str) -> None:
        if asked is self._asked:
            self._over()
        self.told.emit(Outcome(asked.act, code, text, asked.ticket, asked.number))

    def _over(self) -> None:
        self._settle.stop()
        if self._asked is not None:
            self._asked = None
            self.busyChanged.emit()
