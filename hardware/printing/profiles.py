"""What a printer model can do, as far as our bytes depend on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from hardware.names import unknown


class Rendering(Enum):
    """Who draws: ``HYBRID`` we the letters, the printer the codes; ``RASTER`` we; ``TEXT`` the printer."""

    HYBRID = "hybrid"
    RASTER = "raster"
    TEXT = "text"


class Fence(Enum):
    """How the printer tells that everything before was printed."""

    PROCESS_ID = "process_id"  # GS ( H function 48
    PAPER_SENSOR = "paper_sensor"  # GS r 1, answered in order
    NONE = "none"


@dataclass(frozen=True, slots=True)
class PrinterProfile:
    """``escpos`` names python-escpos' capabilities; ``code_pages`` only those a printed sheet proved.

    ``top_mm`` is the distance from head to cutter: blank paper at the top of every slip. ``stored`` are the
    keys of the pictures in the printer's own memory (see nv). ``narrowed``: ``width_dots`` is less than
    the head has, so the printer must be told where the paper ends.
    """

    name: str
    escpos: str = "TM-T20II"
    width_dots: int = 576
    dots_per_mm: int = 8
    top_mm: int = 12
    rendering: Rendering = Rendering.HYBRID
    code_pages: tuple[str, ...] = ()
    native_qr: bool = True
    fence: Fence = Fence.PROCESS_ID
    auto_status: bool = True
    cutter: bool = True
    stored: frozenset[bytes] = frozenset()
    narrowed: bool = False

    def dots(self, mm: float) -> int:
        return round(mm * self.dots_per_mm)


EPSON_80 = PrinterProfile("epson-80")
# What a station without a word about its printer gets.
DEFAULT = replace(EPSON_80, name="default")
GENERIC_80 = PrinterProfile("generic-80", fence=Fence.PAPER_SENSOR, auto_status=False)
GENERIC_58 = PrinterProfile(
    "generic-58",
    escpos="POS-5890",
    width_dots=384,
    top_mm=8,
    native_qr=False,
    fence=Fence.PAPER_SENSOR,
    auto_status=False,
    cutter=False,
)
TCVN3_80 = PrinterProfile("tcvn3-80", rendering=Rendering.TEXT, code_pages=("TCVN-3-1", "TCVN-3-2"))
SILENT_80 = PrinterProfile("silent-80", fence=Fence.NONE, auto_status=False)

# What a head of 203 dpi prints on a roll: 48 mm of 58, 72 mm of 80.
ROLL_DOTS = {58: 384, 80: 576}

SHIPPED = {
    profile.name: profile for profile in (DEFAULT, EPSON_80, GENERIC_80, GENERIC_58, TCVN3_80, SILENT_80)
}


def find_profile(name: str, rendering: str = "") -> PrinterProfile:
    """Return the shipped profile ``name``, drawn as ``rendering`` if that is given.

    Raises:
        UnknownName: no such profile or rendering.
    """
    if name not in SHIPPED:
        raise unknown("printer profile", name, SHIPPED)
    if not rendering:
        return SHIPPED[name]
    renderings = {way.value: way for way in Rendering}
    if rendering not in renderings:
        raise unknown("rendering", rendering, renderings)
    return replace(SHIPPED[name], rendering=renderings[rendering])


def on_roll(profile: PrinterProfile, roll_mm: int) -> PrinterProfile:
    """Return ``profile`` as it prints on a roll of 58 or 80 mm; 0 changes nothing.

    A head narrower than the roll prints what it can: see :func:`roll_conflict`.
    """
    dots = ROLL_DOTS.get(roll_mm, profile.width_dots)
    return profile if dots >= profile.width_dots else replace(profile, width_dots=dots, narrowed=True)


def roll_conflict(profile: PrinterProfile, roll_mm: int) -> str:
    """Return why the roll asked for cannot be filled by this head, or nothing."""
    dots = ROLL_DOTS.get(roll_mm, 0)
    if dots <= profile.width_dots:
        return ""
    return (
        f"the centre's paper is {roll_mm} mm ({dots} dots), the printer profile {profile.name} has "
        f"{profile.width_dots}: slips are drawn that narrow; check printer_profile or ticket.paper_mm"
    )
