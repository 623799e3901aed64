"""The clerks' photos: which files may be one. The hub hands them to the counters, so they are small."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from config.mistakes import Mistake, nearest
from config.sources import Sources

KINDS = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png"}
MOST_BYTES = 32_768
"""A face of 400 x 400 pixels as JPEG; a larger file would crowd out a station's news."""


def mistakes(sources: Sources, directory: Path) -> Iterator[Mistake]:
    """Yield what is wrong with the photos that ``[[clerks]]`` name."""
    clerks = sources.values.get("clerks")
    for place, clerk in enumerate(clerks if isinstance(clerks, list) else []):
        photo = clerk.get("photo") if isinstance(clerk, dict) else None
        if not isinstance(photo, str) or not photo:
            continue
        where = ("clerks", place, "photo")
        file = directory / photo
        if file.suffix.lower() not in KINDS or not file.resolve().is_relative_to(directory.resolve()):
            yield sources.mistake(where, "phải là tệp .jpg hoặc .png trong thư mục của trung tâm")
        elif not file.is_file():
            guess = nearest(file.name, sorted(one.name for one in file.parent.glob("*")))
            yield sources.mistake(where, f"không có tệp “{photo}”", guess)
        elif file.stat().st_size > MOST_BYTES:
            yield sources.mistake(where, f"tệp “{photo}” lớn quá {MOST_BYTES // 1024} KiB; hãy thu nhỏ ảnh")
