"""A circuit breaker: a service that failed several times in a row is left alone for a while."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Final

FAILURES_TO_OPEN: Final = 3


class Breaker:
    """Used from several threads. After the rest one caller may try; the others wait for what it finds."""

    def __init__(self, rest_s: float, monotonic: Callable[[], float]) -> None:
        self._rest_s = rest_s
        self._monotonic = monotonic
        self._lock = Lock()
        self._failures = 0
        self._closed_again_at = 0.0

    def may_try(self) -> bool:
        """Return whether to ask now; who is told so must report ``succeeded`` or ``failed``."""
        with self._lock:
            if self._failures < FAILURES_TO_OPEN:
                return True
            if self._monotonic() < self._closed_again_at:
                return False
            self._closed_again_at = self._monotonic() + self._rest_s
            return True

    def succeeded(self) -> None:
        with self._lock:
            self._failures = 0

    def failed(self) -> None:
        with self._lock:
            self._failures += 1
            self._closed_again_at = self._monotonic() + self._rest_s
