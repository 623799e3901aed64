"""A ward's hub that is open, and a supervisor who sees what it does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers.hub import HubThread
from tests.kiosk.rig import Witness, ward_hub


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubThread]:
    thread = ward_hub(tmp_path / "hub")
    thread.start()
    yield thread
    thread.stop()


@pytest.fixture
def witness(hub: HubThread) -> Iterator[Witness]:
    with Witness.of(hub) as seeing:
        yield seeing
