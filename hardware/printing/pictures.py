"""Picture files as dots: a centre's logo, made to fit and dithered only where it has greys."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import structlog
from PIL import Image, UnidentifiedImageError

from hardware.printing.raster import Raster, cropped_picture

MOST_SIDE_PX = 4000
MOST_SHARE = 0.6  # of the head's width
_log = structlog.get_logger()


def draw_picture(path: str, width_dots: int, most_height_dots: int) -> Raster | None:
    """Return the picture; None where the file is missing or is none: a ticket must print without it."""
    try:
        changed_ns = Path(path).stat().st_mtime_ns
        return _drawn(path, changed_ns, round(width_dots * MOST_SHARE), most_height_dots)
    except (OSError, UnidentifiedImageError, ValueError, Image.DecompressionBombError) as error:
        _log.warning("logo_left_out", path=path, cause=str(error))
        return None


@lru_cache(maxsize=8)
def _drawn(path: str, _changed_ns: int, width_dots: int, height_dots: int) -> Raster:
    with Image.open(path) as opened:
        if max(opened.size) > MOST_SIDE_PX:
            raise ValueError(f"{opened.size} is too large, at most {MOST_SIDE_PX} a side")
        sheet = Image.new("RGBA", opened.size, "white")
        sheet.alpha_composite(opened.convert("RGBA"))
    grey = sheet.convert("L")
    grey.thumbnail((width_dots, height_dots), Image.Resampling.LANCZOS)
    page = Image.new("L", (-(-grey.width // 8) * 8, grey.height), 255)
    page.paste(grey, ((page.width - grey.width) // 2, 0))
    return cropped_picture(page.convert("1"))
