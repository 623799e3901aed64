"""The paired devices of one centre, in the database, so that a standby knows them too."""

from __future__ import annotations

from hub.messages.frames import Role
from hub.store.devices import Device, hash_of, new_token, now_text, role_of
from hub.store.postgresql.database import Database

_COLUMNS = "role, name, token_hash, paired_at, revoked_at"


class PostgresDevices:
    """Implements hub.store.devices.DeviceList. Every call is one query; raises StoreFailed, StoreUnusable."""

    def __init__(self, database: Database, centre: str) -> None:
        self._database = database
        self._centre = centre

    def pair(self, role: Role, name: str) -> str:
        token = new_token()
        row = (hash_of(token), self._centre, role, name, now_text())
        insert = "INSERT INTO devices VALUES (%s, %s, %s, %s, %s, NULL) RETURNING token_hash"
        self._database.rows(insert, row)
        return token

    def revoke(self, role: Role, name: str) -> int:
        update = (
            "UPDATE devices SET revoked_at = %s WHERE centre = %s AND role = %s AND name = %s "
            "AND revoked_at IS NULL RETURNING token_hash"
        )
        return len(self._database.rows(update, (now_text(), self._centre, role, name)))

    def find(self, token: str) -> Device | None:
        """A token reaches the one centre it was paired with, whichever other is asked for."""
        return next(iter(self._some("AND token_hash = %s AND revoked_at IS NULL", hash_of(token))), None)

    def revoked(self) -> frozenset[str]:
        return frozenset(device.token_hash for device in self._some("AND revoked_at IS NOT NULL"))

    def all(self) -> list[Device]:
        return self._some("ORDER BY role, name, paired_at")

    def _some(self, rest: str, *values: str) -> list[Device]:
        query = f"SELECT {_COLUMNS} FROM devices WHERE centre = %s {rest}"
        return [
            Device(role_of(role), *others)
            for role, *others in self._database.rows(query, (self._centre, *values))
        ]

    def close(self) -> None:
        """The connections are the database's."""


def centre_of(database: Database, token: str) -> tuple[str, Device] | None:
    """Return which centre's device holds ``token``, and the device."""
    query = f"SELECT centre, {_COLUMNS} FROM devices WHERE token_hash = %s AND revoked_at IS NULL"
    for centre, role, *others in database.rows(query, (hash_of(token),)):
        return str(centre), Device(role_of(role), *others)
    return None
