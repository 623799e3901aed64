"""The example client of the how-to, run as it stands there."""

from __future__ import annotations

import asyncio
import subprocess
import sys
import threading
from pathlib import Path

from tests.helpers.hub import HubThread, serving
from tests.helpers.station import linked, raw_station

CLIENT = Path(__file__).parents[3] / "docs" / "howto" / "example_client.py"


class Running:
    def __init__(self, hub: HubThread, token: str, *arguments: str) -> None:
        self.lines: list[str] = []
        self._said = threading.Condition()
        self._process = subprocess.Popen(
            [sys.executable, str(CLIENT), hub.address, token, *arguments], stdout=subprocess.PIPE, text=True
        )
        self._reader = threading.Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            with self._said:
                self.lines.append(line.strip())
                self._said.notify_all()

    def says(self, line: str) -> bool:
        with self._said:
            return self._said.wait_for(lambda: line in self.lines, timeout=15)

    def stop(self) -> None:
        self._process.terminate()
        self._process.wait(5)
        self._reader.join(5)
        assert self._process.stdout is not None
        self._process.stdout.close()


async def both_are_here(hub: HubThread) -> None:
    async with linked(hub, "supervisor", "s1") as (_, chief):

        def here() -> set[str]:
            return {each.name for each in chief.state.stations if each.online} if chief.state else set()

        await chief.until(lambda: {"k1", "tv1"} <= here())


async def call_next(hub: HubThread) -> None:
    await both_are_here(hub)
    async with raw_station(hub, "counter", "q1") as (counter, _, _):
        assert (await counter.command("call_next"))["ok"]


def test_the_example_takes_one_number_and_shows_every_call_over_a_restart(tmp_path: Path) -> None:
    with serving(tmp_path) as hub:
        kiosk = Running(hub, hub.pair("kiosk", "k1"), "kiosk", "k1", "khai-sinh")
        display = Running(hub, hub.pair("display", "tv1"), "display", "tv1")
        try:
            assert kiosk.says("our number: A001")
            asyncio.run(both_are_here(hub))
            hub.stop()
            hub.start()
            asyncio.run(call_next(hub))
            assert display.says("A001 to counter q1")
            assert kiosk.says("A001 to counter q1")
        finally:
            kiosk.stop()
            display.stop()
        assert kiosk.lines.count("our number: A001") == 1
        assert display.lines == ["A001 to counter q1"]


def test_the_example_is_as_short_as_it_says() -> None:
    assert len(CLIENT.read_text(encoding="utf-8").splitlines()) <= 65
