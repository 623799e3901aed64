"""What the guide to a procedure shows: papers, time limit, fee, the portal's page. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from config.catalogue import services_taking
from config.model import Hall, Procedure, Service
from config.text import say
from kiosk.lists import PAPERS_A_SHEET, plain_name, shortened
from kiosk.visit import Visit

UNSURE_FEES = frozenset({"", "miễn phí", "không", "không có", "không quy định"})
"""The portal's defaults for fees that are set locally: no promise to print."""
LONGEST_PAPER, LONGEST_NAME = 170, 220


@dataclass(frozen=True, slots=True)
class GuideProps:
    code: str = ""
    name: str = ""
    field: str = ""
    time_limit: str = ""
    fee: str = ""
    url: str = ""
    papers: tuple[str, ...] = ()
    first_paper: int = 1
    paper_count: int = 0
    sheet: int = 0
    sheets: int = 1
    can_take: bool = False
    """A service here takes this procedure and gives numbers for it."""
    asks: bool = False
    """There is a line for being advised."""
    prints: bool = False


def derive_guide(
    procedure: Procedure | None,
    hall: Hall,
    services: Sequence[Service],
    visit: Visit,
    language: str,
    prints: bool,
) -> GuideProps:
    if procedure is None:
        return GuideProps()
    sheets = max(1, -(-len(procedure.papers) // PAPERS_A_SHEET))
    sheet = min(visit.sheet, sheets - 1)
    first = sheet * PAPERS_A_SHEET
    fields = {one.id: say(one.name, language) for one in hall.fields}
    return GuideProps(
        code=procedure.code,
        name=shortened(plain_name(procedure.name), LONGEST_NAME),
        field=fields.get(procedure.field, procedure.field),
        time_limit=shortened(procedure.time_limit, 60),
        fee="" if procedure.fee.strip().lower() in UNSURE_FEES else shortened(procedure.fee, 80),
        url=procedure.url,
        papers=tuple(
            shortened(one, LONGEST_PAPER) for one in procedure.papers[first : first + PAPERS_A_SHEET]
        ),
        first_paper=first + 1,
        paper_count=len(procedure.papers),
        sheet=sheet,
        sheets=sheets,
        can_take=bool(services_taking(procedure, services)),
        asks=any("ask" in one.purposes for one in services),
        prints=prints,
    )
