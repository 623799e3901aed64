"""Somebody in the hall asks for a member of staff: who, since when, and the one who says "I am coming"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from config.model import Hall
from counter_client.desk import Desk
from counter_client.hall_watch import HallWatch
from counter_client.phase import Act
from counter_client.times import seconds_between
from hub.messages import commands
from hub.messages.views import HallState

QML_IMPORT_NAME = "Counter"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class HelpProps:
    """The call that has waited longest; ``others``: how many more. ``station`` empty: nobody asks."""

    station: str = ""
    kind: str = ""
    name: str = ""
    minutes: int = 0
    others: int = 0
    asking: bool = False
    """This very station asks."""


def derive_help(state: HallState | None, hall: Hall | None, here: str, now: datetime | None) -> HelpProps:
    """A station is not told of its own call: it knows."""
    calls = [one for one in state.help if one.station != here] if state else []
    asking = state is not None and len(calls) < len(state.help)
    if not calls:
        return HelpProps(asking=asking)
    first = calls[0]
    return HelpProps(
        station=first.station,
        kind=first.role,
        name=place_name(hall, first.role, first.station),
        minutes=seconds_between(first.at, now) // 60,
        others=len(calls) - 1,
        asking=asking,
    )


def place_name(hall: Hall | None, role: str, station: str) -> str:
    """A counter and its panel are known by the counter's number, other machines by their id."""
    if hall is None or role not in ("counter", "rating"):
        return station
    return next((one.number for one in hall.counters if one.id == station), station)


@QmlElement
class HelpCalls(QObject):
    """``arrived`` once for every call that is new to this station."""

    changed = Signal()
    arrived = Signal()

    def __init__(self, watch: HallWatch, desk: Desk) -> None:
        super().__init__()
        self._watch = watch
        self._desk = desk
        self._props = HelpProps()
        self._known: frozenset[tuple[str, str]] = frozenset()
        watch.changed.connect(self._derive)
        watch.ticked.connect(self._tell)
        desk.busyChanged.connect(self.changed)

    @Property(str, notify=changed)
    def station(self) -> str:
        return self._props.station

    @Property(str, notify=changed)
    def kind(self) -> str:
        return self._props.kind

    @Property(str, notify=changed)
    def name(self) -> str:
        return self._props.name

    @Property(int, notify=changed)
    def minutes(self) -> int:
        return self._props.minutes

    @Property(int, notify=changed)
    def others(self) -> int:
        return self._props.others

    @Property(bool, notify=changed)
    def asking(self) -> bool:
        return self._props.asking

    @Property(bool, notify=changed)
    def can(self) -> bool:
        return self._watch.online and not self._desk.busy

    @Slot()
    def answer(self) -> None:
        """Say that somebody goes to whoever has waited longest."""
        if self._props.station and self.can:
            self._desk.ask(Act.ANSWER_HELP, commands.AnswerHelp(station=self._props.station))

    @Slot()
    def ask(self) -> None:
        """Call a supervisor, or any colleague, to this counter."""
        if self.can and not self._props.asking:
            self._desk.ask(Act.ASK_HELP, commands.AskHelp())

    def _derive(self) -> None:
        state, here = self._watch.state, self._watch.counter
        calls = state.help if state else []
        present = frozenset((one.station, one.at) for one in calls if one.station != here)
        if present - self._known:
            self.arrived.emit()
        self._known = present
        self._tell()
        self.changed.emit()  # whether anything may be asked hangs on the hub, too

    def _tell(self) -> None:
        watch = self._watch
        props = derive_help(watch.state, watch.hall, watch.counter, watch.now())
        if props != self._props:
            self._props = props
            self.changed.emit()
