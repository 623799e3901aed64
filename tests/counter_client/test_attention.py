"""When the console sounds, and what it does without a loudspeaker."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from counter_client.attention import AFTER, Attention, Bell, is_awaited
from counter_client.hall_watch import HallWatch
from hub.messages.views import HallState
from tests.counter_client.scene import floor, hall_state, ticket

WAITING = ticket(1)
CALLED = ticket(2, "called", counter="q1")


@pytest.mark.parametrize(
    ("tickets", "state", "online", "awaited"),
    [
        ((WAITING,), "open", True, True),
        ((), "open", True, False),
        ((WAITING, CALLED), "open", True, False),
        ((WAITING,), "paused", True, False),
        ((WAITING,), "open", False, False),
    ],
)
def test_a_counter_is_awaited_while_it_is_open_free_and_somebody_waits(
    tickets: tuple[object, ...], state: str, online: bool, awaited: bool
) -> None:
    assert is_awaited(floor(*tickets, state=state), online=online) == awaited  # type: ignore[arg-type]
    assert not is_awaited(None, online=online)


class Desk:
    """A watch whose clock the test turns."""

    def __init__(self) -> None:
        self.time_s = 0.0
        self.watch = HallWatch("q1", "vi", lambda: self.time_s)
        self.attention = Attention(self.watch)
        self.rings = 0
        self.attention.wanted.connect(self._ring)
        self.watch.take_online(True, None)

    def _ring(self) -> None:
        self.rings += 1

    def show(self, state: HallState) -> None:
        self.watch.take_state(state)

    def wait(self, span: timedelta) -> None:
        self.time_s += span.total_seconds()
        self.watch.ticked.emit()


def test_it_sounds_once_after_a_while_and_anew_only_for_the_next_time(qtbot: QtBot) -> None:
    desk = Desk()
    desk.show(hall_state(WAITING))
    desk.wait(AFTER - timedelta(seconds=1))
    assert desk.rings == 0
    desk.wait(timedelta(seconds=1))
    desk.wait(AFTER * 4)
    assert desk.rings == 1
    desk.show(hall_state(WAITING, CALLED))
    desk.show(hall_state(WAITING))
    desk.wait(AFTER)
    assert desk.rings == 2


def test_a_call_before_the_while_is_over_keeps_it_quiet(qtbot: QtBot) -> None:
    desk = Desk()
    desk.show(hall_state(WAITING))
    desk.wait(AFTER / 2)
    desk.show(hall_state(WAITING, CALLED))
    desk.wait(AFTER)
    assert desk.rings == 0


def test_the_bell_sounds_into_files_where_the_station_says_so(qtbot: QtBot, tmp_path: Path) -> None:
    Bell(f"file://{tmp_path}").ring()
    assert [file.suffix for file in tmp_path.iterdir()] == [".wav"]


def test_a_bell_that_is_off_or_cannot_sound_is_silent(qtbot: QtBot, tmp_path: Path) -> None:
    Bell("off").ring()
    (tmp_path / "file").write_text("in the way")
    bell = Bell(f"file://{tmp_path}/file/folder")
    bell.ring()
    qtbot.waitUntil(lambda: bell.mute)
    bell.ring()
