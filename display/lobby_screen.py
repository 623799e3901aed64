"""One lobby screen at work: takes the hub's news and the passing time, keeps the view models up to date."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import structlog
from PySide6.QtCore import Property, QObject, QTimer, Signal
from PySide6.QtQml import QmlElement

from config.model import Procedure
from display.answers import DossierBoard
from display.calls import derive_calls
from display.calls_view_model import CallsViewModel
from display.clock import BusinessClock
from display.dossiers import derive_dossiers
from display.dossiers_view_model import DossiersViewModel
from display.guide_view_model import GuideViewModel
from display.hall_sight import HallSight, Sight, sight_of
from display.header import HeaderProps, derive_header
from display.header_view_model import HeaderViewModel
from display.slides import place_in, playlist
from display.spotlight import Spotlight
from hub.client.replica import call_of
from hub.messages.frames import Ev
from hub.messages.views import CallView, HallState

QML_IMPORT_NAME = "Display"
QML_IMPORT_MAJOR_VERSION = 1

log = structlog.get_logger(__name__)

TICK_MS = 1000
SLIDE_S = 14.0
PAGE_S = 12.0


@QmlElement
class LobbyScreen(QObject):
    """All on the GUI thread. ``monotonic_s`` is the clock; timers only wake it.

    Signals: ``spotlighted(seq)`` when a call took the spotlight, ``listed(seq)`` when an old one went to the
    list only, ``called(CallView)`` for each call to announce,
    ``calledElsewhere(CallView)`` for those of other zones, ``hallChanged(HallSight)``, ``dayChanged()``.
    """

    spotlighted = Signal(int)
    listed = Signal(int)
    called = Signal(object)
    calledElsewhere = Signal(object)
    hallChanged = Signal(object)
    dayChanged = Signal()

    def __init__(
        self, display_id: str = "", language: str = "vi", monotonic_s: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__()
        self.header, self.calls = HeaderViewModel(self), CallsViewModel(self)
        self.guide, self.dossiers = GuideViewModel(self), DossiersViewModel(self)
        self._dossiers_a_page = 8
        self._display_id, self._language, self._monotonic_s = display_id, language, monotonic_s
        self._place: HallSight | None = None
        self._state: HallState | None = None
        self._clock, self._clock_is_old = BusinessClock(), True
        self._online = False
        self._heard_at: datetime | None = None
        self._spotlight = Spotlight()
        self._procedures: tuple[Procedure, ...] = ()
        self._board: DossierBoard | None = None
        self._turn = QTimer(self, singleShot=True)
        self._turn.timeout.connect(self._take_turn)
        self._tick = QTimer(self, interval=TICK_MS)
        self._tick.timeout.connect(self.refresh)

    @property
    def views(self) -> dict[str, QObject]:
        """The properties the window asks of it."""
        views = {"header": self.header, "calls": self.calls, "guide": self.guide}
        return {**views, "dossiers": self.dossiers, "lobby": self}

    def start(self) -> None:
        self._tick.start()

    def stop(self) -> None:
        self._tick.stop()
        self._turn.stop()

    @Property(int)
    def dossiersAPage(self) -> int:
        """How many dossiers fit on the board; the board tells."""
        return self._dossiers_a_page

    @dossiersAPage.setter  # type: ignore[no-redef]
    def dossiersAPage(self, count: int) -> None:
        self._dossiers_a_page = max(1, count)
        self.refresh()

    # news ------------------------------------------------------------------------------------------

    def take_state(self, state: HallState) -> None:
        if self._place is None or self._state is None or state.hall is not self._state.hall:
            self._take_hall(state)
        if self._state is not None and self._state.day != state.day:
            self._spotlight = Spotlight(self._spotlight.full_s)
            self.dayChanged.emit()
        self._state = state
        self._clock.heard(state.now, self._monotonic_s(), reset=self._clock_is_old)
        self._clock_is_old = False
        self.refresh()

    def take_event(self, event: Ev, fresh: bool) -> None:
        """A call takes its turn in the spotlight; one that is history goes to the list only."""
        call = call_of(event)
        if call is None or self._place is None:
            return
        if not self._place.shows(call):
            if fresh:
                self.calledElsewhere.emit(call)
            return
        if not fresh:
            self.listed.emit(call.seq)
            return
        self._spotlight = self._spotlight.add(call, self._monotonic_s())
        self._after_step(call if self._spotlight.showing is call else None)
        self.called.emit(call)

    def take_online(self, online: bool, heard_at: datetime | None) -> None:
        """``heard_at`` is when the hub was last heard, None before the first contact."""
        if not online and self._online:
            self._clock_is_old = True
        self._online = online
        if not online:
            # The hub's clock, which need not be this machine's; an outage is noticed within seconds.
            self._heard_at = self._clock.now(self._monotonic_s())
        self.refresh()

    def take_procedures(self, procedures: tuple[Procedure, ...]) -> None:
        self._procedures = procedures
        self.refresh()

    def take_dossiers(self, board: DossierBoard) -> None:
        self._board = board
        self.refresh()

    # time ------------------------------------------------------------------------------------------

    def _take_turn(self) -> None:
        before = self._spotlight.showing
        self._spotlight = self._spotlight.at(self._monotonic_s())
        self._after_step(self._spotlight.showing if self._spotlight.showing is not before else None)

    def _after_step(self, shown: CallView | None) -> None:
        self.refresh()
        if shown is not None:
            self.spotlighted.emit(shown.seq)
        due_s, now_s = self._spotlight.next_change_s, self._monotonic_s()
        if due_s is not None and (self._spotlight.waiting or due_s > now_s):
            self._turn.start(max(1, round((due_s - now_s) * 1000)))

    def refresh(self) -> None:
        """Derive everything anew from what is known at this moment."""
        now_s = self._monotonic_s()
        sight = self._sight(now_s)
        if sight is None:
            self.header.show(HeaderProps(since=_local(self._heard_at)))
            return
        self.header.show(derive_header(sight))
        self.calls.show(derive_calls(sight, self._spotlight, now_s))
        self.dossiers.show(derive_dossiers(sight, self._board, self._dossiers_a_page, now_s, PAGE_S))
        slides = playlist(sight, self._procedures)
        place = place_in(len(slides), now_s, SLIDE_S)
        self.guide.show(slides[place], place, len(slides))

    def _sight(self, now_s: float) -> Sight | None:
        now = self._clock.now(now_s)
        if self._place is None or self._state is None or now is None:
            return None
        heard_at = self._heard_at.astimezone(now.tzinfo) if self._heard_at else None
        return Sight(self._place, self._state, self._online, heard_at, now)

    def _take_hall(self, state: HallState) -> None:
        try:
            self._place = sight_of(state.hall, self._display_id, self._language)
        except ValueError:
            log.error("the hub's configuration cannot be read: is its version newer than this screen's?")
            return
        if self._display_id not in {display.id for display in self._place.hall.displays}:
            log.warning("the centre has no such display", display=self._display_id)
        self._spotlight = replace(self._spotlight, full_s=self._place.hall.calling.spotlight_s)
        self.hallChanged.emit(self._place)


def _local(moment: datetime | None) -> str:
    return f"{moment.astimezone():%H:%M}" if moment else ""
