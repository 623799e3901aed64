"""A process of the demo that is spoken to in JSON lines: commands in, answers and events out."""

from __future__ import annotations

import asyncio
import ctypes
import itertools
import json
import os
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

Event = dict[str, Any]
Hear = Callable[[str, Event], None]

START_TIMEOUT_S = 20.0
STOP_TIMEOUT_S = 5.0
LONGEST_LINE = 2**20


_PR_SET_PDEATHSIG = 1  # prctl(2)
_libc = ctypes.CDLL(None)


def _end_with_parent() -> None:
    """Nothing of a demo outlives it, however it ends."""
    _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


class DemoError(Exception):
    """The demo cannot go on; the text says which part failed and where its log is."""


class Child:
    """One process. Lines of its stdout that are JSON go to ``hear``; ``do`` waits for an answer."""

    def __init__(self, name: str, arguments: Sequence[str], log: Path, hear: Hear) -> None:
        self.name = name
        self._arguments = arguments
        self._log = log
        self._hear = hear
        self._ids = itertools.count(1)
        self._answers: dict[int, asyncio.Future[Event]] = {}
        self._lines: asyncio.Queue[str] = asyncio.Queue()
        self._reader: asyncio.Task[None] | None = None
        self._process: asyncio.subprocess.Process | None = None
        self.spawned_ns = 0

    async def start(self, environment: Mapping[str, str] | None = None) -> None:
        self.spawned_ns = time.monotonic_ns()
        with self._log.open("ab") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                *self._arguments,
                stdin=asyncio.subprocess.PIPE,
                stdout=asyncio.subprocess.PIPE,
                stderr=log,
                env={**os.environ, **(environment or {})},
                limit=LONGEST_LINE,
                preexec_fn=_end_with_parent,
            )
        self._reader = asyncio.create_task(self._read(), name=f"read {self.name}")

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    async def ready(self, prefix: str = "ready ", timeout_s: float = START_TIMEOUT_S) -> str:
        """Return what follows ``prefix`` on the first line that begins with it."""
        try:
            async with asyncio.timeout(timeout_s):
                while True:
                    line = await self._lines.get()
                    if line.startswith(prefix):
                        return line[len(prefix) :].strip()
        except TimeoutError:
            raise DemoError(f"{self.name} did not start; see {self._log}") from None

    async def do(self, what: str, timeout_s: float = 10.0, **more: Any) -> Event:
        """Send a command and return its answer. Raises DemoError when it fails or is too late."""
        number = next(self._ids)
        answer: asyncio.Future[Event] = asyncio.get_running_loop().create_future()
        self._answers[number] = answer
        assert self._process is not None
        assert self._process.stdin is not None
        try:
            line = json.dumps({"id": number, "do": what, "timeout_s": timeout_s, **more}, ensure_ascii=False)
            self._process.stdin.write(line.encode() + b"\n")
            await self._process.stdin.drain()
            event = await asyncio.wait_for(answer, timeout_s + 2)
        except (TimeoutError, ConnectionError) as error:
            raise DemoError(f"{self.name} gave no answer to {what} {more}; see {self._log}") from error
        finally:
            self._answers.pop(number, None)
        if not event.get("ok", False):
            raise DemoError(f"{self.name}: {what} {more} failed: {event.get('why', '')}; see {self._log}")
        return event

    def kill(self) -> None:
        """Like pulling the plug (SIGKILL)."""
        if self._process is not None and self._process.returncode is None:
            self._process.kill()

    async def stop(self) -> None:
        """Ask it to end (SIGTERM), then insist."""
        if self._process is None:
            return
        if self._process.returncode is None:
            self._process.terminate()
        try:
            await asyncio.wait_for(self._process.wait(), STOP_TIMEOUT_S)
        except TimeoutError:
            self._process.kill()
            await self._process.wait()
        if self._reader is not None:
            await self._reader

    async def wait(self) -> int:
        assert self._process is not None
        return await self._process.wait()

    async def _read(self) -> None:
        assert self._process is not None
        assert self._process.stdout is not None
        while raw := await self._process.stdout.readline():
            line = raw.decode("utf-8", "replace").rstrip("\n")
            event = _event_in(line)
            if event is None:
                self._lines.put_nowait(line)
            elif event.get("id") in self._answers:
                self._settle(event)
            else:
                self._hear(self.name, event)

    def _settle(self, event: Event) -> None:
        answer = self._answers[event["id"]]
        if not answer.done():
            answer.set_result(event)


def _event_in(line: str) -> Event | None:
    if not line.startswith("{"):
        return None
    try:
        event = json.loads(line)
    except ValueError:
        return None
    return event if isinstance(event, dict) else None
