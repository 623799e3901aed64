from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.display.gateway import Hand
from tests.helpers.hall import round_the_clock, sample_hall
from tests.helpers.hub import HubThread, serving

PHONES = "http://so.example.vn"


@pytest.fixture
def hub(tmp_path) -> Iterator[HubThread]:
    """A real hub, open round the clock, whose tickets carry links and whose TV speaks."""
    folder = tmp_path / "hub"
    folder.mkdir()
    hall = sample_hall(hours=round_the_clock(), centre={"phone_url": PHONES}, voice={"repeat": 1})
    with serving(folder, hall) as running:
        yield running


@pytest.fixture
def hand(hub) -> Hand:
    return Hand(hub)
