"""Rows of the store's tables in the one form both databases agree on: text, whole numbers and None. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from hub.domain.state import Ticket


def text_of(moment: datetime) -> str:
    """Return ``moment`` as it sorts: UTC, to the microsecond."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _text_or_none(moment: datetime | None) -> str | None:
    return None if moment is None else text_of(moment)


def plain(row: Iterable[object]) -> tuple[object, ...]:
    return tuple(text_of(value) if isinstance(value, datetime) else value for value in row)


def ticket_row(centre: str, ticket: Ticket) -> tuple[str | int | None, ...]:
    """Return ``ticket`` as the projection keeps it."""
    return (
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
        text_of(ticket.issued_at),
        _text_or_none(ticket.called_at),
        _text_or_none(ticket.started_at),
        _text_or_none(ticket.ended_at),
        ticket.absences,
    )
