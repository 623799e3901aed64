"""A station that only a technician can help says so, in every shape; against a real hub and without one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from config.loader import EXAMPLES, load
from counter_client.__main__ import build
from counter_client.hindrance import Hindrance, hindrance_of
from tests.counter_client.morning import Centre
from tests.counter_client.rig import PATIENCE_MS, Hand, station_file
from tests.counter_client.stands import HallStand, PanelStand, Stand
from tests.counter_client.test_looks import check
from tests.helpers.hub import serving


@pytest.mark.parametrize(
    ("trouble", "has_place", "told"),
    [
        ("", True, Hindrance.NOTHING),
        ("silent", True, Hindrance.NOTHING),
        ("unauthorized", True, Hindrance.NOT_PAIRED),
        ("role or dev is not the paired one", True, Hindrance.OTHER_DEVICE),
        ("speaks protocol 1, hub 2", True, Hindrance.OTHER_VERSION),
        ("", False, Hindrance.UNKNOWN_COUNTER),
        ("unauthorized", False, Hindrance.NOT_PAIRED),
    ],
)
def test_only_what_waiting_will_not_mend_is_a_hindrance(trouble: str, has_place: bool, told: str) -> None:
    assert hindrance_of(trouble, has_place=has_place) == told


@pytest.mark.parametrize("role", ["counter", "rating", "supervisor"])
@pytest.mark.parametrize("size", ["1280x800", "380x900"])
def test_a_wrong_token_is_said_with_the_command_that_helps(
    qtbot: QtBot, tmp_path: Path, role: str, size: str
) -> None:
    with serving(tmp_path / "hub") as hub:
        file = station_file(tmp_path / role, hub, role)  # type: ignore[arg-type]
        (file.parent / "key").write_text("nobody's")
        app = build(["--station", str(file), "--size", size])
        app.start()
        hand = Hand(qtbot, app)
        try:
            qtbot.waitUntil(lambda: bool(hand.text("hindrance")), timeout=PATIENCE_MS)
            assert f"--role {role} --name q1" in hand.text("hindrance-command")
        finally:
            app.stop()


def test_a_counter_that_the_centre_does_not_have_is_said(qtbot: QtBot, tmp_path: Path) -> None:
    with serving(tmp_path / "hub") as hub:
        app = build(["--station", str(station_file(tmp_path / "q99", hub, name="q99"))])
        app.start()
        hand = Hand(qtbot, app)
        try:
            qtbot.waitUntil(lambda: "q99" in hand.text("hindrance"), timeout=PATIENCE_MS)
            assert "station.toml" in hand.text("hindrance-help")
            assert ": ," not in hand.text("hindrance-help")
        finally:
            app.stop()


@pytest.mark.parametrize(
    ("kind", "size"),
    [
        (Stand, QSize(1280, 800)),
        (Stand, QSize(380, 900)),
        (PanelStand, QSize(1280, 800)),
        (PanelStand, QSize(800, 1280)),
        (HallStand, QSize(1280, 800)),
    ],
)
@pytest.mark.parametrize("trouble", ["unauthorized", "role or dev", "speaks protocol"])
def test_its_words_are_whole(qtbot: QtBot, kind: type[Stand], size: QSize, trouble: str) -> None:
    hall = load(EXAMPLES / "phuong").hall
    stand = kind(Centre(hall, hall.counters[1].id), size, lambda name, screen: None, "look")
    stand.watch.take_trouble(trouble)
    check(qtbot, stand)
    stand.screen.close()
