"""The service manager hears from a screen that answers, and nothing from one that does not."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.loop_thread import LoopThread
from ui.watchdog import Pulse, Watchdog, interval_ms


@pytest.fixture
def manager(tmp_path: Path) -> Iterator[socket.socket]:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as wire:
        wire.bind(str(tmp_path / "notify"))
        wire.setblocking(False)
        yield wire


def heard(manager: socket.socket) -> list[bytes]:
    told = []
    while True:
        try:
            told.append(manager.recv(64))
        except BlockingIOError:
            return told


def test_it_barks_twice_as_often_as_it_must() -> None:
    assert interval_ms({"NOTIFY_SOCKET": "/run/x", "WATCHDOG_USEC": "20000000"}) == 10_000
    assert interval_ms({"WATCHDOG_USEC": "20000000"}) == 0
    assert interval_ms({"NOTIFY_SOCKET": "/run/x", "WATCHDOG_USEC": "soon"}) == 0


def test_a_screen_that_answers_says_so_again_and_again(
    manager: socket.socket, tmp_path: Path, qtbot: QtBot
) -> None:
    environment = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "20000"}
    dog = Watchdog(environment, lambda: True)
    dog.start()
    assert heard(manager) == [b"READY=1", b"WATCHDOG=1"]
    qtbot.waitUntil(lambda: b"WATCHDOG=1" in heard(manager), timeout=5_000)
    dog.stop()


def test_a_screen_that_is_not_well_is_silent(manager: socket.socket, tmp_path: Path, qtbot: QtBot) -> None:
    dog = Watchdog({"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "20000000"}, lambda: False)
    dog.start()
    dog.stop()
    assert heard(manager) == [b"READY=1"]


def test_a_stuck_thread_has_no_pulse() -> None:
    loop, stuck = LoopThread("stuck"), threading.Event()
    loop.start()

    async def hang() -> None:
        stuck.wait()

    pulse = Pulse(loop)
    hanging = loop.submit(hang())
    assert pulse.answered()
    assert not pulse.answered()
    stuck.set()
    hanging.result(5)
    loop.stop()


def test_where_nobody_listens_nothing_happens(tmp_path: Path, qtbot: QtBot) -> None:
    Watchdog({}, lambda: True).start()
    Watchdog({"NOTIFY_SOCKET": str(tmp_path / "gone")}, lambda: True).start()
