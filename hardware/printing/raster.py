"""Drawing letters into dots: one line of text to one raster, cropped to its ink."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache

from PIL import Image, ImageChops, ImageDraw

from hardware.printing.fonts import Weight, font

# The tallest and deepest Vietnamese letters: every line box has room for them.
TALLEST, DEEPEST = "ẪỄỖỲ", "ỤỢgjp"
# Of 255; thermal dots bloom: a little under half keeps thin strokes whole without closing counters.
INK_LEVEL = 118
NUMBER_DRAFT_PX = 220
BAND_PADDING = (18, 6)
TO_INK = [0 if level < 255 - INK_LEVEL else 255 for level in range(256)]


@dataclass(frozen=True, slots=True, eq=False)
class Raster:
    """Ink in a box: ``image`` is mode 1 with ink black, after ``above`` and before ``below`` empty rows.

    ``zoom`` 2 means each pixel is printed two dots wide and high.
    """

    image: Image.Image
    above: int = 0
    below: int = 0
    zoom: int = 1

    @property
    def height_dots(self) -> int:
        return self.above + self.image.height * self.zoom + self.below

    @property
    def width_dots(self) -> int:
        return self.image.width * self.zoom


@cache
def _box(weight: Weight, size: int) -> tuple[int, int]:
    """Return top and bottom of the line box, from the drawing origin."""
    drawn = font(weight, size).getbbox(TALLEST + DEEPEST)
    return int(drawn[1]) - 1, int(drawn[3]) + 2


def text_width(text: str, weight: Weight, size: int) -> int:
    """Return the ink width in dots of NFC ``text``."""
    left, _, right, _ = font(weight, size).getbbox(text)
    return int(right - left) + 1


def draw_line(text: str, weight: Weight, size: int, centred: bool = True) -> Raster:
    """Draw one line; its width is a multiple of 8 and the ink is centred in it, or starts it."""
    text = unicodedata.normalize("NFC", text)
    top, bottom = _box(weight, size)
    left, _, right, _ = font(weight, size).getbbox(text)
    width = _whole_bytes(int(right - left) + 1)
    page = Image.new("L", (width, bottom - top), 255)
    inset = (width - int(right - left)) // 2 if centred else 0
    ImageDraw.Draw(page).text((inset - left, -top), text, fill=0, font=font(weight, size))
    return cropped_picture(page.point(TO_INK, "1"))


def draw_row(label: str, value: str, size: int, width: int) -> Raster:
    """Draw ``label`` at the left and ``value`` at the right edge; a label too long ends before its figure."""
    label, value = unicodedata.normalize("NFC", label), unicodedata.normalize("NFC", value)
    top, bottom = _box(Weight.REGULAR, size)
    page = Image.new("L", (width // 8 * 8, bottom - top), 255)
    pen = ImageDraw.Draw(page)
    figure = text_width(value, Weight.MEDIUM, size) if value else 0
    while label and text_width(label, Weight.REGULAR, size) > page.width - figure - size:
        label = label.rstrip("…")[:-1].rstrip() + "…" if len(label) > 2 else ""
    pen.text((0, -top), label, fill=0, font=font(Weight.REGULAR, size))
    if value:
        right = font(Weight.MEDIUM, size).getbbox(value)[2]
        pen.text((page.width - right, -top), value, fill=0, font=font(Weight.MEDIUM, size))
    return cropped_picture(page.point(TO_INK, "1"))


def draw_item(number: str, text: str, size: int, gutter: int) -> Raster:
    """Draw a line beside its gutter; with a ``number`` there stands a box to tick and the number in it."""
    top, bottom = _box(Weight.REGULAR, size)
    letters = font(Weight.REGULAR, size)
    text = unicodedata.normalize("NFC", text)
    page = Image.new("L", (_whole_bytes(gutter + text_width(text, Weight.REGULAR, size)), bottom - top), 255)
    pen = ImageDraw.Draw(page)
    if number:
        capital, foot = letters.getbbox("H")[1] - top, letters.getbbox("H")[3] - top
        pen.rectangle((0, capital, foot - capital, foot), outline=0, width=2)
        pen.text((foot - capital + size // 3, -top), number, fill=0, font=letters)
    pen.text((gutter, -top), text, fill=0, font=letters)
    return cropped_picture(page.point(TO_INK, "1"))


def draw_band(text: str, size: int) -> Raster:
    """Draw white text on a black band."""
    text = unicodedata.normalize("NFC", text)
    letters = font(Weight.BOLD, size)
    left, top, right, bottom = letters.getbbox(text)
    across, down = BAND_PADDING
    width = _whole_bytes(int(right - left) + 2 * across)
    page = Image.new("L", (width, int(bottom - top) + 2 * down + 4), 0)
    inset = (width - int(right - left)) // 2
    ImageDraw.Draw(page).text((inset - left, down + 2 - top), text, fill=255, font=letters)
    return Raster(page.point(TO_INK, "1"))


def draw_number(text: str, height_dots: int, most_width_dots: int) -> Raster:
    """Draw the ticket's number at half resolution, printed doubled: a quarter of the bytes, edges still fine.

    Letters are ``height_dots`` high; a long number is squeezed to three quarters of its width, then shrunk.
    """
    letters = font(Weight.BOLD, NUMBER_DRAFT_PX)
    left, top, right, bottom = letters.getbbox(text)
    draft = Image.new("L", (max(1, int(right - left)), max(1, int(bottom - top))), 255)
    ImageDraw.Draw(draft).text((-left, -top), text, fill=0, font=letters)
    height = -(-height_dots // 2)
    natural = draft.width * height / draft.height
    width = min(natural, max(most_width_dots / 2, natural * 0.75))
    if width > most_width_dots / 2:
        height = int(height * most_width_dots / 2 / width)
        width = most_width_dots / 2
    small = draft.resize((int(width), height), Image.Resampling.LANCZOS)
    page = Image.new("L", (_whole_bytes(small.width), small.height), 255)
    page.paste(small, ((page.width - small.width) // 2, 0))
    return Raster(page.point(TO_INK, "1"), zoom=2)


@lru_cache(maxsize=8)
def draw_rule(width: int) -> Raster:
    return Raster(Image.new("1", (width // 16 * 8, 1), 0), zoom=2)


def _whole_bytes(width: int) -> int:
    return -(-width // 8) * 8


def cropped_picture(page: Image.Image) -> Raster:
    """Cut away empty rows above and below (they are fed, not printed)."""
    ink = ImageChops.invert(page.convert("L")).getbbox()
    if ink is None:
        return Raster(page.crop((0, 0, page.width, 1)), 0, page.height - 1)
    top, bottom = ink[1], ink[3]
    return Raster(page.crop((0, top, page.width, bottom)), top, page.height - bottom)
