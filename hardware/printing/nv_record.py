"""The record of which pictures a printer keeps: written by nv-provision, read by the station."""

from __future__ import annotations

import json
from pathlib import Path

from hardware.errors import BadDescription


def write_record(path: Path, url: str, keys: frozenset[bytes]) -> None:
    """Remember what the printer at ``url`` holds; raises OSError."""
    told = {"printer": url, "pictures": sorted(key.decode("ascii") for key in keys)}
    fresh = path.with_name(path.name + ".new")
    fresh.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    fresh.replace(path)


def read_record(path: Path, url: str) -> frozenset[bytes]:
    """Return the keys recorded for ``url``; empty where nothing or another printer is recorded.

    Raises:
        BadDescription: the file is no record.
    """
    if not path.exists():
        return frozenset()
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        keys = frozenset(str(key).encode("ascii") for key in told["pictures"])
        return keys if told["printer"] == url else frozenset()
    except (ValueError, KeyError, TypeError) as error:
        raise BadDescription(str(path), f"no record of stored pictures: {error}; run nv-provision") from error
