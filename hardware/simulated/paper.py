"""The paper under the head: burns operations into rows of dots and hands out a picture at each cut."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any

import numpy as np
import qrcode
import zxingcpp
from numpy.typing import NDArray
from PIL import Image

from hardware.simulated import operations as op
from hardware.simulated.glyphs import glyph, letters
from hardware.simulated.interpreter import DEFAULT_SPACING

Dots = NDArray[np.bool_]

SIDE_MARGIN_DOTS = 32
CUT_EDGE_DOTS = 6
TABLE = 20
DESK, SHEET, INK = (214, 209, 200), (253, 252, 248), (28, 27, 30)
CODE128_KINDS = (73, 79)
QR_LEVELS = {"L": 1, "M": 0, "Q": 3, "H": 2}


@dataclass(slots=True)
class Style:
    align: op.Align = op.Align.LEFT
    bold: bool = False
    inverse: bool = False
    underline: int = 0
    across: int = 1
    down: int = 1
    slot: int = 0
    spacing: int = DEFAULT_SPACING
    area: int = 0  # dots; 0: the whole head


class Paper:
    """``head_to_cutter_dots`` of blank paper start every slip, as behind a real head."""

    def __init__(self, width_dots: int, head_to_cutter_dots: int) -> None:
        self.width_dots = width_dots
        self.clipped = 0
        self.pictures: dict[bytes, Dots] = {}  # survive a power cut, wear with each writing
        self.picture_writes = 0
        self._lead = head_to_cutter_dots
        self._style = Style()
        self._line: list[Dots] = []
        self._rows: list[Dots] = [self._blank(head_to_cutter_dots)]

    @property
    def height_dots(self) -> int:
        return sum(len(rows) for rows in self._rows)

    @property
    def _area(self) -> int:
        return min(self._style.area or self.width_dots, self.width_dots)

    def apply(self, operation: op.Operation) -> None:
        """Burn ``operation``; status requests and cuts are the printer's business."""
        match operation:
            case op.Init():
                self._end_line()
                self._style = Style()
            case op.Text(data):
                self._write(data)
            case op.LineFeed(lines):
                self._feed(0 if self._line else self._style.spacing)
                self._end_line()
                self._feed(self._style.spacing * (lines - 1))
            case op.FeedDots(dots):
                self._end_line()
                self._feed(dots)
            case op.RasterImage():
                self._burn(_unpack(operation))
            case op.StoredPicture(key, across, down) if key in self.pictures:
                self._burn(np.kron(self.pictures[key], np.ones((down, across), dtype=np.bool_)))
            case op.QrCode():
                self._burn(_qr(operation))
            case op.Barcode():
                self._burn(_bars(operation))
                if operation.text_below:
                    self._write(_plain(operation.payload))
                    self._end_line()
            case _:
                self._set(operation)

    def _set(self, operation: op.Operation) -> None:
        style = self._style
        match operation:
            case op.SetAlign(align):
                style.align = align
            case op.SetArea(dots):
                style.area = dots
            case op.SetBold(on):
                style.bold = on
            case op.SetInverse(on):
                style.inverse = on
            case op.SetUnderline(dots):
                style.underline = dots
            case op.SetSize(across, down):
                style.across, style.down = across, down
            case op.CodePage(slot):
                style.slot = slot
            case op.LineSpacing(dots):
                style.spacing = dots
            case op.StorePicture(key, width, rows, data) if len(data) == (width + 7) // 8 * rows:
                bits = np.unpackbits(np.frombuffer(data, dtype=np.uint8)).reshape(rows, -1)
                self.pictures[key] = bits[:, :width].astype(np.bool_)
                self.picture_writes += 1
            case op.ErasePictures():
                self.pictures.clear()
            case _:
                pass

    def cut(self, feed_dots: int) -> Image.Image:
        """Cut behind what is printed so far and return the slip."""
        self._end_line()
        self._feed(feed_dots)
        dots = np.concatenate(self._rows)
        self._rows = [self._blank(self._lead)]
        return picture(dots)

    def _blank(self, rows: int) -> Dots:
        return np.zeros((rows, self.width_dots), dtype=np.bool_)

    def _feed(self, dots: int) -> None:
        if dots > 0:
            self._rows.append(self._blank(dots))

    def _write(self, data: bytes) -> None:
        style = self._style
        for letter in letters(data, style.slot):
            cell = np.array(glyph(letter, style.bold), dtype=np.bool_)
            if style.underline:
                cell[-style.underline :, :] = True
            cell = np.kron(cell, np.ones((style.down, style.across), dtype=np.bool_))
            width = sum(part.shape[1] for part in self._line)
            if width + cell.shape[1] > self._area:
                self._end_line()
            self._line.append(~cell if style.inverse else cell)

    def _end_line(self) -> None:
        parts, self._line = self._line, []
        if not parts:
            return
        height = max(part.shape[0] for part in parts)
        padded = [np.pad(part, ((height - part.shape[0], 0), (0, 0))) for part in parts]
        self._burn(np.concatenate(padded, axis=1))
        self._feed(max(0, self._style.spacing - height))

    def _burn(self, dots: Dots) -> None:
        if dots.shape[1] > self._area:  # a real head drops what is beside it, silently
            self.clipped += 1
            dots = dots[:, : self._area]
        free = self._area - dots.shape[1]
        left = {op.Align.LEFT: 0, op.Align.CENTRE: free // 2, op.Align.RIGHT: free}[self._style.align]
        beyond = self.width_dots - self._area
        self._rows.append(np.pad(dots, ((0, 0), (left, free - left + beyond))))


def _unpack(image: op.RasterImage) -> Dots:
    bits = np.unpackbits(np.frombuffer(image.data, dtype=np.uint8))
    dots = bits.reshape(image.rows, image.width_bytes * 8).astype(np.bool_)
    return np.kron(dots, np.ones((image.down, image.across), dtype=np.bool_))


def _qr(code: op.QrCode) -> Dots:
    maker: Any = qrcode.QRCode(error_correction=QR_LEVELS[code.level], border=0)
    maker.add_data(code.payload, optimize=0)
    try:
        maker.make(fit=True)
    except (ValueError, qrcode.exceptions.DataOverflowError):
        return np.zeros((1, 8), dtype=np.bool_)  # a printer prints nothing where the data does not fit
    matrix = np.array(maker.get_matrix(), dtype=np.bool_)
    return np.kron(matrix, np.ones((code.module_dots, code.module_dots), dtype=np.bool_))


def _plain(payload: bytes) -> bytes:
    """Return what a Code128 payload says: {A and {B take letters as they are, {C bytes as pairs of digits."""
    said, pairs, place = b"", False, 0
    while place < len(payload):
        if payload[place : place + 1] == b"{" and place + 1 < len(payload):
            code = payload[place + 1 : place + 2]
            pairs = code == b"C" if code in (b"A", b"B", b"C") else pairs
            said += b"{" if code == b"{" else b""
            place += 2
        else:
            said += b"%02d" % payload[place] if pairs else payload[place : place + 1]
            place += 1
    return said


def _bars(code: op.Barcode) -> Dots:
    text = _plain(code.payload).decode("ascii", errors="replace")
    try:
        kind = zxingcpp.BarcodeFormat.Code128 if code.kind in CODE128_KINDS else zxingcpp.BarcodeFormat.Code39
        drawn = zxingcpp.create_barcode(text, kind).to_image(scale=1, add_quiet_zones=False)
    except (ValueError, RuntimeError):
        return np.zeros((1, 8), dtype=np.bool_)
    row = np.asarray(drawn)[0] < 128
    return np.kron(row[np.newaxis, :], np.ones((code.height_dots, code.module_dots), dtype=np.bool_))


def picture(dots: Dots) -> Image.Image:
    """Return the slip as it lies on a desk: margins beside the head's dots, a torn edge above and below."""
    sheet = np.pad(dots, ((0, 0), (SIDE_MARGIN_DOTS, SIDE_MARGIN_DOTS)))
    height, width = sheet.shape
    colours = np.full((height + 2 * TABLE, width + 2 * TABLE, 3), DESK, dtype=np.uint8)
    area = colours[TABLE : TABLE + height, TABLE : TABLE + width]
    area[:] = SHEET
    area[sheet] = INK
    teeth = np.abs(np.arange(width) % (2 * CUT_EDGE_DOTS) - CUT_EDGE_DOTS)
    for depth in range(CUT_EDGE_DOTS):
        area[depth, teeth > depth] = DESK
        area[height - 1 - depth, teeth > depth] = DESK
    return Image.fromarray(colours)


def png(image: Image.Image) -> bytes:
    store = BytesIO()
    image.save(store, "PNG")
    return store.getvalue()
