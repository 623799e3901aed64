"""From a slip to the bytes a printer takes: the widest scale that fits the paper, NFC, nothing clipped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, assert_never

from PIL import Image

from hardware.errors import DoesNotFit
from hardware.printing.escpos_library import builder
from hardware.printing.layout import NARROW_SCALES, WIDE_SCALES, lay_out
from hardware.printing.profiles import PrinterProfile
from hardware.printing.raster import Raster
from hardware.printing.realtime import defuse
from hardware.printing.slips import Slip, TicketSlip
from hardware.printing.typeset import (
    BARCODE_HEIGHT_DOTS,
    Drawn,
    Feed,
    NativeBarcode,
    NativeQr,
    Piece,
    Written,
    height_dots,
    typeset,
)

MOST_TICKET_MM = 110
BOTTOM_MM = 2
NARROW_DOTS = 512
QR_LEVEL_M = 1  # python-escpos' QR_ECLEVEL_M


@dataclass(frozen=True, slots=True)
class EncodedSlip:
    """``data`` ends with the cut; ``paper_mm`` counts from cut to cut."""

    data: bytes
    paper_mm: float


def encode(slip: Slip, profile: PrinterProfile) -> EncodedSlip:
    """Return the job for ``slip``.

    Raises:
        DoesNotFit: a code is too wide for the head.
        FontMissing: no Vietnamese font.
    """
    pieces = _fitting(slip, profile)
    height = sum(height_dots(piece) for piece in pieces)
    paper_mm = height / profile.dots_per_mm + profile.top_mm + BOTTOM_MM
    return EncodedSlip(_bytes(pieces, profile), paper_mm)


def _fitting(slip: Slip, profile: PrinterProfile) -> list[Piece]:
    """Return the roomiest setting within the paper; a ticket too full even so loses address and footer."""
    scales = NARROW_SCALES if profile.width_dots < NARROW_DOTS else WIDE_SCALES
    if not isinstance(slip, TicketSlip):
        return typeset(lay_out(slip, scales[0]), profile)
    limit = profile.dots(MOST_TICKET_MM - profile.top_mm - BOTTOM_MM)
    for scale in scales:
        pieces = typeset(lay_out(slip, scale), profile)
        if sum(height_dots(piece) for piece in pieces) <= limit:
            return pieces
    return typeset(lay_out(replace(slip, address="", footer=()), scales[-1]), profile)


def _bytes(pieces: list[Piece], profile: PrinterProfile) -> bytes:
    printer = builder(profile)
    printer.hw("INIT")
    pending = 0
    for piece in pieces:
        if isinstance(piece, Feed):
            pending += piece.dots
        else:
            pending = _print(printer, piece, pending, profile)
    _feed(printer, pending + profile.dots(BOTTOM_MM))
    if profile.cutter:
        printer.cut(feed=False)
    else:
        printer.print_and_feed(4)
    return bytes(printer.output)


def _print(printer: Any, piece: Piece, pending: int, profile: PrinterProfile) -> int:
    """Print ``piece`` after ``pending`` empty rows; return the empty rows it leaves."""
    match piece:
        case Drawn():
            _feed(printer, pending + piece.raster.above)
            printer.set(align="center" if piece.centred else "left")
            printer._raw(_raster(piece, profile))
            return piece.raster.below
        case Written():
            _feed(printer, pending)
            _write(printer, piece)
        case NativeQr():
            _feed(printer, pending)
            printer.set(align="center")
            printer.qr(piece.payload, ec=QR_LEVEL_M, size=piece.module_dots, native=True)
        case NativeBarcode():
            _feed(printer, pending)
            printer.set(align="center")
            # GS h, GS w, GS H (no text: we set it ourselves), GS k 73; python-escpos knows only one code set.
            printer._raw(b"\x1dh%c\x1dw%c\x1dH\x00" % (BARCODE_HEIGHT_DOTS, piece.module_dots))
            printer._raw(b"\x1dk\x49%c" % len(piece.data) + piece.data)
        case Feed():
            return pending + piece.dots
        case _:
            assert_never(piece)
    return 0


def _write(printer: Any, piece: Written) -> None:
    printer.set(
        align="center" if piece.centred else "left",
        bold=piece.bold,
        invert=piece.inverse,
        custom_size=True,
        width=piece.size,
        height=piece.size,
    )
    printer.textln(piece.text)


def _feed(printer: Any, dots: int) -> None:
    """Feed by printing an empty raster one byte wide: ESC J's unit differs between models, a dot does not."""
    if dots > 0:
        printer.image(Image.new("1", (8, dots), 1), impl="bitImageRaster")


def _raster(piece: Drawn, profile: PrinterProfile) -> bytes:
    if piece.raster.width_dots > profile.width_dots:
        raise DoesNotFit("a line", piece.raster.width_dots, profile.width_dots)
    return _kept_command(piece.raster, profile) if piece.kept else _command(piece.raster, profile)


def _command(raster: Raster, profile: PrinterProfile) -> bytes:
    printer = builder(profile)
    doubled = raster.zoom == 2
    printer.image(
        raster.image,
        impl="bitImageRaster",
        high_density_vertical=not doubled,
        high_density_horizontal=not doubled,
    )
    return defuse(bytes(printer.output))


# A kept raster comes out of a cache itself, so its identity is its key.
_kept_command = lru_cache(maxsize=512)(_command)
