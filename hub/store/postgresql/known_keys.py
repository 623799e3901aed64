"""Which keys were surely never answered, told without asking the database: nearly every command's is new."""

from __future__ import annotations

from collections.abc import Iterable

BITS_A_KEY = 12
PROBES = 4
LEAST_ROOM = 4_096


class KnownKeys:
    """A Bloom filter of one centre's answered keys: ``in`` errs only by saying yes, once in 300 times."""

    def __init__(self, keys: Iterable[tuple[str, str]] = ()) -> None:
        some = list(keys)
        self._room = max(LEAST_ROOM, 2 * len(some))
        self._bits = bytearray(self._room * BITS_A_KEY // 8)
        self._count = 0
        for key in some:
            self.add(key)

    @property
    def full(self) -> bool:
        """It begins to err too often: time to make it anew."""
        return self._count > self._room

    def add(self, key: tuple[str, str]) -> None:
        self._count += 1
        for place in self._places(key):
            self._bits[place >> 3] |= 1 << (place & 7)

    def __contains__(self, key: tuple[str, str]) -> bool:
        return all(self._bits[place >> 3] >> (place & 7) & 1 for place in self._places(key))

    def _places(self, key: tuple[str, str]) -> Iterable[int]:
        mixed, size = hash(key), len(self._bits) * 8
        step = (mixed >> 32) | 1
        return ((mixed + turn * step) % size for turn in range(PROBES))
