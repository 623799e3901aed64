"""``motcua-hub``: serve a centre, pair its devices, verify, back up, copy and restore its data, try rules."""

from __future__ import annotations

import argparse
import getpass
import logging
import sys
from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

import structlog

from config.loader import ConfigError
from hub.commands import devices, host, keeping, province, serve
from hub.commands.say import say, tell
from hub.errors import HubError
from hub.server.pins import hash_pin
from hub.simulation import command as simulation

Action: TypeAlias = Callable[[argparse.Namespace], int]


def main(arguments: Sequence[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    _log_to_stderr()
    act: Action = options.act
    try:
        return act(options)
    except (HubError, ConfigError, OSError) as error:
        tell(error)
        return 2
    except KeyboardInterrupt:
        return 130


def _simulating(parser: argparse.ArgumentParser) -> None:
    simulation.add_arguments(parser)
    parser.set_defaults(act=_simulate)


def _pinning(parser: argparse.ArgumentParser) -> None:
    parser.set_defaults(act=_pin)


ACTIONS: Final[Sequence[tuple[str, Callable[[argparse.ArgumentParser], None], str]]] = (
    ("serve", serve.add_serve, "run the hub of one centre"),
    ("host", host.add_host, "run many centres in one process, shared with other processes"),
    ("pair", devices.add_pair, "let a device in; prints its token"),
    ("devices", devices.add_devices, "list the paired devices"),
    ("verify", keeping.add_verify, "replay the log against the projections; exit 1 if they differ"),
    ("backup", keeping.add_backup, "copy the data to a new directory; the hub may be serving"),
    ("restore", keeping.add_restore, "put a backup in place of the data; no hub may be serving"),
    ("erase", keeping.add_erase, "erase what may tell about a person: notes, remarks, dossiers"),
    (
        "copy",
        keeping.add_copy,
        "copy a centre between files and a database, and compare; no hub may be serving",
    ),
    ("ship", province.add_ship, "send a centre's events from its files to the province, again and again"),
    ("province", province.add_province, "what the province sees of its centres"),
    ("simulate", _simulating, "play a day under several policies and compare the waits"),
    ("pin", _pinning, "hash a clerk's PIN for the centre's configuration"),
)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="motcua-hub", description=__doc__)
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    for name, add_arguments, words in ACTIONS:
        add_arguments(actions.add_parser(name, help=words))
    return parser


def _simulate(options: argparse.Namespace) -> int:
    say(simulation.run(options))
    return 0


def _pin(options: argparse.Namespace) -> int:
    pin = getpass.getpass("PIN: ") if sys.stdin.isatty() else sys.stdin.readline().strip()
    if len(pin) < 4:
        raise SystemExit("motcua-hub: a PIN has at least four digits")
    say(hash_pin(pin))
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
