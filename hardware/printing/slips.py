"""What a slip says. Every string is ready to print; how it looks is the layout's business."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TicketSlip:
    """A queue ticket. An empty string leaves its line out."""

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


@dataclass(frozen=True, slots=True)
class StatusSlip:
    """A plain sheet of lines under a title: a guidance slip, a test sheet, a closing report."""

    centre: str
    title: str
    lines: tuple[str, ...] = ()
    time: str = ""
    reprint: bool = False


Slip = TicketSlip | DossierSlip | StatusSlip

REPRINT_MARK = "BẢN IN LẠI"
