"""The pages' files: read once, named by their content so that browsers may keep them for ever."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "static"
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
REFERENCE = re.compile(r"\{\{([\w.-]+)\}\}")


@dataclass(frozen=True, slots=True)
class Asset:
    body: bytes
    media_type: str
    etag: str


@dataclass(frozen=True, slots=True)
class Assets:
    files: dict[str, Asset]
    """Name with its hash (``phone.1a2b3c4d.js``) → file."""
    pages: dict[str, Asset]
    """``phone``, ``busy`` → page that names those files."""


def load(folder: Path = FOLDER) -> Assets:
    names: dict[str, str] = {}
    files: dict[str, Asset] = {}
    for file in sorted(folder.iterdir()):
        if file.suffix in TYPES:
            body = file.read_bytes()
            name = f"{file.stem}.{_digest(body)}{file.suffix}"
            names[file.name] = name
            files[name] = Asset(body, TYPES[file.suffix], f'"{_digest(body)}"')
    pages = {file.stem: _page(file.read_text(encoding="utf-8"), names) for file in folder.glob("*.html")}
    return Assets(files, pages)


def _page(text: str, names: dict[str, str]) -> Asset:
    body = REFERENCE.sub(lambda found: f"/static/{names[found[1]]}", text).encode()
    return Asset(body, "text/html", f'"{_digest(body)}"')


def _digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()[:12]
