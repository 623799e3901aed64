"""The dots of a QR code, for printers that cannot draw one and for knowing how big theirs will be."""

from __future__ import annotations

import numpy as np
import zxingcpp
from PIL import Image
from qrcode.constants import ERROR_CORRECT_M
from qrcode.util import BIT_LIMIT_TABLE

from hardware.printing.raster import Raster

MODE_BITS, LENGTH_BITS_SMALL, LENGTH_BITS_LARGE, SMALL_VERSIONS, VERSIONS = 4, 8, 16, 9, 40
QUIET_MODULES = 2  # the paper around it is empty anyway; the standard's four are reached by the blocks' gaps


def qr_side(payload: str) -> int:
    """Return how many modules wide the code of ``payload`` is (bytes, level M), without drawing it.

    0 if no QR code can hold it.
    """
    data_bits = 8 * len(payload.encode("utf-8"))
    for version in range(1, VERSIONS + 1):
        length_bits = LENGTH_BITS_SMALL if version <= SMALL_VERSIONS else LENGTH_BITS_LARGE
        if MODE_BITS + length_bits + data_bits <= BIT_LIMIT_TABLE[ERROR_CORRECT_M][version]:
            return 17 + 4 * version
    return 0


def qr_modules(payload: str) -> list[list[bool]]:
    """Return the module matrix, level M, without a quiet zone; now and then a size larger than qr_side.

    Empty where no code can hold ``payload``.
    zxing draws it in 0.4 ms, the library qrcode in 4 to 45.
    """
    try:
        code = zxingcpp.create_barcode(payload.encode("utf-8"), zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    except ValueError:
        return []
    dots = np.asarray(code.to_image(scale=1, add_quiet_zones=False)) < 128
    matrix: list[list[bool]] = dots.tolist()
    return matrix


def draw_qr(modules: list[list[bool]], module_dots: int) -> Raster:
    """Draw at half resolution where the module is even: a quarter of the bytes."""
    zoom = 2 if module_dots % 2 == 0 else 1
    size = len(modules)
    tiny = Image.new("1", (size, size), 1)
    tiny.putdata([0 if dark else 255 for row in modules for dark in row])
    side = size * module_dots // zoom
    drawn = tiny.resize((side, side), Image.Resampling.NEAREST)
    page = Image.new("1", (-(-side // 8) * 8, side), 1)
    page.paste(drawn, ((page.width - side) // 2, 0))
    quiet = QUIET_MODULES * module_dots
    return Raster(page, quiet, quiet, zoom)
