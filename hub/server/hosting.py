"""Many centres in one process behind one port: the token says whose station comes, leases whose centre."""

from __future__ import annotations

import asyncio
import gc
import json
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import AsyncExitStack, suppress
from http import HTTPStatus
from typing import Final

import structlog
from websockets.asyncio.server import ServerConnection
from websockets.http11 import Request, Response

from hub.errors import HubError
from hub.server.claims import Claims
from hub.server.door import StationConnection, bearer_of
from hub.server.hub import Hub, Settings, at_work
from hub.server.writer import HubStopping
from hub.store.errors import StoreFailed
from hub.store.postgresql import sharing
from hub.store.postgresql.devices import centre_of
from hub.store.postgresql.leases import Lease

log = structlog.get_logger(__name__)

SHARE_EVERY_S: Final = 1.0
STARTS_AT_ONCE: Final = 4
COLLECTIONS: Final = (50_000, 20, 100)
AGAIN_S: Final = 10.0
"""A centre that could not be served is tried again so much later."""
MOVED: Final = 1012
"""The close code (service restart) that sends a station to the next of its addresses."""


def collect_seldom() -> None:
    """For a process that hosts: most of what is made here lives as long as its centre does."""
    gc.set_threshold(*COLLECTIONS)


class Host:
    """``centres`` are all that the hubs of ``group`` share; this process serves its part of them."""

    def __init__(
        self, claims: Claims, centres: Mapping[str, Settings], threads: ThreadPoolExecutor, group: str
    ) -> None:
        self._claims = claims
        self._centres = centres
        self._threads = threads
        self._group = group
        self._leaving: dict[str, asyncio.Event] = {}
        self._not_before_s: dict[str, float] = {}
        self._settled = 0
        self._starting = asyncio.Semaphore(STARTS_AT_ONCE)
        self.hubs: dict[str, Hub] = {}
        """Those served now, by centre."""

    # the door --------------------------------------------------------------------------------------

    async def check(self, connection: ServerConnection, request: Request) -> Response | None:
        """Refuse before the upgrade, or note whose station it is; 503 sends it to another hub."""
        if request.headers.get_all("Origin"):
            return connection.respond(HTTPStatus.FORBIDDEN, "stations only\n")
        token = bearer_of(request)
        try:
            found = await self._claims.ask(lambda: centre_of(self._claims.database, token)) if token else None
        except StoreFailed as error:
            log.error("device list away", why=error.why)
            return connection.respond(HTTPStatus.SERVICE_UNAVAILABLE, "try again\n")
        if found is None:
            return connection.respond(HTTPStatus.UNAUTHORIZED, "unknown or revoked token\n")
        centre, device = found
        hub = self.hubs.get(centre)
        if hub is None:
            return connection.respond(HTTPStatus.SERVICE_UNAVAILABLE, "another hub has this centre\n")
        assert isinstance(connection, StationConnection)
        hub.door.let_in(connection, device)
        connection.serve = hub.receive
        return None

    async def receive(self, connection: ServerConnection) -> None:
        assert isinstance(connection, StationConnection)
        await connection.serve(connection)

    # implements hub.server.status.Watched

    def health(self) -> tuple[bool, str]:
        ill = [centre for centre, hub in self.hubs.items() if not hub.health()[0]]
        stations = sum(hub.connected for hub in self.hubs.values())
        words = {"status": "stuck" if ill else "ok", "centres": len(self.hubs), "stations": stations}
        return not ill, json.dumps(words)

    def metrics(self) -> str:
        stations = sum(hub.connected for hub in self.hubs.values())
        return (
            "# HELP motcua_centres Hosted centres served now.\n# TYPE motcua_centres gauge\n"
            f"motcua_centres {len(self.hubs)}\n"
            "# HELP motcua_stations Connected stations.\n# TYPE motcua_stations gauge\n"
            f"motcua_stations {stations}\n"
        )

    # the centres -----------------------------------------------------------------------------------

    async def run(self, stop: asyncio.Event) -> None:
        """Serve a fair part of the centres until told to stop; then give all free."""
        async with asyncio.TaskGroup() as tenures:
            while not stop.is_set():
                try:
                    share = await self._claims.ask(self._look)
                except StoreFailed as error:
                    log.warning("database away", why=error.why)
                else:
                    self._take_some(share, tenures)
                    self._give_some(share)
                    self._settle()
                with suppress(TimeoutError):
                    await asyncio.wait_for(stop.wait(), SHARE_EVERY_S)
            for leaving in self._leaving.values():
                leaving.set()
        try:
            await self._claims.ask(lambda: sharing.leave(self._claims.database, self._claims.leases.owner))
        except StoreFailed as error:
            log.warning("database away", why=error.why)

    async def reconfigure(self, centres: Mapping[str, Settings]) -> None:
        """Go on by new configurations; new centres are taken soon, those that are gone are given up."""
        self._centres = centres
        for centre, hub in tuple(self.hubs.items()):
            if (settings := centres.get(centre)) is not None:
                await hub.reconfigure(settings.hall, settings.procedures)
            else:
                self._leaving[centre].set()

    def _look(self) -> sharing.Share:
        leases, database = self._claims.leases, self._claims.database
        if not database.prepared:
            database.prepare()
        return sharing.look(database, leases.owner, leases.address, self._group, self._centres)

    def _take_some(self, share: sharing.Share, tenures: asyncio.TaskGroup) -> None:
        now_s = asyncio.get_running_loop().time()
        wanted = [
            centre
            for centre in share.free
            if centre not in self._leaving and self._not_before_s.get(centre, 0.0) <= now_s
        ]
        for centre in wanted[: max(0, share.fair - len(self._leaving))]:
            self._leaving[centre] = asyncio.Event()
            tenures.create_task(self._tenure(centre))

    def _give_some(self, share: sharing.Share) -> None:
        staying = [centre for centre, leaving in self._leaving.items() if not leaving.is_set()]
        staying.sort(key=lambda centre: self.hubs[centre].connected if centre in self.hubs else 0)
        for centre in staying[: max(0, len(staying) - share.fair)]:
            self._leaving[centre].set()

    def _settle(self) -> None:
        """Once all are there, no collection looks at them again: among 1,600 centres it would take 1 s."""
        if len(self.hubs) == len(self._leaving) != self._settled:
            self._settled = len(self.hubs)
            gc.freeze()

    async def _tenure(self, centre: str) -> None:
        """Serve one centre until it is lost or given up; what goes wrong in it stays in it."""
        try:
            await self._serve(centre)
        except* (StoreFailed, HubStopping) as errors:
            log.warning("not the owner any more", centre=centre, why=str(errors.exceptions[0]))
        except* (HubError, OSError) as errors:
            log.error("centre not served", centre=centre, why=str(errors.exceptions[0]))
            self._not_before_s[centre] = asyncio.get_running_loop().time() + AGAIN_S
        finally:
            del self._leaving[centre]

    async def _serve(self, centre: str) -> None:
        leaving = self._leaving[centre]
        async with AsyncExitStack() as serving:
            async with self._starting:
                lease = await self._claims.take(centre)
                if not isinstance(lease, Lease):
                    return
                owned = await serving.enter_async_context(self._claims.holding(lease))
                work = at_work(self._centres[centre], owned, self._threads)
                hub = await serving.enter_async_context(work)
            self.hubs[centre] = hub
            try:
                await leaving.wait()
            finally:
                del self.hubs[centre]
                await hub.part(MOVED, "the centre moves to another hub")
