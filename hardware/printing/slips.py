"""What a slip says. Every string is ready to print; how it looks is the layout's business.

On every slip: ``reprint`` puts the mark of a reprint on top; ``roll_mm`` is the paper in the printer, 58 or
80 (0: as wide as the head), and narrows the slip on a wider head.
"""

from __future__ import annotations

from dataclasses import dataclass

# What a ticket may hold, in the order a centre gets without a word about it.
TICKET_PARTS = (
    "logo", "centre", "address", "hotline", "rule", "service", "number", "priority", "ahead", "estimate",
    "where", "note", "barcode", "qr", "rule", "footer", "time",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TicketSlip:
    """A queue ticket. An empty string leaves its line out.

    ``logo`` is a picture file; ``note`` a paragraph of the centre; ``parts`` what stands where, top to bottom
    (names from TICKET_PARTS). The number is printed even where ``parts`` forgets it.
    """

    centre: str
    number: str
    service: str
    address: str = ""
    hotline: str = ""
    ahead: str = ""
    estimate: str = ""
    where: str = ""
    priority: str = ""
    qr: str = ""
    qr_caption: str = ""
    footer: tuple[str, ...] = ()
    time: str = ""
    reprint: bool = False
    roll_mm: int = 0
    logo: str = ""
    note: str = ""
    barcode: str = ""
    parts: tuple[str, ...] = TICKET_PARTS


@dataclass(frozen=True, slots=True)
class DossierSlip:
    """The state of a dossier for its owner; ``facts`` are (label, value) lines, ``barcode`` a Code128."""

    centre: str
    title: str
    code: str
    state: str
    due: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    next_steps: tuple[str, ...] = ()
    barcode: str = ""
    hotline: str = ""
    time: str = ""
    reprint: bool = False
    roll_mm: int = 0


@dataclass(frozen=True, slots=True)
class StatusSlip:
    """A plain sheet of lines under a title, such as a test sheet."""

    centre: str
    title: str
    lines: tuple[str, ...] = ()
    time: str = ""
    reprint: bool = False
    roll_mm: int = 0


@dataclass(frozen=True, slots=True)
class ReportSlip:
    """Labels and figures: ``rows`` are (label, figure), an empty label is a line between them.

    ``signatures`` get room to sign above their names. See closing_report for a counter's.
    """

    centre: str
    title: str
    rows: tuple[tuple[str, str], ...] = ()
    signatures: tuple[str, ...] = ()
    time: str = ""
    reprint: bool = False
    roll_mm: int = 0


@dataclass(frozen=True, slots=True)
class GuideSlip:
    """What to bring for a procedure (phiếu hướng dẫn): ``items`` are numbered, with a box to tick each."""

    centre: str
    heading: str
    title: str
    code: str = ""
    facts: tuple[str, ...] = ()
    items_heading: str = ""
    items: tuple[str, ...] = ()
    qr: str = ""
    qr_caption: str = ""
    source: str = ""
    time: str = ""
    reprint: bool = False
    roll_mm: int = 0


Slip = TicketSlip | DossierSlip | StatusSlip | ReportSlip | GuideSlip

REPRINT_MARK = "BẢN IN LẠI"
