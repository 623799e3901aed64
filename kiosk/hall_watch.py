"""Follows the hub: the hall, its lines and counters, the business clock, whether the hub is there."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from PySide6.QtCore import QObject, Signal

from config.model import Hall, Service
from hub.messages.views import CounterView, HallState, ServiceView, TickerView
from kiosk.home import Connection
from kiosk.visit import offered
from kiosk.waits import moment

A_NEW_CLOCK = timedelta(minutes=1)
UNKNOWN = "unknown station"
"""What the hub says to a station the centre does not have."""
NOT_PAIRED = frozenset({"unauthorized", "role or dev is not the paired one"})
"""Why the hub turns a station away that only staff can put right."""


class HallWatch(QObject):
    """``changed`` after any news; ``connected`` when the hub came or went; ``configured`` for a new hall."""

    changed = Signal()
    connected = Signal(bool)
    configured = Signal()

    def __init__(
        self, kiosk: str, monotonic_s: Callable[[], float], trouble: Callable[[], str] = lambda: ""
    ) -> None:
        """``trouble`` says why the hub is away, as the link knows it."""
        super().__init__()
        self.hall: Hall | None = None
        self.services: tuple[Service, ...] = ()
        self.lines: dict[str, ServiceView] = {}
        self.counters: tuple[CounterView, ...] = ()
        self.connection: Connection = "starting"
        self.last_heard: datetime | None = None
        self.help: frozenset[str] = frozenset()
        """The stations that wait for a member of staff."""
        self.ticker: TickerView | None = None
        self.kiosk = kiosk
        self._trouble = trouble
        self._hall_told: dict[str, Any] | None = None
        self._monotonic_s = monotonic_s
        self._told: datetime | None = None
        self._told_at_s = 0.0

    @property
    def online(self) -> bool:
        return self.connection == "online" and self.hall is not None

    @property
    def trouble(self) -> str:
        return "" if self.online else self._trouble()

    @property
    def blocked(self) -> str:
        """``not_paired``, ``unknown_station``, or empty: why nobody can be served here before staff came."""
        if self._trouble() in NOT_PAIRED and self.connection != "online":
            return "not_paired"
        if self._trouble() == UNKNOWN and self.connection != "online":
            return "unknown_station"
        known = self.hall is None or any(one.id == self.kiosk for one in self.hall.kiosks)
        return "" if known else "unknown_station"

    def now(self) -> datetime | None:
        """The hub's present time in the centre's zone; None before the first word of it."""
        if self._told is None:
            return None
        return self._told + timedelta(seconds=self._monotonic_s() - self._told_at_s)

    def take_state(self, state: HallState) -> None:
        self._hear(state.now)
        self.lines = {one.id: one for one in state.services}
        self.counters = tuple(state.counters)
        self.help = frozenset(one.station for one in state.help)
        self.ticker = state.ticker
        if state.hall is not self._hall_told:
            self._hall_told = state.hall
            self.hall = Hall.model_validate(state.hall)
            self.services = offered(self.hall, self.kiosk)
            self.configured.emit()
        self.changed.emit()

    def take_online(self, online: bool, last_heard: datetime | None) -> None:
        self.connection = "online" if online else "away" if self.hall is not None else "starting"
        self.last_heard = None if online or self.hall is None else self._in_hall_time(last_heard)
        self.connected.emit(online)
        self.changed.emit()

    def _hear(self, text: str) -> None:
        """An older reading than our own count changes nothing, unless the hub's clock was really set back."""
        told, here = moment(text), self.now()
        if told is None or told.tzinfo is None:
            return
        if here is None or told > here or here - told > A_NEW_CLOCK:
            self._told, self._told_at_s = told, self._monotonic_s()

    def _in_hall_time(self, last_heard: datetime | None) -> datetime | None:
        """When that was by the hub's clock, which need not be this machine's."""
        now = self.now()
        if now is None or last_heard is None:
            return now
        return now - max(timedelta(), datetime.now(last_heard.tzinfo) - last_heard)
