"""Finding slanted bar codes and turning them level: beyond 15° no decoder reads a long one. Pure."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]

WORK_SIDE_PX = 480  # the search for bars happens on a picture no larger than this
LEAST_ENERGY = 18.0  # of the mean gradient; paper and shadows stay below
LEAST_COHERENCE = 0.72  # 1: all edges run one way, as bars do
LEAST_AREA = 0.004  # of the picture
MOST_REGIONS = 3
MARGIN = 0.25
LEAST_HEIGHT_PX = 90


@dataclass(frozen=True, slots=True)
class Region:
    """Where bars are, in pixels of the full picture; ``slant_deg`` is the direction across the bars."""

    centre: tuple[float, float]
    size: tuple[float, float]
    slant_deg: float


def find_bars(grey: Grey) -> list[Region]:
    """Return the likeliest bar code regions, largest first."""
    zoom = min(1.0, WORK_SIDE_PX / max(grey.shape))
    small = grey
    if zoom < 1:
        small = cv2.resize(grey, None, fx=zoom, fy=zoom, interpolation=cv2.INTER_AREA).astype(np.uint8)
    coherent, ways = _structure(small)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(coherent)
    order = sorted(range(1, count), key=lambda i: -int(stats[i, cv2.CC_STAT_AREA]))[:MOST_REGIONS]
    least = LEAST_AREA * small.size
    return [_region(labels == i, ways, zoom) for i in order if stats[i, cv2.CC_STAT_AREA] >= least]


def _structure(small: Grey) -> tuple[Grey, NDArray[np.float32]]:
    """Return where edges run one way, and that way: a doubled-angle vector field, long where edges are."""
    blurred = cv2.GaussianBlur(small, (3, 3), 0).astype(np.float32)
    across, down = cv2.Sobel(blurred, cv2.CV_32F, 1, 0), cv2.Sobel(blurred, cv2.CV_32F, 0, 1)
    window = (25, 25)
    xx = cv2.boxFilter(across * across, -1, window)
    yy = cv2.boxFilter(down * down, -1, window)
    xy = cv2.boxFilter(across * down, -1, window)
    energy = np.sqrt(xx + yy)
    coherence = np.sqrt((xx - yy) ** 2 + 4 * xy * xy) / (xx + yy + 1e-3)
    mask = ((energy > LEAST_ENERGY) & (coherence > LEAST_COHERENCE)).astype(np.uint8)
    closed = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((9, 9), np.uint8))
    doubled = np.stack((xx - yy, 2 * xy)).astype(np.float32)
    return closed.astype(np.uint8), doubled


def _region(inside: NDArray[np.bool_], doubled: NDArray[np.float32], zoom: float) -> Region:
    cosine, sine = doubled[:, inside].sum(axis=1)  # strong edges, as of bars, count more than a paper's rim
    slant = 0.5 * math.atan2(float(sine), float(cosine))
    rows, columns = np.nonzero(inside)
    along = columns * math.cos(slant) + rows * math.sin(slant)
    beside = -columns * math.sin(slant) + rows * math.cos(slant)
    a, b = (along.min() + along.max()) / 2, (beside.min() + beside.max()) / 2
    centre = (a * math.cos(slant) - b * math.sin(slant), a * math.sin(slant) + b * math.cos(slant))
    return Region(
        (centre[0] / zoom, centre[1] / zoom),
        (float(np.ptp(along)) / zoom, float(np.ptp(beside)) / zoom),
        math.degrees(slant),
    )


def level(grey: Grey, region: Region, zoom: float = 1.0) -> Grey:
    """Return the region turned so that its bars stand upright, ``zoom`` times as large."""
    width = int(region.size[0] * (1 + 2 * MARGIN)) + 40
    height = max(int(region.size[1]), LEAST_HEIGHT_PX)
    turn = cv2.getRotationMatrix2D(region.centre, region.slant_deg, zoom)
    turn[0, 2] += width * zoom / 2 - region.centre[0]
    turn[1, 2] += height * zoom / 2 - region.centre[1]
    size = (int(width * zoom), int(height * zoom))
    turned = cv2.warpAffine(grey, turn, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return turned.astype(np.uint8)
