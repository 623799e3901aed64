"""How fast one device may send. Pure: the caller brings the monotonic clock."""

from __future__ import annotations


class Bucket:
    """A token bucket: ``per_s`` frames a second, and a second's worth at once."""

    __slots__ = ("_left", "_per_s", "_since_s")

    def __init__(self, per_s: float, now_s: float) -> None:
        self._per_s = per_s
        self._left = per_s
        self._since_s = now_s

    def take(self, now_s: float) -> bool:
        """Return whether one more is within the limit at ``now_s``, and count it if so."""
        self._left = min(self._per_s, self._left + (now_s - self._since_s) * self._per_s)
        self._since_s = now_s
        if self._left < 1:
            return False
        self._left -= 1
        return True
