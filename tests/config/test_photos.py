"""Which files may be a clerk's photo."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from config.loader import EXAMPLES, load
from config.mistakes import ConfigError
from config.photos import MOST_BYTES


@pytest.fixture
def centre(tmp_path: Path) -> Path:
    folder = tmp_path / "centre"
    shutil.copytree(EXAMPLES / "phuong", folder)
    (folder / "lan.jpg").write_bytes(b"x")
    (folder / "large.png").write_bytes(b"x" * (MOST_BYTES + 1))
    return folder


def with_photo(centre: Path, photo: str) -> Path:
    files = sorted(centre.glob("*.toml"))
    file = next(one for one in files if "[[clerks]]" in one.read_text(encoding="utf-8"))
    text = file.read_text(encoding="utf-8").replace("[[clerks]]\n", f'[[clerks]]\nphoto = "{photo}"\n', 1)
    file.write_text(text, encoding="utf-8")
    return centre


def test_a_small_picture_beside_the_configuration_may_be_one(centre: Path) -> None:
    assert load(with_photo(centre, "lan.jpg")).hall.clerks[0].photo == "lan.jpg"


@pytest.mark.parametrize(
    ("photo", "why"),
    [
        ("lann.jpg", "lan.jpg"),
        ("large.png", "32 KiB"),
        ("lan.gif", ".jpg"),
        ("../lan.jpg", "trong thư mục"),
    ],
)
def test_anything_else_is_told(centre: Path, photo: str, why: str) -> None:
    with pytest.raises(ConfigError, match=why.replace(".", r"\.")):
        load(with_photo(centre, photo))
