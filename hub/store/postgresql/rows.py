"""A batch as the document that ``motcua_write`` takes (hub/store/schema.py). Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

import msgspec
from msgspec import Raw, Struct

from hub.domain.events import RatingGiven, Recorded, kind_of
from hub.domain.state import Ticket
from hub.store import codec
from hub.store.records import Batch


@dataclass(frozen=True, slots=True)
class Claim:
    """Whose batch it is, written only while ``term`` is the centre's present one."""

    centre: str
    term: int
    batch: Batch


class _Claim(Struct):
    centre: str
    term: int


class _Event(Struct):
    centre: str
    seq: int
    at: datetime
    by: str
    kind: str
    body: Raw


class _Personal(Struct):
    centre: str
    seq: int
    field: str
    text: str


class _Rating(Struct):
    centre: str
    seq: int
    at: datetime
    ticket: str
    counter: str
    clerk: str | None
    score: int
    reasons: list[str]


class _Ticket(Struct):
    centre: str
    id: str
    service: str
    day: str
    n: int
    number: str
    state: str
    now_service: str
    counter: str | None
    priority: str | None
    procedure: str | None
    issued_at: datetime
    called_at: datetime | None
    started_at: datetime | None
    ended_at: datetime | None
    absences: int


class _Answer(Struct):
    centre: str
    device: str
    key: str
    at: datetime
    asked: str
    body: str


class _Document(Struct, omit_defaults=True):
    claims: list[_Claim] = []
    events: list[_Event] = []
    personal: list[_Personal] = []
    ratings: list[_Rating] = []
    tickets: list[_Ticket] = []
    answers: list[_Answer] = []


_encode: Final = msgspec.json.Encoder().encode


def document(claims: Iterable[Claim]) -> bytes:
    """Return JSON (ASCII and UTF-8, no ``$``: it may stand between dollar quotes as it is)."""
    doc = _Document()
    for claim in claims:
        centre, batch = claim.centre, claim.batch
        doc.claims.append(_Claim(centre, claim.term))
        for recorded in batch.events:
            _add_event(doc, centre, recorded)
        doc.tickets += [_ticket(centre, ticket) for ticket in batch.tickets.values()]
        doc.answers += [
            _Answer(centre, each.device, each.key, each.at, each.asked, each.body.decode())
            for each in batch.answers.values()
        ]
    return _encode(doc).replace(b"$", b"\\u0024")


def _add_event(doc: _Document, centre: str, recorded: Recorded) -> None:
    seq, at, event = recorded.seq, recorded.at, recorded.event
    body, personal = codec.split(event)
    doc.events.append(_Event(centre, seq, at, recorded.by, kind_of(event), Raw(body.encode())))
    doc.personal += [_Personal(centre, seq, field, text) for field, text in personal.items()]
    if isinstance(event, RatingGiven):
        rating = (event.ticket, event.counter, event.clerk, event.score, event.reasons)
        doc.ratings.append(_Rating(centre, seq, at, *rating))


def _ticket(centre: str, ticket: Ticket) -> _Ticket:
    return _Ticket(
        centre,
        ticket.id,
        ticket.issued_service,
        ticket.day,
        ticket.n,
        ticket.number,
        ticket.state,
        ticket.service,
        ticket.counter,
        ticket.priority,
        ticket.procedure,
        ticket.issued_at,
        ticket.called_at,
        ticket.started_at,
        ticket.ended_at,
        ticket.absences,
    )
