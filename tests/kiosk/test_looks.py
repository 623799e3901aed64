"""Every page in every state and look, in both languages: text whole, apart, readable; targets for fingers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from config.loader import Loaded
from kiosk.gallery.halls import a_dossier, example
from kiosk.gallery.poses import poses
from kiosk.gallery.run import LOOKS, SIZES, settle
from kiosk.gallery.stand import Look, stand
from kiosk.visit import Visit
from tests.kiosk.looks import contrast, faults, pieces

WIDTHS_MM = {"portrait": 268, "landscape": 476, "small": 304, "4k": 344, "4k-landscape": 609}
"""Of the panels these sizes are sold as: 21.5 inches, 15 inches, and 27.5 inches."""
SEEN = [
    *(("tinh", "portrait", look) for look in LOOKS),
    *(("tinh", size, language) for size in ("landscape", "small") for language in ("vi", "en")),
    ("phuong", "portrait", "vi"),
    ("phuong", "small", "en"),
    ("tinh", "small", "contrast"),
    ("tinh", "small", "large"),
    ("phuong", "4k", "vi"),
    ("phuong", "4k-landscape", "en"),
]


@pytest.mark.parametrize(("centre", "size", "look"), SEEN)
def test_every_screen_can_be_read_and_touched(
    centre: str, size: str, look: str, tmp_path: Path, qtbot: QtBot
) -> None:
    wrong = list(judged(example(centre), SIZES[size], LOOKS[look], WIDTHS_MM[size], tmp_path))
    assert not wrong, "\n".join(wrong)


def judged(centre: Loaded, size: QSize, look: Look, width_mm: float, data: Path) -> list[str]:
    at = stand(centre, size, data, width_mm)
    at.open(look)
    official = " ".join(text.lower() for text in not_ours(centre))
    wrong = []
    try:
        for pose, act in poses(at):
            act()
            settle(10)
            found = faults(
                at.screen.window, size.width() / width_mm, lambda text: text[1:25].lower() in official
            )
            wrong += [f"{pose}: {fault}" for fault in found]
    finally:
        at.close()
    return wrong


def not_ours(centre: Loaded) -> Iterator[str]:
    """Official names and papers, and what was typed: of any length, so they may end in an ellipsis."""
    for procedure in centre.procedures:
        yield from (procedure.name, procedure.fee, *procedure.papers)
    dossier = a_dossier()
    yield from (dossier.procedure, *(step.text for step in dossier.steps))
    yield from ("giay khai sih", "qqqq zzzz", "H57.132-2611", "H57.132-261104-0000")


def test_contrast_is_the_webs() -> None:
    assert contrast(0x000000, 0xFFFFFF) == pytest.approx(21)
    assert contrast(0x767676, 0xFFFFFF) == pytest.approx(4.54, abs=0.01)


def test_only_a_4_by_3_screen_gives_the_keyboard_the_panels_room(tmp_path: Path, qtbot: QtBot) -> None:
    for size, share in (("portrait", 1.0), ("landscape", 0.34), ("small", 0.235)):
        at = stand(example("phuong"), SIZES[size], tmp_path)
        at.open(Look())
        at.show(Visit(page="search", before=Visit()))
        settle(10)
        at.screen.window.grabWindow()
        ground = next(one for one in pieces(at.screen.window) if one.item.objectName() == "ground")
        assert ground.item.width() == pytest.approx(share * SIZES[size].width(), abs=1)
        at.close()
