"""The hubs a station may find its centre at, in the order they are worth trying. Pure."""

from __future__ import annotations

from collections.abc import Sequence

OPEN_TIMEOUT_S = 5.0
OPEN_TIMEOUT_OF_SEVERAL_S = 2.0
PASSED_OVER_S = 5.0
"""A hub that took the connection and said nothing (stopped, cut off) is left alone so long."""


class Addresses:
    """Tried in their order. ``now_s`` is the caller's monotonic clock."""

    def __init__(self, addresses: Sequence[str]) -> None:
        self._addresses = list(addresses)
        self._silent_until_s: dict[str, float] = {}

    @property
    def open_timeout_s(self) -> float:
        """How long one may take to open; shorter where another can be tried instead."""
        return OPEN_TIMEOUT_S if len(self._addresses) == 1 else OPEN_TIMEOUT_OF_SEVERAL_S

    def order(self, now_s: float) -> list[str]:
        """Return those to try now, silent ones only when all are."""
        speaking = [each for each in self._addresses if self._silent_until_s.get(each, 0.0) <= now_s]
        return speaking or list(self._addresses)

    def was_silent(self, address: str, now_s: float) -> None:
        self._silent_until_s[address] = now_s + PASSED_OVER_S
