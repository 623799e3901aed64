"""Where the Vietnamese fonts are; none is bundled."""

from __future__ import annotations

import shutil
import subprocess
from enum import Enum
from functools import cache
from pathlib import Path

from PIL import ImageFont

from hardware.errors import FontMissing


class Weight(Enum):
    REGULAR = "Regular"
    MEDIUM = "Medium"
    BOLD = "Bold"


KNOWN_FILES = (
    "/usr/share/fonts/opentype/inter/Inter-{}.otf",
    "/usr/share/fonts/truetype/inter/Inter-{}.ttf",
    "/usr/share/fonts/truetype/noto/NotoSans-{}.ttf",
)
FAMILIES = ("Inter", "Noto Sans", "DejaVu Sans")


@cache
def font_file(weight: Weight) -> str:
    """Return the path of the best installed font.

    Raises:
        FontMissing: none of the families is installed.
    """
    for pattern in KNOWN_FILES:
        path = pattern.format(weight.value)
        if Path(path).is_file():
            return path
    return _ask_fontconfig(weight)


def _ask_fontconfig(weight: Weight) -> str:
    program = shutil.which("fc-match")
    for family in FAMILIES if program else ():
        # fc-match always answers with something: the family has to be checked.
        answer = subprocess.run(
            [program or "", "--format=%{family}|%{file}", f"{family}:style={weight.value}"],
            capture_output=True,
            text=True,
            timeout=10,
            check=False,
        ).stdout
        found, _, path = answer.partition("|")
        if family in found and Path(path).is_file():
            return path
    raise FontMissing


@cache
def font(weight: Weight, size_px: int) -> ImageFont.FreeTypeFont:
    """Raises FontMissing."""
    # The basic layout engine: precomposed (NFC) Vietnamese needs no shaping, and it is the same everywhere.
    return ImageFont.truetype(font_file(weight), size_px, layout_engine=ImageFont.Layout.BASIC)
