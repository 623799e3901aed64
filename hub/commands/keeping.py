"""``verify``, ``backup``, ``restore``, ``erase`` and ``copy``: what is done with a store."""

from __future__ import annotations

import argparse
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from hub.commands import places
from hub.commands.bounds import at_least
from hub.commands.say import say, tell
from hub.store.backup import back_up, erase_personal, restore
from hub.store.copying import Place, Sum, copy, opened
from hub.store.errors import StoreUnusable
from hub.store.postgresql.connecting import LONG_PATIENCE_S
from hub.store.postgresql.database import Database
from hub.store.postgresql.erasing import erase_in_database
from hub.store.verify import Report, examine, verify


def add_verify(parser: argparse.ArgumentParser) -> None:
    places.add_arguments(parser)
    parser.set_defaults(act=run_verify)


def add_backup(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--to", type=Path, required=True, metavar="DIR")
    places.add_arguments(parser)
    parser.set_defaults(act=run_backup)


def add_restore(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--from", type=Path, required=True, metavar="DIR", dest="backup")
    replace = "in a database, delete what the centre has there; files are kept beside without being asked"
    parser.add_argument("--replace", action="store_true", help=replace)
    places.add_arguments(parser)
    parser.set_defaults(act=run_restore)


def add_erase(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--days", type=at_least(0), required=True, help="keep those of the last so many days")
    places.add_arguments(parser)
    parser.set_defaults(act=run_erase)


def add_copy(parser: argparse.ArgumentParser) -> None:
    either = "sqlite:DIR or postgresql://USER@HOST/NAME"
    parser.add_argument("--from", required=True, metavar="STORE", dest="source", help=either)
    parser.add_argument("--to", required=True, metavar="STORE", dest="target", help=either)
    parser.add_argument("--centre", default="", metavar="ID", help="may go where the source has one")
    parser.set_defaults(act=run_copy)


def run_verify(options: argparse.Namespace) -> int:
    found = places.where(options)
    if found.place.data is not None:
        report = verify(found.place.data)
    else:
        with opened(found.place, found.centre) as archive:
            report = examine(archive)
    for problem in report.problems:
        say(problem)
    say(f"{report.events} events, {report.tickets} tickets, {len(report.problems)} problems")
    return 1 if report.problems else 0


def run_backup(options: argparse.Namespace) -> int:
    found = places.where(options)
    if found.place.data is not None:
        for file in back_up(found.place.data, options.to):
            say(file)
        return _sound(options.to)
    _told(copy(found.place, Place(data=options.to), found.centre, tell, at_rest=False), options.to)
    return 0


def _sound(backup: Path) -> int:
    """A backup nobody could put back is none: say so now."""
    problems = verify(backup).problems
    for problem in problems:
        say(problem)
    if problems:
        tell(f"{backup}: the copy is as damaged as its source: {len(problems)} problems")
    return 1 if problems else 0


def run_restore(options: argparse.Namespace) -> int:
    found = places.where(options)
    report = _restored(found, options)
    say(f"{report.events} events, {report.tickets} tickets restored")
    return 0


def _restored(found: places.Where, options: argparse.Namespace) -> Report:
    if found.place.data is not None:
        return restore(options.backup, found.place.data)
    if not options.replace:
        with opened(found.place) as archive:
            if found.centre in archive.centres():
                why = f"the centre {found.centre!r} is there already; --replace deletes it first"
                raise StoreUnusable(str(found.place), why)
    done = copy(Place(data=options.backup), found.place, found.centre, tell, at_rest=False, replace=True)
    return Report(done.rows["events"], done.rows["tickets"])


def run_erase(options: argparse.Namespace) -> int:
    found = places.where(options)
    before = datetime.now(UTC) - timedelta(days=options.days)
    if found.place.data is not None:
        erased = erase_personal(found.place.data, before)
    else:
        with closing(Database(found.place.url, "motcua-erase", patience_s=LONG_PATIENCE_S)) as database:
            erased = erase_in_database(database, found.centre, before)
    say(f"{erased} fields erased")
    return 0


def run_copy(options: argparse.Namespace) -> int:
    source, target = places.from_words(options.source), places.from_words(options.target)
    _told(copy(source, target, options.centre, tell), target)
    return 0


def _told(done: Sum, target: object) -> None:
    for table, rows in done.rows.items():
        say(f"{table:<10} {rows:>9} rows  {done.checksums[table][:16]}")
    say(f"copied to {target} and compared: the same")
