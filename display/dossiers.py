"""The dossier status board: masked codes and states, a page at a time, with the age of the data. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from display.answers import DossierBoard
from display.hall_sight import Sight
from display.slides import place_in
from hub.messages.views import BoardRow

DONE = 9
NEEDS_CITIZEN = (5, 6)


@dataclass(frozen=True, slots=True)
class DossierRow:
    key: str
    code: str
    state: int
    due: str
    agency: str


@dataclass(frozen=True, slots=True)
class DossiersProps:
    known: bool = False
    """False: the hub has not answered yet."""
    rows: tuple[DossierRow, ...] = ()
    total: int = 0
    page: int = 1
    pages: int = 1
    as_of: str = ""
    stale: bool = False


def derive_dossiers(
    sight: Sight, board: DossierBoard | None, a_page: int, now_s: float, page_s: float
) -> DossiersProps:
    """Return the page that stands at ``now_s``; ``a_page`` rows fit on one."""
    if board is None:
        return DossiersProps()
    ordered = sorted(board.rows, key=_order)
    pages = max(1, -(-len(ordered) // a_page))
    even = -(-len(ordered) // pages)  # pages of one length: no last page with a single row
    page = place_in(pages, now_s, page_s)
    as_of = _moment(board.as_of)
    stale_after = timedelta(minutes=sight.place.hall.dossiers.stale_after_minutes)
    return DossiersProps(
        known=True,
        rows=tuple(_rows(ordered[page * even : (page + 1) * even])),
        total=len(ordered),
        page=page + 1,
        pages=pages,
        as_of=f"{as_of:%H:%M}" if as_of else "",
        stale=not sight.online or (as_of is not None and sight.now - as_of > stale_after),
    )


def _order(row: BoardRow) -> tuple[int, str, str]:
    """Ready ones first, then those that wait for their citizen, then the rest by their date."""
    rank = 0 if row.state == DONE else 1 if row.state in NEEDS_CITIZEN else 2
    return rank, row.due_at, row.code


def _rows(rows: Sequence[BoardRow]) -> list[DossierRow]:
    return [
        DossierRow(
            key=f"{place}",
            code=row.code,
            state=row.state,
            due=_day(row.due_at),
            agency=row.agency,
        )
        for place, row in enumerate(rows)
    ]


def _day(iso: str) -> str:
    moment = _moment(iso)
    return f"{moment:%d/%m/%Y}" if moment else iso


def _moment(iso: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(iso)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.astimezone()
