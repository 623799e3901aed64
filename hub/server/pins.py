"""Checks clerks' PINs, ever more slowly after wrong ones."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from config.model import Clerk
from hub.server.refusals import NotDone

FREE_TRIES: Final = 3
FIRST_PAUSE_S: Final = 5.0
LONGEST_PAUSE_S: Final = 300.0


@dataclass(frozen=True, slots=True)
class _Misses:
    count: int
    again_at_s: float


class PinCheck:
    """``monotonic_s`` is the hub's monotonic clock. Tries are counted per clerk, wherever they are made."""

    def __init__(self, monotonic_s: Callable[[], float]) -> None:
        self._monotonic_s = monotonic_s
        self._misses: dict[str, _Misses] = {}
        self._one_by_one: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._hasher = PasswordHasher()

    async def check(self, clerks: Mapping[str, Clerk], clerk: str, pin: str) -> None:
        """Raises NotDone: the PIN is wrong, or it is too early for another try."""
        known = clerks.get(clerk)
        if known is None:
            raise NotDone("wrong_pin")
        async with self._one_by_one[clerk]:  # many at once would all be free tries
            await self._try(known, pin)

    async def _try(self, clerk: Clerk, pin: str) -> None:
        misses = self._misses.get(clerk.id, _Misses(0, 0.0))
        if self._monotonic_s() < misses.again_at_s:
            raise NotDone("rate_limited", "Sai mã PIN nhiều lần; xin chờ một lát rồi thử lại.")
        if await asyncio.to_thread(self._fits, clerk.pin_hash, pin):
            self._misses.pop(clerk.id, None)
            return
        self._misses[clerk.id] = self._after_miss(misses.count + 1)
        raise NotDone("wrong_pin")

    def _after_miss(self, count: int) -> _Misses:
        over = count - FREE_TRIES
        pause_s = min(LONGEST_PAUSE_S, FIRST_PAUSE_S * 2.0**over) if over >= 0 else 0.0
        return _Misses(count, self._monotonic_s() + pause_s)

    def _fits(self, pin_hash: str, pin: str) -> bool:
        try:
            return self._hasher.verify(pin_hash, pin)
        except (VerificationError, InvalidHashError):
            return False


def hash_pin(pin: str) -> str:
    """Return the argon2 hash that goes into the centre's ``clerks``."""
    return PasswordHasher().hash(pin)
