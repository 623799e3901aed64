"""The clerks' photos, files of the centre's directory, as answers small enough for any station's outbox."""

from __future__ import annotations

import base64
from pathlib import Path

import structlog

from config.model import Clerk
from config.photos import KINDS, MOST_BYTES

log = structlog.get_logger(__name__)


def photo_of(clerk: Clerk | None, directory: Path) -> dict[str, str]:
    """Return ``type`` and ``data`` (Base64), both empty where there is no photo. It reads the disk."""
    kind = KINDS.get(Path(clerk.photo).suffix.lower(), "") if clerk is not None and clerk.photo else ""
    if clerk is None or not kind:
        return {"type": "", "data": ""}
    try:
        with (directory / clerk.photo).open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        log.warning("clerk's photo unreadable", clerk=clerk.id, why=error.strerror)
        return {"type": "", "data": ""}
    if len(data) > MOST_BYTES:
        log.warning("clerk's photo too large", clerk=clerk.id)
        return {"type": "", "data": ""}
    return {"type": kind, "data": base64.b64encode(data).decode()}
