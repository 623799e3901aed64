"""Setting blocks on a head of a given width: which pieces, how high, and that each one fits."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import assert_never

from hardware.errors import DoesNotFit
from hardware.printing.code128 import code128
from hardware.printing.fonts import Weight
from hardware.printing.layout import (
    Band,
    Barcode,
    BigNumber,
    Block,
    Gap,
    Item,
    Line,
    Picture,
    QrCode,
    Row,
    Rule,
)
from hardware.printing.nv import picture_key
from hardware.printing.pictures import draw_picture
from hardware.printing.profiles import PrinterProfile, Rendering
from hardware.printing.qr import QUIET_MODULES, draw_qr, qr_modules, qr_side
from hardware.printing.raster import (
    Raster,
    draw_band,
    draw_item,
    draw_line,
    draw_number,
    draw_row,
    draw_rule,
    text_width,
)
from hardware.printing.wrapping import clean, wrap

FONT_A_DOTS = (12, 24)
TEXT_LINE_DOTS = 30  # the default line spacing, 1/6 inch, of most 203 dpi heads
NUMBER_SHARE = 0.94
BARCODE_HEIGHT_DOTS = 72
BARCODE_TEXT_SIZE, BARCODE_TEXT_GAP = 23, 4
LEAST_BAR_DOTS, MOST_BAR_DOTS = 2, 3
FALLBACK_QR_DOTS = 5
LEAST_QR_MODULE_DOTS = 2
ITEM_GUTTER = 2.8  # letter sizes: room for a box and two digits

# python-escpos' TCVN-3 tables hold the Icelandic Ð where the printer has the Vietnamese Đ; none has dashes.
STAND_INS = str.maketrans({"Đ": "Ð", "–": "-", "—": "-", "…": "...", "“": '"', "”": '"', "’": "'"})


@dataclass(frozen=True, slots=True)
class Drawn:
    """Dots by us; ``kept`` pieces recur and may be cached as bytes."""

    raster: Raster
    centred: bool
    kept: bool


@dataclass(frozen=True, slots=True)
class Written:
    """Letters by the printer, ``size`` times its font A."""

    text: str
    size: int
    bold: bool
    centred: bool
    inverse: bool = False


@dataclass(frozen=True, slots=True)
class Feed:
    dots: int


@dataclass(frozen=True, slots=True)
class NativeQr:
    payload: str
    module_dots: int
    side_dots: int


@dataclass(frozen=True, slots=True)
class NativeBarcode:
    """``data`` as GS k 73 takes it, code sets included."""

    data: bytes
    module_dots: int


Piece = Drawn | Written | Feed | NativeQr | NativeBarcode


def height_dots(piece: Piece) -> int:
    match piece:
        case Drawn():
            return piece.raster.height_dots
        case Written():
            return max(TEXT_LINE_DOTS, FONT_A_DOTS[1] * piece.size + 6)
        case Feed():
            return piece.dots
        case NativeQr():
            return piece.side_dots
        case NativeBarcode():
            return BARCODE_HEIGHT_DOTS
        case _:
            assert_never(piece)


def typeset(blocks: list[Block], profile: PrinterProfile) -> list[Piece]:
    """Return the pieces of ``blocks``.

    Raises:
        DoesNotFit: a code wider than the head.
        FontMissing: see fonts.
    """
    return [piece for block in blocks for piece in _set(block, profile)]


def _set(block: Block, profile: PrinterProfile) -> list[Piece]:
    match block:
        case Line():
            return _line(block, profile)
        case Band():
            return _band(block, profile)
        case BigNumber():
            return _number(block, profile)
        case Gap():
            return [Feed(block.dots)]
        case Rule():
            return [Drawn(draw_rule(round(profile.width_dots * block.share)), centred=True, kept=True)]
        case QrCode():
            return _qr(block, profile)
        case Barcode():
            return _barcode(block, profile)
        case Picture():
            drawn = draw_picture(block.path, profile.width_dots, profile.dots(block.most_height_mm))
            return [Drawn(drawn, centred=True, kept=True)] if drawn else []
        case Row():
            return _row(block, profile)
        case Item():
            return _item(block, profile)
        case _:
            assert_never(block)


def _by_printer(profile: PrinterProfile) -> bool:
    return profile.rendering is Rendering.TEXT


def _line(line: Line, profile: PrinterProfile) -> list[Piece]:
    if not _by_printer(profile):
        return list((_kept_line if line.keep else _drawn_line)(line, profile.width_dots))
    if line.keep and profile.stored:
        drawn = _kept_line(line, profile.width_dots)
        if all(picture_key(piece.raster) in profile.stored for piece in drawn):
            return list(drawn)
    return _written_line(line, profile)


def _drawn_line(line: Line, width: int) -> tuple[Drawn, ...]:
    def measure(text: str) -> int:
        return text_width(text, line.weight, line.size)

    texts = wrap(line.text, width - 8, line.most_lines, measure, balanced=line.centred)
    return tuple(
        Drawn(draw_line(text, line.weight, line.size, line.centred), line.centred, line.keep)
        for text in texts
    )


_kept_line = lru_cache(maxsize=256)(_drawn_line)


def _written_line(line: Line, profile: PrinterProfile) -> list[Piece]:
    columns = profile.width_dots // FONT_A_DOTS[0]
    bold = line.weight is Weight.BOLD
    texts = wrap(line.text, columns, line.most_lines, _columns, balanced=line.centred)
    return [Written(text.translate(STAND_INS), 1, bold, line.centred) for text in texts]


def _columns(text: str) -> int:
    return len(text.translate(STAND_INS))


def _band(band: Band, profile: PrinterProfile) -> list[Piece]:
    if _by_printer(profile):
        return [Written(f" {clean(band.text).translate(STAND_INS)} ", 1, True, True, inverse=True)]
    size = band.size
    while (drawn := draw_band(clean(band.text), size)).width_dots > profile.width_dots and size > 12:
        size -= 1
    return [Drawn(drawn, centred=True, kept=False)]


def _number(number: BigNumber, profile: PrinterProfile) -> list[Piece]:
    text = clean(number.text)
    if _by_printer(profile):
        size = max(1, min(8, profile.width_dots // (FONT_A_DOTS[0] * max(1, len(text)))))
        return [Written(text.translate(STAND_INS), size, True, True)]
    width = int(profile.width_dots * NUMBER_SHARE)
    return [Drawn(draw_number(text, profile.dots(number.height_mm), width), centred=True, kept=False)]


def _qr(code: QrCode, profile: PrinterProfile) -> list[Piece]:
    native = profile.native_qr and profile.rendering is not Rendering.RASTER
    matrix = [] if native else qr_modules(code.payload)
    modules = qr_side(code.payload) if native else len(matrix)
    module_dots = code.module_dots
    while modules * module_dots > profile.width_dots and module_dots > LEAST_QR_MODULE_DOTS:
        module_dots -= 1
    side = modules * module_dots
    if not modules or side > profile.width_dots:
        size = side or len(code.payload) * LEAST_QR_MODULE_DOTS
        raise DoesNotFit(f"the QR code of {len(code.payload)} characters", size, profile.width_dots)
    if native:
        quiet = Feed(QUIET_MODULES * module_dots)
        return [quiet, NativeQr(code.payload, module_dots, side), quiet]
    return [Drawn(draw_qr(matrix, module_dots), centred=True, kept=False)]


def _row(row: Row, profile: PrinterProfile) -> list[Piece]:
    label, value = clean(row.label), clean(row.value)
    if not _by_printer(profile):
        return [Drawn(draw_row(label, value, row.size, profile.width_dots), centred=False, kept=False)]
    label, value = label.translate(STAND_INS), value.translate(STAND_INS)
    columns = profile.width_dots // FONT_A_DOTS[0]
    label = label[: columns - len(value) - 1]
    return [Written(label + value.rjust(columns - len(label)), 1, False, False)]


def _item(item: Item, profile: PrinterProfile) -> list[Piece]:
    """The box is drawn, or brackets where the printer writes; lines after the first keep its indentation."""
    if _by_printer(profile):
        columns = profile.width_dots // FONT_A_DOTS[0]
        indent = len(item.mark) + 5
        texts = wrap(item.text, columns - indent, item.most_lines, _columns, balanced=False)
        marks = [f"[ ] {item.mark}".ljust(indent), *[" " * indent] * len(texts)]
        return [
            Written((marks[i] + text).translate(STAND_INS), 1, False, False) for i, text in enumerate(texts)
        ]
    gutter = round(item.size * ITEM_GUTTER)
    size, weight = item.size, Weight.REGULAR
    texts = wrap(
        item.text,
        profile.width_dots - gutter - 8,
        item.most_lines,
        lambda text: text_width(text, weight, size),
        balanced=False,
    )
    return [
        Drawn(draw_item(item.mark if i == 0 else "", text, size, gutter), centred=False, kept=False)
        for i, text in enumerate(texts)
    ]


def _barcode(code: Barcode, profile: PrinterProfile) -> list[Piece]:
    """A bar code too long for the head becomes a QR code: readable beats familiar."""
    try:
        data, modules = code128(code.payload)
    except ValueError:
        modules, data = profile.width_dots, b""
    if modules * LEAST_BAR_DOTS > profile.width_dots:
        return _qr(QrCode(code.payload, FALLBACK_QR_DOTS), profile)
    module_dots = min(MOST_BAR_DOTS, profile.width_dots // modules)
    text = Line(code.payload, BARCODE_TEXT_SIZE, centred=True)
    return [NativeBarcode(data, module_dots), Feed(BARCODE_TEXT_GAP), *_line(text, profile)]
