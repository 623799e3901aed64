"""What every pipe promises."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol


class PipeGone(ConnectionError):
    """The other end closed, was unplugged, or stopped taking bytes (an OSError)."""


@contextmanager
def gone_if_timed_out() -> Iterator[None]:
    """Around the system's calls: its ETIMEDOUT is a TimeoutError to Python, but it means a dead peer.

    Taken for our own deadline it would be waited out again and again, at once each time.
    """
    try:
        yield
    except TimeoutError as error:
        raise PipeGone(f"the other end is dead: {error}") from error


class BytePipe(Protocol):
    """The wire to one device; both methods raise OSError once it is gone."""

    async def write(self, data: bytes) -> None:
        """Hand over all of ``data`` in order; TimeoutError if the device stops taking bytes."""
        ...

    async def read(self, size: int, timeout_s: float) -> bytes:
        """Return exactly ``size`` bytes; TimeoutError (an OSError) if they do not come.

        Bytes that did come stay for the next read.
        """
        ...

    async def close(self) -> None:
        """Let the device go; never raises, may be called twice."""
        ...
