"""Follows the hub for one counter: its floor, the hub's clock, whether the hub is there, the language."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from config.model import Hall
from counter_client.floor import Floor, stand_in
from counter_client.hindrance import hindrance_of
from counter_client.times import HallClock
from hub.messages.views import HallState

TICK_MS = 1_000


class HallWatch(QObject):
    """``changed`` after news of any kind, ``ticked`` every second for whatever counts time."""

    changed = Signal()
    ticked = Signal()

    def __init__(
        self, counter: str, language: str, monotonic_s: Callable[[], float], role: str = "counter"
    ) -> None:
        """``counter``: this station's id, which is a counter's unless ``role`` is supervisor."""
        super().__init__()
        self.counter = counter
        self.role = role
        self.language = language
        self.online = False
        self.away_since: datetime | None = None
        """By the hub's clock, which is what the hall's clocks show."""
        self.floor: Floor | None = None
        self.state: HallState | None = None
        """The whole hall, for whoever looks at more than one counter."""
        self._hall: Hall | None = None
        self._hall_told: dict[str, Any] | None = None
        self._trouble = ""
        self._clock = HallClock(monotonic_s)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.ticked)

    def start(self) -> None:
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()

    @property
    def hall(self) -> Hall | None:
        return self._hall

    @property
    def hindrance(self) -> str:
        """What only a technician can mend; empty: nothing."""
        has_place = self.state is None or self.floor is not None or self.role == "supervisor"
        return hindrance_of(self._trouble, has_place=has_place)

    def now(self) -> datetime | None:
        return self._clock.now()

    def use_language(self, language: str) -> None:
        self.language = language
        self.changed.emit()

    def take_state(self, state: HallState) -> None:
        self._clock.heard(state.now)
        self.state = state
        if self._hall is None or state.hall is not self._hall_told:
            self._hall, self._hall_told = Hall.model_validate(state.hall), state.hall
        self.floor = stand_in(state, self._hall, self.counter)
        self.changed.emit()

    def take_online(self, online: bool, last_heard: datetime | None) -> None:
        self.online = online
        self.away_since = None if online else self.now() or last_heard
        self.changed.emit()

    def take_trouble(self, why: str) -> None:
        """``why`` the link is away, in its own words; empty while it is up."""
        if why != self._trouble:
            self._trouble = why
            self.changed.emit()
