"""Picture files: how large one is is asked before its pixels are unpacked, so none can fill the memory."""

from __future__ import annotations

import warnings
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from hardware.errors import PictureRefused

Picture = NDArray[np.uint8]

LARGEST_FILE_BYTES = 64 << 20
MOST_PIXELS = 64_000_000  # a telephone's largest photograph is 50 million
# A JPEG is halved while it is unpacked from here on: nothing is searched at more than 2,000 pixels across.
HALVED_SIDE_PX = 4000


def read_picture(path: Path) -> Picture | None:
    """Return a BGR picture, or None for what is no picture (or too large a one to be ours)."""
    try:
        return load_picture(path)
    except PictureRefused:
        return None


def load_picture(path: Path) -> Picture:
    """Return a BGR picture; a JPEG over 4,000 pixels across comes at half its size.

    Raises:
        PictureRefused: no picture, not there, over 64 MB or over 64 million pixels.
    """
    try:
        if path.stat().st_size > LARGEST_FILE_BYTES:
            raise PictureRefused(str(path), f"over {LARGEST_FILE_BYTES >> 20} MB")
        kind, width, height = _header(path)
        if width * height > MOST_PIXELS:
            raise PictureRefused(str(path), f"{width} × {height} pixels, at most {MOST_PIXELS:,} are read")
        data = np.frombuffer(path.read_bytes(), dtype=np.uint8)
    except OSError as error:
        raise PictureRefused(str(path), "not a picture, or not there") from error
    halved = kind == "JPEG" and max(width, height) > HALVED_SIDE_PX
    picture = _unpacked(data, cv2.IMREAD_REDUCED_COLOR_2 if halved else cv2.IMREAD_COLOR)
    if picture is None:
        raise PictureRefused(str(path), "damaged, or of a kind that is not read here")
    return picture


def _header(path: Path) -> tuple[str, int, int]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is lower
        try:
            with Image.open(path) as image:
                return str(image.format), image.width, image.height
        except Image.DecompressionBombError as error:
            raise PictureRefused(str(path), f"over {MOST_PIXELS:,} pixels") from error
        except (ValueError, SyntaxError) as error:  # PIL's own words for some broken headers
            raise PictureRefused(str(path), "not a picture") from error


def _unpacked(data: NDArray[np.uint8], flags: int) -> Picture | None:
    try:
        picture = cv2.imdecode(data, flags) if data.size else None
    except cv2.error:
        return None
    return None if picture is None else np.asarray(picture, dtype=np.uint8)
