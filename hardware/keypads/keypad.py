"""A keypad on a serial line: says which key of which pad was pressed. Polling a bus is not here."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass

from hardware.keypads.frames import FrameReader
from hardware.keypads.shipped import KeypadDescription
from hardware.latest import Latest
from hardware.listening import Connect, DeviceState, ListenTiming, listen

BOUNCE_S = 0.3  # the same key again within this is one press, sent twice by the pad
DIGIT_BOUNCE_S = 0.08  # a PIN or a number may hold the same digit twice, and hands are quick


@dataclass(frozen=True, slots=True)
class KeyPressed:
    """``address`` is the pad's number on the line, 0 where frames carry none."""

    address: int
    key: str


class SerialKeypad:
    """``on_press`` is called in the loop's thread. :meth:`run` goes in a TaskGroup."""

    def __init__(
        self,
        connect: Connect,
        description: KeypadDescription,
        on_press: Callable[[KeyPressed], None],
        *,
        timing: ListenTiming | None = None,
        clock: Callable[[], float] = time.monotonic,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self.states = Latest[DeviceState](DeviceState())
        self._connect = connect
        self._description = description
        self._on_press = on_press
        self._timing = timing or ListenTiming()
        self._clock = clock
        self._jitter = jitter
        self._reader = FrameReader(description.frame)
        self._last: tuple[KeyPressed, float] | None = None

    async def run(self) -> None:
        """Listen until cancelled; reopens the line by itself."""
        await listen(self._connect, self, self.states, self._timing, self._jitter)

    def take(self, data: bytes) -> None:
        for frame in self._reader.feed(data):
            if key := self._description.key(frame.payload):
                self._press(KeyPressed(frame.address, key))

    def pause(self) -> None:
        self._reader.forget()

    def lost(self) -> None:
        self._reader.forget()

    def _press(self, press: KeyPressed) -> None:
        now = self._clock()
        bounce_s = DIGIT_BOUNCE_S if press.key.startswith("digit_") else BOUNCE_S
        bounced = self._last and self._last[0] == press and now - self._last[1] < bounce_s
        self._last = (press, now)
        if not bounced:
            self._on_press(press)
