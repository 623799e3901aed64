"""The supervisor's view models: the hall as it stands, and what may be done to it from afar."""

from __future__ import annotations

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from counter_client import supervisor_props as props
from counter_client.desk import Desk
from counter_client.hall_watch import HallWatch
from counter_client.low_marks import LowMarks
from counter_client.notice import SHOWN_FOR_MS, NoticeProps
from counter_client.notices import Notices
from counter_client.outlook import Outlook
from counter_client.phase import Act
from counter_client.times import hour, moment
from hub.messages import commands
from hub.messages.commands import Command
from ui.rows import Rows

QML_IMPORT_NAME = "Counter"
QML_IMPORT_MAJOR_VERSION = 1


@QmlElement
class Supervisor(Outlook):
    """Every counter, line, station and low mark, as of the last news."""

    changed = Signal()
    clockChanged = Signal()

    def __init__(self, watch: HallWatch, low: LowMarks) -> None:
        super().__init__(watch)
        self._props = props.HallProps()
        self._clock = ""
        self._low = low
        self._places = Rows(props.PlaceCell)
        self._lines = Rows(props.HallLine)
        self._services = Rows(props.HallLine)
        self._stations = Rows(props.StationRow)
        self._waiting = Rows(props.PersonRow)
        self._absent = Rows(props.PersonRow)
        self._marks = Rows(props.LowMark)
        watch.changed.connect(self._derive)
        watch.ticked.connect(self._each_minute)
        low.changed.connect(self._derive)

    @Property(str, notify=changed)
    def page(self) -> str:
        return "hall" if self._watch.state is not None else "connecting"

    @Property(str, notify=changed)
    def centre(self) -> str:
        return self._props.totals.centre

    @Property(int, notify=changed)
    def waitingCount(self) -> int:
        return self._props.totals.waiting

    @Property(int, notify=changed)
    def openCount(self) -> int:
        return self._props.totals.open

    @Property(int, notify=changed)
    def counterCount(self) -> int:
        return self._props.totals.counters

    @Property(int, notify=changed)
    def linesOver(self) -> int:
        return self._props.totals.lines_over

    @Property(int, notify=changed)
    def alarms(self) -> int:
        return self._props.totals.alarms

    @Property(int, notify=changed)
    def markCount(self) -> int:
        return len(self._low.rows)

    @Property(str, notify=changed)
    def ticker(self) -> str:
        """The message that stands on every screen now."""
        state = self._watch.state
        return state.ticker.text if state is not None and state.ticker is not None else ""

    @Property(str, notify=changed)
    def tickerUntil(self) -> str:
        state = self._watch.state
        return hour(moment(state.ticker.until)) if state is not None and state.ticker is not None else ""

    @Property(list, notify=changed)
    def kiosks(self) -> list[str]:
        """Where paper can be printed again."""
        hall = self._watch.hall
        return [one.id for one in hall.kiosks] if hall else []

    @Property(str, notify=clockChanged)
    def clock(self) -> str:
        return self._clock

    @Property(QObject, constant=True)
    def places(self) -> QObject:
        return self._places

    @Property(QObject, constant=True)
    def lines(self) -> QObject:
        return self._lines

    @Property(QObject, constant=True)
    def services(self) -> QObject:
        """The lines in the centre's own order, which does not move under the finger."""
        return self._services

    @Property(QObject, constant=True)
    def stations(self) -> QObject:
        return self._stations

    @Property(QObject, constant=True)
    def waiting(self) -> QObject:
        return self._waiting

    @Property(QObject, constant=True)
    def absent(self) -> QObject:
        return self._absent

    @Property(QObject, constant=True)
    def marks(self) -> QObject:
        return self._marks

    def _derive(self) -> None:
        watch = self._watch
        self._props = props.derive_hall(watch.state, watch.hall, watch.now(), watch.language)
        self._places.replace(self._props.places)
        self._lines.replace(sorted(self._props.lines, key=props.urgency))
        self._services.replace(self._props.lines)
        self._stations.replace(self._props.stations)
        self._waiting.replace(self._props.waiting)
        self._absent.replace(self._props.absent)
        self._marks.replace(props.derive_marks(self._low.rows, watch.hall, watch.language))
        self.changed.emit()
        self._tell_clock()

    def _each_minute(self) -> None:
        if hour(self._watch.now()) != self._clock:
            self._derive()

    def _tell_clock(self) -> None:
        clock = hour(self._watch.now())
        if clock != self._clock:
            self._clock = clock
            self.clockChanged.emit()


@QmlElement
class HallActs(Notices):
    """What a supervisor may have done; what came of it stands as a notice for a while."""

    changed = Signal()

    def __init__(self, watch: HallWatch, desk: Desk, notice_ms: int = SHOWN_FOR_MS) -> None:
        super().__init__(desk, notice_ms)
        self._watch = watch
        watch.changed.connect(self.changed)
        desk.busyChanged.connect(self.changed)

    @Property(bool, notify=changed)
    def can(self) -> bool:
        return self._watch.online and not self._desk.busy

    @Slot(str, result=list)
    def servicesOf(self, counter: str) -> list[str]:
        """Return the ids of what the counter serves now."""
        state = self._watch.state
        return next((one.services for one in state.counters if one.id == counter), []) if state else []

    @Slot(str, list)
    def assign(self, counter: str, services: list[str]) -> None:
        """Give an open counter these services, in this order."""
        if services:
            hall = self._watch.hall
            number = next((one.number for one in hall.counters if one.id == counter), "") if hall else ""
            command = commands.AssignServices(counter=counter, services=[str(one) for one in services])
            self._ask(Act.ASSIGN, command, number=number)

    @Slot()
    def closeDay(self) -> None:
        self._ask(Act.CLOSE_DAY, commands.CloseDay())

    @Slot(str, str)
    def cancel(self, ticket: str, number: str) -> None:
        self._ask(Act.CANCEL, commands.Cancel(ticket=ticket), ticket, number)

    @Slot(str, str)
    def reinstate(self, ticket: str, number: str) -> None:
        self._ask(Act.REINSTATE, commands.Reinstate(ticket=ticket), ticket, number)

    @Slot(str, int)
    def broadcast(self, text: str, minutes: int) -> None:
        """Put one line on every screen; ``minutes`` 0: until it is taken away or the day ends."""
        if text.strip():
            self._ask(
                Act.BROADCAST, commands.Broadcast(text=text.strip(), minutes=minutes or None), number="+"
            )

    @Slot()
    def clearBroadcast(self) -> None:
        self._ask(Act.BROADCAST, commands.Broadcast(text=""))

    @Slot(str, str, str)
    def reprint(self, ticket: str, number: str, kiosk: str) -> None:
        self._ask(Act.REPRINT, commands.Reprint(ticket=ticket, kiosk=kiosk), ticket, number)

    def _ask(self, act: Act, command: Command, ticket: str = "", number: str = "") -> None:
        if self._watch.online:
            self._show(NoticeProps())
            self._desk.ask(act, command, ticket, number)
