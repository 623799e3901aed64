"""The guide and the dossiers as a browser TV shows them: the TV app's slides and rows. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import qrcode
from msgspec import Struct

from display.dossiers import derive_dossiers
from display.hall_sight import Sight
from display.slides import Slide, playlist
from display.web.tickets import Picture

WITH_GUIDE = ("guide", "calls_media")


class GuideLine(Struct, frozen=True):
    name: str
    waiting: int
    likely: int


class Guide(Struct, frozen=True):
    """The slides' order; a procedure by its place among the ``GuideProcedure``."""

    order: list[str | int] = []
    lines: list[GuideLine] = []
    days: list[str] = []


class GuideProcedure(Struct, frozen=True):
    title: str
    papers: list[str]
    more: int
    time_limit: str
    fee: str
    qr: list[str]
    """Rows of modules, 1 is dark; empty without an address."""


class DossierLine(Struct, frozen=True):
    code: str
    state: int
    due: str
    agency: str


class Dossiers(Struct, frozen=True):
    known: bool = False
    as_of: str = ""
    stale: bool = False


def guide(picture: Picture, sight: Sight) -> Guide:
    if sight.place.display.layout not in WITH_GUIDE:
        return Guide()
    slides = playlist(sight, picture.procedures)
    places = iter(range(len(slides)))
    lines = next((slide.lines for slide in slides if slide.kind == "lines"), ())
    return Guide(
        [next(places) if slide.kind == "procedure" else slide.kind for slide in slides],
        [GuideLine(line.name, line.waiting, line.likely) for line in lines],
        list(sight.place.hall.hours.days),
    )


def procedures(picture: Picture, sight: Sight) -> list[GuideProcedure]:
    if sight.place.display.layout not in WITH_GUIDE:
        return []
    slides = [one for one in playlist(sight, picture.procedures) if one.kind == "procedure"]
    return [_procedure(slide) for slide in slides]


def _procedure(slide: Slide) -> GuideProcedure:
    qr = list(_modules(slide.url)) if slide.url else []
    papers = list(slide.papers)
    return GuideProcedure(slide.title, papers, slide.more_papers, slide.time_limit, slide.fee, qr)


@lru_cache(maxsize=64)
def _modules(text: str) -> Sequence[str]:
    code = qrcode.QRCode(border=0, error_correction=qrcode.constants.ERROR_CORRECT_M)
    code.add_data(text)
    code.make(fit=True)
    return ["".join("1" if dark else "0" for dark in row) for row in code.get_matrix()]


def dossiers(picture: Picture, sight: Sight) -> tuple[Dossiers, list[DossierLine]]:
    """Return what is said of the board, and all its rows: the browser turns the pages."""
    board = picture.dossiers if sight.place.display.layout == "dossiers" else None
    props = derive_dossiers(sight, board, max(1, len(board.rows) if board else 0), 0.0, 1.0)
    rows = [DossierLine(row.code, row.state, row.due, row.agency) for row in props.rows]
    return Dossiers(props.known, props.as_of, props.stale), rows
