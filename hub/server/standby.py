"""Waits until this hub owns its centre in the shared database, serves, and waits again when it lost it."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from typing import Final

import structlog

from config.model import Hall as HallConfig
from hub.server.claims import Claims, claims_on
from hub.server.hub import Hub, Settings, running
from hub.server.listening import listening_socket
from hub.server.status import answering_at
from hub.server.writer import HubStopping
from hub.store.errors import StoreFailed

log = structlog.get_logger(__name__)

HEARTBEAT_S: Final = 1.0


async def serve_while_owner(
    settings: Settings, url: str, serve: Callable[[Hub], Awaitable[None]], stop: asyncio.Event
) -> None:
    """Run ``serve`` with a hub whenever this process owns the centre in ``url``, until it returns.

    ``stop`` ends the waiting; ``serve`` looks at it itself. A hub that finds itself fenced, or cut off from
    the database for longer than its lease, parts from every station, says who owns the centre and goes back
    to waiting.

    Raises StoreUnusable: the database cannot be used; OSError: the address cannot.
    """
    listening_socket(settings.host, settings.port).close()  # a wrong address is told at once
    settings = replace(settings, hall=brisk(settings.hall))
    async with claims_on(url, f"{settings.host}:{settings.port}") as claims:
        fenced = False
        while await _lost(claims, settings, serve, stop, fenced):
            fenced = True


async def _lost(
    claims: Claims,
    settings: Settings,
    serve: Callable[[Hub], Awaitable[None]],
    stop: asyncio.Event,
    fenced: bool,
) -> bool:
    """Own the centre once; return whether it was lost and not given up."""
    async with answering_at(settings.host, settings.status_port, _Waiting()):
        lease = await claims.wait_for(settings.hall.centre.id, stop, fenced=fenced)
    if lease is None:
        return False
    lost: list[BaseException] = []
    try:
        async with claims.holding(lease) as owned, running(replace(settings, owned=owned)) as hub:
            await serve(hub)
    except* (StoreFailed, HubStopping) as errors:
        lost = [error for error in leaves(errors) if isinstance(error, StoreFailed)]
    for error in lost:
        log.warning("not the owner any more", why=str(error))
    return bool(lost)


class _Waiting:
    """Implements hub.server.status.Watched: a standby is well."""

    def health(self) -> tuple[bool, str]:
        return True, json.dumps({"status": "standby"})

    def metrics(self) -> str:
        return "# HELP motcua_standby Waits for the centre.\n# TYPE motcua_standby gauge\nmotcua_standby 1\n"


def brisk(hall: HallConfig) -> HallConfig:
    """Return the hall with a heartbeat so quick that its stations soon miss a dead owner."""
    beat_s = min(hall.limits.heartbeat_s, HEARTBEAT_S)
    return hall.model_copy(update={"limits": hall.limits.model_copy(update={"heartbeat_s": beat_s})})


def leaves(group: BaseExceptionGroup[BaseException]) -> list[BaseException]:
    """Return the errors themselves, however deep they are wrapped."""
    found: list[BaseException] = []
    for error in group.exceptions:
        found += leaves(error) if isinstance(error, BaseExceptionGroup) else [error]
    return found
