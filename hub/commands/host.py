"""``host``: many centres in one process, shared with other such processes on the same database."""

from __future__ import annotations

import argparse
import asyncio
import signal
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

import structlog

from config.loader import ConfigError, load
from config.model import Limits
from hub.commands.places import DATABASES
from hub.commands.say import say
from hub.commands.serve import add_listening, clock_from, host_and_port, run, told_to_stop
from hub.server.claims import claims_on
from hub.server.hosting import Host, collect_seldom
from hub.server.hub import Settings
from hub.server.listening import address_of, door_open, listening_socket
from hub.server.standby import brisk
from hub.server.status import answering_at

log = structlog.get_logger("hub")

Centres: TypeAlias = Mapping[str, Settings]
LEDGER_THREADS = 48
"""They wait for the database; who waits together is written together."""
TICK_S = 5.0
"""Hosted centres are many and small: closing time may come a few seconds late."""


def add_host(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--centres", type=Path, required=True, metavar="DIR", help="a folder of centres")
    parser.add_argument("--store", required=True, metavar="URL", help="postgresql://USER@HOST/NAME")
    parser.add_argument("--group", default="hosted", metavar="NAME", help="the hubs that share these centres")
    parser.add_argument("--now", metavar="ISO", help="start the business clock there (demos, drills)")
    add_listening(parser)
    parser.set_defaults(act=host)


def host(options: argparse.Namespace) -> int:
    if not options.store.startswith(DATABASES):
        raise SystemExit(f"motcua-hub: --store wants postgresql://…, not {options.store!r}")
    place, port = host_and_port(options.listen)
    centres = settings_of(options.centres, options.now)
    collect_seldom()
    serving = _Serving(options.store, options.group, place, port, options.status_port)
    return run(_host_until_told(centres, serving, lambda: settings_of(options.centres, options.now)))


def settings_of(folder: Path, now: str | None) -> dict[str, Settings]:
    """Return the settings of every centre below ``folder``. Raises ConfigError, SystemExit."""
    found: dict[str, Settings] = {}
    for directory in sorted(path.parent for path in folder.glob("*/centre.toml")):
        loaded = load(directory)
        centre = loaded.hall.centre.id
        if centre in found:
            raise SystemExit(f"motcua-hub: {directory} and {found[centre].directory} are both {centre!r}")
        found[centre] = Settings(
            hall=brisk(loaded.hall),
            procedures=loaded.procedures,
            directory=directory,
            data=Path(),
            clock=clock_from(now, loaded.hall.centre.timezone),
            tick_s=TICK_S,
        )
    if not found:
        raise SystemExit(f"motcua-hub: {folder} holds no centre (a folder with centre.toml)")
    return found


@dataclass(frozen=True, slots=True)
class _Serving:
    url: str
    group: str
    host: str
    port: int
    status_port: int | None


async def _host_until_told(centres: Centres, at: _Serving, again: Callable[[], Centres]) -> None:
    stop, reload = told_to_stop(), asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, reload.set)
    with (
        closing(listening_socket(at.host, at.port)) as listener,
        ThreadPoolExecutor(LEDGER_THREADS, thread_name_prefix="ledger") as threads,
    ):
        async with claims_on(at.url, f"{at.host}:{at.port}", together=True) as claims:
            shared = Host(claims, centres, threads, at.group)
            async with (
                door_open(shared.receive, shared.check, listener, Limits()) as server,
                answering_at(at.host, at.status_port, shared),
                asyncio.TaskGroup() as tasks,
            ):
                say(f"ready {address_of(server)}")
                log.info("hosting", centres=len(centres), group=at.group)
                reloading = tasks.create_task(_reload_when_told(reload, shared, again))
                await shared.run(stop)
                reloading.cancel()


async def _reload_when_told(told: asyncio.Event, shared: Host, again: Callable[[], Centres]) -> None:
    """Configurations with mistakes change nothing."""
    while True:
        await told.wait()
        told.clear()
        try:
            centres = await asyncio.to_thread(again)
        except (ConfigError, SystemExit) as error:
            log.error("configurations not taken", mistakes=str(error))
            continue
        await shared.reconfigure(centres)
        log.info("configurations taken", centres=len(centres))
