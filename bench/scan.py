"""What the camera code reads, beside its parts alone: photographs, Vietnamese payloads, hostile frames."""

from __future__ import annotations

import csv
import os
import resource
import statistics
import time
import unicodedata
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

import cv2
import numpy as np
import zxingcpp
from numpy.typing import NDArray

from bench.bent_codes import bent_code
from bench.report import Report, percentile
from hardware.scanning.decode import Decoder, Read
from hardware.scanning.pictures import read_picture

Picture = NDArray[np.uint8]
Reader = Callable[[Picture], Sequence[tuple[str, str]]]

PHOTOGRAPHS = Path(os.environ.get("MOTCUA_DATA", Path(__file__).parents[2] / "shared" / "data")) / "barcodes"
KINDS = ("CODE128", "CODE39", "QRCODE", "")
BLANK_TARGET_MS = 10.0
NAMES = (
    "Nguyễn Thị Ánh Nguyệt|Số 5 ngõ 12, phường Hưng Dũng, thành phố Vinh",
    "Đặng Quỳnh Hương|Xã Mường Lống, huyện Kỳ Sơn, tỉnh Nghệ An",
    "Trương Vĩnh Phước|Ấp Mỹ Hòa, xã Thạnh Phú, huyện Cờ Đỏ",
    "H'Hen Niê|Buôn Sứt M'Grư, xã Cư Suê, huyện Cư M'gar",
    "Ỷ Lan ẫễỗỡữỵ ĂÂĐÊÔƠƯ ăâđêôơư",
)
PAYLOADS = 60
BENT_CODES = 60


def _pyzbar(picture: Picture) -> list[tuple[str, str]]:
    from pyzbar import pyzbar

    return [(code.type, code.data.decode("utf-8", "replace")) for code in pyzbar.decode(picture)]


def _zxing(picture: Picture) -> list[tuple[str, str]]:
    return [(code.format.name.upper(), code.text) for code in zxingcpp.read_barcodes(picture)]


def _ours(decoder: Decoder) -> Reader:
    def read(picture: Picture) -> list[tuple[str, str]]:
        found: list[Read] = decoder.decode(picture)
        return [(one.symbology, one.text) for one in found]

    return read


async def measure(report: Report) -> None:
    decoder = Decoder(budget_s=2.0)
    try:
        if PHOTOGRAPHS.is_dir():
            readers = {"pyzbar": _pyzbar, "zxing-cpp": _zxing, "cascade": _ours(decoder)}
            for name, reader in readers.items():
                _photographs(report, name, reader)
        else:
            report.add(f"bỏ qua: không có ảnh thật ở {PHOTOGRAPHS.name} (no photographs here)", 0, "ảnh")
        _bent(report, decoder)
        _payloads(report, decoder)
        _frames(report, decoder)
    finally:
        decoder.close()


def _photographs(report: Report, name: str, reader: Reader) -> None:
    right, wrong, total = Counter[str](), Counter[str](), Counter[str]()
    groups, missed = Counter[str](), Counter[str]()
    times: dict[str, list[float]] = {kind: [] for kind in KINDS}
    with (PHOTOGRAPHS / "truth.csv").open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        picture = read_picture(PHOTOGRAPHS / row["path"])
        if picture is None:
            continue
        began = time.perf_counter()
        texts = [" ".join(text.split()) for _, text in reader(picture)]
        times[row["symbology"]].append((time.perf_counter() - began) * 1000)
        kind, truth = row["symbology"], " ".join(row["truth"].split())
        total[kind] += 1
        good = truth in texts if kind else not texts
        right[kind] += good
        wrong[kind] += bool(texts) and not good
        groups[_group(row["path"])] += 1
        missed[_group(row["path"])] += not good
    for kind in KINDS:
        what = f"{name}: {kind or 'no code'}"
        report.add(f"{what}, right", right[kind], f"of {total[kind]}")
        report.add(f"{what}, wrong", wrong[kind], f"of {total[kind]}", 0 if not kind else None)
        report.add(f"{what}, median", statistics.median(times[kind]), "ms")
        report.add(f"{what}, p95", percentile(times[kind], 0.95), "ms")
    for group in sorted(group for group in missed if missed[group] and name == "cascade"):
        report.add(f"{name}: missed in {group}", missed[group], f"of {groups[group]}")


def _group(path: str) -> str:
    """Return whose photographs and which series: ``zxing__qrcode-4__05.png`` is of ``zxing__qrcode-4``."""
    owner, series, *rest = path.split("__")
    return f"{owner}__{series}" if rest and not series.isdigit() else owner


def _bent(report: Report, decoder: Decoder) -> None:
    """Codes on cloth that was drawn, not photographed: nothing was chosen by looking at these."""
    alone = ours = wrong = 0
    times = []
    for seed in range(BENT_CODES):
        picture, text = bent_code(seed)
        alone += any(code.text == text for code in zxingcpp.read_barcodes(picture))
        began = time.perf_counter()
        texts = [read.text for read in decoder.decode(picture)]
        times.append((time.perf_counter() - began) * 1000)
        ours += text in texts
        wrong += bool(texts) and text not in texts
    report.add("bent codes, zxing-cpp alone, right", alone, f"of {BENT_CODES}")
    report.add("bent codes, cascade, right", ours, f"of {BENT_CODES}")
    report.add("bent codes, cascade, wrong", wrong, f"of {BENT_CODES}", 0)
    report.add_delays("bent codes, cascade", times)


def _payloads(report: Report, decoder: Decoder) -> None:
    """NFC and NFD, with an ECI (text) and without (bytes): all must come out exact, in NFC."""
    missed = 0
    for number in range(PAYLOADS):
        name = f"{number:012}|{NAMES[number % len(NAMES)]}|0{number % 9}011990"
        for form in ("NFC", "NFD"):
            said = unicodedata.normalize("NFC" if form == "NFC" else "NFD", name)
            for content in (said, said.encode()):
                reads = decoder.decode(_drawn(content))
                missed += [read.text for read in reads] != [unicodedata.normalize("NFC", name)]
    report.add("Vietnamese QR payloads not exact", missed, f"of {PAYLOADS * 4}", 0)


def _drawn(content: str | bytes) -> Picture:
    code = zxingcpp.create_barcode(content, zxingcpp.BarcodeFormat.QRCode)
    drawn = np.array(code.to_image(scale=4, add_quiet_zones=True), dtype=np.uint8)
    return np.pad(drawn, 40, constant_values=255)


def _frames(report: Report, decoder: Decoder) -> None:
    random = np.random.default_rng(7)
    desk = np.full((720, 1280), 190, np.uint8)
    texture = cv2.GaussianBlur(random.integers(0, 255, (720, 1280)).astype(np.uint8), (0, 0), 2).astype(
        np.uint8
    )
    texture = cv2.normalize(texture, None, 0, 255, cv2.NORM_MINMAX).astype(np.uint8)  # type: ignore[call-overload]
    report.add(
        "blank 720p frame, median", statistics.median(_times(decoder, desk, 30)), "ms", BLANK_TARGET_MS
    )
    report.add("textured 720p frame, median", statistics.median(_times(decoder, texture, 5)), "ms")
    for name, page in _hostile(random).items():
        report.add(f"{name}, longest", max(_times(decoder, page, 3)), "ms", 2_500.0)
    peak_mb = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    report.add("peak memory of all this", peak_mb, "MB")


def _hostile(random: np.random.Generator) -> dict[str, Picture]:
    finder = np.zeros((9, 9), np.uint8)
    finder[1:8, 1:8], finder[2:7, 2:7], finder[3:6, 3:6] = 1, 0, 1
    page = np.tile(np.kron(255 * (1 - finder), np.ones((4, 4), np.uint8)), (40, 60)).astype(np.uint8)
    code = _drawn("H57.132-260804-0583")
    return {
        "page of finder patterns": page,
        "page of 100 codes": np.tile(code, (10, 10)),
        "24 megapixels of noise": random.integers(0, 255, (4000, 6000)).astype(np.uint8),
    }


def _times(decoder: Decoder, picture: Picture, count: int) -> list[float]:
    times = []
    for _ in range(count):
        began = time.perf_counter()
        decoder.decode(picture)
        times.append((time.perf_counter() - began) * 1000)
    return times
