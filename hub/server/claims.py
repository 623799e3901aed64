"""The centres this process owns in a shared database: claimed, kept by renewal, given up, lost."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, asynccontextmanager, closing, suppress
from typing import Final, TypeVar

import structlog

from hub.server.owned import Owned
from hub.store.errors import StoreFailed
from hub.store.postgresql.database import Database
from hub.store.postgresql.devices import PostgresDevices
from hub.store.postgresql.leases import RENEW_EVERY_S, Holder, Lease, Leases, new_owner
from hub.store.postgresql.rows import Claim
from hub.store.postgresql.store import PostgresStore
from hub.store.postgresql.together import Together

log = structlog.get_logger(__name__)

LOOK_EVERY_S: Final = 0.1
"""How often a standby asks whether the centre is free."""
WATCH_EVERY_S: Final = 0.1
"""How often the owner looks whether it still is."""
SOON_S: Final = 0.2
"""A renewal that failed is tried again so soon."""
_Result = TypeVar("_Result")


class Claims:
    """Of one process. Renews from the event loop, so that a hub whose loop is stuck loses what it has."""

    def __init__(self, leases: Leases, database: Database, write: Callable[[Claim], None]) -> None:
        """``write`` is how the stores write: ``database.write``, or together with other centres."""
        self.leases = leases
        self.database = database
        self._write = write
        self._watched: dict[Lease, asyncio.Future[None]] = {}
        self._renewing = ThreadPoolExecutor(1, thread_name_prefix="renew")
        self._asking = ThreadPoolExecutor(2, thread_name_prefix="claim")

    async def wait_for(self, centre: str, stop: asyncio.Event, *, fenced: bool = False) -> Lease | None:
        """Return once ``centre`` is ours; None: told to stop.

        ``fenced``: it was ours; who has it now is told as a warning. Raises StoreUnusable.
        """
        told = ""
        while not stop.is_set():
            try:
                found = await self.take(centre)
            except StoreFailed as error:
                if told != error.why:
                    told = error.why
                    log.warning("database away; standing by", centre=centre, why=told)
            else:
                if isinstance(found, Lease):
                    return found
                if told != str(found):
                    told = str(found)
                    tell = log.warning if fenced else log.info
                    tell("fenced: another hub owns the centre" if fenced else "standing by", owner=told)
            with suppress(TimeoutError):
                await asyncio.wait_for(stop.wait(), LOOK_EVERY_S)
        return None

    async def take(self, centre: str) -> Lease | Holder:
        """Ask for ``centre`` once. Raises StoreFailed, StoreUnusable."""
        found = await self.ask(lambda: self._take(centre))
        if isinstance(found, Lease):
            log.info("owner", centre=centre, term=found.term)
        return found

    def _take(self, centre: str) -> Lease | Holder:
        if not self.database.prepared:
            self.database.prepare()
        return self.leases.acquire(centre)

    @asynccontextmanager
    async def holding(self, lease: Lease) -> AsyncIterator[Owned]:
        """Lend the centre's store for as long as it is ours, then give the centre free.

        Raises Fenced (in a group): it was lost.
        """
        try:
            store = await self.ask(lambda: PostgresStore(self.database, self.leases, lease, self._write))
            async with asyncio.TaskGroup() as tasks:
                watching = tasks.create_task(self._lost(lease))
                yield Owned(store, PostgresDevices(self.database, lease.centre), lease.held)
                watching.cancel()
        finally:
            if lease.held():
                with suppress(StoreFailed):
                    await asyncio.shield(self.ask(lambda: self.leases.release(lease)))

    async def _lost(self, lease: Lease) -> None:
        """Raises Fenced: the lease ran out or was taken."""
        lost = self._watched[lease] = asyncio.get_running_loop().create_future()
        try:
            await lost
        finally:
            del self._watched[lease]

    async def watch(self) -> None:
        """One for all: hosted centres are many."""
        while True:
            await asyncio.sleep(WATCH_EVERY_S)
            for lease, lost in self._watched.items():
                if not lease.held() and not lost.done():
                    lost.set_exception(lease.why_lost())

    async def renew(self) -> None:
        loop = asyncio.get_running_loop()
        while True:
            begun_s = time.monotonic()
            try:
                await loop.run_in_executor(self._renewing, self.leases.renew)
            except StoreFailed as error:
                log.warning("lease not renewed", why=error.why)
                await asyncio.sleep(SOON_S)
            else:
                await asyncio.sleep(max(0.0, RENEW_EVERY_S - (time.monotonic() - begun_s)))

    async def ask(self, work: Callable[[], _Result]) -> _Result:
        """Do ``work`` with the database in a thread."""
        return await asyncio.get_running_loop().run_in_executor(self._asking, work)

    def close(self) -> None:
        self._renewing.shutdown()
        self._asking.shutdown()


@asynccontextmanager
async def claims_on(url: str, address: str, *, together: bool = False) -> AsyncIterator[Claims]:
    """``address`` is what other hubs and their logs are told of where this one serves.

    ``together``: the writes of this process's centres share transactions.
    """
    with ExitStack() as stack:
        leases = stack.enter_context(closing(Leases(url, new_owner(), address)))
        database = stack.enter_context(closing(Database(url, f"motcua-hub {leases.owner}")))
        write = stack.enter_context(closing(Together(database))).write if together else database.write
        claims = stack.enter_context(closing(Claims(leases, database, write)))
        async with asyncio.TaskGroup() as tasks:
            duties = [tasks.create_task(claims.renew()), tasks.create_task(claims.watch())]
            yield claims
            for duty in duties:
                duty.cancel()
