"""A camera that looks for codes: one thread takes pictures, one reads the newest; a slow reader skips."""

from __future__ import annotations

import asyncio
import random
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from hardware.backoff import waits
from hardware.errors import CameraMissing
from hardware.latest import Latest
from hardware.listening import DeviceState, ListenTiming
from hardware.scanning.classify import Scanned, ScanRules, understand
from hardware.scanning.decode import Decoder
from hardware.scanning.frames import FrameSource, open_frames
from hardware.scanning.pictures import Picture

FRAME_S = 1 / 15
AGAIN_S = 3.0  # a code that stays in view is one scan; gone this long, it may be scanned anew
LIVE_BUDGET_S = 0.08
MOST_REST_S = 0.25


class _Slot:
    """Holds the newest picture only."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._picture: Picture | None = None
        self.newest: Picture | None = None

    def put(self, picture: Picture) -> None:
        with self._changed:
            self._picture = self.newest = picture
            self._changed.notify()

    def take(self, timeout_s: float) -> Picture | None:
        with self._changed:
            if self._picture is None:
                self._changed.wait(timeout_s)
            picture, self._picture = self._picture, None
            return picture


class Camera:
    """``on_scan`` is called in the loop's thread. :meth:`run` goes in a TaskGroup."""

    def __init__(
        self,
        source: str,
        on_scan: Callable[[Scanned], None],
        *,
        rules: ScanRules | None = None,
        timing: ListenTiming | None = None,
        clock: Callable[[], float] = time.monotonic,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self.states = Latest[DeviceState](DeviceState())
        self.lacks = Latest[str]("")  # what is not installed, so that codes are read less well
        self._source = source
        self._on_scan = on_scan
        self._rules = rules or ScanRules()
        self._timing = timing or ListenTiming()
        self._clock = clock
        self._jitter = jitter
        self._slot = _Slot()
        self._seen: dict[bytes, float] = {}

    def newest_frame(self) -> Picture | None:
        """Return the newest BGR picture, for a viewfinder; any thread may call it and must not change it."""
        return self._slot.newest

    async def run(self) -> None:
        """Look until cancelled; reopens the camera by itself."""
        loop = asyncio.get_running_loop()
        stop = threading.Event()
        with ThreadPoolExecutor(2, thread_name_prefix="camera") as threads:
            try:
                async with asyncio.TaskGroup() as group:
                    group.create_task(_in(threads, self._capture_until, stop, loop))
                    group.create_task(_in(threads, self._read_until, stop, loop))
            finally:
                stop.set()

    def _capture_until(self, stop: threading.Event, loop: asyncio.AbstractEventLoop) -> None:
        pauses = waits(self._timing.first_wait_s, self._timing.most_wait_s, self._jitter)
        while not stop.is_set():
            try:
                frames = open_frames(self._source)
            except CameraMissing as error:
                _tell(loop, self.states.set, DeviceState(tried=True, detail=str(error)))
                stop.wait(next(pauses))
                continue
            _tell(loop, self.states.set, DeviceState(connected=True, tried=True))
            try:
                self._take(frames, stop)
            except CameraMissing as error:
                _tell(loop, self.states.set, DeviceState(tried=True, detail=str(error)))
            finally:
                frames.close()
            stop.wait(next(pauses))

    def _take(self, frames: FrameSource, stop: threading.Event) -> None:
        while not stop.is_set():
            picture = frames.next()
            if picture is not None:
                self._slot.put(picture)
            stop.wait(FRAME_S)

    def _read_until(self, stop: threading.Event, loop: asyncio.AbstractEventLoop) -> None:
        decoder = Decoder(LIVE_BUDGET_S)
        if decoder.lacks:
            _tell(loop, self.lacks.set, decoder.lacks)
        try:
            while not stop.is_set():
                picture = self._slot.take(self._timing.silence_s)
                if picture is not None:
                    began = self._clock()
                    reads = decoder.decode(picture)
                    for read in reads:
                        self._report(read.data, loop)
                    if not reads:  # a lively hall in view may cost half a core, not a whole one
                        stop.wait(min(self._clock() - began, MOST_REST_S))
        finally:
            decoder.close()

    def _report(self, data: bytes, loop: asyncio.AbstractEventLoop) -> None:
        now = self._clock()
        self._seen = {code: when for code, when in self._seen.items() if now - when < AGAIN_S}
        fresh = data not in self._seen
        self._seen[data] = now
        if fresh:
            _tell(loop, self._on_scan, understand(data, self._rules))


async def _in(
    threads: ThreadPoolExecutor,
    work: Callable[[threading.Event, asyncio.AbstractEventLoop], None],
    stop: threading.Event,
    loop: asyncio.AbstractEventLoop,
) -> None:
    try:
        await loop.run_in_executor(threads, work, stop, loop)
    finally:
        stop.set()


def _tell(loop: asyncio.AbstractEventLoop, what: Callable[..., None], value: object) -> None:
    if not loop.is_closed():
        loop.call_soon_threadsafe(what, value)
