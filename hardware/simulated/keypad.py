"""A keypad at the end of a serial line, for any described one."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from hardware.keypads.frames import Frame, encode_frame
from hardware.keypads.shipped import KeypadDescription
from hardware.simulated.events import InputSent, Listener, ignore
from hardware.simulated.line_end import LineEnd


class SimulatedKeypad:
    """Use ``with`` or :meth:`plug_in` / :meth:`unplug`; drivers open :attr:`url`."""

    def __init__(
        self,
        link: Path,
        description: KeypadDescription,
        *,
        on_event: Listener = ignore,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._line = LineEnd(link, description.baud, sleep)
        self._description = description
        self._on_event = on_event

    @property
    def url(self) -> str:
        return self._line.url

    def plug_in(self) -> None:
        self._line.plug_in()

    def unplug(self) -> None:
        self._line.unplug()

    async def press(self, key: str, address: int = 1) -> None:
        """Raises BadDescription: there is no such key or address."""
        frame = Frame(self._description.payload(key), address if self._description.frame.addressed else 0)
        data = encode_frame(self._description.frame, frame)
        self._on_event(InputSent(key, time.monotonic_ns()))
        await self._line.send(data)

    async def noise(self, data: bytes) -> None:
        """Send bytes that are no frame."""
        await self._line.send(data)

    def __enter__(self) -> SimulatedKeypad:
        self.plug_in()
        return self

    def __exit__(self, *_error: object) -> None:
        self.unplug()
