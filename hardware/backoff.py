"""How long to wait before the next attempt to reach a device."""

from __future__ import annotations

from collections.abc import Callable, Iterator


def waits(first_s: float, most_s: float, jitter: Callable[[], float]) -> Iterator[float]:
    """Yield doubling waits for ever, each scaled into 75–125 % by ``jitter`` (0 to 1)."""
    wait_s = first_s
    while True:
        yield wait_s * (0.75 + jitter() / 2)
        wait_s = min(wait_s * 2, most_s)
