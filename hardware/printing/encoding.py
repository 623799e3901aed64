"""From a slip to the bytes a printer takes: the widest scale that fits the paper, NFC, nothing clipped."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import assert_never

import structlog

from hardware.errors import DoesNotFit
from hardware.printing.escpos_library import builder
from hardware.printing.layout import NARROW_SCALES, WIDE_SCALES, Scale, lay_out
from hardware.printing.nv import picture_key, print_command
from hardware.printing.pen import Pen
from hardware.printing.profiles import PrinterProfile, on_roll, roll_conflict
from hardware.printing.raster import Raster
from hardware.printing.realtime import defuse
from hardware.printing.slips import Slip, TicketSlip
from hardware.printing.typeset import (
    Drawn,
    Feed,
    NativeBarcode,
    NativeQr,
    Piece,
    Written,
    height_dots,
    typeset,
)

_log = structlog.get_logger()

MOST_TICKET_MM = 110
BOTTOM_MM = 2
NARROW_DOTS = 512


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
    profile = _on_its_roll(slip, profile)
    pieces = set_pieces(slip, profile)
    height = sum(height_dots(piece) for piece in pieces)
    paper_mm = height / profile.dots_per_mm + profile.top_mm + BOTTOM_MM
    return EncodedSlip(_bytes(pieces, profile), paper_mm)


def set_pieces(slip: Slip, profile: PrinterProfile) -> list[Piece]:
    """Return ``slip`` set in the roomiest way within the paper; raises as encode."""
    return _fitted(slip, on_roll(profile, slip.roll_mm))[2]


def _on_its_roll(slip: Slip, profile: PrinterProfile) -> PrinterProfile:
    _warn_of(roll_conflict(profile, slip.roll_mm))
    return on_roll(profile, slip.roll_mm)


@cache
def _warn_of(conflict: str) -> None:
    """Say each conflict once, not at every ticket."""
    if conflict:
        _log.warning("paper and printer disagree", conflict=conflict)


def scales_of(profile: PrinterProfile) -> tuple[Scale, ...]:
    """Return the scales tried on this head, roomiest first."""
    return NARROW_SCALES if profile.width_dots < NARROW_DOTS else WIDE_SCALES


def fitting(slip: Slip, profile: PrinterProfile) -> tuple[Slip, Scale]:
    """Return the roomiest scale within the paper; a ticket too full even so loses address and footer."""
    return _fitted(slip, profile)[:2]


def _fitted(slip: Slip, profile: PrinterProfile) -> tuple[Slip, Scale, list[Piece]]:
    scales = scales_of(profile)
    if not isinstance(slip, TicketSlip):
        return slip, scales[0], typeset(lay_out(slip, scales[0]), profile)
    limit = profile.dots(MOST_TICKET_MM - profile.top_mm - BOTTOM_MM)
    for scale in scales:
        pieces = typeset(lay_out(slip, scale), profile)
        if sum(height_dots(piece) for piece in pieces) <= limit:
            return slip, scale, pieces
    short = replace(slip, address="", footer=())
    return short, scales[-1], typeset(lay_out(short, scales[-1]), profile)


def _bytes(pieces: list[Piece], profile: PrinterProfile) -> bytes:
    pen = Pen(profile)
    pending = 0
    for piece in pieces:
        if isinstance(piece, Feed):
            pending += piece.dots
        else:
            pending = _print(pen, piece, pending, profile)
    pen.feed(pending + profile.dots(BOTTOM_MM))
    return pen.cut()


def _print(pen: Pen, piece: Piece, pending: int, profile: PrinterProfile) -> int:
    """Print ``piece`` after ``pending`` empty rows; return the empty rows it leaves."""
    match piece:
        case Drawn():
            pen.feed(pending + piece.raster.above)
            pen.align(piece.centred)
            pen.raw(_raster(piece, profile))
            return piece.raster.below
        case Written():
            pen.feed(pending)
            pen.write(piece)
        case NativeQr():
            pen.feed(pending)
            pen.qr(piece)
        case NativeBarcode():
            pen.feed(pending)
            pen.barcode(piece)
        case Feed():
            return pending + piece.dots
        case _:
            assert_never(piece)
    return 0


def _raster(piece: Drawn, profile: PrinterProfile) -> bytes:
    if piece.raster.width_dots > profile.width_dots:
        raise DoesNotFit("a line", piece.raster.width_dots, profile.width_dots)
    if not piece.kept:
        return _command(piece.raster, profile)
    if picture_key(piece.raster) in profile.stored:
        return print_command(piece.raster)
    return _kept_command(piece.raster, profile)


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
