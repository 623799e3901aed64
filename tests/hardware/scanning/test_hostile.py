"""Frames meant to hurt: the search ends at its budget, memory follows the frame, honest codes still read."""

from __future__ import annotations

import itertools
import resource

import cv2
import numpy as np
import pytest
import zxingcpp

from hardware.scanning.decode import MOST_SIDE_PX, Decoder
from tests.hardware.scanning.test_decode import drawn, turned

MOST_GROWTH_MB = 150


def noise(height: int, width: int) -> np.ndarray:
    """Contrast everywhere and nothing to read."""
    grain = np.random.default_rng(3).integers(0, 255, (height, width)).astype(np.uint8)
    soft = cv2.GaussianBlur(grain, (0, 0), 2)
    return np.asarray(cv2.normalize(soft, None, 0, 255, cv2.NORM_MINMAX)).astype(np.uint8)


def test_no_attempt_begins_after_the_budget() -> None:
    ticks = itertools.count()
    decoder = Decoder(budget_s=2, clock=lambda: float(next(ticks)))
    assert decoder.decode(noise(480, 640)) == []
    assert next(ticks) <= 4  # the start, then one look after each of the attempts within two seconds
    decoder.close()


def test_a_page_of_a_hundred_codes_is_read() -> None:
    codes = [np.pad(drawn(f"H57.132-260804-{n:04}", scale=3), 8, constant_values=255) for n in range(100)]
    side = max(code.shape[0] for code in codes)
    even = [
        cv2.copyMakeBorder(
            one, 0, side - one.shape[0], 0, side - one.shape[1], cv2.BORDER_CONSTANT, value=(255,)
        )
        for one in codes
    ]
    page = np.vstack([np.hstack(even[row : row + 10]) for row in range(0, 100, 10)])
    decoder = Decoder()
    reads = decoder.decode(page.astype(np.uint8))
    decoder.close()
    assert 1 <= len(reads) <= 255 and {read.text for read in reads} <= {
        f"H57.132-260804-{n:04}" for n in range(100)
    }


def test_24_megapixels_are_shrunk_before_the_search() -> None:
    huge = np.full((4000, 6000, 3), 255, np.uint8)
    code = cv2.cvtColor(drawn("H57.132-260804-0583", scale=16), cv2.COLOR_GRAY2BGR)
    huge[500 : 500 + code.shape[0], 700 : 700 + code.shape[1]] = code
    decoder = Decoder()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert [read.text for read in decoder.decode(huge)] == ["H57.132-260804-0583"]
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024 < MOST_GROWTH_MB
    assert max(huge.shape) > MOST_SIDE_PX
    decoder.close()


def test_sharpening_may_not_invent_a_bar_code() -> None:
    """A soft, slanted bar code is read right or not at all."""
    decoder = Decoder(budget_s=3)
    for blur in (1.0, 2.0, 3.0, 4.0):
        picture = cv2.GaussianBlur(turned(drawn("33c64780-a9c0-e92a", "Code128", 3), 12), (0, 0), blur)
        assert {read.text for read in decoder.decode(picture)} <= {"33c64780-a9c0-e92a"}
    decoder.close()


@pytest.mark.parametrize("kind", ["Aztec", "DataMatrix", "EAN13"])
def test_codes_nobody_asked_for_are_not_read(kind: str) -> None:
    decoder = Decoder()
    content = "8934563138165" if kind == "EAN13" else "A012"
    code = zxingcpp.create_barcode(content, getattr(zxingcpp.BarcodeFormat, kind))
    picture = np.pad(np.array(code.to_image(scale=4, add_quiet_zones=True)), 40, constant_values=255)
    assert zxingcpp.read_barcodes(picture)[0].text == content
    assert decoder.decode(picture) == []
    decoder.close()
