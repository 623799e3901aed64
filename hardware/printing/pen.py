"""The hand that writes ESC/POS: says alignment and style only when they change, and feeds by dots."""

from __future__ import annotations

from typing import Any

from hardware.printing.escpos_library import builder
from hardware.printing.profiles import PrinterProfile, Rendering
from hardware.printing.typeset import BARCODE_HEIGHT_DOTS, NativeBarcode, NativeQr, Written

QR_LEVEL_M = 1  # python-escpos' QR_ECLEVEL_M
MOST_FEED_DOTS = 4_000


class Pen:
    """Collects the bytes of one job; python-escpos encodes text and codes."""

    def __init__(self, profile: PrinterProfile) -> None:
        self._printer: Any = builder(profile)
        self._profile = profile
        self._owed = 0
        # Where every byte counts, a gap of a millimetre is not worth its ten.
        self._least_feed = 8 if profile.rendering is Rendering.TEXT else 2
        self._printer.hw("INIT")
        if profile.narrowed:  # GS W: the printing area, else the printer centres beyond the paper's edge
            self.raw(b"\x1dW" + profile.width_dots.to_bytes(2, "little"))
        # What ESC @ leaves: left, normal weight, dark on light, single size.
        self._set = {b"\x1ba": 0, b"\x1bE": 0, b"\x1dB": 0, b"\x1d!": 0}

    def align(self, centred: bool) -> None:
        self._change(b"\x1ba", int(centred))

    def raw(self, data: bytes) -> None:
        self._printer._raw(data)

    def write(self, piece: Written) -> None:
        self.align(piece.centred)
        self._change(b"\x1bE", int(piece.bold))
        self._change(b"\x1dB", int(piece.inverse))
        self._change(b"\x1d!", (piece.size - 1) * 0x11)
        self._printer.textln(piece.text)

    def qr(self, piece: NativeQr) -> None:
        self.align(True)
        self._printer.qr(piece.payload, ec=QR_LEVEL_M, size=piece.module_dots, native=True, center=False)

    def barcode(self, piece: NativeBarcode) -> None:
        self.align(True)
        # GS h, GS w, GS H (no text: we set it ourselves), GS k 73; python-escpos knows only one code set.
        self.raw(b"\x1dh%c\x1dw%c\x1dH\x00" % (BARCODE_HEIGHT_DOTS, piece.module_dots))
        self.raw(b"\x1dk\x49%c" % len(piece.data) + piece.data)

    def feed(self, dots: int) -> None:
        """Feed by an empty picture one byte wide: ESC J's unit differs between models, a dot does not.

        GS v 0 with m = 3 prints each row twice; what is left over is owed to the next feed.
        """
        dots = min(dots + self._owed, MOST_FEED_DOTS)
        if dots < self._least_feed:
            self._owed = dots
            return
        rows, self._owed = divmod(dots, 2)
        if rows > 0:
            self.raw(b"\x1dv0\x03\x01\x00" + rows.to_bytes(2, "little") + bytes(rows))

    def cut(self) -> bytes:
        """Cut, or without a cutter feed to the tear bar; return the job."""
        if self._profile.cutter:
            self._printer.cut(feed=False)
        else:
            self._printer.print_and_feed(4)
        return bytes(self._printer.output)

    def _change(self, command: bytes, value: int) -> None:
        if self._set[command] != value:
            self._set[command] = value
            self.raw(command + bytes((value,)))
