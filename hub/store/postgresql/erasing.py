"""Erases what may tell about a person from a database, and from the pages it stood on."""

from __future__ import annotations

from datetime import datetime

from hub.store.postgresql.database import Database
from hub.store.postgresql.store import ERASE_PERSONAL


def erase_in_database(database: Database, centre: str, before: datetime) -> int:
    """Return how many fields were erased from events before a time; answers of before go too.

    Nobody reads them afterwards. VACUUM frees their pages for new rows; what the server's log of writes and
    its backups still hold goes as those are recycled. Raises StoreFailed, StoreUnusable.
    """
    with database.connection() as connection:
        connection.execute(b"DELETE FROM answers WHERE centre = %s AND at < %s", (centre, before))
        erased = connection.execute(ERASE_PERSONAL.encode(), (centre, before)).rowcount
        connection.execute(b"VACUUM personal, answers")
    return erased
