"""Judges a screen that is up as look.md does: text whole, apart and readable, targets large enough."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage
from PySide6.QtQml import QQmlExpression, qmlContext
from PySide6.QtQuick import QQuickItem, QQuickWindow

SLACK_PX = 2.0
LEAST_CONTRAST, LEAST_OF_ICONS, LEAST_MM = 4.5, 3.0, 20.0
PRIVATE_USE = 0xF0000
"""Where the icon font keeps its pictures."""
Pixels = NDArray[np.uint32]


@dataclass(frozen=True)
class Piece:
    """One visible item: where it stands in the window, and what of that its ancestors let through."""

    item: QQuickItem
    place: QRectF
    seen: QRectF
    order: int

    @cached_property
    def ink(self) -> QRectF:
        return _ink(self)

    @property
    def text(self) -> str:
        return str(self.item.property("text") or "").strip()

    @property
    def is_words(self) -> bool:
        return bool(self.text) and self.item.inherits("QQuickText")

    @property
    def is_icon(self) -> bool:
        return self.is_words and ord(self.text[0]) >= PRIVATE_USE

    @property
    def is_target(self) -> bool:
        return self.item.property("usable") is not None


def pieces(window: QQuickWindow) -> list[Piece]:
    """Return what stands on the screen, in painting order."""
    found: list[Piece] = []
    whole = QRectF(0, 0, window.width(), window.height())
    _collect(window.contentItem(), whole, found)
    return found


def _collect(item: QQuickItem, clip: QRectF, found: list[Piece]) -> None:
    if not item.isVisible() or item.opacity() == 0:
        return
    place = item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))
    found.append(Piece(item, place, place.intersected(clip), len(found)))
    inner = clip.intersected(place) if item.clip() else clip
    for child in sorted(item.childItems(), key=lambda one: one.z()):
        _collect(child, inner, found)


def _ink(piece: Piece) -> QRectF:
    """Where the letters are: the painted part of the item, by its alignment."""
    item, place = piece.item, piece.place
    width = min(float(item.property("contentWidth")), place.width())
    height = float(item.property("contentHeight"))
    spare = place.width() - width
    context = qmlContext(item)
    across, _ = QQmlExpression(
        context, item, "horizontalAlignment + 0"
    ).evaluate()  # no converter for the enum
    left = place.x() + (spare if across == 2 else spare / 2 if across == 4 else 0)
    return QRectF(left, place.y() + (place.height() - height) / 2, width, height)


def faults(
    window: QQuickWindow, pixels_per_mm: float, foreign: Callable[[str], bool] = lambda text: False
) -> Iterator[str]:
    """Say what is wrong on the screen that is up; ``foreign`` text may end in an ellipsis."""
    window.grabWindow()  # lays everything out
    picture = _pixels(window.grabWindow())
    everything = pieces(window)
    covered = _covering(everything)
    up = [one for one in everything if one.order >= covered]
    words = [one for one in up if one.is_words]
    for piece in words:
        yield from _clipped(piece, foreign)
        yield from _faint(piece, picture)
    yield from _overlapping([one for one in words if not one.is_icon])
    yield from _too_small([one for one in up if one.is_target], pixels_per_mm)


def _covering(everything: list[Piece]) -> int:
    """Return where the newest overlay begins: what lies beneath it is not read."""
    overlays = [one.order for one in everything if one.item.objectName() == "overlay"]
    return max(overlays, default=0)


def _clipped(piece: Piece, foreign: Callable[[str], bool]) -> Iterator[str]:
    item, place, seen = piece.item, piece.place, piece.seen
    if item.property("truncated") and not foreign(piece.text):
        yield f"cut short: {piece.text!r}"
    if float(item.property("contentWidth")) > place.width() + SLACK_PX:
        yield f"wider than its place: {piece.text!r}"
    ink = piece.ink
    if not seen.adjusted(-SLACK_PX, -SLACK_PX, SLACK_PX, SLACK_PX).contains(ink.intersected(place)):
        yield f"clipped or off the screen: {piece.text!r}"
    holder = item.parentItem()
    while holder is not None and holder.property("usable") is None:
        holder = holder.parentItem()
    if holder is not None:
        box = holder.mapRectToScene(QRectF(0, 0, holder.width(), holder.height()))
        if not box.adjusted(-SLACK_PX, -SLACK_PX, SLACK_PX, SLACK_PX).contains(ink):
            yield f"larger than its button: {piece.text!r}"


def _overlapping(words: list[Piece]) -> Iterator[str]:
    for one, other in combinations(words, 2):
        shared = one.ink.intersected(other.ink)
        if shared.width() > SLACK_PX and shared.height() > _leading(one) + _leading(other) + SLACK_PX:
            yield f"over each other: {one.text!r} and {other.text!r}"


def _leading(piece: Piece) -> float:
    """The empty part of a line above the letters, which may lie over another's."""
    return 0.15 * float(piece.item.property("font").pixelSize())


def _too_small(targets: list[Piece], pixels_per_mm: float) -> Iterator[str]:
    for piece in targets:
        least = min(piece.seen.width(), piece.seen.height()) / pixels_per_mm
        if least < LEAST_MM - 0.05:
            yield f"{piece.item.objectName() or piece.text} is touched on {least:.1f} mm"


def _pixels(image: QImage) -> Pixels:
    image = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(image.constBits(), np.uint32).reshape(image.height(), image.width()) & 0xFFFFFF


def _faint(piece: Piece, picture: Pixels) -> Iterator[str]:
    """Compare the letters' colour with what most of the rest of their ground has."""
    ink = piece.ink.intersected(piece.seen).toAlignedRect()
    ground = picture[ink.top() : ink.bottom() + 1 : 2, ink.left() : ink.right() + 1 : 2].ravel()
    color: QColor = piece.item.property("color")
    letters = color.rgb() & 0xFFFFFF
    colours, counts = np.unique(ground[ground != letters], return_counts=True)
    if not len(colours):
        return
    ratio = contrast(letters, int(colours[counts.argmax()]))
    if ratio < (LEAST_OF_ICONS if piece.is_icon else LEAST_CONTRAST):
        yield f"{piece.text!r} has a contrast of {ratio:.2f}:1"


def contrast(one: int, other: int) -> float:
    """WCAG 2's ratio of two sRGB colours (0xRRGGBB)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(rgb: int) -> float:
    parts = ((rgb >> 16 & 255) / 255, (rgb >> 8 & 255) / 255, (rgb & 255) / 255)
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
