"""What every pipe promises."""

from __future__ import annotations

from typing import Protocol


class PipeGone(ConnectionError):
    """The other end closed, was unplugged, or stopped taking bytes (an OSError)."""


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
