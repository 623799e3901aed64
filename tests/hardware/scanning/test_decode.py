"""Reading pictures: our own codes at angles, Vietnamese payloads, hostile frames, and real photographs."""

from __future__ import annotations

import csv
import os
import time
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import cv2
import numpy as np
import pytest
import zxingcpp

from hardware.scanning.decode import Decoder
from hardware.scanning.pictures import read_picture

CODE = "000.00.14.H56-200203-0118"
NAMES = (
    "Nguyễn Thị Ánh Nguyệt|Số 5 ngõ 12, phường Hưng Dũng, thành phố Vinh",
    "Đặng Quỳnh Hương|Xã Mường Lống, huyện Kỳ Sơn",
    "Ỷ Lan ẫễỗỡữỵ ĂÂĐÊÔƠƯ",
)
PHOTOGRAPHS = Path(os.environ.get("MOTCUA_DATA", Path(__file__).parents[4] / "shared" / "data")) / "barcodes"


@pytest.fixture(scope="module")
def decoder() -> Iterator[Decoder]:
    decoder = Decoder(budget_s=5)
    yield decoder
    decoder.close()


def drawn(content: str | bytes, kind: str = "QRCode", scale: int = 4) -> np.ndarray:
    code = zxingcpp.create_barcode(content, getattr(zxingcpp.BarcodeFormat, kind))
    picture = np.array(code.to_image(scale=scale, add_quiet_zones=True))
    if kind != "QRCode":
        picture = np.repeat(picture[:1], 120, axis=0)
    return np.asarray(cv2.copyMakeBorder(picture, 60, 60, 60, 60, cv2.BORDER_CONSTANT, value=255))


def turned(picture: np.ndarray, degrees: float) -> np.ndarray:
    height, width = picture.shape
    side = int(np.hypot(height, width)) + 20
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    turn[:, 2] += (side - width) / 2, (side - height) / 2
    return cv2.warpAffine(picture, turn, (side, side), borderValue=(200,))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_vietnamese_payloads_are_exact(decoder: Decoder, name: str, form: str) -> None:
    payload = unicodedata.normalize(form, name)
    for content in (payload, payload.encode()):  # with and without an ECI
        reads = decoder.decode(drawn(content))
        assert [(read.symbology, read.text) for read in reads] == [("QRCODE", name)]
        assert unicodedata.normalize("NFC", reads[0].data.decode()) == name


@pytest.mark.parametrize("name", NAMES)
def test_zbar_alone_gives_the_bytes_not_a_guess(name: str) -> None:
    from hardware.scanning.zbar import ZbarScanner

    scanner = ZbarScanner()
    assert scanner.read(drawn(name.encode())) == [("QRCODE", name.encode())]
    scanner.close()


@pytest.mark.parametrize("degrees", [0, 7, 15, 22, 30, 40, 60, 90, 135, 180])
@pytest.mark.parametrize("kind", ["Code128", "Code39"])
def test_a_slanted_bar_code_is_read(decoder: Decoder, kind: str, degrees: int) -> None:
    reads = decoder.decode(turned(drawn("H57-260804-0583", kind, 3), degrees))
    assert [read.text for read in reads] == ["H57-260804-0583"]


def test_a_read_does_not_show_what_it_read(decoder: Decoder) -> None:
    assert "Nguyễn" not in repr(decoder.decode(drawn(NAMES[0])))


@pytest.mark.parametrize("shape", [(1, 1), (3, 500), (720, 1280), (2, 2, 3)])
def test_an_empty_or_odd_picture_reads_as_nothing(decoder: Decoder, shape: tuple[int, ...]) -> None:
    for level in (0, 128, 255):
        assert decoder.decode(np.full(shape, level, np.uint8)) == []


def test_a_hostile_page_ends_soon() -> None:
    finder = np.kron(np.pad(np.ones((3, 3)), 1) + 0, np.ones((6, 6))).astype(np.uint8) * 255
    page = np.tile(np.pad(255 - finder, 4), (40, 60))
    decoder = Decoder(budget_s=0.2)
    began = time.monotonic()
    decoder.decode(page)
    decoder.decode(np.tile(page, (3, 3)))
    assert time.monotonic() - began < 10
    decoder.close()


@pytest.mark.parametrize("content", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n" + bytes(40)])
def test_a_file_that_is_no_picture_is_none(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "x.png"
    file.write_bytes(content)
    assert read_picture(file) is None
    assert read_picture(tmp_path / "missing.png") is None


# Of the stored photographs: no fewer than the best single library reads, and nothing out of nothing.
LEAST_RIGHT = {"CODE128": 0.96, "CODE39": 1.0, "QRCODE": 0.97, "": 1.0}


@pytest.mark.skipif(not PHOTOGRAPHS.is_dir(), reason="the real photographs are not on this machine")
def test_real_photographs_are_read_and_negatives_are_not(decoder: Decoder) -> None:
    with (PHOTOGRAPHS / "truth.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    right, total = Counter[str](), Counter[str]()
    for row in rows:
        picture = read_picture(PHOTOGRAPHS / row["path"])
        assert picture is not None
        texts = [" ".join(read.text.split()) for read in decoder.decode(picture)]
        wanted = row["symbology"]
        total[wanted] += 1
        right[wanted] += (" ".join(row["truth"].split()) in texts) if wanted else not texts
    assert {kind: right[kind] / total[kind] >= least for kind, least in LEAST_RIGHT.items()} == {
        kind: True for kind in LEAST_RIGHT
    }, (right, total)
