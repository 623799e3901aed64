"""What the search page shows. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.lists import ListProps, Row
from kiosk.visit import Visit


@dataclass(frozen=True, slots=True)
class SearchProps:
    """``guides``: the citizen wants to read, not a number. ``ready``: there is a catalogue to search."""

    typed: str = ""
    rows: tuple[Row, ...] = ()
    sheet: int = 0
    sheets: int = 1
    guides: bool = True
    asks: bool = False
    ready: bool = False


def derive_search(results: ListProps, visit: Visit, asks: bool, ready: bool) -> SearchProps:
    guides = visit.purpose is None
    return SearchProps(
        visit.typed, results.rows, results.sheet, results.sheets, guides, asks and guides, ready
    )
