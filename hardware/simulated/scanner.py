"""A hand scanner at the end of a serial line: what it is told to scan, it sends with a carriage return."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from hardware.simulated.events import InputSent, Listener, ignore
from hardware.simulated.line_end import LineEnd


class SimulatedScanner:
    """Use ``with`` or :meth:`plug_in` / :meth:`unplug`; drivers open :attr:`url`."""

    def __init__(
        self,
        link: Path,
        *,
        suffix: bytes = b"\r",
        on_event: Listener = ignore,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._line = LineEnd(link, sleep=sleep)
        self._suffix = suffix
        self._on_event = on_event

    @property
    def url(self) -> str:
        return self._line.url

    def plug_in(self) -> None:
        self._line.plug_in()

    def unplug(self) -> None:
        self._line.unplug()

    async def scan(self, text: str | bytes) -> None:
        """Scan a code that holds ``text``."""
        data = text.encode("utf-8") if isinstance(text, str) else text
        self._on_event(InputSent("scan", time.monotonic_ns()))
        await self._line.send(data + self._suffix)

    def __enter__(self) -> SimulatedScanner:
        self.plug_in()
        return self

    def __exit__(self, *_error: object) -> None:
        self.unplug()
