"""Pictures kept in a printer's own memory: their names, how to store one, how to print it. Pure.

A picture is named by its content, so a text that changed is simply not found and is sent as dots again.
Source: Epson ESC/POS command reference, GS ( L functions 65, 67 and 69.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache

from hardware.printing.raster import Raster
from hardware.printing.realtime import without_real_time

FIRST, COUNT = 0x20, 95  # key codes are two bytes from 32 to 126
MOST_PICTURE_BYTES = 65_000  # the length word of GS ( L
ERASE_ALL = b"\x1d(L\x05\x000ACLR"


@lru_cache(maxsize=1024)
def picture_key(raster: Raster) -> bytes:
    """Return the two bytes that name ``raster``; two pictures in 9,025 share one."""
    image = raster.image
    told = b"%d %d " % image.size + bytes((raster.zoom,)) + image.tobytes()
    number = int.from_bytes(hashlib.sha256(told).digest()[:8], "big") % (COUNT * COUNT)
    return bytes((FIRST + number // COUNT, FIRST + number % COUNT))


def store_command(raster: Raster) -> bytes:
    """Return GS ( L function 67: define a raster picture under its key.

    Raises ValueError where the picture is larger than a command may be.
    """
    image = raster.image
    dots = without_real_time(bytes(byte ^ 0xFF for byte in image.tobytes()))  # in mode 1, 1 is paper
    if len(dots) > MOST_PICTURE_BYTES:
        raise ValueError(f"a picture of {len(dots)} bytes is too large to store")
    sizes = image.width.to_bytes(2, "little") + image.height.to_bytes(2, "little")
    body = b"0C0" + picture_key(raster) + b"\x01" + sizes + b"1" + dots
    return b"\x1d(L" + len(body).to_bytes(2, "little") + body


def print_command(raster: Raster) -> bytes:
    """Return GS ( L function 69: print the stored picture, each pixel ``zoom`` dots."""
    return b"\x1d(L\x06\x000E" + picture_key(raster) + bytes((raster.zoom, raster.zoom))


def capacity_of(answer: bytes) -> int | None:
    """Read the reply to GS ( L function 48: 37h 30h, decimal digits, NUL; None for anything else."""
    digits = answer[2:-1]
    if answer[:2] != b"\x37\x30" or answer[-1:] != b"\x00" or not digits.isdigit():
        return None
    return int(digits)
