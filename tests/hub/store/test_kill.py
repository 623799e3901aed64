"""The real process, killed without warning: what was acknowledged is there, once, without gaps."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

from hub.client.errors import HubAway, Refused
from hub.client.link import Link
from hub.messages.commands import IssueTicket
from hub.store.devices import Devices
from hub.store.verify import verify
from tests.helpers.station import Listening

EXAMPLE = Path(__file__).parents[3] / "config" / "examples" / "phuong"
TICKETS = 40


def start(data: Path, listen: str) -> tuple[subprocess.Popen[str], str]:
    where = ["--config", str(EXAMPLE), "--data", str(data), "--listen", listen]
    hub = subprocess.Popen(
        [sys.executable, "-m", "hub", "serve", *where, "--now", "2026-11-23T08:00"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert hub.stdout is not None
    line = hub.stdout.readline().strip()
    assert line.startswith("ready ws://127.0.0.1:")
    return hub, line.removeprefix("ready ")


def stop(hub: subprocess.Popen[str], number: int) -> int:
    os.kill(hub.pid, number)
    code = hub.wait(10)
    assert hub.stdout is not None
    hub.stdout.close()
    return code


async def issue_until_done(link: Link, service: str, key: str) -> str:
    """Send the same key until the hub answers, as a kiosk does."""
    while True:
        try:
            answer = await link.send(IssueTicket(service=service), key=key)
        except HubAway:
            await asyncio.sleep(0.01)
        except Refused as refused:
            assert refused.code == "rate_limited"
            await asyncio.sleep(0.01)
        else:
            return str(answer["ticket"]["number"])


def test_killed_while_issuing_it_loses_and_doubles_nothing(tmp_path: Path) -> None:
    hub, address = start(tmp_path, "127.0.0.1:0")
    devices = Devices(tmp_path)
    token = devices.pair("kiosk", "K1")
    devices.close()
    heard = Listening()
    link = Link([address], token, "kiosk", "K1", heard)

    async def issue_and_kill() -> list[str]:
        nonlocal hub
        numbers: list[str] = []
        async with asyncio.TaskGroup() as tasks:
            running = tasks.create_task(link.run())
            await heard.until(lambda: link.online)
            assert heard.state is not None
            for n in range(TICKETS):
                asked = tasks.create_task(issue_until_done(link, heard.state.services[0].id, f"ticket-{n}"))
                if n in (10, 25):
                    await asyncio.sleep(0)
                    assert stop(hub, signal.SIGKILL) == -signal.SIGKILL
                    hub, _ = await asyncio.to_thread(start, tmp_path, address.removeprefix("ws://"))
                numbers.append(await asked)
            running.cancel()
        return numbers

    try:
        numbers = asyncio.run(issue_and_kill())
    finally:
        code = stop(hub, signal.SIGTERM)
    assert code == 0
    assert len(set(numbers)) == TICKETS
    assert sorted(int(number[-3:]) for number in numbers) == list(range(1, TICKETS + 1))
    report = verify(tmp_path)
    assert (report.tickets, report.problems) == (TICKETS, [])
    assert heard.log.count("away") == 2
