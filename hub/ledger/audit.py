"""The log as a supervisor reads it: who did what, newest first. Words about citizens stay out."""

from __future__ import annotations

from dataclasses import dataclass

from hub.domain import events as ev
from hub.domain.events import Recorded, kind_of
from hub.domain.rules import Rules
from hub.ledger.views import iso
from hub.messages.views import AuditRow
from hub.store.records import Store


@dataclass(frozen=True, slots=True)
class Page:
    """``rows`` newest first; ``before_seq`` is where the next, older page begins, None at the log's start."""

    rows: list[AuditRow]
    before_seq: int | None


@dataclass(frozen=True, slots=True)
class Sought:
    """Which rows are wanted; an empty text wants them all."""

    ticket: str = ""
    counter: str = ""
    station: str = ""
    ev: str = ""

    def fits(self, row: AuditRow) -> bool:
        """``counter`` and ``station`` fit what happened to them and what they did themselves."""
        if (self.ticket and row.ticket != self.ticket) or (self.ev and row.ev != self.ev):
            return False
        doer = row.by.partition(":")[2]
        if self.counter and self.counter not in (row.counter, doer):
            return False
        return not self.station or self.station in (row.station, doer)


def page_of(store: Store, before_seq: int, most: int, rules: Rules) -> Page:
    recorded = store.history(before_seq, most)
    tickets = {ticket for one in recorded if (ticket := getattr(one.event, "ticket", None))}
    known = store.numbers_and_services(tickets)
    rows = [_row(one, known.get(getattr(one.event, "ticket", "")), rules) for one in recorded]
    return Page(rows, recorded[-1].seq if len(recorded) == most and recorded[-1].seq > 1 else None)


def _row(recorded: Recorded, known: tuple[str, str] | None, rules: Rules) -> AuditRow:
    event = recorded.event
    number, service = known or (None, None)
    return AuditRow(
        seq=recorded.seq,
        at=iso(recorded.at, rules),
        ev=kind_of(event),
        by=recorded.by,
        ticket=getattr(event, "ticket", None),
        number=number,
        counter=getattr(event, "counter", None),
        service=getattr(event, "service", None) or service,
        reason=_reason(event),
        clerk=getattr(event, "clerk", None),
        station=getattr(event, "station", None),
        priority=getattr(event, "priority", None),
        to_counter=getattr(event, "to_counter", None),
        amount_vnd=getattr(event, "amount_vnd", None),
        outcome=getattr(event, "outcome", None) or getattr(event, "state", None),
        score=getattr(event, "score", None),
        text=getattr(event, "text", None) or None,
        reasons=list(getattr(event, "reasons", ())),
    )


def _reason(event: ev.Event) -> str | None:
    """What was said of a change of priority counts as its reason; it is gone once it was erased."""
    if isinstance(event, ev.PriorityChanged):
        return event.note or None
    return getattr(event, "reason", None)
