"""The centre's list of appointments as the hub holds it: read at the start, and again when it changes."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import structlog

from config.appointments import Appointment, read
from config.model import Hall
from hub.domain.rules import Rules
from hub.server.hall import Hall as ServedHall

log = structlog.get_logger(__name__)

LOOK_EVERY_S: Final = 5.0
_Signature = tuple[int, int]


class Booked:
    """The list beside the configuration in ``directory``. It reads the disk: not for an event loop."""

    def __init__(self, directory: Path) -> None:
        self._directory = directory
        self._signature: _Signature | None = None
        self._known: Mapping[str, Appointment] = {}

    def rules(self, hall: Hall) -> Rules:
        """Return the rules of ``hall`` with its list; one that cannot be read leaves the last in force."""
        if not hall.appointments.file:
            return Rules(hall)
        file = self._directory / hall.appointments.file
        self._signature = _signature(file)
        bare = Rules(hall)
        found, mistakes = read(file, bare.zone, bare.services)
        if mistakes:
            log.error("appointments with mistakes", file=file.name, wrong=len(mistakes), taken=len(found))
        if found or not mistakes:
            self._known = found
        return Rules(hall, self._known)

    def changed(self, hall: Hall) -> bool:
        file = hall.appointments.file
        return bool(file) and _signature(self._directory / file) != self._signature


async def follow(booked: Booked, hall: ServedHall) -> None:
    """For ever take the list again when it has changed."""
    while True:
        await asyncio.sleep(LOOK_EVERY_S)
        await take_change(booked, hall)


async def take_change(booked: Booked, hall: ServedHall) -> None:
    """Take the list if it has changed; stations need not be told."""
    configured = hall.rules.hall
    if await asyncio.to_thread(booked.changed, configured):
        rules = await asyncio.to_thread(booked.rules, configured)
        await hall.writer.ask(lambda ledger: ledger.use(rules), lambda _: hall.use(rules))


def _signature(file: Path) -> _Signature | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
