"""The far end of a serial line: a pseudo-terminal under a fixed name, paced like a real baud rate."""

from __future__ import annotations

import asyncio
import os
import tty
from collections.abc import Awaitable, Callable
from pathlib import Path

BITS_A_BYTE = 10
CHUNK_BYTES = 16


class LineEnd:
    """``link`` becomes a symbolic link to the terminal a driver opens."""

    def __init__(
        self, link: Path, baud: int = 9600, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    ) -> None:
        self._link = link
        self._baud = baud
        self._sleep = sleep
        self._ends: tuple[int, int] | None = None
        self._on_bytes: Callable[[bytes], None] | None = None

    @property
    def url(self) -> str:
        return f"serial://{self._link}?baud={self._baud}"

    def plug_in(self) -> None:
        """Create the terminal; does nothing if it is there."""
        if self._ends:
            return
        ours, theirs = os.openpty()
        tty.setraw(theirs)
        os.set_blocking(ours, False)
        fresh = self._link.with_name(self._link.name + ".new")
        fresh.unlink(missing_ok=True)
        fresh.symlink_to(os.ttyname(theirs))
        fresh.replace(self._link)
        self._ends = (ours, theirs)
        if self._on_bytes:
            asyncio.get_running_loop().add_reader(ours, self._hear)

    def hear(self, on_bytes: Callable[[bytes], None]) -> None:
        """Call ``on_bytes`` with what drivers write; :meth:`plug_in` then needs a running loop."""
        self._on_bytes = on_bytes

    def _hear(self) -> None:
        if self._ends and self._on_bytes:
            self._on_bytes(os.read(self._ends[0], 256))

    def unplug(self) -> None:
        """Take the terminal away; a driver's read then fails as with a pulled cable."""
        if self._ends:
            if self._on_bytes:
                asyncio.get_running_loop().remove_reader(self._ends[0])
            for end in self._ends:
                os.close(end)
            self._ends = None
            self._link.unlink(missing_ok=True)

    async def send(self, data: bytes) -> None:
        """Write at the line's pace; raises OSError while unplugged."""
        for start in range(0, len(data), CHUNK_BYTES):
            if not self._ends:
                raise BrokenPipeError("unplugged")
            chunk = data[start : start + CHUNK_BYTES]
            os.write(self._ends[0], chunk)
            await self._sleep(len(chunk) * BITS_A_BYTE / self._baud)
