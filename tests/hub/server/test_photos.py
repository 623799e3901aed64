"""The clerks' photos: told to the panels, never more than a station can take."""

from __future__ import annotations

import asyncio
import base64
from pathlib import Path
from typing import Any

import pytest

from config.model import Clerk
from config.photos import MOST_BYTES
from hub.server.photos import photo_of
from tests.helpers.hall import sample_hall
from tests.helpers.hub import HubThread, serving
from tests.helpers.station import raw_station

NONE = {"type": "", "data": ""}


def test_a_photo_comes_with_its_kind(tmp_path: Path) -> None:
    (tmp_path / "lan.JPG").write_bytes(b"a face")
    told = photo_of(Clerk(id="lan", name="Lan", photo="lan.JPG"), tmp_path)
    assert told == {"type": "image/jpeg", "data": base64.b64encode(b"a face").decode()}


@pytest.mark.parametrize(
    ("photo", "size"), [("", 0), ("gone.png", None), ("large.png", MOST_BYTES + 1), ("notes.txt", 3)]
)
def test_none_is_told_where_there_is_none_to_show(tmp_path: Path, photo: str, size: int | None) -> None:
    if photo and size is not None:
        (tmp_path / photo).write_bytes(b"x" * size)
    assert photo_of(Clerk(id="lan", name="Lan", photo=photo), tmp_path) == NONE
    assert photo_of(None, tmp_path) == NONE


@pytest.mark.parametrize(("role", "name", "ok"), [("rating", "q1", True), ("kiosk", "k1", False)])
def test_only_the_citizens_panel_asks(tmp_path: Path, role: Any, name: str, ok: bool) -> None:
    async def ask(hub: HubThread) -> dict[str, Any]:
        async with raw_station(hub, role, name) as (station, _, _):
            answer: dict[str, Any] = await station.ask("clerk_photo", clerk="lan")
            return answer

    with serving(tmp_path, sample_hall()) as hub:
        assert asyncio.run(ask(hub))["ok"] is ok
