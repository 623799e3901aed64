"""What stands where on a slip: from what it says to a list of blocks, top to bottom. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from hardware.printing.fonts import Weight
from hardware.printing.slips import (
    REPRINT_MARK,
    DossierSlip,
    GuideSlip,
    ReportSlip,
    Slip,
    StatusSlip,
    TicketSlip,
)
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


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture file, as wide and high as it may be at most; one that cannot be read is left out."""

    path: str
    most_height_mm: float = 14.0


@dataclass(frozen=True, slots=True)
class Row:
    """A label at the left edge and its figure at the right one."""

    label: str
    value: str
    size: int


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph beside its mark, which stands alone in the gutter."""

    mark: str
    text: str
    size: int
    most_lines: int = 5


Block = Item | Line | Band | BigNumber | Gap | Rule | QrCode | Barcode | Picture | Row


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
SIGNATURE_DOTS = 80  # room to write a name in


def lay_out(slip: Slip, scale: Scale) -> list[Block]:
    match slip:
        case TicketSlip():
            blocks = _ticket(slip, scale)
        case DossierSlip():
            blocks = _dossier(slip, scale)
        case StatusSlip():
            blocks = _status(slip, scale)
        case GuideSlip():
            blocks = _guide(slip, scale)
        case ReportSlip():
            blocks = _report(slip, scale)
        case _:
            assert_never(slip)
    mark: list[Block] = [Band(REPRINT_MARK, scale.strong), Gap(scale.air)] if slip.reprint else []
    return mark + [block for block in blocks if not _empty(block)]


def _empty(block: Block) -> bool:
    match block:
        case Line() | Band() | BigNumber() | Item():
            return not clean(block.text)
        case QrCode() | Barcode():
            return not block.payload
        case Picture():
            return not block.path
        case Row():
            return not clean(block.label)
        case Gap() | Rule():
            return False
        case _:
            assert_never(block)


def _ticket(slip: TicketSlip, scale: Scale) -> list[Block]:
    order = slip.parts if "number" in slip.parts else ("number", *slip.parts)
    return [block for part in order for block in _part(part, slip, scale)]


def _part(part: str, slip: TicketSlip, scale: Scale) -> list[Block]:
    """Return the blocks of one part of a ticket; none for a part that has nothing to say."""
    air, small, body = scale.air, scale.small, scale.body
    blocks: dict[str, list[Block]] = {
        "logo": [Picture(slip.logo), Gap(air)] if slip.logo else [],
        "centre": [Line(slip.centre, scale.strong, Weight.BOLD, scale.names, keep=True)],
        "address": [Line(slip.address, small, keep=True)],
        "hotline": [Line(slip.hotline, small, Weight.MEDIUM, most_lines=1, keep=True)],
        "rule": [Gap(air), Rule(), Gap(air)],
        "service": [Line(slip.service, scale.title, Weight.BOLD, scale.names, keep=True)],
        "number": [Gap(air + 8), BigNumber(slip.number, scale.number_mm), Gap(air + 4)],
        "priority": [Band(slip.priority, scale.strong), Gap(air // 2)] if slip.priority else [],
        "ahead": [Line(slip.ahead, body)],
        "estimate": [Line(slip.estimate, body)],
        "where": [Line(slip.where, scale.strong, Weight.BOLD, keep=True)],
        "note": [Gap(air // 2), Line(slip.note, small, most_lines=6, keep=True)] if slip.note else [],
        "barcode": [Gap(air), Barcode(slip.barcode)] if slip.barcode else [],
        "qr": _follow(slip, scale),
        "footer": [Line(text, small, keep=True) for text in slip.footer],
        "time": [Line(slip.time, small, Weight.MEDIUM, most_lines=1)],
    }
    return blocks.get(part, [])


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


def _guide(slip: GuideSlip, scale: Scale) -> list[Block]:
    air = scale.air
    items: list[Block] = []
    for place, text in enumerate(slip.items, start=1):
        items += [Item(f"{place}.", text, scale.body), Gap(air // 3)]
    code: list[Block] = []
    if slip.qr:
        code = [Gap(air), QrCode(slip.qr, scale.module_dots), Line(slip.qr_caption, scale.small)]
    return [
        Line(slip.centre, scale.strong, Weight.BOLD, scale.names, keep=True),
        Line(slip.heading, scale.small, Weight.MEDIUM, keep=True),
        Gap(air // 2),
        Rule(),
        Gap(air // 2),
        Line(slip.title, scale.strong, Weight.BOLD, most_lines=5, centred=False),
        Line(slip.code, scale.small, centred=False),
        *(Line(fact, scale.body, most_lines=3, centred=False) for fact in slip.facts),
        Gap(air),
        Line(slip.items_heading, scale.body, Weight.BOLD, centred=False, keep=True),
        *items,
        *code,
        *_foot((slip.source,), slip.time, scale),
    ]


def _report(slip: ReportSlip, scale: Scale) -> list[Block]:
    rows: list[Block] = []
    for label, value in slip.rows:
        rows += (
            [Row(label, value, scale.body)] if label else [Gap(scale.air // 2), Rule(), Gap(scale.air // 2)]
        )
    signing: list[Block] = []
    for name in slip.signatures:
        signing += [Gap(scale.air), Line(name, scale.small), Gap(SIGNATURE_DOTS), Rule(0.5), Gap(scale.air)]
    return [
        Line(slip.centre, scale.strong, Weight.BOLD, scale.names, keep=True),
        Gap(scale.air),
        Line(slip.title, scale.title, Weight.BOLD, most_lines=2),
        Gap(scale.air),
        *rows,
        *signing,
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
