"""What still has to reach one station: bounded, so a station that does not read costs little memory."""

from __future__ import annotations

import asyncio
from collections import deque
from dataclasses import dataclass
from typing import Final

OUTBOX_BYTES: Final = 48 * 1024
"""Past this the station is stale: its news is dropped and it gets a fresh snapshot once it reads again."""
FRAMES_AT_ONCE: Final = 32


@dataclass(frozen=True, slots=True)
class _Entry:
    frames: tuple[bytes, ...]
    size: int
    droppable: bool


class Outbox:
    """Of one station; used in the hub's event loop only. Answers are never dropped, news may be.

    A message is one frame or the fragments of one, which stay together.
    """

    def __init__(self, limit: int = OUTBOX_BYTES) -> None:
        self._limit = limit
        self._entries: deque[_Entry] = deque()
        self._bytes = 0
        self._ready = asyncio.Event()
        self._room = asyncio.Event()
        self._room.set()
        self._closed = False
        self.stale = False

    @property
    def waiting_bytes(self) -> int:
        return self._bytes

    def tell(self, frames: tuple[bytes, ...]) -> None:
        """Add news, unless the station is stale or becomes so by it."""
        if self.stale:
            return
        size = sum(map(len, frames))
        if self._bytes + size > self._limit:
            self._become_stale()
        else:
            self._add(_Entry(frames, size, droppable=True))

    def answer(self, frames: tuple[bytes, ...]) -> None:
        self._add(_Entry(frames, sum(map(len, frames)), droppable=False))

    def refresh(self, messages: list[tuple[bytes, ...]]) -> None:
        """Start again from a snapshot; all stations share its bytes, so it does not count."""
        self.stale = False
        for frames in messages:
            self._add(_Entry(frames, 0, droppable=True))

    def _become_stale(self) -> None:
        self.stale = True
        self._entries = deque(entry for entry in self._entries if not entry.droppable)
        self._bytes = sum(entry.size for entry in self._entries)
        self._ready.set()

    def _add(self, entry: _Entry) -> None:
        self._entries.append(entry)
        self._bytes += entry.size
        self._ready.set()
        if self._bytes > self._limit and not self._closed:
            self._room.clear()

    async def take(self) -> list[bytes] | None:
        """Wait for messages and return the frames of some; None: all is sent, and a snapshot is needed."""
        while not self._entries:
            if self.stale:
                return None
            self._ready.clear()
            await self._ready.wait()
        taken: list[bytes] = []
        while self._entries and len(taken) < FRAMES_AT_ONCE:
            entry = self._entries.popleft()
            self._bytes -= entry.size
            taken += entry.frames
        if self._bytes <= self._limit:
            self._room.set()
        return taken

    def close(self) -> None:
        """Nothing is sent any more; nobody need wait for room."""
        self._closed = True
        self._room.set()

    async def room(self) -> None:
        """Wait until the station has read enough to be sent more answers."""
        await self._room.wait()
