"""Bent codes: waves and creases over a drawn code, read flat again; nothing is read out of nothing."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
import zxingcpp

from hardware.scanning.decode import WANTED, Decoder
from hardware.scanning.unbend import flattened
from tests.hardware.scanning.test_decode import drawn

TEXT = "https://hall.test/follow/#4f1c0d7e55aa90b2c8"


def bent(waves: float, creases: float) -> np.ndarray:
    """A code of 8-pixel modules pushed aside by up to ``waves`` and ``creases`` modules."""
    flat = cv2.GaussianBlur(drawn(TEXT, scale=8), (0, 0), 2)
    side = flat.shape[0]
    y, x = np.mgrid[0:side, 0:side].astype(np.float32)
    across = waves * np.sin(5 * y / side + 2 * x / side) + creases * np.tanh(12 * (x / side - 0.55))
    down = waves * np.cos(4 * x / side) + creases * np.tanh(12 * ((x + y) / 2 / side - 0.5))
    moved = cv2.remap(flat, x + 8 * across, y + 8 * down, cv2.INTER_LINEAR, borderValue=(255,))
    grain = np.random.default_rng(5).normal(0, 4, moved.shape)
    return np.clip(moved * 0.8 + 20 + grain, 0, 255).astype(np.uint8)


@pytest.mark.parametrize(("waves", "creases"), [(1.6, 0.0), (0.8, 0.8), (1.2, 0.6), (1.6, 0.4)])
def test_a_bent_code_is_laid_flat_and_read(waves: float, creases: float) -> None:
    picture = bent(waves, creases)
    assert not zxingcpp.read_barcodes(picture, formats=WANTED), "not bent enough to prove anything"
    decoder = Decoder(budget_s=10)
    assert [read.text for read in decoder.decode(picture)] == [TEXT]
    decoder.close()


def test_a_flat_code_stays_what_it_is() -> None:
    picture = drawn(TEXT, scale=8)
    (found,) = zxingcpp.read_barcodes(picture, formats=WANTED)
    at = found.position
    round_it = (at.top_left, at.top_right, at.bottom_right, at.bottom_left)
    corners = np.array([(point.x, point.y) for point in round_it], np.float32)
    for redrawn in flattened(picture, corners):
        assert zxingcpp.read_barcodes(redrawn, formats=WANTED)[0].text == TEXT
        break
    else:
        pytest.fail("nothing was redrawn")


@pytest.mark.parametrize(
    "corners",
    [
        [(0, 0), (300, 0), (300, 300), (0, 300)],
        [(10, 10), (20, 10), (20, 20), (10, 20)],
        [(-50, -50), (900, -20), (800, 700), (-30, 650)],
        [(5, 5), (5, 5), (400, 400), (400, 400)],
    ],
)
def test_what_is_no_code_gives_pictures_that_read_as_nothing(corners: list[tuple[int, int]]) -> None:
    grain = np.random.default_rng(2).integers(0, 255, (480, 640)).astype(np.uint8)
    for redrawn in flattened(grain, np.array(corners, np.float32)):
        assert not zxingcpp.read_barcodes(redrawn, formats=WANTED)
