"""Picture files: bombs are refused by their header, photographs of a telephone are read, nonsense is told."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path

import cv2
import numpy as np
import pytest

from hardware.errors import PictureRefused
from hardware.scanning import pictures
from hardware.scanning.pictures import load_picture, read_picture


def bomb(path: Path, width: int, height: int) -> Path:
    """A PNG of a few hundred bytes whose header claims so many pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    body = zlib.compress(bytes(100))
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", body) + chunk(b"IEND", b"")
    )
    return path


@pytest.mark.parametrize("side", [8001, 10_000, 12_000, 30_000, 60_000])
def test_a_picture_too_large_is_refused_by_its_header(tmp_path: Path, side: int) -> None:
    with pytest.raises(PictureRefused, match="pixels"):
        load_picture(bomb(tmp_path / "bomb.png", side, side))


def test_a_large_photograph_comes_at_half_its_size(tmp_path: Path) -> None:
    photograph = np.full((3000, 4500, 3), 90, np.uint8)
    assert cv2.imwrite(str(tmp_path / "p.jpg"), photograph)
    assert load_picture(tmp_path / "p.jpg").shape == (1500, 2250, 3)


def test_a_small_photograph_comes_whole(tmp_path: Path) -> None:
    assert cv2.imwrite(str(tmp_path / "p.jpg"), np.full((300, 450, 3), 90, np.uint8))
    assert load_picture(tmp_path / "p.jpg").shape == (300, 450, 3)


def test_a_file_of_too_many_bytes_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "LARGEST_FILE_BYTES", 10)
    (tmp_path / "p.png").write_bytes(bytes(11))
    with pytest.raises(PictureRefused, match="MB"):
        load_picture(tmp_path / "p.png")


@pytest.mark.parametrize("content", [b"", b"text", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0" + bytes(30)])
def test_nonsense_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "p.png").write_bytes(content)
    with pytest.raises(PictureRefused, match="picture"):
        load_picture(tmp_path / "p.png")
    assert read_picture(tmp_path / "p.png") is None
