"""A gateway process of its own for tests, and a hall's stations that act on its hub."""

from __future__ import annotations

import asyncio
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from hub.client.link import Link
from hub.messages.commands import Command
from tests.helpers.hub import HubThread

READY = "ready "


class Hand:
    """One command from a paired station, each on a connection of its own."""

    def __init__(self, hub: HubThread) -> None:
        self._hub = hub
        self._tokens: dict[str, str] = {}

    def do(self, role: Any, name: str, *commands: Command) -> Any:
        """Send ``commands`` as station ``name``; return the last answer's data."""
        token = self._tokens.get(name) or self._tokens.setdefault(name, self._hub.pair(role, name))
        return asyncio.run(self._send(token, role, name, commands))

    async def _send(self, token: str, role: Any, name: str, commands: tuple[Command, ...]) -> Any:
        listener = _Deaf()
        link = Link([self._hub.address], token, role, name, listener)
        running = asyncio.create_task(link.run())
        try:
            async with asyncio.timeout(10):
                await listener.online.wait()
                answer = None
                for command in commands:
                    answer = await link.send(command)
                return answer
        finally:
            running.cancel()
            await asyncio.wait([running])


class _Deaf:
    def __init__(self) -> None:
        self.online = asyncio.Event()

    def on_online(self) -> None:
        self.online.set()

    def on_away(self, since: object) -> None: ...
    def on_state(self, state: object, seq: int) -> None: ...
    def on_event(self, event: object, fresh: bool) -> None: ...


@contextmanager
def gateway(
    hub_address: str, token: str, folder: Path, listen: str = "127.0.0.1:0", *more: str
) -> Iterator[str]:
    """Run ``motcua-gateway`` and yield its address."""
    key = folder / "gateway.key"
    key.write_text(token)
    arguments = ["serve", "--hub", hub_address, "--key-file", str(key), "--listen", listen, *more]
    process = subprocess.Popen(
        [sys.executable, "-m", "display.web", *arguments], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    try:
        line = process.stdout.readline()
        assert line.startswith(READY), line
        yield line.removeprefix(READY).strip()
    finally:
        process.terminate()
        code = process.wait(10)
        process.stdout.close()
    assert code == 0, "asked to stop, it stops in order"
