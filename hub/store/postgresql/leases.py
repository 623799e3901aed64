"""Who owns a centre: a row with a term and an end, by the database's clock, renewed while the hub is well.

The row decides who may write (``motcua_write`` looks at the term). When this process stops serving is decided
by its own clock, which runs on while it is stopped or the machine sleeps: always before the row runs out.
"""

from __future__ import annotations

import os
import secrets
import socket
import threading
import time
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from hub.store.errors import Fenced
from hub.store.postgresql.connecting import one
from hub.store.postgresql.database import Database

LEASE_S: Final = 3.0
RENEW_EVERY_S: Final = 1.0
_TTL: Final = f"interval '{LEASE_S} seconds'"


def boot_clock_s() -> float:
    """Seconds since the machine started, asleep or not: no stop of this process hides from it."""
    return time.clock_gettime(time.CLOCK_BOOTTIME)


def new_owner() -> str:
    """Return a name for this process that no other has or had."""
    return f"{socket.gethostname()}:{os.getpid()}:{secrets.token_hex(4)}"


@dataclass(frozen=True, slots=True)
class Holder:
    """Who has a centre, and where it serves; ``since`` is UTC by the database's clock."""

    owner: str
    address: str
    since: datetime

    def __str__(self) -> str:
        where = f" at {self.address}" if self.address else ""
        return f"{self.owner}{where} since {self.since:%Y-%m-%d %H:%M:%S} UTC"


class Lease:
    """One centre, owned while ``held``. Made by ``Leases``."""

    def __init__(self, centre: str, since: datetime, term: int, runs_out_s: float) -> None:
        self.centre = centre
        self.since = since
        """Names this tenure: no other of the same owner began at that moment."""
        self.term = term
        self.runs_out_s = runs_out_s
        self.lost_to = ""

    def held(self) -> bool:
        """Whether no other hub can own the centre at this moment. Asked before every word to a station."""
        return boot_clock_s() < self.runs_out_s

    def must_be_held(self) -> None:
        """Raises Fenced."""
        if not self.held():
            raise self.why_lost()

    def why_lost(self) -> Fenced:
        return Fenced(self.lost_to or "the lease ran out: stopped, stuck or cut off from the database")


class Leases:
    """Of one hub process. Its database connection is its own, so no long query delays a renewal."""

    def __init__(self, url: str, owner: str, address: str = "") -> None:
        self.owner = owner
        self.address = address
        self._database = Database(url, f"motcua-lease {owner}")
        self._held: dict[str, Lease] = {}
        self._lock = threading.Lock()

    def acquire(self, centre: str) -> Lease | Holder:
        """Take ``centre`` if nobody owns it, else say who does. Raises StoreAway."""
        begun_s = boot_clock_s()
        holder, term = self._take(centre)
        if holder.owner != self.owner:
            return holder
        lease = Lease(centre, holder.since, term, begun_s + LEASE_S)
        with self._lock:
            self._held[centre] = lease
        return lease

    def retake(self, lease: Lease) -> None:
        """Go on with a new term: whatever was on its way under the old one is now written or never will be.

        Only while nobody else had the centre in between, even for a moment.

        Raises Fenced: another has it; StoreAway.
        """
        begun_s = boot_clock_s()
        query = (
            "WITH ours AS "
            "(SELECT centre FROM leases WHERE centre = %s AND owner = %s AND since = %s FOR UPDATE) "
            f"UPDATE leases SET term = term + 1, expires_at = clock_timestamp() + {_TTL} "
            "FROM ours WHERE leases.centre = ours.centre RETURNING term"
        )
        terms = self._database.rows(query, (lease.centre, self.owner, lease.since))
        if not terms:
            self._lose(lease, self.holder(lease.centre))
            lease.must_be_held()
        lease.term, lease.runs_out_s = terms[0][0], begun_s + LEASE_S

    def _take(self, centre: str) -> tuple[Holder, int]:
        query = f"SELECT owner, address, since, term FROM motcua_take(%s, %s, %s, {_TTL})"
        with self._database.connection() as connection:
            owner, address, since, term = one(connection, query, (centre, self.owner, self.address))
        return Holder(owner, address, since), term

    def renew(self) -> None:
        """Prolong all. One that another hub has taken is lost, and knows to whom. Raises StoreFailed."""
        with self._lock:
            leases = dict(self._held)
        if not leases:
            return
        begun_s = boot_clock_s()
        query = f"UPDATE leases SET expires_at = clock_timestamp() + {_TTL} WHERE owner = %s RETURNING centre"
        renewed = {centre for (centre,) in self._database.rows(query, (self.owner,))}
        with self._lock:
            for centre in renewed & self._held.keys():
                self._held[centre].runs_out_s = begun_s + LEASE_S
        for centre in leases.keys() - renewed:
            self._lose(leases[centre], self.holder(centre))

    def _lose(self, lease: Lease, holder: Holder | None) -> None:
        lease.lost_to = f"fenced: another hub ({holder}) owns the centre" if holder else "the lease is gone"
        lease.runs_out_s = 0.0
        self._forget(lease)

    def _forget(self, lease: Lease) -> None:
        with self._lock:
            if self._held.get(lease.centre) is lease:
                del self._held[lease.centre]

    def holder(self, centre: str) -> Holder | None:
        """Return who has or last had ``centre``. Raises StoreAway."""
        query = "SELECT owner, address, since FROM leases WHERE centre = %s"
        return next((Holder(*row) for row in self._database.rows(query, (centre,))), None)

    def release(self, lease: Lease) -> None:
        """Give the centre free at once, for the next to take. Raises StoreAway: it runs out by itself."""
        lease.runs_out_s = 0.0
        self._forget(lease)
        free = "UPDATE leases SET owner = '', expires_at = '-infinity' WHERE centre = %s AND owner = %s"
        self._database.rows(f"{free} RETURNING centre", (lease.centre, self.owner))

    def close(self) -> None:
        self._database.close()
