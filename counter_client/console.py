"""The console's view models: the place with its clock and day, the current visit, the lists."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from counter_client import console_props as props
from counter_client.dossiers import Dossiers
from counter_client.hall_watch import HallWatch
from counter_client.outlook import Outlook
from counter_client.procedures import Procedures
from counter_client.row_props import (
    ClerkRow,
    LineRow,
    Lists,
    TargetRow,
    TicketRow,
    derive_lists,
    derive_targets,
)
from counter_client.times import hour
from ui.rows import Rows

QML_IMPORT_NAME = "Counter"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Console(Outlook):
    """Where this is, who sits here, what time it is, how the day goes."""

    placeChanged = Signal()
    timeChanged = Signal()
    dayChanged = Signal()
    keyPressed = Signal(str)
    """A key away from the screen: next, transfer, sign_in, digit_0 … digit_9."""

    def __init__(self, watch: HallWatch) -> None:
        super().__init__(watch)
        self._place = props.PlaceProps()
        self._time = props.TimeProps()
        self._day = props.DayProps()
        watch.changed.connect(self._derive)
        watch.ticked.connect(self._derive_time)

    @Property(str, notify=placeChanged)
    def phase(self) -> str:
        return self._place.phase

    @Property(str, notify=placeChanged)
    def state(self) -> str:
        return self._place.state

    @Property(str, notify=placeChanged)
    def centre(self) -> str:
        return self._place.centre

    @Property(str, notify=placeChanged)
    def number(self) -> str:
        return self._place.number

    @Property(str, notify=placeChanged)
    def name(self) -> str:
        return self._place.name

    @Property(str, notify=placeChanged)
    def clerk(self) -> str:
        return self._place.clerk

    @Property(str, notify=placeChanged)
    def pauseReason(self) -> str:
        return self._place.pause_reason

    @Property(bool, notify=placeChanged)
    def wantsSignIn(self) -> bool:
        return self._place.wants_sign_in

    @Property(str, notify=timeChanged)
    def clock(self) -> str:
        return self._time.clock

    @Property(str, notify=timeChanged)
    def elapsed(self) -> str:
        return self._time.elapsed

    @Property(bool, notify=timeChanged)
    def late(self) -> bool:
        return self._time.late

    @Property(int, notify=dayChanged)
    def served(self) -> int:
        return self._day.served

    @Property(int, notify=dayChanged)
    def averageMinutes(self) -> int:
        return self._day.average_minutes

    @Property(int, notify=dayChanged)
    def waiting(self) -> int:
        return self._day.waiting

    @Property(int, notify=dayChanged)
    def waitingPriority(self) -> int:
        return self._day.waiting_priority

    def _derive(self) -> None:
        place = props.derive_place(self._watch.floor, self._watch.language)
        day = props.derive_day(self._watch.floor)
        if place != self._place:
            self._place = place
            self.placeChanged.emit()
        if day != self._day:
            self._day = day
            self.dayChanged.emit()
        self._derive_time()

    def _derive_time(self) -> None:
        time = props.derive_time(self._watch.floor, self._watch.now())
        if time != self._time:
            self._time = time
            self.timeChanged.emit()


@QmlElement
class Visit(QObject):
    """The current ticket and everything the clerk should know about it."""

    changed = Signal()

    def __init__(self, watch: HallWatch, procedures: Procedures, dossiers: Dossiers) -> None:
        super().__init__()
        self._watch = watch
        self._procedures = procedures
        self._dossiers = dossiers
        self._props = props.VisitProps()
        self._facts = Rows(props.Fact, key="kind")
        watch.changed.connect(self._derive)
        procedures.changed.connect(self._derive)
        dossiers.changed.connect(self._derive)

    @Property(str, notify=changed)
    def number(self) -> str:
        return self._props.number

    @Property(str, notify=changed)
    def service(self) -> str:
        return self._props.service

    @Property(str, notify=changed)
    def reason(self) -> str:
        return self._props.reason

    @Property(str, notify=changed)
    def priority(self) -> str:
        return self._props.priority

    @Property(int, notify=changed)
    def typicalMinutes(self) -> int:
        return self._props.typical_minutes

    @Property(str, notify=changed)
    def note(self) -> str:
        """What a colleague, or the clerk before setting it aside, wrote about it."""
        return self._props.note

    @Property(QObject, constant=True)
    def facts(self) -> QObject:
        return self._facts

    def _derive(self) -> None:
        watch = self._watch
        visit = props.derive_visit(watch.floor, watch.language, self._procedures.names, self._dossiers.view)
        if visit != self._props:
            self._props = visit
            self._facts.replace(visit.facts)
            self.changed.emit()


@QmlElement
class HallLists(QObject):
    """The lines of this counter, the people in them, and where the current visit can go."""

    changed = Signal()
    queryChanged = Signal()

    def __init__(self, watch: HallWatch) -> None:
        super().__init__()
        self._watch = watch
        self._lists = Lists()
        self._query = ""
        self._minute = ""
        self._lines = Rows(LineRow)
        self._waiting = Rows(TicketRow)
        self._parked = Rows(TicketRow)
        self._absent = Rows(TicketRow)
        self._served = Rows(TicketRow)
        self._clerks = Rows(ClerkRow)
        self._targets = Rows(TargetRow)
        watch.changed.connect(self._derive)
        watch.ticked.connect(self._derive_each_minute)

    @Property(QObject, constant=True)
    def lines(self) -> QObject:
        return self._lines

    @Property(QObject, constant=True)
    def waiting(self) -> QObject:
        return self._waiting

    @Property(QObject, constant=True)
    def parked(self) -> QObject:
        return self._parked

    @Property(QObject, constant=True)
    def absent(self) -> QObject:
        return self._absent

    @Property(QObject, constant=True)
    def served(self) -> QObject:
        return self._served

    @Property(QObject, constant=True)
    def clerks(self) -> QObject:
        return self._clerks

    @Property(QObject, constant=True)
    def targets(self) -> QObject:
        return self._targets

    @Property(int, notify=changed)
    def waitingCount(self) -> int:
        return len(self._lists.waiting)

    @Property(int, notify=changed)
    def parkedCount(self) -> int:
        return len(self._lists.parked)

    @Property(int, notify=changed)
    def absentCount(self) -> int:
        return len(self._lists.absent)

    @Slot(str)
    def search(self, query: str) -> None:
        """Show only the transfer targets that match ``query``, with or without diacritics."""
        self._query = query
        self._derive_targets()

    def _derive(self) -> None:
        lists = derive_lists(self._watch.floor, self._watch.now(), self._watch.language)
        self._derive_targets()
        if lists == self._lists:
            return
        self._lists = lists
        self._lines.replace(lists.lines)
        self._waiting.replace(lists.waiting)
        self._parked.replace(lists.parked)
        self._absent.replace(lists.absent)
        self._served.replace(lists.served)
        self._clerks.replace(lists.clerks)
        self.changed.emit()

    def _derive_targets(self) -> None:
        self._targets.replace(derive_targets(self._watch.floor, self._query, self._watch.language))

    def _derive_each_minute(self) -> None:
        minute = hour(self._watch.now())
        if minute != self._minute:
            self._minute = minute
            self._derive()
