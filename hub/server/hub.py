"""Puts a hub together and runs it: ledger, hall, door and the stations that come through it."""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import AsyncIterator, Callable, Coroutine, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager, closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar
from zoneinfo import ZoneInfo

import structlog
from websockets.asyncio.server import ServerConnection
from websockets.exceptions import ConnectionClosed

from config.model import Hall as HallConfig
from config.model import Procedure
from hub.clock import BusinessClock
from hub.domain.rules import Actor, Rules
from hub.dossiers.connect import source_of
from hub.dossiers.source import DossierSource
from hub.ledger.ledger import Ledger
from hub.messages.frames import PROTOCOL_VERSION, Ev, Hello
from hub.server.booked import Booked, follow
from hub.server.bucket import Bucket
from hub.server.door import Door, StationConnection, TurnedAway, parted, turned_away
from hub.server.hall import Hall
from hub.server.listening import address_of, door_open, listening_socket
from hub.server.owned import Owned, own_files
from hub.server.pins import PinCheck
from hub.server.questions import Questions
from hub.server.station import Station
from hub.server.status import answering
from hub.server.tally import as_prometheus
from hub.server.watch import Watch
from hub.server.writer import Writer

log = structlog.get_logger(__name__)

ROLL_S: Final = 15.0
"""How often supervisors hear when each station was last heard."""
TOKEN_BYTES: Final = 16
CLOSED_FOR_CAUSE: Final = frozenset({1002, 1008, 1009, 1011})
UNWELL_AFTER_S: Final = 10.0
"""A hub that did not come to its own clock for so long is not well."""
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class Settings:
    """``directory`` is the centre's own: its dossier file's path starts there. Port 0: any free one."""

    hall: HallConfig
    data: Path
    directory: Path = Path()
    procedures: tuple[Procedure, ...] = ()
    host: str = "127.0.0.1"
    port: int = 0
    clock: BusinessClock = field(default_factory=BusinessClock)
    status_port: int | None = None
    """Where ``/healthz`` and ``/metrics`` are, on the same host; None: nowhere."""
    drop_after_s: float = 20.0
    """A station that reads nothing for so long is cut off, a quarter of it later at most."""
    tick_s: float = 1.0
    """How often what time alone changes is looked for."""
    vfs: str | None = None
    synchronous: str = "FULL"
    owned: Owned | None = None
    """The store and devices of a centre this hub owns already; None: the files in ``data``."""


class Hub:
    """A running hub."""

    def __init__(
        self, hall: Hall, door: Door, questions: Questions, owned: Owned, settings: Settings
    ) -> None:
        self.hall = hall
        self._directory = settings.directory
        self._tick_s = settings.tick_s
        self._clock = settings.clock
        self.booked = Booked(settings.directory)
        self.door = door
        self._questions = questions
        self._pins = PinCheck(_monotonic)
        self._buckets: dict[Actor, Bucket] = {}
        self._connections: set[StationConnection] = set()
        self.watch = Watch(self._connections, owned.devices, hall.tally, settings.drop_after_s)
        self._ticked_at_s = _monotonic()
        self.address = ""
        self.status_address = ""

    async def receive(self, connection: ServerConnection) -> None:
        """Serve one connection; whatever goes wrong in it stays in it."""
        assert isinstance(connection, StationConnection)
        self._connections.add(connection)
        try:
            actor, auth = await self.door.welcome(connection)
            if not self.hall.lets_in(actor):
                raise TurnedAway("unknown station")
            await self._station(connection, actor).stay(auth)
        except TurnedAway as error:
            await turned_away(connection, error.why)
        except ConnectionClosed:
            return
        except Exception:
            if self.hall.writer.stopped:
                await parted(connection, 1001, "the hub stops")
                return
            log.exception("a station's session failed")
            await turned_away(connection, "internal error", 1011)
        finally:
            self._connections.discard(connection)
            self.hall.tally.turned_away += connection.close_code in CLOSED_FOR_CAUSE

    def _station(self, connection: StationConnection, actor: Actor) -> Station:
        per_s = self.hall.rules.hall.limits.commands_per_s
        bucket = self._buckets.setdefault(actor, Bucket(per_s, _monotonic()))
        return Station(connection, actor, self.hall, self._questions, self._pins, bucket)

    async def keep_time(self) -> None:
        while True:
            await asyncio.sleep(self._tick_s)
            await self.hall.pass_time()
            self._ticked_at_s = _monotonic()

    async def keep_beat(self) -> None:
        while True:
            await asyncio.sleep(self.heartbeat_s())
            self.hall.beat()

    async def keep_roll(self) -> None:
        while True:
            await asyncio.sleep(ROLL_S)
            self.hall.call_the_roll()

    def heartbeat_s(self) -> float:
        return self.hall.rules.hall.limits.heartbeat_s

    def duties(self) -> Iterable[Coroutine[Any, Any, None]]:
        """What has to run for as long as the hub serves."""
        return (
            self.keep_time(),
            self.keep_beat(),
            self.keep_roll(),
            self.watch.keep_out_deaf(),
            self.watch.keep_out_revoked(self.heartbeat_s),
        )

    async def part(self, code: int = 1001, why: str = "the hub stops") -> None:
        """Say goodbye to every station."""
        async with asyncio.TaskGroup() as tasks:
            for connection in self._connections:
                tasks.create_task(parted(connection, code, why))

    @property
    def connected(self) -> int:
        """How many connections there are."""
        return len(self._connections)

    # implements hub.server.status.Watched

    def health(self) -> tuple[bool, str]:
        well = _monotonic() - self._ticked_at_s < UNWELL_AFTER_S
        level = self.hall.level()
        stations = sum(level.stations.values())
        return well, json.dumps({"status": "ok" if well else "stuck", "seq": level.seq, "stations": stations})

    def metrics(self) -> str:
        return as_prometheus(self.hall.tally, self.hall.level())

    async def reconfigure(self, hall: HallConfig, procedures: Sequence[Procedure]) -> None:
        """Go on by a new configuration; the queue and the stations stay."""
        self._buckets.clear()
        self._questions.use(_source(hall, self._directory, self._clock), procedures)
        await self.hall.reconfigure(await asyncio.to_thread(self.booked.rules, hall))


@asynccontextmanager
async def running(settings: Settings) -> AsyncIterator[Hub]:
    """Run a hub for as long as the block lasts.

    Raises StoreTaken, StoreUnusable: the data cannot be used; OSError: the address cannot.
    """
    with (
        ThreadPoolExecutor(1, thread_name_prefix="ledger") as thread,
        closing(settings.owned or _own_files(settings)) as owned,
        closing(listening_socket(settings.host, settings.port)) as listener,
    ):
        async with (
            at_work(settings, owned, thread) as hub,
            door_open(hub.receive, hub.door.check, listener, settings.hall.limits) as server,
            _status(settings, hub),
        ):
            hub.address = address_of(server)
            try:
                yield hub
            finally:
                await hub.part()


@asynccontextmanager
async def at_work(settings: Settings, owned: Owned, thread: ThreadPoolExecutor) -> AsyncIterator[Hub]:
    """Run a hub whose door another keeps: what comes through it is handed to ``receive``.

    Several hubs may share ``thread``, which then has several workers: each has one piece of work at a time.
    """
    booked = Booked(settings.directory)
    rules = await asyncio.to_thread(booked.rules, settings.hall)
    ledger = await _in(thread, lambda: Ledger(owned.store, rules, settings.clock.now, new_token))
    recent = await _in(thread, ledger.recent_news)
    hub = _assemble(settings, rules, ledger, recent, owned, thread)
    hub.booked = booked
    async with asyncio.TaskGroup() as tasks:
        duties = [tasks.create_task(hub.hall.writer.run())]
        await hub.hall.pass_time()
        for duty in (*hub.duties(), follow(booked, hub.hall)):
            duties.append(tasks.create_task(duty))
        try:
            yield hub
        finally:
            await hub.part()
        for task in duties:
            task.cancel()


def _own_files(settings: Settings) -> Owned:
    centre = settings.hall.centre.id
    return own_files(settings.data, centre, vfs=settings.vfs, synchronous=settings.synchronous)


def _assemble(
    settings: Settings,
    rules: Rules,
    ledger: Ledger,
    recent: list[Ev],
    owned: Owned,
    thread: ThreadPoolExecutor,
) -> Hub:
    hall = Hall(rules, settings.clock.now, ledger.epoch, recent, ledger.seq)
    hall.writer = Writer(ledger, thread, hall.publish, hall.tally)
    questions = Questions(
        hall.writer,
        lambda: hall.rules,
        _source(settings.hall, settings.directory, settings.clock),
        settings.procedures,
        settings.directory,
    )
    limits = settings.hall.limits
    hello = Hello(v=[PROTOCOL_VERSION], hub=settings.hall.centre.id, epoch=ledger.epoch)
    door = Door(owned, hello, lambda: limits.open_timeout_s, hall.tally)
    return Hub(hall, door, questions, owned, settings)


def _source(hall: HallConfig, directory: Path, clock: BusinessClock) -> DossierSource:
    return source_of(hall.dossiers, directory, ZoneInfo(hall.centre.timezone), clock.now)


@asynccontextmanager
async def _status(settings: Settings, hub: Hub) -> AsyncIterator[None]:
    if settings.status_port is None:
        yield
        return
    async with answering(settings.host, settings.status_port, hub) as hub.status_address:
        yield


def new_token() -> str:
    return secrets.token_urlsafe(TOKEN_BYTES)


async def _in(thread: ThreadPoolExecutor, work: Callable[[], _Result]) -> _Result:
    return await asyncio.get_running_loop().run_in_executor(thread, work)


def _monotonic() -> float:
    return asyncio.get_running_loop().time()
