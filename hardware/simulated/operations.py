"""What a printer is told to do, one class an ESC/POS command we interpret."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Align(Enum):
    LEFT = 0
    CENTRE = 1
    RIGHT = 2


@dataclass(frozen=True, slots=True)
class Init:  # ESC @
    pass


@dataclass(frozen=True, slots=True)
class Text:
    data: bytes


@dataclass(frozen=True, slots=True)
class LineFeed:  # LF, ESC d n
    lines: int


@dataclass(frozen=True, slots=True)
class FeedDots:  # ESC J n
    dots: int


@dataclass(frozen=True, slots=True)
class LineSpacing:  # ESC 2, ESC 3 n
    dots: int


@dataclass(frozen=True, slots=True)
class SetAlign:  # ESC a n
    align: Align


@dataclass(frozen=True, slots=True)
class SetArea:  # GS W nL nH
    dots: int


@dataclass(frozen=True, slots=True)
class SetBold:  # ESC E n, ESC G n
    on: bool


@dataclass(frozen=True, slots=True)
class SetInverse:  # GS B n
    on: bool


@dataclass(frozen=True, slots=True)
class SetUnderline:  # ESC - n
    dots: int


@dataclass(frozen=True, slots=True)
class SetSize:  # GS ! n, ESC ! n
    across: int
    down: int


@dataclass(frozen=True, slots=True)
class CodePage:  # ESC t n
    slot: int


@dataclass(frozen=True, slots=True)
class RasterImage:  # GS v 0
    across: int
    down: int
    width_bytes: int
    rows: int
    data: bytes


@dataclass(frozen=True, slots=True)
class QrCode:  # GS ( k, function 181, with what functions 167, 169 and 180 stored
    payload: bytes
    module_dots: int
    level: str


@dataclass(frozen=True, slots=True)
class Barcode:  # GS k
    kind: int
    payload: bytes
    module_dots: int
    height_dots: int
    text_below: bool


@dataclass(frozen=True, slots=True)
class StorePicture:  # GS ( L, function 67
    key: bytes
    width_dots: int
    rows: int
    data: bytes


@dataclass(frozen=True, slots=True)
class StoredPicture:  # GS ( L, function 69
    key: bytes
    across: int
    down: int


@dataclass(frozen=True, slots=True)
class ErasePictures:  # GS ( L, function 65
    pass


@dataclass(frozen=True, slots=True)
class TellCapacity:  # GS ( L, function 48
    pass


@dataclass(frozen=True, slots=True)
class Cut:  # GS V
    feed_dots: int


@dataclass(frozen=True, slots=True)
class TellProcessId:  # GS ( H, function 48
    token: bytes


@dataclass(frozen=True, slots=True)
class TellSensor:  # GS r n
    which: int


@dataclass(frozen=True, slots=True)
class TellModel:  # GS I n
    which: int


@dataclass(frozen=True, slots=True)
class AutoStatus:  # GS a n
    on: bool


@dataclass(frozen=True, slots=True)
class Ignored:
    """A command without effect on our paper, or one we do not know."""

    data: bytes


Operation = (
    Init
    | Text
    | LineFeed
    | FeedDots
    | LineSpacing
    | SetAlign
    | SetArea
    | SetBold
    | SetInverse
    | SetUnderline
    | SetSize
    | CodePage
    | RasterImage
    | QrCode
    | Barcode
    | StorePicture
    | StoredPicture
    | ErasePictures
    | TellCapacity
    | Cut
    | TellProcessId
    | TellSensor
    | TellModel
    | AutoStatus
    | Ignored
)

PRINTING = (Init, Text, LineFeed, FeedDots, RasterImage, StoredPicture, QrCode, Barcode, Cut)
