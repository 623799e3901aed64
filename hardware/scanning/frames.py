"""Where pictures come from: a camera, a video, a picture file that may change, a folder's newest picture."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Protocol

import cv2
import numpy as np

from hardware.errors import CameraMissing
from hardware.scanning.pictures import Picture, read_picture

PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".webp")
WIDTH_PX, HEIGHT_PX = 1280, 720


class FrameSource(Protocol):
    """Blocks; use it from one thread."""

    def next(self) -> Picture | None:
        """Return the next BGR picture, None if there is nothing new; raises CameraMissing once it is gone."""
        ...

    def close(self) -> None: ...


def open_frames(source: str) -> FrameSource:
    """Open a camera (``/dev/video0`` or its number), a video, a picture or a folder.

    Raises:
        CameraMissing: there is nothing to open.
    """
    path = Path(source)
    if path.is_dir() or path.suffix.lower() in PICTURES:
        return PictureFiles(path)
    return Capture(source)


class Capture:
    """A camera or a video file; a video starts again at its end."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._is_camera = source.isdigit() or source.startswith("/dev/")
        if not source.isdigit() and not Path(source).exists():
            raise CameraMissing(source)
        self._capture = cv2.VideoCapture(int(source) if source.isdigit() else source)
        if not self._capture.isOpened():
            raise CameraMissing(source)
        if self._is_camera:
            self._capture.set(cv2.CAP_PROP_FRAME_WIDTH, WIDTH_PX)
            self._capture.set(cv2.CAP_PROP_FRAME_HEIGHT, HEIGHT_PX)
            self._capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)

    def next(self) -> Picture | None:
        there, frame = self._capture.read()
        if not there and not self._is_camera:
            self._capture.set(cv2.CAP_PROP_POS_FRAMES, 0)
            there, frame = self._capture.read()
        if not there:
            raise CameraMissing(self._source)
        return np.asarray(frame, dtype=np.uint8)

    def close(self) -> None:
        self._capture.release()


class PictureFiles:
    """One picture file, or a folder of which the newest picture counts. A file that is away is no error."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen: tuple[str, int] | None = None

    def next(self) -> Picture | None:
        newest = self._newest()
        if newest is None or newest == self._seen:
            return None
        self._seen = newest
        return read_picture(Path(newest[0]))

    def close(self) -> None:
        self._seen = None

    def _newest(self) -> tuple[str, int] | None:
        files = [self._path]
        if self._path.is_dir():
            files = [file for file in self._path.iterdir() if file.suffix.lower() in PICTURES]
        found = []
        for file in files:
            try:
                found.append((str(file), os.stat(file).st_mtime_ns))  # noqa: PTH116 - one call, not two
            except OSError:
                continue
        return max(found, key=lambda entry: entry[1], default=None)
