"""What still has to reach one station: bounded, so a station that does not read costs little memory."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass
from typing import Final

OUTBOX_BYTES: Final = 48 * 1024
"""Past this the station is stale: its news is dropped and it gets a fresh snapshot once it reads again."""


@dataclass(frozen=True, slots=True)
class _Entry:
    frame: bytes
    size: int
    droppable: bool


class Outbox:
    """Of one station; used in the hub's event loop only. Answers are never dropped, news may be."""

    def __init__(self, limit: int = OUTBOX_BYTES) -> None:
        self._limit = limit
        self._frames: deque[_Entry] = deque()
        self._bytes = 0
        self._ready = asyncio.Event()
        self._room = asyncio.Event()
        self._room.set()
        self._closed = False
        self.stale = False

    @property
    def waiting_bytes(self) -> int:
        return self._bytes

    def tell(self, frame: bytes) -> None:
        """Add news, unless the station is stale or becomes so by it."""
        if self.stale:
            return
        if self._bytes + len(frame) > self._limit:
            self._become_stale()
        else:
            self._add(_Entry(frame, len(frame), droppable=True))

    def answer(self, frame: bytes) -> None:
        self._add(_Entry(frame, len(frame), droppable=False))

    def refresh(self, frames: list[bytes]) -> None:
        """Start again from a snapshot; all stations share its bytes, so it does not count."""
        self.stale = False
        for frame in frames:
            self._add(_Entry(frame, 0, droppable=True))

    def _become_stale(self) -> None:
        self.stale = True
        self._frames = deque(entry for entry in self._frames if not entry.droppable)
        self._bytes = sum(entry.size for entry in self._frames)
        self._ready.set()

    def _add(self, entry: _Entry) -> None:
        self._frames.append(entry)
        self._bytes += entry.size
        self._ready.set()
        if self._bytes > self._limit and not self._closed:
            self._room.clear()

    async def take(self) -> bytes | None:
        """Wait for the next frame; None means all is sent and the station needs a snapshot."""
        while not self._frames:
            if self.stale:
                return None
            self._ready.clear()
            await self._ready.wait()
        entry = self._frames.popleft()
        self._bytes -= entry.size
        if self._bytes <= self._limit:
            self._room.set()
        return entry.frame

    def close(self) -> None:
        """Nothing is sent any more; nobody need wait for room."""
        self._closed = True
        self._room.set()

    async def room(self) -> None:
        """Wait until the station has read enough to be sent more answers."""
        await self._room.wait()
