"""``motcua-hub``: serve a centre, pair its devices, verify, back up and restore its data, try policies."""

from __future__ import annotations

import argparse
import asyncio
import getpass
import logging
import signal
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeAlias
from zoneinfo import ZoneInfo

import structlog

from config.loader import ConfigError, Loaded, load
from hub.clock import BusinessClock
from hub.errors import HubError
from hub.server.hub import Hub, Settings, running
from hub.server.pins import hash_pin
from hub.simulation import command as simulation
from hub.store.backup import back_up, erase_personal, restore
from hub.store.devices import ROLES, Devices
from hub.store.verify import verify

log = structlog.get_logger("hub")

Action: TypeAlias = Callable[[argparse.Namespace], int]
DEFAULT_LISTEN = "127.0.0.1:8760"


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    _log_to_stderr()
    act: Action = options.act
    try:
        return act(options)
    except (HubError, ConfigError, OSError) as error:
        print(f"motcua-hub: {error}", file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="motcua-hub", description=__doc__)
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    _serving(actions.add_parser("serve", help="run the hub of one centre"))
    _pairing(actions.add_parser("pair", help="let a device in; prints its token"))
    listing = actions.add_parser("devices", help="list the paired devices")
    _on_data(listing, _devices)
    checking = actions.add_parser(
        "verify", help="replay the log against the projections; exit 1 if they differ"
    )
    _on_data(checking, _verify)

    copying = actions.add_parser("backup", help="copy the data to a new directory; the hub may be serving")
    copying.add_argument("--to", type=Path, required=True, metavar="DIR")
    _on_data(copying, _backup)
    back = actions.add_parser("restore", help="put a backup in place of the data; no hub may be serving")
    back.add_argument("--from", type=Path, required=True, metavar="DIR", dest="backup")
    _on_data(back, _restore)
    erasing = actions.add_parser("erase", help="erase what may tell about a person: notes, remarks, dossiers")
    erasing.add_argument("--days", type=int, required=True, help="keep those of the last so many days")
    _on_data(erasing, _erase)

    simulating = actions.add_parser(
        "simulate", help="play a day under several policies and compare the waits"
    )
    simulation.add_arguments(simulating)
    simulating.set_defaults(act=_simulate)
    actions.add_parser("pin", help="hash a clerk's PIN for the centre's configuration").set_defaults(act=_pin)
    return parser


def _on_data(parser: argparse.ArgumentParser, act: Action) -> None:
    parser.add_argument(
        "--data", type=Path, required=True, metavar="DIR", help="where the hub keeps its data"
    )
    parser.set_defaults(act=act)


def _serving(serve: argparse.ArgumentParser) -> None:
    serve.add_argument("--config", type=Path, required=True, metavar="DIR", help="the centre's directory")
    serve.add_argument("--listen", default=DEFAULT_LISTEN, metavar="HOST:PORT", help="port 0: any free port")
    serve.add_argument("--status-port", type=int, metavar="PORT", help="for /healthz and /metrics")
    serve.add_argument("--now", metavar="ISO", help="start the business clock there (demos, drills)")
    _on_data(serve, _serve)


def _pairing(pair: argparse.ArgumentParser) -> None:
    pair.add_argument("--role", choices=ROLES, required=True)
    pair.add_argument("--name", required=True, help="the kiosk's, display's or counter's id in the centre")
    pair.add_argument("--revoke", action="store_true", help="instead, refuse the device from now on")
    _on_data(pair, _pair)


# serve ------------------------------------------------------------------------------------------------


def _serve(options: argparse.Namespace) -> int:
    loaded = load(options.config)
    for oddity in loaded.warnings:
        log.warning("configuration", oddity=str(oddity))
    failed: list[BaseException] = []
    try:
        asyncio.run(_serve_until_told(_settings(options, loaded), options.config))
    except* (HubError, OSError) as errors:
        failed = list(errors.exceptions)
    for error in failed:
        print(f"motcua-hub: {error}", file=sys.stderr)
    return 2 if failed else 0


def _settings(options: argparse.Namespace, loaded: Loaded) -> Settings:
    host, _, port = options.listen.rpartition(":")
    if not port.isdecimal() or int(port) > 65_535:
        raise SystemExit(f"motcua-hub: --listen wants HOST:PORT, not {options.listen!r}")
    return Settings(
        hall=loaded.hall,
        procedures=loaded.procedures,
        directory=options.config,
        data=options.data,
        host=host.strip("[]") or "127.0.0.1",
        port=int(port),
        status_port=options.status_port,
        clock=_clock(options.now, loaded.hall.centre.timezone),
    )


def _clock(now: str | None, zone: str) -> BusinessClock:
    if now is None:
        return BusinessClock()
    try:
        return BusinessClock.starting_at(datetime.fromisoformat(now), ZoneInfo(zone))
    except ValueError as error:
        raise SystemExit(f"motcua-hub: --now wants ISO 8601: {error}") from error


async def _serve_until_told(settings: Settings, directory: Path) -> None:
    stop, reload = asyncio.Event(), asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, stop.set)
    loop.add_signal_handler(signal.SIGHUP, reload.set)
    async with running(settings) as hub, asyncio.TaskGroup() as tasks:
        print(f"ready {hub.address}", flush=True)
        log.info("serving", address=hub.address, centre=settings.hall.centre.id, seq=hub.hall.seq)
        reloading = tasks.create_task(_reload_when_told(reload, hub, directory))
        await stop.wait()
        log.info("stopping")
        reloading.cancel()


async def _reload_when_told(told: asyncio.Event, hub: Hub, directory: Path) -> None:
    """A configuration with mistakes changes nothing."""
    while True:
        await told.wait()
        told.clear()
        try:
            loaded = await asyncio.to_thread(load, directory)
        except ConfigError as error:
            log.error("configuration not taken", mistakes=str(error))
            continue
        await hub.reconfigure(loaded.hall, loaded.procedures)
        log.info("configuration taken")


# the rest ---------------------------------------------------------------------------------------------


def _pair(options: argparse.Namespace) -> int:
    devices = Devices(options.data)
    if options.revoke:
        count = devices.revoke(options.role, options.name)
        print(f"{count} revoked")
        return 0 if count else 1
    print(devices.pair(options.role, options.name))
    return 0


def _devices(options: argparse.Namespace) -> int:
    for device in Devices(options.data).all():
        state = f"revoked {device.revoked_at}" if device.revoked_at else "good"
        print(f"{device.role:<10} {device.name:<20} paired {device.paired_at}  {state}")
    return 0


def _verify(options: argparse.Namespace) -> int:
    report = verify(options.data)
    for problem in report.problems:
        print(problem)
    print(f"{report.events} events, {report.tickets} tickets, {len(report.problems)} problems")
    return 1 if report.problems else 0


def _backup(options: argparse.Namespace) -> int:
    for copy in back_up(options.data, options.to):
        print(copy)
    return 0


def _restore(options: argparse.Namespace) -> int:
    report = restore(options.backup, options.data)
    print(f"{report.events} events, {report.tickets} tickets restored")
    return 0


def _erase(options: argparse.Namespace) -> int:
    before = datetime.now(UTC) - timedelta(days=options.days)
    print(f"{erase_personal(options.data, before)} fields erased")
    return 0


def _simulate(options: argparse.Namespace) -> int:
    print(simulation.run(options))
    return 0


def _pin(options: argparse.Namespace) -> int:
    pin = getpass.getpass("PIN: ") if sys.stdin.isatty() else sys.stdin.readline().strip()
    if len(pin) < 4:
        raise SystemExit("motcua-hub: a PIN has at least four digits")
    print(hash_pin(pin))
    return 0


def _log_to_stderr() -> None:
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.processors.format_exc_info,
            structlog.processors.JSONRenderer(ensure_ascii=False),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(logging.INFO),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )


if __name__ == "__main__":
    sys.exit(main())
