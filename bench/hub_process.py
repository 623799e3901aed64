"""A real hub as a process of its own: started, killed and started again on one centre's data."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
import urllib.request
from datetime import datetime
from pathlib import Path

from bench.start import resident_mb
from config.loader import EXAMPLES, load
from deploy.demo.child import Child, Event
from deploy.demo.places import free_port
from hub.messages.frames import Role
from hub.store.devices import Devices

OPENS_AT = datetime(2026, 11, 23, 8, 5)
ANY_PORT = "127.0.0.1:0"
FAST_FINGERS = "\n[limits]\ncommands_per_s = 100000\nknown_stations_only = false\n"
"""A bench asks more a second than a hub takes from one station."""


class HubProcess:
    """One centre (a copy of the example ward) below ``root``; ``start`` as often as wanted."""

    def __init__(self, root: Path, now: datetime = OPENS_AT, *, limits: str = FAST_FINGERS) -> None:
        self.centre, self.data, self._log = root / "centre", root / "data", root / "hub.log"
        root.mkdir(parents=True, exist_ok=True)
        shutil.copytree(EXAMPLES / "phuong", self.centre)
        file = self.centre / "centre.toml"
        file.write_text(file.read_text("utf-8") + limits, "utf-8")
        self.data.mkdir()
        self.services = [service.id for service in load(self.centre).hall.services]
        self._now = now
        self._status_port = free_port()
        self._child: Child | None = None
        self.address = ""

    def pair(self, role: Role, *names: str) -> list[str]:
        """Return the tokens of newly paired devices."""
        devices = Devices(self.data)
        try:
            return [devices.pair(role, name) for name in names]
        finally:
            devices.close()

    async def spawn(self) -> None:
        where = ("--config", str(self.centre), "--data", str(self.data), "--listen", ANY_PORT)
        when = ("--status-port", str(self._status_port), "--now", self._now.isoformat())
        self._child = Child("hub", ("-m", "hub", "serve", *where, *when), self._log, _ignore)
        await self._child.start()

    async def start(self) -> float:
        """Return the seconds from its start until it takes stations."""
        began = time.monotonic()
        await self.spawn()
        assert self._child is not None
        self.address = await self._child.ready()
        return time.monotonic() - began

    async def kill(self) -> None:
        """End it with SIGKILL, wherever it is."""
        assert self._child is not None
        self._child.kill()
        await self._child.stop()

    async def stop(self) -> None:
        if self._child is not None:
            await self._child.stop()

    @property
    def memory_mb(self) -> float:
        assert self._child is not None
        return resident_mb(self._child.pid)

    def stations(self) -> int:
        """Ask ``/healthz`` how many stations are in. Blocks."""
        with urllib.request.urlopen(f"http://127.0.0.1:{self._status_port}/healthz", timeout=5) as answer:
            return int(json.load(answer)["stations"])

    def verified(self) -> tuple[int, str]:
        """Return the exit code and the last line of ``motcua-hub verify``. Blocks."""
        command = [sys.executable, "-m", "hub", "verify", "--data", str(self.data)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=120)
        return done.returncode, (done.stdout.strip().splitlines() or [done.stderr.strip()])[-1]


def _ignore(name: str, event: Event) -> None: ...
