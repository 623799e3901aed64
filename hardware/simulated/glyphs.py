"""The letters a printer has in its own memory: 12×24 dot cells, by code page."""

from __future__ import annotations

from functools import cache

from PIL import Image, ImageDraw

from hardware.printing.fonts import Weight, font

CELL = (12, 24)
CODECS = {0: "cp437", 2: "cp850", 16: "cp1252", 17: "cp866", 18: "cp852", 19: "cp858"}
TCVN_SLOTS = {30: "TCVN-3-1", 31: "TCVN-3-2"}


def letters(data: bytes, slot: int) -> str:
    """Return what the printer's table in ``slot`` makes of ``data``; an unknown slot prints like slot 0."""
    if slot in TCVN_SLOTS:
        table = _tcvn(TCVN_SLOTS[slot])
        return "".join(chr(byte) if byte < 128 else table[byte - 128] for byte in data)
    return data.decode(CODECS.get(slot, "cp437"), errors="replace")


@cache
def _tcvn(name: str) -> str:
    from escpos.codepages import CodePages

    return "".join(CodePages.get_encoding(name)["data"]).replace("Ð", "Đ")


@cache
def glyph(letter: str, bold: bool) -> Image.Image:
    """Return the mode-1 cell of ``letter``, ink white, squeezed into the cell where it is wide."""
    face = font(Weight.BOLD if bold else Weight.MEDIUM, 20)
    width = max(CELL[0], int(face.getlength(letter)) + 1)
    page = Image.new("L", (width, CELL[1]), 0)
    ImageDraw.Draw(page).text((width / 2, 19), letter, fill=255, font=face, anchor="ms")
    squeezed = page.resize(CELL, Image.Resampling.LANCZOS)
    return squeezed.point(lambda level: 255 if level > 110 else 0, "1")
