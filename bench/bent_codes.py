"""QR codes as cloth bends them: waves, creases, perspective, uneven light and noise, drawn from a seed."""

from __future__ import annotations

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray

Picture = NDArray[np.uint8]
Field = NDArray[np.float64]

LETTERS = "abcdefghijklmnop0123456789/.-"
MODULE_PX, MARGIN_PX = 10, 60


def bent_code(seed: int) -> tuple[Picture, str]:
    """Return a grey picture, modules of 3.5 to 7 pixels bent by half to one and a half, and its text."""
    random = np.random.default_rng(seed)
    text = "".join(random.choice(list(LETTERS), size=int(random.integers(14, 90))))
    flat = _flat(text, int(random.integers(20, 230)))
    side = flat.shape[0]
    y, x = np.mgrid[0:side, 0:side].astype(np.float32)
    push = random.uniform(0.5, 1.5) * MODULE_PX
    across, down = ((place + push * _cloth(random, side)).astype(np.float32) for place in (x, y))
    moved = cv2.remap(flat, across, down, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return _photographed(random, moved.astype(np.uint8)), text


def _flat(text: str, background: int) -> Picture:
    code = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode)
    drawn = np.array(code.to_image(scale=MODULE_PX, add_quiet_zones=True), np.uint8)
    inked = np.where(drawn > 127, 225, 35).astype(np.uint8)
    return np.pad(inked, MARGIN_PX, constant_values=background)


def _cloth(random: np.random.Generator, side: int) -> Field:
    """Return a smooth surface within -1…1 with three waves and two creases."""
    x, y = np.meshgrid(np.linspace(-1, 1, side), np.linspace(-1, 1, side))
    surface = np.zeros_like(x)
    for _ in range(3):
        across, down = random.uniform(-4, 4, 2)
        surface += random.uniform(0.3, 1) * np.cos(across * x + down * y + random.uniform(0, 6))
    for _ in range(2):
        way = random.uniform(0, np.pi)
        beside = x * np.cos(way) + y * np.sin(way) - random.uniform(-0.7, 0.7)
        surface += random.uniform(-0.6, 0.6) * np.tanh(beside * random.uniform(5, 15))
    surface -= surface.mean()
    return np.asarray(surface / np.abs(surface).max())


def _photographed(random: np.random.Generator, flat: Picture) -> Picture:
    side = flat.shape[0]
    shown = int(side * random.uniform(0.35, 0.7))
    square = np.array([[0, 0], [1, 0], [1, 1], [0, 1]], np.float32)
    seen = (square + random.uniform(-0.06, 0.06, (4, 2)) + 0.15) * shown
    turn = cv2.getPerspectiveTransform(square * side, seen.astype(np.float32))
    soft = cv2.GaussianBlur(flat, (0, 0), side / shown)
    taken = cv2.warpPerspective(soft, turn, (int(shown * 1.3),) * 2, borderMode=cv2.BORDER_REPLICATE)
    span = np.linspace(-1, 1, taken.shape[0])
    light = 1 + random.uniform(-0.35, 0.35) * span[None, :] + random.uniform(-0.2, 0.2) * span[:, None]
    return np.clip(taken * light * 0.8 + random.normal(0, 5, taken.shape), 0, 255).astype(np.uint8)
