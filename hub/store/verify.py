"""Replays the whole log against the projections: the proof that nothing was lost, doubled or changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import apsw
import msgspec

from hub.domain.apply import apply
from hub.domain.events import RatingGiven, Recorded
from hub.domain.life_cycle import StepNotAllowed
from hub.domain.state import State
from hub.store.archive import Archive, SqliteArchive
from hub.store.archive import recorded as log_of
from hub.store.errors import StoreUnusable
from hub.store.rows import ticket_row
from hub.store.schema import RATINGS, TICKETS
from hub.store.sqlite import FILE_NAME

ENOUGH = 50
"""Problems told; a ruined file has too many to read."""


@dataclass(slots=True)
class Report:
    events: int = 0
    tickets: int = 0
    problems: list[str] = field(default_factory=list)


def verify(data: Path) -> Report:
    """Read ``data`` and report every difference; a hub may be serving meanwhile.

    Raises:
        StoreUnusable: there is no ledger, or it cannot be read at all.
    """
    try:
        with closing(SqliteArchive(data)) as archive:
            return examine(archive)
    except apsw.Error as error:
        raise StoreUnusable(data / FILE_NAME, f"{type(error).__name__}: {error}") from error


def examine(archive: Archive) -> Report:
    """Replay every centre of ``archive`` against its projections. Raises StoreUnusable."""
    report = Report()
    report.problems += archive.faults()
    for centre in archive.centres():
        try:
            replayed = _replay(archive, centre, report)
        except msgspec.DecodeError as error:
            raise StoreUnusable(centre, f"{type(error).__name__}: {error}") from error
        report.problems += _tickets_differ(archive, centre, replayed)
        report.problems += _ratings_differ(archive, centre, replayed)
        report.problems += _number_gaps(replayed)
    del report.problems[ENOUGH:]
    return report


@dataclass(slots=True)
class _Replayed:
    tickets: dict[str, tuple[str | int | None, ...]] = field(default_factory=dict)
    ratings: dict[int, tuple[str, str, int]] = field(default_factory=dict)


def _replay(archive: Archive, centre: str, report: Report) -> _Replayed:
    state, replayed, expected = State(), _Replayed(), 1
    for recorded in log_of(archive, centre):
        if recorded.seq != expected:
            report.problems.append(f"log: {expected} is missing, {recorded.seq} follows")
        expected = recorded.seq + 1
        report.events += 1
        try:
            apply(state, recorded)
        except (StepNotAllowed, KeyError) as error:
            report.problems.append(f"log: event {recorded.seq} is impossible: {error}")
            continue
        _note(replayed, recorded, state, centre)
    report.tickets += len(replayed.tickets)
    return replayed


def _note(replayed: _Replayed, recorded: Recorded, state: State, centre: str) -> None:
    event = recorded.event
    ticket = state.tickets.get(getattr(event, "ticket", ""))
    if ticket is not None:
        replayed.tickets[ticket.id] = ticket_row(centre, ticket)
    if isinstance(event, RatingGiven):
        replayed.ratings[recorded.seq] = (event.ticket, event.counter, event.score)


def _tickets_differ(archive: Archive, centre: str, replayed: _Replayed) -> Iterator[str]:
    kept = {str(row[1]): tuple(row) for row in archive.rows(TICKETS, centre)}
    for ticket in sorted(kept.keys() | replayed.tickets.keys()):
        if kept.get(ticket) != replayed.tickets.get(ticket):
            yield f"ticket {ticket}: log {replayed.tickets.get(ticket)}, projection {kept.get(ticket)}"


def _ratings_differ(archive: Archive, centre: str, replayed: _Replayed) -> Iterator[str]:
    rows = archive.rows(RATINGS, centre)
    kept = {seq: (ticket, counter, score) for _, seq, _, ticket, counter, _, score, _ in rows}
    for seq in sorted(kept.keys() | replayed.ratings.keys(), key=int):
        if kept.get(seq) != replayed.ratings.get(int(seq)):
            yield f"rating {seq}: log {replayed.ratings.get(int(seq))}, projection {kept.get(seq)}"


def _number_gaps(replayed: _Replayed) -> Iterator[str]:
    given: dict[tuple[str, str], list[int]] = defaultdict(list)
    for row in replayed.tickets.values():
        _, _, service, day, n, *_ = row
        given[str(day), str(service)].append(int(n or 0))
    for (day, service), numbers in sorted(given.items()):
        if sorted(numbers) != list(range(1, len(numbers) + 1)):
            yield f"numbers of {service} on {day}: {len(numbers)} given, not 1 to {len(numbers)}"
