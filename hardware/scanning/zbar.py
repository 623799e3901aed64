"""zbar in binary mode: its bytes are the code's own, not its guess at Shift-JIS or Big5.

pyzbar's decode() cannot set that mode, so its library handle is used directly.
"""

from __future__ import annotations

import ctypes
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from hardware.errors import LibraryMissing

GREY = b"Y800"
# zbar.h: zbar_symbol_type_t and zbar_config_t; BINARY came with zbar 0.23.
ALL, CODE39, QRCODE, CODE128 = 0, 39, 64, 128
ENABLE, BINARY = 0, 4
NAMES = {CODE39: "CODE39", QRCODE: "QRCODE", CODE128: "CODE128"}


@cache
def _library() -> Any:
    try:
        from pyzbar import wrapper
    except ImportError as error:
        raise LibraryMissing("libzbar", "libzbar0") from error
    return wrapper


class ZbarScanner:
    """Owns one zbar scanner; use it from one thread. Raises LibraryMissing without libzbar0."""

    def __init__(self) -> None:
        self._zbar = _library()
        self._scanner = self._zbar.zbar_image_scanner_create()
        self._zbar.zbar_image_scanner_set_config(self._scanner, ALL, ENABLE, 0)
        for symbology in NAMES:
            self._zbar.zbar_image_scanner_set_config(self._scanner, symbology, ENABLE, 1)
        self._zbar.zbar_image_scanner_set_config(self._scanner, QRCODE, BINARY, 1)

    def close(self) -> None:
        if self._scanner is not None:
            self._zbar.zbar_image_scanner_destroy(self._scanner)
            self._scanner = None

    def read(self, grey: NDArray[np.uint8]) -> list[tuple[str, bytes]]:
        """Return (symbology, bytes) of every code found in a grey picture."""
        height, width = grey.shape
        pixels = np.ascontiguousarray(grey).tobytes()
        image = self._zbar.zbar_image_create()
        try:
            self._zbar.zbar_image_set_format(image, int.from_bytes(GREY, "little"))
            self._zbar.zbar_image_set_size(image, width, height)
            data = ctypes.cast(ctypes.c_char_p(pixels), ctypes.c_void_p)
            self._zbar.zbar_image_set_data(image, data, len(pixels), None)
            self._zbar.zbar_scan_image(self._scanner, image)
            return self._symbols(image)
        finally:
            self._zbar.zbar_image_destroy(image)

    def _symbols(self, image: Any) -> list[tuple[str, bytes]]:
        found = []
        symbol = self._zbar.zbar_image_first_symbol(image)
        while symbol:
            name = NAMES.get(int(symbol.contents.type), "")
            size = self._zbar.zbar_symbol_get_data_length(symbol)
            if name:
                found.append((name, ctypes.string_at(self._zbar.zbar_symbol_get_data(symbol), size)))
            symbol = self._zbar.zbar_symbol_next(symbol)
        return found
