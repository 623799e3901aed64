"""``serve``: the hub of one centre, until it is told to stop."""

from __future__ import annotations

import argparse
import asyncio
import gc
import signal
from collections.abc import Callable, Coroutine
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias
from zoneinfo import ZoneInfo

import structlog

from config.loader import ConfigError, Loaded, load
from config.model import Hall
from hub.clock import BusinessClock
from hub.commands import places
from hub.commands.say import say, tell
from hub.errors import HubError
from hub.server.hub import Hub, Settings, running
from hub.server.standby import brisk, leaves, serve_while_owner

log = structlog.get_logger("hub")

Manner: TypeAlias = Callable[[Hall], Hall]
DEFAULT_LISTEN = "127.0.0.1:8760"


def add_serve(parser: argparse.ArgumentParser) -> None:
    places.add_arguments(parser, config="the centre's directory")
    add_listening(parser)
    parser.add_argument("--now", metavar="ISO", help="start the business clock there (demos, drills)")
    parser.set_defaults(act=serve)


def add_listening(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--listen", default=DEFAULT_LISTEN, metavar="HOST:PORT", help="port 0: any free port")
    parser.add_argument("--status-port", type=int, metavar="PORT", help="for /healthz and /metrics")


def serve(options: argparse.Namespace) -> int:
    if options.config is None:
        raise SystemExit("motcua-hub: serve wants --config DIR, the centre's directory")
    loaded = load(options.config)
    for oddity in loaded.warnings:
        log.warning("configuration", oddity=str(oddity))
    settings = _settings(options, loaded)
    found = places.where(options, loaded)
    return run(_serve_until_told(settings, found.place.url))


def run(serving: Coroutine[Any, Any, None]) -> int:
    """Return the exit code; what went wrong is told."""
    failed: list[BaseException] = []
    try:
        asyncio.run(serving)
    except* (HubError, OSError) as errors:
        failed = leaves(errors)
    for error in failed:
        tell(error)
    return 2 if failed else 0


def _settings(options: argparse.Namespace, loaded: Loaded) -> Settings:
    host, port = host_and_port(options.listen)
    return Settings(
        hall=loaded.hall,
        procedures=loaded.procedures,
        directory=options.config,
        data=options.data or Path(),
        host=host,
        port=port,
        status_port=options.status_port,
        clock=clock_from(options.now, loaded.hall.centre.timezone),
    )


def host_and_port(listen: str) -> tuple[str, int]:
    host, _, port = listen.rpartition(":")
    if not port.isdecimal() or int(port) > 65_535:
        raise SystemExit(f"motcua-hub: --listen wants HOST:PORT, not {listen!r}")
    return host.strip("[]") or "127.0.0.1", int(port)


def clock_from(now: str | None, zone: str) -> BusinessClock:
    if now is None:
        return BusinessClock()
    try:
        return BusinessClock.starting_at(datetime.fromisoformat(now), ZoneInfo(zone))
    except ValueError as error:
        raise SystemExit(f"motcua-hub: --now wants ISO 8601: {error}") from error


async def _serve_until_told(settings: Settings, url: str) -> None:
    stop, reload = told_to_stop(), asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGHUP, reload.set)
    shared = brisk if url else _as_it_is
    serve = partial(_until_told, settings, stop, reload, shared)
    if not url:
        async with running(settings) as hub:
            await serve(hub)
        return
    await serve_while_owner(settings, url, serve, stop)


def _as_it_is(hall: Hall) -> Hall:
    return hall


def told_to_stop() -> asyncio.Event:
    """Return what SIGTERM and SIGINT set."""
    stop = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    return stop


async def _until_told(
    settings: Settings, stop: asyncio.Event, reload: asyncio.Event, shared: Manner, hub: Hub
) -> None:
    say(f"ready {hub.address}")
    gc.freeze()  # what is there now stays for good: no later collection need walk through it
    log.info("serving", address=hub.address, centre=settings.hall.centre.id, seq=hub.hall.seq)
    async with asyncio.TaskGroup() as tasks:
        reloading = tasks.create_task(_reload_when_told(reload, hub, settings.directory, shared))
        await stop.wait()
        log.info("stopping")
        reloading.cancel()


async def _reload_when_told(told: asyncio.Event, hub: Hub, directory: Path, shared: Manner) -> None:
    """A configuration with mistakes, or another centre's, changes nothing."""
    centre = hub.hall.rules.hall.centre.id
    while True:
        await told.wait()
        told.clear()
        try:
            loaded = await asyncio.to_thread(load, directory)
        except ConfigError as error:
            log.error("configuration not taken", mistakes=str(error))
            continue
        if loaded.hall.centre.id != centre:
            why = f"centre.id is {loaded.hall.centre.id!r} now: that is another centre, with data of its own"
            log.error("configuration not taken", mistakes=why)
            continue
        await hub.reconfigure(shared(loaded.hall), loaded.procedures)
        log.info("configuration taken")
