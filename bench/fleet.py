"""Several hub processes that share one centre's database: killed, stopped, cut off and started again."""

from __future__ import annotations

import asyncio
import os
import shutil
import signal
from contextlib import closing
from pathlib import Path

from bench.hub_process import FAST_FINGERS, OPENS_AT
from config.loader import EXAMPLES, load
from deploy.demo.child import Child, Event
from deploy.demo.places import free_port
from hub.messages.frames import Role
from hub.store.copying import Place, opened
from hub.store.postgresql.database import Database
from hub.store.postgresql.devices import PostgresDevices
from hub.store.verify import Report, examine

SAYS_WITHIN_S = 20.0
LOOK_EVERY_S = 0.02


class Member:
    """One hub process; it reaches the database at ``url``."""

    def __init__(self, root: Path, name: str, centre: Path, url: str) -> None:
        self.name, self.port = name, free_port()
        self.url = url
        self._centre, self._log = centre, root / f"{name}.log"
        self._child: Child | None = None
        self.stopped = False

    @property
    def address(self) -> str:
        return f"ws://127.0.0.1:{self.port}"

    async def start(self) -> None:
        where = ("--config", str(self._centre), "--store", self.url, "--listen", f"127.0.0.1:{self.port}")
        arguments = ("-m", "hub", "serve", *where, "--now", OPENS_AT.isoformat())
        self._child = Child(self.name, arguments, self._log, _ignore)
        await self._child.start()

    async def ready(self, timeout_s: float = 30.0) -> None:
        """Return when it says once more that it serves."""
        assert self._child is not None
        await self._child.ready(timeout_s=timeout_s)

    @property
    def pid(self) -> int:
        assert self._child is not None
        return self._child.pid

    async def kill(self) -> None:
        assert self._child is not None
        self._child.kill()
        await self._child.stop()

    def freeze(self) -> None:
        os.kill(self.pid, signal.SIGSTOP)
        self.stopped = True

    def thaw(self) -> None:
        os.kill(self.pid, signal.SIGCONT)
        self.stopped = False

    async def end(self) -> None:
        if self.stopped:
            self.thaw()
        if self._child is not None:
            await self._child.stop()

    def said(self, words: str) -> int:
        """Return how often its log has ``words``."""
        return self._log.read_text("utf-8").count(words)

    async def has_said(self, words: str, times: int = 1) -> None:
        """Return once its log has ``words`` so often. Raises TimeoutError."""
        for _ in range(round(SAYS_WITHIN_S / LOOK_EVERY_S)):
            if self.said(words) >= times:
                return
            await asyncio.sleep(LOOK_EVERY_S)
        raise TimeoutError(f"{self.name} never said {words!r}")


class Fleet:
    """Hubs of one centre (a copy of the example ward) on the database ``url``."""

    def __init__(self, root: Path, url: str, size: int = 2) -> None:
        self.centre_folder = root / "centre"
        root.mkdir(parents=True, exist_ok=True)
        shutil.copytree(EXAMPLES / "phuong", self.centre_folder)
        file = self.centre_folder / "centre.toml"
        file.write_text(file.read_text("utf-8") + FAST_FINGERS, "utf-8")
        hall = load(self.centre_folder).hall
        self.centre, self.services = hall.centre.id, [service.id for service in hall.services]
        self.url = url
        self.members = [Member(root, f"hub-{n}", self.centre_folder, url) for n in range(size)]
        with closing(Database(url, "bench")) as database:
            database.prepare()

    @property
    def addresses(self) -> list[str]:
        return [member.address for member in self.members]

    def pair(self, role: Role, *names: str) -> list[str]:
        with closing(Database(self.url, "bench")) as database:
            devices = PostgresDevices(database, self.centre)
            return [devices.pair(role, name) for name in names]

    async def start(self) -> None:
        """Return when the first serves; the others stand by."""
        await self.members[0].start()
        await self.members[0].ready()
        for member in self.members[1:]:
            await member.start()

    async def end(self) -> None:
        for member in self.members:
            await member.end()

    def owner_port(self) -> int:
        """Return the port of the hub the database has as the owner; 0: nobody just now. Blocks."""
        with closing(Database(self.url, "bench")) as database:
            query = "SELECT address FROM leases WHERE centre = %s AND expires_at > clock_timestamp()"
            rows = database.rows(query, (self.centre,))
        return int(rows[0][0].rpartition(":")[2]) if rows else 0

    def owner(self) -> Member | None:
        port = self.owner_port()
        return next((member for member in self.members if member.port == port), None)

    def verified(self) -> Report:
        with opened(Place(url=self.url), self.centre) as archive:
            return examine(archive)


async def answers(address: str) -> bool:
    """Whether somebody listens there at this moment."""
    port = int(address.rpartition(":")[2])
    try:
        _, writer = await asyncio.wait_for(asyncio.open_connection("127.0.0.1", port), 0.5)
    except (OSError, TimeoutError):
        return False
    writer.close()
    return True


def _ignore(name: str, event: Event) -> None: ...
