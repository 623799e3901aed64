"""Waits until this hub owns its centre in the shared database, serves, and waits again when it lost it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, closing, suppress
from dataclasses import replace
from typing import Final

import structlog

from hub.server.hub import Hub, Settings, listening_socket, running
from hub.server.owned import Owned
from hub.store.errors import StoreFailed
from hub.store.postgresql.database import Database
from hub.store.postgresql.devices import PostgresDevices
from hub.store.postgresql.leases import RENEW_EVERY_S, Holder, Lease, Leases, new_owner
from hub.store.postgresql.store import PostgresStore

log = structlog.get_logger(__name__)

LOOK_EVERY_S: Final = 0.25
"""How often a standby asks whether the centre is free."""
WATCH_EVERY_S: Final = 0.1
"""How often the owner looks whether it still is."""
SOON_S: Final = 0.2
"""A renewal that failed is tried again so soon."""


async def serve_while_owner(
    settings: Settings, url: str, serve: Callable[[Hub], Awaitable[None]], stop: asyncio.Event
) -> None:
    """Run ``serve`` with a hub whenever this process owns the centre in ``url``, until it returns.

    ``stop`` ends the waiting; ``serve`` looks at it itself.

    A hub that finds itself fenced, or cut off from the database for longer than its lease, parts from every
    station, says who owns the centre and goes back to waiting.

    Raises StoreUnusable: the database cannot be used; OSError: the address cannot.
    """
    listening_socket(settings.host, settings.port).close()  # a wrong address is told at once
    address = f"{settings.host}:{settings.port}"
    while True:
        fenced: list[BaseException] = []
        try:
            async with owning(url, settings.hall.centre.id, address, stop) as owned:
                if owned is None:
                    return
                async with running(replace(settings, owned=owned)) as hub:
                    await serve(hub)
                return
        except* StoreFailed as errors:
            fenced = list(_leaves(errors))
        for error in fenced:
            log.warning("not the owner any more; standing by", why=str(error))


def _leaves(group: BaseExceptionGroup[BaseException]) -> list[BaseException]:
    found: list[BaseException] = []
    for error in group.exceptions:
        found += _leaves(error) if isinstance(error, BaseExceptionGroup) else [error]
    return found


@asynccontextmanager
async def owning(url: str, centre: str, address: str, stop: asyncio.Event) -> AsyncIterator[Owned | None]:
    """Wait until the centre is ours, then keep it so for the length of the block; None: told to stop first.

    Raises Fenced (in a group): it was lost; StoreUnusable.
    """
    with (
        ThreadPoolExecutor(1, thread_name_prefix="lease") as thread,
        closing(Leases(url, new_owner(), address)) as leases,
        closing(Database(url, f"motcua-hub {leases.owner}")) as database,
    ):
        keeper = Keeper(leases, thread)
        lease = await keeper.wait_for(centre, database, stop)
        if lease is None:
            yield None
            return
        try:
            store = await asyncio.to_thread(PostgresStore, database, leases, lease)
            async with asyncio.TaskGroup() as tasks:
                keeping = [tasks.create_task(keeper.renew()), tasks.create_task(keeper.watch(lease))]
                yield Owned(store, PostgresDevices(database, centre), lease.held)
                for task in keeping:
                    task.cancel()
        finally:
            if lease.held():
                with suppress(StoreFailed):
                    await asyncio.shield(keeper.in_thread(lambda: leases.release(lease)))


class Keeper:
    """Keeps leases from the event loop, so that a hub whose loop is stuck loses them."""

    def __init__(self, leases: Leases, thread: ThreadPoolExecutor) -> None:
        self._leases = leases
        self._thread = thread

    async def wait_for(self, centre: str, database: Database, stop: asyncio.Event) -> Lease | None:
        """Return once ``centre`` is ours; None: told to stop. Raises StoreUnusable."""
        told = ""
        while not stop.is_set():
            try:
                found = await self.in_thread(lambda: self._take(centre, database))
            except StoreFailed as error:
                told = _told(told, "database away; standing by", error.why)
            else:
                if isinstance(found, Lease):
                    log.info("owner", centre=centre, term=found.term)
                    return found
                told = _told(told, "standing by", str(found))
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), LOOK_EVERY_S)
        return None

    def _take(self, centre: str, database: Database) -> Lease | Holder:
        if not database.prepared:
            database.prepare()
        return self._leases.acquire(centre)

    async def renew(self) -> None:
        while True:
            begun_s = time.monotonic()
            try:
                await self.in_thread(self._leases.renew)
            except StoreFailed as error:
                log.warning("lease not renewed", why=error.why)
                await asyncio.sleep(SOON_S)
            else:
                await asyncio.sleep(max(0.0, RENEW_EVERY_S - (time.monotonic() - begun_s)))

    async def watch(self, lease: Lease) -> None:
        """Raises Fenced: the lease ran out or was taken."""
        while True:
            lease.must_be_held()
            await asyncio.sleep(WATCH_EVERY_S)

    async def in_thread(self, work: Callable[[], Lease | Holder | None]) -> Lease | Holder | None:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)


def _told(before: str, what: str, why: str) -> str:
    """Say why we wait, once until it changes."""
    if before != why:
        log.info(what, why=why)
    return why
