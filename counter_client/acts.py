"""The clerk's keys: which may be pressed now, what each sends, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Property, QTimer, Signal, Slot
from PySide6.QtQml import QmlElement

from counter_client.desk import Desk, Outcome
from counter_client.fee import in_dong
from counter_client.hall_watch import HallWatch
from counter_client.notice import SHOWN_FOR_MS, UNPAID, WARNING, NoticeProps
from counter_client.notices import Notices
from counter_client.phase import Act, allowed
from counter_client.times import moment
from hub.messages import commands
from hub.messages.commands import Command
from hub.messages.views import TicketView

QML_IMPORT_NAME = "Counter"
QML_IMPORT_MAJOR_VERSION = 1

SLIP_MS = 1_500
"""After a call, what would end the visit is held back this long: a second press was not meant."""
ENDS_A_VISIT = frozenset({Act.FINISH, Act.CALL_NEXT, Act.CALL_TICKET})


@QmlElement
class Acts(Notices):
    """Every slot is safe at any moment: what is not allowed now is not sent."""

    changed = Signal()

    def __init__(
        self, watch: HallWatch, desk: Desk, notice_ms: int = SHOWN_FOR_MS, slip_ms: int = SLIP_MS
    ) -> None:
        super().__init__(desk, notice_ms)
        self._watch = watch
        self._may: frozenset[Act] = frozenset()
        self._slip_ms = slip_ms
        self._slip = QTimer(self, singleShot=True)
        self._slip.timeout.connect(self._derive)
        watch.changed.connect(self._derive)
        desk.busyChanged.connect(self._derive)

    # what may be pressed ---------------------------------------------------------------------------

    @Property(bool, notify=changed)
    def canCallNext(self) -> bool:
        return Act.CALL_NEXT in self._may

    @Property(bool, notify=changed)
    def canCallTicket(self) -> bool:
        return Act.CALL_TICKET in self._may

    @Property(bool, notify=changed)
    def canRecall(self) -> bool:
        return Act.RECALL in self._may

    @Property(bool, notify=changed)
    def canStart(self) -> bool:
        return Act.START in self._may

    @Property(bool, notify=changed)
    def canFinish(self) -> bool:
        return Act.FINISH in self._may

    @Property(bool, notify=changed)
    def canPark(self) -> bool:
        return Act.PARK in self._may

    @Property(bool, notify=changed)
    def canTransfer(self) -> bool:
        return Act.TRANSFER in self._may

    @Property(bool, notify=changed)
    def canRequeue(self) -> bool:
        return Act.REQUEUE in self._may

    @Property(bool, notify=changed)
    def canMarkNoShow(self) -> bool:
        return Act.NO_SHOW in self._may

    @Property(bool, notify=changed)
    def canReinstate(self) -> bool:
        return Act.REINSTATE in self._may

    @Property(bool, notify=changed)
    def canOpen(self) -> bool:
        return Act.OPEN in self._may

    @Property(bool, notify=changed)
    def canPause(self) -> bool:
        return Act.PAUSE in self._may

    @Property(bool, notify=changed)
    def canClose(self) -> bool:
        return Act.CLOSE in self._may

    @Property(bool, notify=changed)
    def canSignIn(self) -> bool:
        return Act.SIGN_IN in self._may

    @Property(bool, notify=changed)
    def canSignOut(self) -> bool:
        return Act.SIGN_OUT in self._may

    @Property(bool, notify=changed)
    def canIssue(self) -> bool:
        return Act.ISSUE in self._may

    @Property(bool, notify=changed)
    def canSetPriority(self) -> bool:
        return Act.PRIORITY in self._may

    @Property(bool, notify=changed)
    def busy(self) -> bool:
        return self._desk.busy

    # the keys --------------------------------------------------------------------------------------

    @Slot()
    def callNext(self) -> None:
        self._ask(Act.CALL_NEXT, commands.CallNext())

    @Slot()
    def recall(self) -> None:
        self._ask(Act.RECALL, commands.Recall())

    @Slot()
    def start(self) -> None:
        self._ask(Act.START, commands.Start())

    @Slot()
    def finish(self) -> None:
        self._ask(Act.FINISH, commands.Finish())

    @Slot(str)
    def park(self, note: str) -> None:
        self._ask(Act.PARK, commands.Park(note=note.strip()))

    @Slot(str, bool)
    def transferToService(self, service: str, keep_place: bool) -> None:
        self._ask(Act.TRANSFER, commands.Transfer(to_service=service, keep_place=keep_place))

    @Slot(str, bool)
    def transferToCounter(self, counter: str, keep_place: bool) -> None:
        self._ask(Act.TRANSFER, commands.Transfer(to_counter=counter, keep_place=keep_place))

    @Slot()
    def requeue(self) -> None:
        self._ask(Act.REQUEUE, commands.Requeue())

    @Slot()
    def markNoShow(self) -> None:
        self._ask(Act.NO_SHOW, commands.MarkNoShow())

    @Slot(str)
    def callTicket(self, ticket: str) -> None:
        self._ask(Act.CALL_TICKET, commands.CallTicket(ticket=ticket), ticket)

    @Slot(str)
    def reinstate(self, ticket: str) -> None:
        self._ask(Act.REINSTATE, commands.Reinstate(ticket=ticket), ticket)

    @Slot(str, str)
    def issueTicket(self, service: str, priority: str) -> None:
        """Give a number to somebody who stands here; ``priority`` may be empty."""
        self._ask(Act.ISSUE, commands.IssueTicket(service=service, priority=priority or None))

    @Slot(str, str, str)
    def setPriority(self, ticket: str, priority: str, note: str) -> None:
        """``priority`` empty: none any more; ``note``: why."""
        if note.strip():
            command = commands.SetPriority(ticket=ticket, priority=priority or None, note=note.strip())
            self._ask(Act.PRIORITY, command, ticket)

    @Slot(str, str)
    def reprint(self, ticket: str, kiosk: str) -> None:
        """Have a kiosk print the paper of somebody who lost it."""
        about = self._ticket(ticket, Act.REPRINT)
        if self._watch.online and about is not None:
            command = commands.Reprint(ticket=ticket, kiosk=kiosk)
            self._desk.ask(Act.REPRINT, command, ticket, about.number)

    @Slot(str)
    def linkDossier(self, code: str) -> None:
        """The clerk scanned the dossier of whoever is at the counter."""
        if self._watch.floor is not None and self._watch.floor.current is None:
            self._tell(Outcome(Act.DOSSIER, "no_current_ticket"))
        else:
            self._ask(Act.DOSSIER, commands.LinkDossier(dossier=code))

    @Slot()
    def openCounter(self) -> None:
        self._ask(Act.OPEN, commands.OpenCounter())

    @Slot(str)
    def pauseCounter(self, reason: str) -> None:
        self._ask(Act.PAUSE, commands.PauseCounter(reason=reason.strip()))

    @Slot()
    def closeCounter(self) -> None:
        self._ask(Act.CLOSE, commands.CloseCounter())

    @Slot(str, str)
    def signIn(self, clerk: str, pin: str) -> None:
        self._ask(Act.SIGN_IN, commands.SignIn(clerk=clerk, pin=pin))

    @Slot()
    def signOut(self) -> None:
        self._ask(Act.SIGN_OUT, commands.SignOut())

    @Slot()
    def undo(self) -> None:
        """Take the last act back, while its notice stands and the life cycle allows."""
        ticket = self._notice.ticket
        match self._notice.undo:
            case Act.REINSTATE:
                self.reinstate(ticket)
            case Act.CALL_TICKET:
                self.callTicket(ticket)

    def _ask(self, act: Act, command: Command, ticket: str = "") -> None:
        if act not in self._may:
            return
        if act in ENDS_A_VISIT and self._warns_of_fee():
            return
        about = self._ticket(ticket, act)
        self._show(NoticeProps())
        self._desk.ask(act, command, about.id if about else "", about.number if about else "")

    def _ticket(self, ticket: str, act: Act) -> TicketView | None:
        if act is Act.ISSUE:
            return None
        state, floor = self._watch.state, self._watch.floor
        if not ticket:
            return floor.current if floor else None
        return next((one for one in state.tickets if one.id == ticket), None) if state else None

    def _warns_of_fee(self) -> bool:
        """Whoever ends a visit whose fee is still to be paid is told once, and does it by pressing again."""
        current = self._watch.floor.current if self._watch.floor else None
        if current is None or current.fee is None or current.fee.state != "asked":
            return False
        if self._notice.kind == WARNING and self._notice.ticket == current.id:
            return False
        amount = in_dong(current.fee.amount_vnd)
        self._show(
            NoticeProps(WARNING, Act.FINISH, UNPAID, text=amount, number=current.number, ticket=current.id)
        )
        return True

    def _derive(self) -> None:
        self._may = allowed(
            self._watch.floor,
            online=self._watch.online,
            busy=self._desk.busy,
            just_called=self._was_just_called(),
        )
        self.changed.emit()

    def _was_just_called(self) -> bool:
        current = self._watch.floor.current if self._watch.floor else None
        called, now = moment(current.called_at if current else None), self._watch.now()
        if called is None or now is None:
            return False
        left_ms = self._slip_ms - round((now - called).total_seconds() * 1000)
        if 0 < left_ms <= self._slip_ms:
            self._slip.start(left_ms)
        return 0 < left_ms <= self._slip_ms
