"""What still has to reach one station: bounded, so a station that does not read costs little memory."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, Protocol, TypeAlias

from hub.server.framing import FRAGMENT_BYTES

OUTBOX_BYTES: Final = 48 * 1024
"""Past this the station is stale: its news is dropped and it gets a fresh snapshot once it reads again."""


class Wire(Protocol):
    """The way to the station."""

    @property
    def full(self) -> bool:
        """True: it takes nothing now; who owns the outbox calls ``flush`` when it does again."""

    def write(self, frames: bytes) -> None: ...


_News: TypeAlias = tuple[bytes, ...]
"""The frames of news as all stations of a role share them: one that waits costs this station a reference."""


@dataclass(frozen=True, slots=True)
class _Own:
    """What is for this station alone, or must not be counted."""

    frames: tuple[bytes, ...]
    size: int
    droppable: bool


class Outbox:
    """Of one station; used in the hub's event loop only. Answers are never dropped, news may be.

    A message is one frame or the fragments of one, which stay together. What was put in during one turn of
    the loop leaves together: ``soon`` is the loop's ``call_soon``.
    """

    def __init__(
        self, wire: Wire, soon: Callable[[Callable[[], None]], object], limit: int = OUTBOX_BYTES
    ) -> None:
        self._wire = wire
        self._soon = soon
        self._limit = limit
        self._entries: deque[_News | _Own] = deque()
        self._begun: deque[bytes] = deque()
        self._bytes = 0
        self._flushing = False
        self._room = asyncio.Event()
        self._room.set()
        self._behind = asyncio.Event()
        self._closed = False
        self.stale = False

    @property
    def waiting_bytes(self) -> int:
        return self._bytes

    def tell(self, frames: tuple[bytes, ...]) -> None:
        """Add news, unless the station is stale or becomes so by it."""
        if self.stale:
            return
        size = _size(frames)
        if self._bytes + size > self._limit:
            self.flush()
        if self._bytes + size > self._limit:
            self._become_stale()
        else:
            self._add(frames, size)

    def answer(self, frames: tuple[bytes, ...]) -> None:
        size = _size(frames)
        self._add(_Own(frames, size, droppable=False), size)

    def refresh(self, messages: list[tuple[bytes, ...]]) -> None:
        """Start again from a snapshot; all stations share its bytes, so it does not count."""
        self.stale = False
        for frames in messages:
            self._add(_Own(frames, 0, droppable=True), 0)

    def _become_stale(self) -> None:
        self.stale = True
        kept = [entry for entry in self._entries if isinstance(entry, _Own) and not entry.droppable]
        self._entries = deque(kept)
        self._bytes = sum(entry.size for entry in kept)
        self._flush_soon()

    def _add(self, entry: _News | _Own, size: int) -> None:
        self._entries.append(entry)
        self._bytes += size
        self._flush_soon()
        if self._bytes > self._limit and not self._closed:
            self._room.clear()

    def _flush_soon(self) -> None:
        if not self._flushing:
            self._flushing = True
            self._soon(self.flush)

    def flush(self) -> None:
        """Write what the wire takes."""
        self._flushing = False
        while not self._wire.full:
            piece = self._piece()
            if not piece:
                if self.stale:
                    self._behind.set()
                break
            self._wire.write(piece)
        if self._bytes <= self._limit:
            self._room.set()

    def _piece(self) -> bytes:
        """Take the next frames, of FRAGMENT_BYTES together or one that is larger."""
        frames: list[bytes] = []
        size = 0
        while self._begun or self._entries:
            if not self._begun:
                self._begin(self._entries.popleft())
            size += len(self._begun[0])
            if frames and size > FRAGMENT_BYTES:
                break
            frames.append(self._begun.popleft())
        return frames[0] if len(frames) == 1 else b"".join(frames)

    def _begin(self, entry: _News | _Own) -> None:
        if isinstance(entry, _Own):
            self._begun.extend(entry.frames)
            self._bytes -= entry.size
        else:
            self._begun.extend(entry)
            self._bytes -= _size(entry)

    def close(self) -> None:
        """Nothing is sent any more; nobody need wait for room."""
        self._closed = True
        self._room.set()

    @property
    def crowded(self) -> bool:
        """True: ``room`` would wait."""
        return not self._room.is_set()

    async def room(self) -> None:
        """Wait until the station has read enough to be sent more answers."""
        await self._room.wait()

    async def behind(self) -> None:
        """Wait until the station is stale and has taken everything else: it needs a snapshot now."""
        self._behind.clear()
        await self._behind.wait()


def _size(frames: tuple[bytes, ...]) -> int:
    return sum(map(len, frames))
