"""A hand scanner on a serial line: one line a scan, through the gate and the classifier."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from hardware.latest import Latest
from hardware.listening import Connect, DeviceState, ListenTiming, listen
from hardware.scanning.classify import Scanned, ScanRules, understand
from hardware.scanning.gate import MOST_BYTES

ENDS = b"\r\n"


class LineReader:
    """Cuts scans out of bytes: CR, LF or silence ends one; too long a one is cut past the gate's limit."""

    def __init__(self) -> None:
        self._held = bytearray()

    def feed(self, data: bytes) -> Iterator[bytes]:
        for byte in data:
            if byte in ENDS:
                yield from self.flush()
            elif len(self._held) <= MOST_BYTES:
                self._held.append(byte)

    def flush(self) -> Iterator[bytes]:
        if self._held:
            line = bytes(self._held)
            self._held.clear()
            yield line

    def forget(self) -> None:
        self._held.clear()


class HandScanner:
    """``on_scan`` is called in the loop's thread. :meth:`run` goes in a TaskGroup."""

    def __init__(
        self,
        connect: Connect,
        on_scan: Callable[[Scanned], None],
        *,
        rules: ScanRules | None = None,
        timing: ListenTiming | None = None,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self.states = Latest[DeviceState](DeviceState())
        self._connect = connect
        self._on_scan = on_scan
        self._rules = rules or ScanRules()
        self._timing = timing or ListenTiming()
        self._jitter = jitter
        self._reader = LineReader()

    async def run(self) -> None:
        """Listen until cancelled; reopens the line by itself."""
        await listen(self._connect, self, self.states, self._timing, self._jitter)

    def take(self, data: bytes) -> None:
        for line in self._reader.feed(data):
            self._on_scan(understand(line, self._rules))

    def pause(self) -> None:
        for line in self._reader.flush():
            self._on_scan(understand(line, self._rules))

    def lost(self) -> None:
        self._reader.forget()
