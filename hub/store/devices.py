"""The paired devices: who holds which token. A file of its own, so pairing never disturbs the ledger."""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Protocol, get_args

import apsw

from hub.messages.frames import Role
from hub.store.errors import StoreUnusable

FILE_NAME: Final = "devices.db"
BUSY_TIMEOUT_MS: Final = 5_000
ROLES: Final[tuple[Role, ...]] = get_args(Role)

_TABLE: Final = """
CREATE TABLE IF NOT EXISTS devices (
    token_hash TEXT PRIMARY KEY,
    role TEXT NOT NULL,
    name TEXT NOT NULL,
    paired_at TEXT NOT NULL,
    revoked_at TEXT
) WITHOUT ROWID
"""


@dataclass(frozen=True, slots=True)
class Device:
    """A paired device; ``token_hash`` names its credential without being one."""

    role: Role
    name: str
    token_hash: str
    paired_at: str = ""
    revoked_at: str | None = None


class DeviceList(Protocol):
    """The devices of one centre. Several may go by one role and name: a counter's two screens."""

    def pair(self, role: Role, name: str) -> str:
        """Return the new device's token; only its hash is kept."""

    def revoke(self, role: Role, name: str) -> int:
        """Revoke every token of a device; return how many were still good."""

    def find(self, token: str) -> Device | None:
        """Return whose ``token`` this is, unless it was revoked. Raises StoreError."""

    def revoked(self) -> frozenset[str]:
        """Return the hashes of the revoked tokens. Raises StoreError."""

    def all(self) -> list[Device]: ...

    def close(self) -> None: ...


class Devices:
    """Implements DeviceList, safe beside a serving hub: every call is one short transaction.

    Raises StoreUnusable throughout.
    """

    def __init__(self, data: Path) -> None:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._path = data / FILE_NAME
        with self._translated():
            self._db = apsw.Connection(str(self._path))
            self._db.set_busy_timeout(BUSY_TIMEOUT_MS)
            self._db.pragma("journal_mode", "wal")
            self._db.execute(_TABLE)

    def pair(self, role: Role, name: str) -> str:
        """Return the new device's token; only its hash is kept."""
        token = new_token()
        with self._translated():
            values = (hash_of(token), role, name, now_text())
            self._db.execute("INSERT INTO devices VALUES (?, ?, ?, ?, NULL)", values)
        return token

    def revoke(self, role: Role, name: str) -> int:
        """Revoke every token of a device; return how many were still good."""
        statement = "UPDATE devices SET revoked_at = ? WHERE role = ? AND name = ? AND revoked_at IS NULL"
        with self._translated():
            self._db.execute(statement, (now_text(), role, name))
            return int(self._db.changes())

    def find(self, token: str) -> Device | None:
        """Return whose ``token`` this is, unless it was revoked."""
        return next(iter(self._select("WHERE token_hash = ? AND revoked_at IS NULL", hash_of(token))), None)

    def revoked(self) -> frozenset[str]:
        """Return the hashes of the revoked tokens."""
        return frozenset(device.token_hash for device in self._select("WHERE revoked_at IS NOT NULL"))

    def all(self) -> list[Device]:
        return self._select("ORDER BY role, name, paired_at")

    def take_over(self, rows: Iterable[tuple[object, ...]]) -> None:
        """Put in the devices of another list, their tokens as good as before."""
        with self._translated():
            self._db.executemany("INSERT INTO devices VALUES (?, ?, ?, ?, ?)", list(rows))

    def _select(self, rest: str, *values: str) -> list[Device]:
        statement = f"SELECT role, name, token_hash, paired_at, revoked_at FROM devices {rest}"
        with self._translated():
            rows: list[tuple[str, ...]] = self._db.execute(statement, values).fetchall()  # type: ignore[assignment]
        return [Device(role_of(row[0]), *row[1:]) for row in rows]

    def close(self) -> None:
        self._db.close()

    @contextmanager
    def _translated(self) -> Iterator[None]:
        try:
            yield
        except apsw.Error as error:
            raise StoreUnusable(self._path, f"{type(error).__name__}: {error}") from error


def role_of(text: str) -> Role:
    for role in ROLES:
        if role == text:
            return role
    raise ValueError(f"unknown role {text!r}")


def new_token() -> str:
    return secrets.token_urlsafe(32)


def now_text() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()
