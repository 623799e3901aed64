"""The number being asked for, on disk before it is asked for: whatever crashes, it is asked for once."""

from __future__ import annotations

import logging
import os
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from hub.messages.commands import IssueTicket

log = logging.getLogger(__name__)
FILE_NAME = "pending-ticket.json"


class Pending(Struct, frozen=True, kw_only=True):
    """Whether its paper was begun is in the printer's own journal, by the ticket's id."""

    key: str
    command: IssueTicket
    language: str
    asked_at: datetime
    instead_of: str = ""
    """The id of the ticket that this one replaces; it is cancelled once this one is there."""
    old_number: str = ""


class PendingTicket:
    """One file in the station's data directory. Called from one thread; every write is durable on return."""

    def __init__(self, directory: Path) -> None:
        self._file = directory / FILE_NAME

    def keep(self, pending: Pending) -> None:
        """Raises OSError when the disk refuses: a crash would then ask for a second number."""
        self._file.parent.mkdir(parents=True, exist_ok=True)
        fresh = self._file.with_suffix(".new")
        with fresh.open("wb") as file:
            file.write(msgspec.json.encode(pending))
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(self._file)
        _sync_directory(self._file.parent)

    def read(self) -> Pending | None:
        """Return what was being asked for when this station stopped; None if nothing, or not readable."""
        try:
            return msgspec.json.decode(self._file.read_bytes(), type=Pending)
        except (OSError, msgspec.DecodeError):
            return None

    def forget(self) -> None:
        try:
            self._file.unlink(missing_ok=True)
        except OSError as error:
            log.error("the pending number could not be forgotten: %s", error.strerror)


def _sync_directory(directory: Path) -> None:
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
