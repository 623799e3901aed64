"""Keeping a device that only talks (a scanner, a keypad) connected, and handing on its bytes."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Protocol

from hardware.backoff import waits
from hardware.errors import HardwareError
from hardware.latest import Latest
from hardware.pipes import BytePipe

Connect = Callable[[], Awaitable[BytePipe]]


@dataclass(frozen=True, slots=True)
class DeviceState:
    """``detail`` is for the clerk and the log."""

    connected: bool = False
    tried: bool = False
    detail: str = ""


@dataclass(frozen=True, slots=True)
class ListenTiming:
    """``silence_s`` without a byte ends an unterminated message."""

    silence_s: float = 0.2
    first_wait_s: float = 0.25
    most_wait_s: float = 5.0


class Ear(Protocol):
    """What makes messages of bytes."""

    def take(self, data: bytes) -> None: ...

    def pause(self) -> None:
        """Nothing came for ``silence_s``."""
        ...

    def lost(self) -> None:
        """The line broke: what was begun will not be finished."""
        ...


async def listen(
    connect: Connect,
    ear: Ear,
    states: Latest[DeviceState],
    timing: ListenTiming,
    jitter: Callable[[], float],
) -> None:
    """Feed ``ear`` for ever; reopens with backoff, never raises OSError or HardwareError."""
    pauses = waits(timing.first_wait_s, timing.most_wait_s, jitter)
    while True:
        try:
            pipe = await connect()
        except (OSError, HardwareError) as error:
            states.set(DeviceState(tried=True, detail=str(error)))
            await asyncio.sleep(next(pauses))
            continue
        states.set(DeviceState(connected=True, tried=True))
        pauses = waits(timing.first_wait_s, timing.most_wait_s, jitter)
        await _hear(pipe, ear, states, timing)
        await asyncio.sleep(next(pauses))


async def _hear(pipe: BytePipe, ear: Ear, states: Latest[DeviceState], timing: ListenTiming) -> None:
    try:
        while True:
            try:
                ear.take(await pipe.read(1, timing.silence_s))
            except TimeoutError:
                ear.pause()
    except OSError as error:
        states.set(DeviceState(tried=True, detail=str(error)))
    finally:
        ear.lost()
        await pipe.close()
