"""Which lines of a centre's slips go into a printer's own memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from hardware.printing.encoding import fitting, scales_of
from hardware.printing.layout import Scale, lay_out
from hardware.printing.nv import picture_key, store_command
from hardware.printing.profiles import PrinterProfile, Rendering, on_roll
from hardware.printing.raster import Raster
from hardware.printing.slips import Slip
from hardware.printing.typeset import Drawn, typeset

WORTH_BYTES = 32  # a smaller picture is not worth its wear


@dataclass(frozen=True, slots=True)
class Pictures:
    """``keys`` names what is stored; ``clashing`` counts those left out because two shared a name."""

    keys: frozenset[bytes]
    rasters: tuple[Raster, ...]
    clashing: int = 0

    @property
    def commands(self) -> bytes:
        return b"".join(store_command(raster) for raster in self.rasters)

    @property
    def size_bytes(self) -> int:
        return sum(len(raster.image.tobytes()) for raster in self.rasters)


def kept_pictures(slips: Iterable[Slip], profile: PrinterProfile) -> Pictures:
    """Return the recurring lines of ``slips`` as they are drawn for this head.

    Raises:
        DoesNotFit, FontMissing: as encode.
    """
    found: dict[bytes, Raster] = {}
    clashes: set[bytes] = set()
    for slip in slips:
        for raster in _recurring(slip, replace(on_roll(profile, slip.roll_mm), stored=frozenset())):
            known = found.setdefault(picture_key(raster), raster)
            if known.image.tobytes() != raster.image.tobytes():
                clashes.add(picture_key(raster))
    kept = {key: raster for key, raster in found.items() if key not in clashes}
    return Pictures(frozenset(kept), tuple(kept.values()), len(clashes))


def _recurring(slip: Slip, profile: PrinterProfile) -> Iterator[Raster]:
    drawing = replace(profile, rendering=Rendering.HYBRID)
    scales: tuple[Scale, ...] = (fitting(slip, profile)[1],)
    if profile.rendering is Rendering.TEXT:  # pictures are taller than its letters: a denser scale may be due
        scales = scales_of(profile)
    for scale in scales:
        for piece in typeset(lay_out(slip, scale), drawing):
            if isinstance(piece, Drawn) and piece.kept and len(piece.raster.image.tobytes()) >= WORTH_BYTES:
                yield piece.raster


def with_stored(profile: PrinterProfile, pictures: Pictures) -> PrinterProfile:
    return replace(profile, stored=pictures.keys)
