"""``motcua-kiosk --gallery DIR``: a picture of every screen, in both languages, all looks, five sizes."""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QSize

from config.loader import Loaded
from kiosk.gallery.halls import example
from kiosk.gallery.poses import poses
from kiosk.gallery.stand import Look, stand
from ui.application import start_qt

SIZES = {
    "portrait": QSize(1080, 1920),
    "landscape": QSize(1920, 1080),
    "small": QSize(1024, 768),
    "4k": QSize(2160, 3840),
    "4k-landscape": QSize(3840, 2160),
}
LOOKS = {
    "vi": Look(),
    "en": Look("en"),
    "contrast": Look(contrast=True),
    "large": Look(large=True),
}
CENTRES = ("tinh", "phuong")
SETTLE_MS = 40


def settle(ms: int = SETTLE_MS) -> None:
    """Let bindings, layouts and the shield against double touches come to rest."""
    timer = QElapsedTimer()
    timer.start()
    while timer.elapsed() < ms:
        QCoreApplication.processEvents()


def run(arguments: Sequence[str]) -> int:
    parser = ArgumentParser(prog="motcua-kiosk --gallery", description="Chụp mọi màn hình của ki-ốt.")
    parser.add_argument("out", type=Path, metavar="DIR", help="nơi ghi ảnh PNG")
    parser.add_argument("words", nargs="*", metavar="WORD", help="chỉ những ảnh có chữ này trong tên")
    options = parser.parse_args(arguments)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    start_qt("Một Cửa – ki-ốt")

    def wanted(name: str) -> bool:
        return not options.words or any(word in name for word in options.words)

    count = sum(_take_all(example(name), name, options.out, wanted) for name in CENTRES)
    sys.stdout.write(f"{count} ảnh trong {options.out}\n")
    return 0 if count else 1


def _take_all(centre: Loaded, name: str, out: Path, wanted: Callable[[str], bool]) -> int:
    return sum(
        _take(centre, f"{name}-{size_name}-{look_name}", size, look, out, wanted)
        for size_name, size in SIZES.items()
        for look_name, look in LOOKS.items()
    )


def _take(
    centre: Loaded, name: str, size: QSize, look: Look, out: Path, wanted: Callable[[str], bool]
) -> int:
    count = 0
    with TemporaryDirectory() as data:
        at = stand(centre, size, Path(data))
        names = [f"kiosk-{pose}-{name}" for pose, _ in poses(at)]
        if any(map(wanted, names)):
            at.open(look)
            for pose, act in poses(at):
                file = f"kiosk-{pose}-{name}"
                if wanted(file):
                    act()
                    settle()
                    count += at.screen.grab(out / f"{file}.png")
        at.close()
    return count
