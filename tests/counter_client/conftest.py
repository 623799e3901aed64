"""The hall most tests of this room begin with: a hub, and plain stations and screens before it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.counter_client.rig import Hand, Station, running, station, station_file
from tests.helpers.hub import HubThread, serving


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[HubThread]:
    with serving(tmp_path / "hub") as hub:
        yield hub


@pytest.fixture
def kiosk(qtbot: QtBot, hub: HubThread) -> Iterator[Station]:
    with station(qtbot, hub, "kiosk", "k1") as kiosk:
        yield kiosk


@pytest.fixture
def clerk(qtbot: QtBot, hub: HubThread) -> Iterator[Station]:
    with station(qtbot, hub, "counter", "q1") as clerk:
        yield clerk


@pytest.fixture
def desk(qtbot: QtBot, hub: HubThread, tmp_path: Path) -> Iterator[Hand]:
    with running(qtbot, station_file(tmp_path / "q1", hub)) as desk:
        yield desk


@pytest.fixture
def panel(qtbot: QtBot, hub: HubThread, tmp_path: Path) -> Iterator[Hand]:
    with running(qtbot, station_file(tmp_path / "panel", hub, "rating")) as panel:
        yield panel


@pytest.fixture
def chief(qtbot: QtBot, hub: HubThread, tmp_path: Path) -> Iterator[Hand]:
    with running(qtbot, station_file(tmp_path / "chief", hub, "supervisor", "chief")) as chief:
        yield chief
