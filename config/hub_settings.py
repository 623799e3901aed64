"""How the hub itself works, which no station needs to know: where it keeps the queue."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlsplit, urlunsplit

from config.mistakes import Mistake
from config.part import Part
from config.sources import Sources

HIDDEN = "***"
DATABASES = ("postgresql", "postgres")


class Hub(Part):
    """Read by the hub alone; no station is told."""

    store: str = ""
    """``sqlite`` or empty: a file in the hub's data directory. Else a PostgreSQL database,
    ``postgresql://USER@HOST/NAME``; its password is best kept in ``~/.pgpass`` or ``PGPASSWORD``."""

    def masked(self) -> Hub:
        """Return the settings as a person may read them: without the database's password."""
        return Hub(store=without_password(self.store))


def without_password(address: str) -> str:
    """Return ``address`` with its password hidden, wherever in it one stands."""
    try:
        parts = urlsplit(address)
        password = parts.password
    except ValueError:
        return HIDDEN
    if not parts.scheme:
        return address
    place = parts.netloc
    if password is not None:
        user, _, host = place.rpartition("@")
        place = f"{user.partition(':')[0]}:{HIDDEN}@{host}"
    query = "&".join(
        f"{name}={HIDDEN}" if name.lower() in ("password", "sslpassword") else each
        for each in parts.query.split("&")
        for name in (each.partition("=")[0],)
    )
    return urlunsplit((parts.scheme, place, parts.path, query, parts.fragment))


def mistakes(sources: Sources) -> Iterator[Mistake]:
    """Yield what no hub could keep its queue in."""
    settings = sources.values.get("hub")
    store = settings.get("store") if isinstance(settings, dict) else None
    if not isinstance(store, str):
        return
    if store not in ("", "sqlite") and not is_postgresql(store):
        text = "phải là “sqlite” hoặc một địa chỉ postgresql://người-dùng@máy/cơ-sở-dữ-liệu"
        yield sources.mistake(("hub", "store"), text, "sqlite" if "sqlite" in store.lower() else "")


def is_postgresql(address: str) -> bool:
    try:
        parts = urlsplit(address)
        named = len(parts.path) > 1 or "dbname=" in parts.query
        return parts.scheme in DATABASES and named and parts.port != 0
    except ValueError:
        return False
