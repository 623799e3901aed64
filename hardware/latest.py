"""One value that changes, and those who want to know: callbacks or an async iterator of the newest."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from typing import Generic, TypeVar

T = TypeVar("T")


class Latest(Generic[T]):
    """Lives in one event loop; a slow reader misses values in between, never the newest."""

    def __init__(self, value: T) -> None:
        self._value = value
        self._listeners: list[Callable[[T], None]] = []

    @property
    def value(self) -> T:
        return self._value

    def set(self, value: T) -> None:
        """Tell everyone, if ``value`` is different."""
        if value != self._value:
            self._value = value
            for listener in tuple(self._listeners):
                listener(value)

    def listen(self, listener: Callable[[T], None]) -> Callable[[], None]:
        """Call ``listener`` in the loop's thread at every change; return what stops that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener) if listener in self._listeners else None

    async def watch(self) -> AsyncIterator[T]:
        """Yield the value now and after each change."""
        changed = asyncio.Event()
        stop = self.listen(lambda _value: changed.set())
        try:
            while True:
                changed.clear()
                yield self._value
                await changed.wait()
        finally:
            stop()

    async def until(self, wanted: Callable[[T], bool], timeout_s: float) -> T:
        """Return the first value that is ``wanted``; TimeoutError if none comes."""
        found: asyncio.Future[T] = asyncio.get_running_loop().create_future()

        def look(value: T) -> None:
            if wanted(value) and not found.done():
                found.set_result(value)

        stop = self.listen(look)
        look(self._value)
        try:
            async with asyncio.timeout(timeout_s):
                return await found
        finally:
            stop()
