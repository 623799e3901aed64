"""How hub processes share hosted centres: each shows that it lives and takes its fair part."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from hub.store.postgresql.connecting import one
from hub.store.postgresql.database import Database

LIVES_S: Final = 3.0
"""A hub whose last beat is older does not count."""


@dataclass(frozen=True, slots=True)
class Share:
    """``fair`` is how many of the centres one hub should have; ``free`` are those nobody has."""

    hubs: int
    fair: int
    free: tuple[str, ...]


def look(database: Database, owner: str, address: str, group: str, centres: Collection[str]) -> Share:
    """Show that ``owner`` lives and return what is its part. Raises StoreFailed."""
    beat = (
        "INSERT INTO hubs VALUES (%s, %s, %s, clock_timestamp()) "
        "ON CONFLICT (owner) DO UPDATE SET beat_at = clock_timestamp()"
    )
    alive = f"SELECT count(*) FROM hubs WHERE group_name = %s AND beat_at > clock_timestamp() - {_INTERVAL}"
    taken = "SELECT centre FROM leases WHERE expires_at > clock_timestamp()"
    with database.connection() as connection:
        connection.execute(beat.encode(), (owner, address, group))
        hubs = int(one(connection, alive, (group,))[0])
        held = {centre for (centre,) in connection.execute(taken.encode())}
    fair = -(-len(centres) // max(1, hubs))
    return Share(hubs, fair, tuple(centre for centre in centres if centre not in held))


_INTERVAL: Final = f"interval '{LIVES_S} seconds'"


def leave(database: Database, owner: str) -> None:
    """Count no more, at once; also forget hubs that died long ago. Raises StoreFailed."""
    long_ago = "beat_at < clock_timestamp() - interval '1 day'"
    database.rows(f"DELETE FROM hubs WHERE owner = %s OR {long_ago} RETURNING owner", (owner,))
