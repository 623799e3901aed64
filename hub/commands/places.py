"""Where a centre's data is, from the words of the command line."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from config.loader import Loaded, load
from hub.store.copying import Place
from hub.store.devices import DeviceList, Devices
from hub.store.errors import StoreUnusable
from hub.store.postgresql.connecting import PATIENCE_S
from hub.store.postgresql.database import Database
from hub.store.postgresql.devices import PostgresDevices

DATABASES = ("postgresql://", "postgres://")


@dataclass(frozen=True, slots=True)
class Where:
    """``centre`` is empty for files, which are one centre's."""

    place: Place
    centre: str = ""


def add_arguments(
    parser: argparse.ArgumentParser, *, config: str = "take the store from this centre"
) -> None:
    parser.add_argument("--data", type=Path, metavar="DIR", help="where the hub keeps its data")
    parser.add_argument("--store", metavar="URL", help="instead, a database: postgresql://USER@HOST/NAME")
    parser.add_argument("--centre", metavar="ID", help="whose data in the database; may go where it has one")
    parser.add_argument("--config", type=Path, metavar="DIR", help=config)


def where(options: argparse.Namespace, loaded: Loaded | None = None) -> Where:
    """Raises SystemExit: not enough is said; ConfigError; StoreError."""
    if options.store is None and options.config is not None:
        loaded = loaded or load(options.config)
    url = options.store or (loaded.hall.hub.store if loaded is not None else "")
    if url in ("", "sqlite"):
        if options.data is None:
            raise SystemExit(
                "motcua-hub: --data DIR is missing, or --store URL, or a --config with hub.store"
            )
        return Where(Place(data=options.data))
    if not url.startswith(DATABASES):
        raise SystemExit(f"motcua-hub: --store wants postgresql://…, not {url!r}")
    centre = options.centre or (loaded.hall.centre.id if loaded is not None else "")
    return Where(Place(url=url), centre or _only_centre(url))


def _only_centre(url: str) -> str:
    with prepared(url) as database:
        rows = database.rows("SELECT centre FROM centres UNION SELECT centre FROM devices")
    if len(rows) != 1:
        raise StoreUnusable(database.place, f"{len(rows)} centres here: name one (--centre)")
    return str(rows[0][0])


def from_words(words: str) -> Place:
    """Return the place in ``sqlite:DIR``, ``DIR`` or ``postgresql://…``."""
    return (
        Place(url=words) if words.startswith(DATABASES) else Place(data=Path(words.removeprefix("sqlite:")))
    )


@contextmanager
def prepared(url: str, patience_s: float = PATIENCE_S) -> Iterator[Database]:
    with closing(Database(url, "motcua-hub command", patience_s=patience_s)) as database:
        database.prepare()
        yield database


@contextmanager
def devices_of(options: argparse.Namespace) -> Iterator[DeviceList]:
    found = where(options)
    if found.place.data is not None:
        with closing(Devices(found.place.data)) as devices:
            yield devices
        return
    with prepared(found.place.url) as database:
        yield PostgresDevices(database, found.centre)
