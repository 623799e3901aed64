"""What stands where on a slip: from what it says to a list of blocks, top to bottom. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from hardware.printing.fonts import Weight
from hardware.printing.slips import REPRINT_MARK, DossierSlip, Slip, StatusSlip, TicketSlip
from hardware.printing.wrapping import clean


@dataclass(frozen=True, slots=True)
class Line:
    """Text in ``size`` dots (letter height about 0.73 of it); ``keep`` means it recurs on other slips."""

    text: str
    size: int
    weight: Weight = Weight.REGULAR
    most_lines: int = 2
    centred: bool = True
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """White on black, for what must not be overlooked."""

    text: str
    size: int


@dataclass(frozen=True, slots=True)
class BigNumber:
    text: str
    height_mm: float


@dataclass(frozen=True, slots=True)
class Gap:
    dots: int


@dataclass(frozen=True, slots=True)
class Rule:
    """A thin line, ``share`` of the paper wide."""

    share: float = 1.0


@dataclass(frozen=True, slots=True)
class QrCode:
    payload: str
    module_dots: int


@dataclass(frozen=True, slots=True)
class Barcode:
    """Code128 with its text under it."""

    payload: str


Block = Line | Band | BigNumber | Gap | Rule | QrCode | Barcode


@dataclass(frozen=True, slots=True)
class Scale:
    """How generous the layout is, in dots; ``names`` is how many lines a centre or service may take."""

    small: int
    body: int
    strong: int
    title: int
    air: int
    number_mm: float
    module_dots: int
    names: int = 2


ROOMY = Scale(small=22, body=25, strong=27, title=33, air=12, number_mm=19.0, module_dots=4)
TIGHT = Scale(small=20, body=23, strong=25, title=30, air=8, number_mm=18.25, module_dots=4)
DENSE = Scale(small=20, body=22, strong=23, title=27, air=4, number_mm=18.25, module_dots=3)
NARROW = Scale(small=20, body=23, strong=24, title=28, air=8, number_mm=14.0, module_dots=4, names=3)
# From the finest to the last resort, by how wide the head is.
WIDE_SCALES, NARROW_SCALES = (ROOMY, TIGHT, DENSE), (NARROW,)


def lay_out(slip: Slip, scale: Scale) -> list[Block]:
    match slip:
        case TicketSlip():
            blocks = _ticket(slip, scale)
        case DossierSlip():
            blocks = _dossier(slip, scale)
        case StatusSlip():
            blocks = _status(slip, scale)
        case _:
            assert_never(slip)
    mark: list[Block] = [Band(REPRINT_MARK, scale.strong), Gap(scale.air)] if slip.reprint else []
    return mark + [block for block in blocks if not _empty(block)]


def _empty(block: Block) -> bool:
    match block:
        case Line() | Band() | BigNumber():
            return not clean(block.text)
        case QrCode() | Barcode():
            return not block.payload
        case Gap() | Rule():
            return False
        case _:
            assert_never(block)


def _ticket(slip: TicketSlip, scale: Scale) -> list[Block]:
    air = scale.air
    return [
        Line(slip.centre, scale.strong, Weight.BOLD, scale.names, keep=True),
        Line(slip.address, scale.small, keep=True),
        Line(slip.hotline, scale.small, Weight.MEDIUM, most_lines=1, keep=True),
        Gap(air),
        Rule(),
        Gap(air),
        Line(slip.service, scale.title, Weight.BOLD, scale.names, keep=True),
        Gap(air + 8),
        BigNumber(slip.number, scale.number_mm),
        Gap(air + 4),
        *_priority(slip, scale),
        Line(slip.ahead, scale.body),
        Line(slip.estimate, scale.body),
        Line(slip.where, scale.strong, Weight.BOLD, keep=True),
        *_follow(slip, scale),
        *_foot(slip.footer, slip.time, scale),
    ]


def _priority(slip: TicketSlip, scale: Scale) -> list[Block]:
    return [Band(slip.priority, scale.strong), Gap(scale.air // 2)] if slip.priority else []


def _follow(slip: TicketSlip, scale: Scale) -> list[Block]:
    if not slip.qr:
        return []
    return [
        Gap(scale.air),
        QrCode(slip.qr, scale.module_dots),
        Line(slip.qr_caption, scale.small, keep=True),
    ]


def _foot(footer: tuple[str, ...], time: str, scale: Scale) -> list[Block]:
    return [
        Gap(scale.air // 2),
        Rule(),
        Gap(scale.air // 2),
        *(Line(text, scale.small, keep=True) for text in footer),
        Line(time, scale.small, Weight.MEDIUM, most_lines=1),
    ]


def _dossier(slip: DossierSlip, scale: Scale) -> list[Block]:
    air = scale.air
    facts = [
        Line(f"{label}: {value}", scale.body, centred=False, most_lines=3) for label, value in slip.facts
    ]
    steps = [Line(text, scale.body, centred=False, most_lines=4) for text in slip.next_steps]
    return [
        Line(slip.centre, scale.strong, Weight.BOLD, scale.names, keep=True),
        Line(slip.hotline, scale.small, Weight.MEDIUM, most_lines=1, keep=True),
        Gap(air),
        Rule(),
        Gap(air),
        Line(slip.title, scale.strong, keep=True),
        Line(slip.code, scale.body, Weight.BOLD),
        Gap(air),
        Line(slip.state, scale.title, Weight.BOLD, most_lines=3),
        Line(slip.due, scale.body),
        Gap(air),
        *facts,
        *([Gap(air)] if facts and steps else []),
        *steps,
        Gap(air),
        Barcode(slip.barcode),
        *_foot((), slip.time, scale),
    ]


def _status(slip: StatusSlip, scale: Scale) -> list[Block]:
    return [
        Line(slip.centre, scale.strong, Weight.BOLD, scale.names, keep=True),
        Gap(scale.air),
        Line(slip.title, scale.title, Weight.BOLD, most_lines=3),
        Gap(scale.air),
        Rule(),
        Gap(scale.air),
        *(Line(text, scale.body, centred=False, most_lines=12) for text in slip.lines),
        *_foot((), slip.time, scale),
    ]
