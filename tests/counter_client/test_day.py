"""A short day driven by the keyboard alone (``bench/counter.py`` has the long one)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.counter_client.rig import Hand, Station, running, station, station_file
from tests.helpers.hall import round_the_clock, sample_hall
from tests.helpers.hub import serving

Key = Qt.Key
VISITS = 12


def call(desk: Hand) -> str:
    """Press the big key when it may be pressed and return the number it called."""
    before = desk.number
    desk.wait(lambda: desk.enabled("call-next"))
    desk.press(Key.Key_F1)
    desk.wait(lambda: desk.number not in ("", before))
    return desk.number


def serve(desk: Hand) -> None:
    desk.wait(lambda: desk.enabled("start"))
    desk.press(Key.Key_F3)
    desk.wait_page("serving")
    desk.wait(lambda: desk.enabled("finish"))


def end(desk: Hand, turn: int) -> None:
    """End the visit as it goes in a hall: most finish, some are set aside, sent on, or did not come."""
    match turn % 4:
        case 0:
            desk.wait(lambda: desk.enabled("no-show"))
            desk.press(Key.Key_F9)
        case 1:
            serve(desk)
            desk.press(Key.Key_F6)
            desk.wait(lambda: desk.find("confirm-park"))
            desk.press(Key.Key_Return)
        case 2:
            serve(desk)
            desk.press(Key.Key_F7)
            desk.wait(lambda: desk.find("transfer-search"))
            desk.type("tach thua")
            desk.wait(lambda: desk.find("transfer-service-chung-thuc") is None)
            desk.press(Key.Key_Return)
        case _:
            serve(desk)
            desk.press(Key.Key_F4)
    desk.wait_page("idle")


def play(desk: Hand, kiosk: Station) -> list[str]:
    desk.press(Key.Key_F1)
    desk.wait_page("idle")
    called = []
    for turn in range(VISITS):
        kiosk.issue(priority="cao-tuoi" if turn % 3 == 0 else None)
        called.append(call(desk))
        end(desk, turn)
    desk.wait(lambda: desk.enabled("close"))
    desk.press(Key.Key_F12)
    desk.wait_page("closed")
    return called


def test_a_day_by_keys_alone_calls_everybody_once_and_ends_as_it_was_driven(
    qtbot: QtBot, tmp_path: Path
) -> None:
    # These fingers are faster than any clerk's.
    hall = sample_hall(hours=round_the_clock(), limits={"commands_per_s": 1_000})
    with (
        serving(tmp_path / "hub", hall) as hub,
        station(qtbot, hub, "kiosk", "k1") as kiosk,
        running(qtbot, station_file(tmp_path / "q1", hub)) as desk,
    ):
        called = play(desk, kiosk)
        assert called == [f"A{n:03}" for n in range(1, VISITS + 1)]
        told = Counter(kiosk.kinds())
    share = VISITS // 4
    for kind in ("ticket_no_show", "ticket_parked", "ticket_transferred", "ticket_served"):
        assert told[kind] == share, kind
    assert told["ticket_called"] == VISITS
