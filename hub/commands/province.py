"""``ship`` and ``province report``: from a centre's own file to the province, and what the province sees."""

from __future__ import annotations

import argparse
import signal
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final

import structlog

from hub.commands.places import DATABASES, prepared
from hub.commands.say import say
from hub.store.errors import StoreFailed
from hub.store.postgresql.connecting import LONG_PATIENCE_S
from hub.store.postgresql.database import Database
from hub.store.shipping import ship

log = structlog.get_logger("hub")

EVERY_S: Final = 10.0
LONGEST_WAIT_S: Final = 120.0
"""While the province cannot be reached it is tried ever more seldom, up to this."""
PATIENCE_S: Final = 20.0
"""For the province's answer: the way there may be slow."""
_COLUMNS: Final = (
    "centre, day, tickets, served, no_shows, median_s, p90_s, called, on_time, ratings, mean_score"
)
_HEAD: Final = ("centre", "day", "tickets", "served", "no-show", "wait", "90 %", "on time", "ratings", "mean")


def add_ship(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--data", type=Path, required=True, metavar="DIR", help="the hub's data; only read")
    parser.add_argument("--to", required=True, metavar="URL", help="the province's database")
    parser.add_argument("--every", type=float, default=EVERY_S, metavar="S", help="seconds between two looks")
    parser.add_argument("--once", action="store_true", help="ship what there is and end")
    parser.set_defaults(act=run_ship)


def add_province(parser: argparse.ArgumentParser) -> None:
    actions = parser.add_subparsers(required=True, metavar="ACTION")
    report = actions.add_parser("report", help="waits, promises kept and ratings per centre and day")
    report.add_argument("--store", required=True, metavar="URL", help="the province's database")
    report.add_argument("--day", metavar="YYYY-MM-DD", help="one day only")
    report.set_defaults(act=run_report)


def run_ship(options: argparse.Namespace) -> int:
    _must_be_database(options.to, "--to")
    with closing(Database(options.to, "motcua-ship", patience_s=PATIENCE_S)) as province:
        if options.once:
            say(f"{ship(options.data, province)} events shipped")
            return 0
        told = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: told.set())
        _keep_shipping(options.data, province, options.every, told)
    return 0


def _keep_shipping(data: Path, province: Database, every_s: float, told: threading.Event) -> None:
    wait_s = every_s
    while not told.wait(wait_s if wait_s != every_s else 0):
        try:
            while not told.is_set():
                if shipped := ship(data, province):
                    log.info("shipped", events=shipped)
                wait_s = every_s
                told.wait(every_s)
        except StoreFailed as error:
            wait_s = min(LONGEST_WAIT_S, wait_s * 2)
            log.warning("province away", why=error.why, again_in_s=wait_s)


def run_report(options: argparse.Namespace) -> int:
    _must_be_database(options.store, "--store")
    with prepared(options.store, patience_s=LONG_PATIENCE_S) as database:
        where, values = ("WHERE day = %s", (options.day,)) if options.day else ("", ())
        query = f"SELECT {_COLUMNS} FROM centre_days {where} ORDER BY day, centre"
        rows = database.rows(query, values)
    for line in table([_HEAD, *map(_told, rows)]):
        say(line)
    return 0


def _told(row: Any) -> tuple[str, ...]:
    centre, day, tickets, served, no_shows, median_s, p90_s, called, on_time, ratings, score = row
    return (
        centre,
        day,
        str(tickets),
        str(served),
        str(no_shows),
        _minutes(median_s),
        _minutes(p90_s),
        f"{100 * on_time / called:.0f} %" if called else "–",
        str(ratings or 0),
        f"{float(score):.1f}" if score is not None else "–",
    )


def _minutes(seconds: Any) -> str:
    return "–" if seconds is None else f"{float(seconds) / 60:.1f} min"


def table(rows: list[tuple[str, ...]]) -> Iterator[str]:
    """Yield ``rows`` as lines with the columns under each other."""
    widths = [max(len(row[n]) for row in rows) for n in range(len(rows[0]))]
    for centre, day, *figures in rows:
        cells = [centre.ljust(widths[0]), day.ljust(widths[1])]
        cells += [cell.rjust(width) for cell, width in zip(figures, widths[2:], strict=True)]
        yield "  ".join(cells).rstrip()


def _must_be_database(url: str, option: str) -> None:
    if not url.startswith(DATABASES):
        raise SystemExit(f"motcua-hub: {option} wants postgresql://…, not {url!r}")
