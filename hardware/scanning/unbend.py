"""Laying a bent QR code flat: on cloth, a cup or creased paper its modules leave the grid a decoder samples.

Edges of a flat code stand at whole modules. How far they stand from there is the phase of the edges' strength
at one cycle a module; a smooth surface through those distances, finer with every round, says what to move.
Pure.
"""

from __future__ import annotations

from collections.abc import Iterator

import cv2
import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
Corners = NDArray[np.float32]  # four (x, y) around a code: top left, top right, bottom right, bottom left
Field = NDArray[np.float64]

MODULE_PX, QUIET = 6, 4  # of the flattened picture
LEAST_MODULES, MOST_MODULES, STEP_MODULES = (
    21,
    81,
    4,
)  # versions 1 to 16: denser ones blur first
PROBE_MODULES = 64
LEAST_SIDE_PX = 40
# Rounds: the degree of the surface, and over how many modules edges are averaged.
SURFACES = ((2, 1.5), (2, 1.0), (3, 1.0), (3, 0.8), (4, 0.8), (5, 0.8))
LOCAL_ROUNDS = (1.0, 0.8)
CONTRAST_MODULES = 9
FINDER_TRUST = 20.0


def flattened(grey: Grey, corners: Corners) -> Iterator[Grey]:
    """Yield redrawn codes, the likeliest first: clean black and white modules with a quiet zone.

    ``corners`` go round the code from its top left finder. Nothing is yielded for what is too small to try.
    """
    if np.ptp(corners, axis=0).min() < LEAST_SIDE_PX:
        return
    for modules in _likely_modules(grey, corners):
        yield from _rounds(_upright(grey, corners, modules), modules)


def _upright(grey: Grey, corners: Corners, modules: int) -> Grey:
    near, far = QUIET * MODULE_PX, (QUIET + modules) * MODULE_PX
    square = np.array([[near, near], [far, near], [far, far], [near, far]], np.float32)
    turn = cv2.getPerspectiveTransform(corners, square)
    side = near + far
    flat = cv2.warpPerspective(
        grey, turn, (side, side), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )
    return flat.astype(np.uint8)


def _likely_modules(grey: Grey, corners: Corners) -> list[int]:
    """Return the two likeliest counts of modules across: where the edges beat."""
    inside = slice(QUIET * MODULE_PX, -QUIET * MODULE_PX)
    flat = _upright(grey, corners, PROBE_MODULES)[inside, inside].astype(np.float32)
    across = np.abs(np.diff(flat, axis=1)).sum(axis=0)
    down = np.abs(np.diff(flat, axis=0)).sum(axis=1)
    counts = np.arange(LEAST_MODULES, MOST_MODULES + 1, STEP_MODULES)
    beats = np.exp(-2j * np.pi * np.outer(counts, np.arange(1, len(flat))) / len(flat))
    strength = np.abs(beats @ across) + np.abs(beats @ down)
    return [int(counts[i]) for i in np.argsort(-strength)[:2]]


def _rounds(flat: Grey, modules: int) -> Iterator[Grey]:
    across, down = np.zeros((modules, modules)), np.zeros((modules, modules))
    current = flat
    trust = _trust(modules)
    for degree, reach in SURFACES:
        surface = _surface(modules, degree)
        across += _fitted(surface, *_distances(current, 0, modules, reach), trust)
        down += _fitted(surface, *_distances(current, 1, modules, reach), trust)
        current = _moved(flat, across, down)
    yield _redrawn(current, modules)
    for reach in LOCAL_ROUNDS:
        across += _smoothed(*_distances(current, 0, modules, reach))
        down += _smoothed(*_distances(current, 1, modules, reach))
        current = _moved(flat, across, down)
        yield _redrawn(current, modules)


def _distances(flat: Grey, axis: int, modules: int, reach: float) -> tuple[Field, Field]:
    """Return how far edges stand beyond the grid (px) and how sure that is, for each module."""
    strength = np.abs(cv2.Scharr(flat, cv2.CV_32F, 1 - axis, axis))
    turn = 2 * np.pi * (np.arange(flat.shape[0], dtype=np.float32) + 0.5) / MODULE_PX
    along = (slice(None), None) if axis else (None, slice(None))
    size = (flat.shape[0] // MODULE_PX, flat.shape[0] // MODULE_PX)
    parts = []
    for wave in (np.cos(turn), np.sin(turn)):
        summed = cv2.resize(strength * wave[along], size, interpolation=cv2.INTER_AREA)
        parts.append(cv2.GaussianBlur(summed, (0, 0), reach)[QUIET:-QUIET, QUIET:-QUIET])
    real, imaginary = parts
    return np.arctan2(imaginary, real) * MODULE_PX / (2 * np.pi), np.hypot(real, imaginary)


def _surface(modules: int, degree: int) -> Field:
    """Return the polynomials in x and y up to ``degree``, one a column, one row a module."""
    span = np.linspace(-1, 1, modules)
    x, y = np.meshgrid(span, span)
    terms = [x**i * y**j for i in range(degree + 1) for j in range(degree + 1 - i)]
    return np.stack(terms, axis=-1).reshape(modules * modules, -1)


def _trust(modules: int) -> Field:
    """Return how far each module is believed: the finders were seen, so there the grid is nearly right."""
    trust = np.ones((modules, modules))
    for row, column in ((0, 0), (0, modules - 7), (modules - 7, 0)):
        trust[row + 2 : row + 5, column + 2 : column + 5] = FINDER_TRUST
    return trust


def _fitted(surface: Field, distance: Field, weight: Field, trust: Field) -> Field:
    doubt = np.cos(distance * np.pi / MODULE_PX) ** 2  # half a module off may be either way
    weighed = surface * (weight * trust * doubt).reshape(-1, 1)
    factors, *_ = np.linalg.lstsq(weighed.T @ surface, weighed.T @ distance.ravel(), rcond=None)
    return np.asarray((surface @ factors).reshape(distance.shape), dtype=np.float64)


def _smoothed(distance: Field, weight: Field) -> Field:
    weighed = cv2.GaussianBlur(distance * weight, (0, 0), 1.0)
    return np.asarray(weighed / (cv2.GaussianBlur(weight, (0, 0), 1.0) + 1e-6), dtype=np.float64)


def _moved(flat: Grey, across: Field, down: Field) -> Grey:
    side = flat.shape[0]
    places = np.arange(side, dtype=np.float32)
    moves = [
        cv2.resize(
            cv2.copyMakeBorder(field, QUIET, QUIET, QUIET, QUIET, cv2.BORDER_REPLICATE),
            (side, side),
            interpolation=cv2.INTER_LINEAR,
        ).astype(np.float32)
        for field in (across, down)
    ]
    moved = cv2.remap(
        flat, moves[0] + places, moves[1] + places[:, None], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return moved.astype(np.uint8)


def _redrawn(flat: Grey, modules: int) -> Grey:
    size = (flat.shape[0] // MODULE_PX, flat.shape[0] // MODULE_PX)
    soft = cv2.GaussianBlur(flat, (0, 0), MODULE_PX / 5)
    levels = soft[MODULE_PX // 2 :: MODULE_PX, MODULE_PX // 2 :: MODULE_PX][: size[0], : size[0]]
    levels = levels[QUIET:-QUIET, QUIET:-QUIET].astype(np.float32)
    around = cv2.blur(levels, (CONTRAST_MODULES, CONTRAST_MODULES), borderType=cv2.BORDER_REFLECT)
    drawn = np.where(levels > around, 255, 0).astype(np.uint8)
    return np.pad(np.kron(drawn, np.ones((4, 4), np.uint8)), 4 * QUIET, constant_values=255).astype(np.uint8)
