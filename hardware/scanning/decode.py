"""Reading the codes in one picture: zxing first, then whatever still may help until the time is up.

Order (measured on real photographs): zxing as it is, by another threshold, halved, sharpened; zbar; QR codes
that were seen but not read laid flat; bar codes turned level; doubled; and where something looked like a
code: blurred, turned. The first way that reads anything ends the search.
"""

from __future__ import annotations

import time
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray

from hardware.errors import LibraryMissing
from hardware.scanning.deskew import Region, find_bars, level
from hardware.scanning.unbend import Corners, flattened
from hardware.scanning.zbar import ZbarScanner

Grey = NDArray[np.uint8]

FORMATS = {
    zxingcpp.BarcodeFormat.QRCode: "QRCODE",
    zxingcpp.BarcodeFormat.Code128: "CODE128",
    zxingcpp.BarcodeFormat.Code39: "CODE39",
}
WANTED = zxingcpp.BarcodeFormats(list(FORMATS))
MOST_SIDE_PX = 2000  # larger pictures are shrunk first: 24 megapixels must not take seconds
LEAST_LINEAR = 4  # characters; a shorter bar code is as likely a fence or a striped shirt
BUDGET_S = 0.25
MARKS_PX, MARKS_CONTRAST, MARKS_SHARE = 256, 36, 0.002
MOST_BENT = 2  # codes seen but not read, the largest first
SAME_PLACE = 0.03  # of a code's size
GROUP_SEPARATOR = b"\x1d"


@dataclass(frozen=True, slots=True, repr=False)
class Read:
    """``data`` is what the code holds; ``text`` its strict UTF-8 in NFC, or else the library's best guess."""

    symbology: str
    data: bytes
    text: str

    def __repr__(self) -> str:
        return f"Read({self.symbology}, {len(self.data)} bytes)"  # may be somebody's card


class _Suspects:
    """What zxing saw but could not read: the kinds, and where the QR codes are in the whole picture."""

    def __init__(self) -> None:
        self.kinds: set[str] = set()
        self._corners: list[Corners] = []

    def add(self, code: zxingcpp.Barcode, zoom: float) -> None:
        self.kinds.add(_symbology(code.format))
        if code.format == zxingcpp.BarcodeFormat.QRCode:
            at = code.position
            round_it = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
            self._corners.append(np.array([(point.x, point.y) for point in round_it], np.float32) / zoom)

    def corners(self) -> list[Corners]:
        """Return the largest ones; the same place seen twice is one."""
        kept: list[Corners] = []
        for one in sorted(self._corners, key=lambda quad: -float(cv2.contourArea(quad))):
            apart = SAME_PLACE * float(np.ptp(one))
            if all(np.abs(one - other).max() > apart for other in kept):
                kept.append(one)
            if len(kept) == MOST_BENT:
                break
        return kept


class Decoder:
    """Use it from one thread. ``budget_s`` bounds when the last attempt may begin.

    ``lacks`` says which library is missing, so that less is read; empty if none.
    """

    def __init__(self, budget_s: float = BUDGET_S, clock: Callable[[], float] = time.monotonic) -> None:
        self._budget_s = budget_s
        self._clock = clock
        self.lacks = ""
        self._zbar: ZbarScanner | None = None
        try:
            self._zbar = ZbarScanner()
        except LibraryMissing as error:
            self.lacks = str(error)

    def close(self) -> None:
        if self._zbar is not None:
            self._zbar.close()

    def decode(self, picture: NDArray[np.uint8]) -> list[Read]:
        """Return what is read in a grey or BGR picture; an empty list if nothing is."""
        deadline = self._clock() + self._budget_s
        for attempt in self._attempts(_grey(picture)):
            if found := attempt():
                return found
            if self._clock() >= deadline:
                break
        return []

    def _attempts(self, grey: Grey) -> Iterator[Callable[[], list[Read]]]:
        """Cheap and often right first; what costs most only where something looks like a code."""
        suspects = _Suspects()
        yield partial(_zxing, grey, suspects=suspects)
        if not _has_marks(grey):
            return
        yield partial(_zxing, grey, zxingcpp.Binarizer.GlobalHistogram, suspects)
        half = cv2.resize(grey, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA).astype(np.uint8)
        sharp = _sharpened(grey)
        yield partial(_zxing, half, suspects=suspects, zoom=0.5)
        yield partial(_qr_by_zxing, sharp, suspects)
        yield partial(self._by_zbar, grey)
        for corners in suspects.corners():
            yield from (partial(_zxing, flat) for flat in flattened(grey, corners))
        regions = find_bars(grey)
        yield from self._bars(grey, regions)
        double = _doubled(grey)
        if double is not None:
            yield partial(_zxing, double, suspects=suspects, zoom=2.0)
        if suspects.kinds or regions:
            soft = cv2.GaussianBlur(grey, (5, 5), 0).astype(np.uint8)
            yield from (partial(_zxing, soft), partial(self._by_zbar, soft))
            for degrees in (-20, 20, 45):
                turned = _turned(grey, degrees)
                yield partial(_zxing, turned)
                if suspects.kinds:
                    yield partial(self._by_zbar, turned)
        if suspects.kinds:
            yield partial(self._by_zbar, half)
            if double is not None:
                yield partial(self._by_zbar, double)

    def _bars(self, grey: Grey, regions: list[Region]) -> Iterator[Callable[[], list[Read]]]:
        for zoom in (1.0, 2.0):
            levels = [level(grey, region, zoom) for region in regions]
            for read in (_zxing, self._by_zbar):
                yield from (partial(read, turned) for turned in levels)

    def _by_zbar(self, grey: Grey) -> list[Read]:
        if self._zbar is None:
            return []
        reads = [_read(name, data) for name, data in self._zbar.read(grey)]
        return [read for read in reads if _credible(read)]


def _grey(picture: NDArray[np.uint8]) -> Grey:
    grey = picture if picture.ndim == 2 else cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY).astype(np.uint8)
    zoom = MOST_SIDE_PX / max(grey.shape)
    if zoom < 1:
        grey = cv2.resize(grey, None, fx=zoom, fy=zoom, interpolation=cv2.INTER_AREA).astype(np.uint8)
    return grey


def _has_marks(grey: Grey) -> bool:
    """Whether there is contrast enough for a code: an empty desk is not searched further."""
    small = cv2.resize(grey, (MARKS_PX, MARKS_PX), interpolation=cv2.INTER_AREA)
    contrast = cv2.morphologyEx(small, cv2.MORPH_GRADIENT, np.ones((9, 9), np.uint8))
    return int(np.count_nonzero(contrast > MARKS_CONTRAST)) > MARKS_SHARE * contrast.size


def _zxing(
    grey: Grey,
    binarizer: zxingcpp.Binarizer = zxingcpp.Binarizer.LocalAverage,
    suspects: _Suspects | None = None,
    zoom: float = 1.0,
) -> list[Read]:
    """Read with zxing; ``suspects`` collects what it saw but could not read, ``zoom`` times as large."""
    codes = zxingcpp.read_barcodes(grey, formats=WANTED, binarizer=binarizer, return_errors=True)
    if suspects is not None:
        for code in codes:
            if not code.valid:
                suspects.add(code, zoom)
    reads = [_read(_symbology(code.format), code.bytes, code.text) for code in codes if code.valid]
    return [read for read in reads if _credible(read)]


def _qr_by_zxing(grey: Grey, suspects: _Suspects) -> list[Read]:
    """Sharpening invents bars: of what it shows only QR, which corrects its errors, is believed."""
    return [read for read in _zxing(grey, suspects=suspects) if read.symbology == "QRCODE"]


def _read(symbology: str, data: bytes, guess: str = "") -> Read:
    if symbology != "QRCODE":  # Code128's FNC1 separates fields; what is printed under the bars has none
        data, guess = data.replace(GROUP_SEPARATOR, b""), guess.replace(GROUP_SEPARATOR.decode(), "")
    return Read(symbology, data, _text(data, guess))


def _symbology(found: zxingcpp.BarcodeFormat) -> str:
    name = str(found.name)
    return next((ours for ours in FORMATS.values() if name.upper().startswith(ours)), name.upper())


def _credible(read: Read) -> bool:
    return bool(read.data) and (read.symbology == "QRCODE" or len(read.data) >= LEAST_LINEAR)


def _text(data: bytes, guess: str) -> str:
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        text = guess or data.decode("shift_jis", errors="replace")
    return unicodedata.normalize("NFC", text)


def _sharpened(grey: Grey) -> Grey:
    soft = cv2.GaussianBlur(grey, (0, 0), 2.0)
    return cv2.addWeighted(grey, 2.5, soft, -1.5, 0).astype(np.uint8)


def _doubled(grey: Grey) -> Grey | None:
    if max(grey.shape) > MOST_SIDE_PX / 2:
        return None
    return cv2.resize(grey, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC).astype(np.uint8)


def _turned(grey: Grey, degrees: float) -> Grey:
    height, width = grey.shape
    side = int(np.hypot(height, width))
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    turn[0, 2] += (side - width) / 2
    turn[1, 2] += (side - height) / 2
    return cv2.warpAffine(grey, turn, (side, side), borderMode=cv2.BORDER_REPLICATE).astype(np.uint8)
