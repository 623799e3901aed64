"""Asks the hub for one number, exactly once whatever crashes, and has it printed."""

from __future__ import annotations

import logging
import uuid
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Protocol

import msgspec
from PySide6.QtCore import QObject, Signal

from hardware.printing.jobs import Outcome
from hub.messages.commands import Cancel, IssueTicket
from hub.messages.frames import Ev
from hub.messages.views import TicketView
from kiosk.hall_watch import HallWatch
from kiosk.pending import Pending, PendingTicket
from kiosk.printing import KioskPrinter, paper_of
from kiosk.slips import ticket_slip
from kiosk.ticket import Issue
from ui.gui_thread import GuiThread
from ui.hall_link import AWAY_CODE, Answer, HallLink

log = logging.getLogger(__name__)
STILL_WANTED = timedelta(minutes=3)
"""After a crash a number younger than this is asked for again and shown; for an older one nobody waits."""


RECENT = 6
"""So many of the last tickets staff may print again."""


class Clock(Protocol):
    def __call__(self) -> datetime: ...


class TicketDesk(QObject):
    """``changed`` carries the Issue; ``recovered`` the number a crash interrupted. GUI thread only."""

    changed = Signal(object)
    recovered = Signal()

    def __init__(
        self,
        link: HallLink,
        watch: HallWatch,
        printer: KioskPrinter | None,
        file: PendingTicket,
        utc_now: Clock,
    ) -> None:
        super().__init__()
        self.issue = Issue()
        self._link = link
        self._watch = watch
        self._printer = printer
        self._file = file
        self._utc_now = utc_now
        self._gui = GuiThread(self)
        self._disk = ThreadPoolExecutor(1, thread_name_prefix="pending-ticket")
        self._pending: Pending | None = None
        self.recent: deque[TicketView] = deque(maxlen=RECENT)
        """The last tickets given out here, the newest first."""
        link.eventArrived.connect(self._hear)
        watch.connected.connect(self._hub_came_or_went)
        if printer is not None:
            printer.stateChanged.connect(self._printer_changed)

    def recover(self) -> None:
        """Take up what was being asked for when this station stopped. Call once, before the link starts."""
        pending = self._file.read()
        if pending is None:
            return
        if self._utc_now() - pending.asked_at > STILL_WANTED:
            self._file.forget()
            return
        self._pending = pending
        self._set(Issue("waiting_for_hub"))
        self.recovered.emit()

    def ask(self, command: IssueTicket, language: str, *, anew: bool = False) -> None:
        """Ask for a number; while there is one, nothing happens, or with ``anew`` this one replaces it."""
        old = self.issue.ticket if anew else None
        if self._pending is not None and old is None:
            return
        pending = Pending(
            key=str(uuid.uuid4()),
            command=command,
            language=language,
            asked_at=self._utc_now(),
            instead_of=old.id if old else "",
            old_number=old.number if old else "",
        )
        self._pending = pending
        self._set(Issue("asking"))
        self._write(pending, lambda: self._send(pending))

    def done(self) -> None:
        """The citizen has gone: forget the number, whatever became of it."""
        if self._pending is not None:
            self._pending = None
            self._disk.submit(self._file.forget)
        self._set(Issue())

    def stop(self) -> None:
        self._disk.shutdown(wait=True)

    # asking ----------------------------------------------------------------------------------------

    def _write(self, pending: Pending, then: Callable[[], None]) -> None:
        def work() -> None:
            try:
                self._file.keep(pending)
            except OSError as error:
                log.error("the pending number could not be kept: %s", error.strerror)
            self._gui.post(then)

        self._disk.submit(work)

    def _send(self, pending: Pending) -> None:
        if self._pending is pending:
            self._link.send(pending.command, lambda answer: self._answered(pending, answer), key=pending.key)

    def _answered(self, pending: Pending, answer: Answer) -> None:
        if self._pending is not pending:
            self._nobody_waits(answer)
        elif answer.ok:
            self._issued(pending, msgspec.convert(answer.data["ticket"], TicketView))
        elif answer.code == AWAY_CODE or answer.retry:
            self._set(Issue("waiting_for_hub"))
            if self._watch.online:  # away came and went while the answer was on its way
                self._send(pending)
        else:
            self._pending = None
            self._disk.submit(self._file.forget)
            kept = pending.old_number
            self._set(Issue("refused", why_not=answer.code, why_not_text=answer.text, kept=kept))

    def _nobody_waits(self, answer: Answer) -> None:
        """Whoever asked has gone before the number came: nobody knows it, so nobody is to be called."""
        if answer.ok:
            self._link.send(Cancel(ticket=answer.data["ticket"]["id"]))

    def _hub_came_or_went(self, online: bool) -> None:
        if online and self._pending is not None and self.issue.stage == "waiting_for_hub":
            self._set(Issue("asking"))
            self._send(self._pending)

    def _issued(self, pending: Pending, ticket: TicketView) -> None:
        self.recent.appendleft(ticket)
        if pending.instead_of:  # first the new number, then the old one goes: nobody is ever without
            void = Cancel(ticket=pending.instead_of)
            self._link.send(void, lambda answer: self._cancelled(pending, answer))
        if self._printer is None:
            self._set(Issue("issued", ticket, paper="none"))
        else:
            self._print(pending, ticket)

    def _cancelled(self, pending: Pending, answer: Answer) -> None:
        if not answer.ok:
            log.warning("ticket %s was not cancelled: %s", pending.instead_of, answer.code)
        elif self._pending is pending:
            self._set(replace(self.issue, replaced=pending.old_number))

    # printing --------------------------------------------------------------------------------------

    def _print(self, pending: Pending, ticket: TicketView) -> None:
        printer, hall = self._printer, self._watch.hall
        assert printer is not None
        assert hall is not None, "a number comes from a hub that told its hall"
        self._set(Issue("issued", ticket, paper="printing"))
        old = pending.old_number
        slip = ticket_slip(ticket, hall, self._watch.counters, pending.language, instead_of=old)
        printer.print(slip, ticket.id, lambda outcome: self._paper(ticket, outcome))

    def _paper(self, ticket: TicketView, outcome: Outcome) -> None:
        if self.issue.ticket is not ticket:
            return
        paper, problem = paper_of(outcome)
        self._set(replace(self.issue, paper=paper, paper_problem=problem))  # type: ignore[arg-type]

    def print_again(self, ticket: TicketView, job_id: str = "") -> None:
        """Print the paper of ``ticket`` once more, marked as a reprint; once under one ``job_id``."""
        printer, hall = self._printer, self._watch.hall
        if printer is not None and hall is not None:
            slip = ticket_slip(ticket, hall, self._watch.counters, ticket.lang, reprint=True)
            printer.print(slip, job_id or f"reprint-{uuid.uuid4()}", lambda _outcome: None)

    def _hear(self, event: Ev, fresh: bool) -> None:
        """Staff had a paper printed again here; whoever asked long ago does not wait any more."""
        if event.ev == "reprint_asked" and event.station == self._watch.kiosk and event.slip and fresh:
            self.print_again(event.slip, f"reprint-{event.slip.id}-{event.seq}")

    def _printer_changed(self, state: str) -> None:
        """New paper: print what failed before a byte of it left us. Nothing else is ever printed again.

        What stops in the middle of a paper is said at once; how that paper ended is known only later.
        """
        issue, able = self.issue, state in ("ok", "paper_low")
        if able and issue.paper == "failed" and issue.ticket and self._pending:
            self._print(self._pending, issue.ticket)
        elif issue.paper == "printing":
            self._set(replace(issue, paper_problem="" if able else state))

    def _set(self, issue: Issue) -> None:
        self.issue = issue
        self.changed.emit(issue)
