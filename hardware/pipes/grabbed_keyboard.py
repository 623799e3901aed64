"""A scanner that is a keyboard to the system (/dev/input/event*), taken for us alone."""

from __future__ import annotations

import asyncio
import fcntl
import os
from collections.abc import Callable

from hardware.pipes.address import KeyboardAddress
from hardware.pipes.descriptor import DescriptorPipe
from hardware.pipes.pipe import PipeGone
from hardware.pipes.us_keys import EVENT, KeyTranslator

# linux/input.h: EVIOCGRAB is _IOW('E', 0x90, int). While grabbed, no other program hears this keyboard.
GRAB = 0x40044590


class KeyboardPipe:
    """Reads as the characters typed, a carriage return for Enter; nothing can be written."""

    def __init__(self, events: DescriptorPipe) -> None:
        self._events = events
        self._keys = KeyTranslator()
        self._kept = bytearray()

    async def write(self, data: bytes) -> None:
        raise PipeGone("a keyboard takes no bytes")

    async def read(self, size: int, timeout_s: float) -> bytes:
        async with asyncio.timeout(timeout_s):
            while len(self._kept) < size:
                for letter in self._keys.feed(await self._events.read(EVENT.size, timeout_s)):
                    self._kept += letter
        data = bytes(self._kept[:size])
        del self._kept[:size]
        return data

    async def close(self) -> None:
        await self._events.close()


def grab(descriptor: int) -> None:
    """Raises OSError: another program has grabbed it already (EBUSY)."""
    fcntl.ioctl(descriptor, GRAB, 1)


def open_keyboard(
    address: KeyboardAddress, write_timeout_s: float, take: Callable[[int], None] = grab
) -> KeyboardPipe:
    """Raises OSError. Closing gives the keyboard back to the system."""
    descriptor = os.open(address.path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY)
    try:
        take(descriptor)
    except OSError:
        os.close(descriptor)
        raise
    events = DescriptorPipe(descriptor, lambda: os.close(descriptor), write_timeout_s, empty_means_gone=True)
    return KeyboardPipe(events)
