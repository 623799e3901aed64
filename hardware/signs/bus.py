"""The master of a half-duplex line with signs: one frame at a time, gaps, only the newest text sent."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from hardware.backoff import waits
from hardware.errors import HardwareError
from hardware.latest import Latest
from hardware.listening import Connect
from hardware.pipes import BytePipe
from hardware.signs.description import SignDescription


@dataclass(frozen=True, slots=True)
class BusState:
    """``silent`` are the addresses that did not answer lately; ``detail`` is for the clerk and the log."""

    connected: bool = False
    tried: bool = False
    silent: frozenset[int] = frozenset()
    detail: str = ""


@dataclass(frozen=True, slots=True)
class BusTiming:
    """``refresh_s``: every sign is told again that often, so one that lost its power comes back."""

    answer_s: float = 0.15
    tries: int = 3
    refresh_s: float = 30.0
    first_wait_s: float = 0.25
    most_wait_s: float = 5.0


@dataclass(frozen=True, slots=True)
class _Shown:
    text: str
    blinking: bool


@dataclass(slots=True)
class _Board:
    """What each sign should show, and which have not been told."""

    wanted: dict[int, _Shown] = field(default_factory=dict)
    untold: list[int] = field(default_factory=list)
    changed: asyncio.Event = field(default_factory=asyncio.Event)
    quiet: asyncio.Event = field(default_factory=asyncio.Event)


class SignBus:
    """:meth:`run` goes in a TaskGroup; :meth:`show` may be called at any time in the same loop."""

    def __init__(
        self,
        connect: Connect,
        description: SignDescription,
        *,
        timing: BusTiming | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self.states = Latest[BusState](BusState())
        self._connect = connect
        self._description = description
        self._timing = timing or BusTiming()
        self._sleep = sleep
        self._jitter = jitter
        self._board = _Board()

    def show(self, address: int, text: str, blinking: bool = False) -> None:
        """Let the sign at ``address`` show ``text``; what it should have shown before is forgotten.

        Raises BadDescription: no such address can be told.
        """
        self._description.encode(address, text, blinking)
        self._board.wanted[address] = _Shown(text, blinking)
        self._tell_again(address)

    async def until_told(self, timeout_s: float) -> bool:
        """Wait until every sign was told what it should show; False if that takes longer."""
        try:
            async with asyncio.timeout(timeout_s):
                await self._board.quiet.wait()
        except TimeoutError:
            return False
        return True

    async def run(self) -> None:
        """Keep the line open and the signs true until cancelled."""
        pauses = waits(self._timing.first_wait_s, self._timing.most_wait_s, self._jitter)
        while True:
            try:
                pipe = await self._connect()
            except (OSError, HardwareError) as error:
                self.states.set(BusState(tried=True, detail=str(error)))
                await self._sleep(next(pauses))
                continue
            self.states.set(BusState(connected=True, tried=True))
            pauses = waits(self._timing.first_wait_s, self._timing.most_wait_s, self._jitter)
            try:
                await self._serve(pipe)
            except OSError as error:
                self.states.set(BusState(tried=True, detail=str(error)))
            finally:
                await pipe.close()
            await self._sleep(next(pauses))

    async def _serve(self, pipe: BytePipe) -> None:
        while True:
            for address in self._board.wanted:
                self._tell_again(address)
            try:
                async with asyncio.timeout(self._timing.refresh_s):
                    await self._tell_forever(pipe)
            except TimeoutError:
                continue

    async def _tell_forever(self, pipe: BytePipe) -> None:
        while True:
            while self._board.untold:
                address = self._board.untold.pop(0)
                self._note(address, await self._tell(pipe, address))
            self._board.quiet.set()
            self._board.changed.clear()
            await self._board.changed.wait()

    async def _tell(self, pipe: BytePipe, address: int) -> bool:
        """Send what the sign should show now; whether it was heard, as far as it can say."""
        for _ in range(self._timing.tries if self._description.answers else 1):
            shown = self._board.wanted[address]
            request = self._description.encode(address, shown.text, shown.blinking)
            await pipe.write(request)
            heard = await self._answer(pipe, request, address)
            await self._sleep(self._line_s(request) + self._description.gap_s)
            if heard:
                return True
        return False

    async def _answer(self, pipe: BytePipe, request: bytes, address: int) -> bool:
        if not self._description.answers:
            return True
        answer = b""
        try:
            async with asyncio.timeout(self._line_s(request) + self._timing.answer_s):
                while (heard := self._description.accepted(request, address, answer)) is None:
                    answer += await pipe.read(1, self._timing.answer_s)
        except TimeoutError:
            return False
        return heard

    def _line_s(self, request: bytes) -> float:
        return len(request) * 10 / self._description.baud

    def _note(self, address: int, heard: bool) -> None:
        now = self.states.value
        silent = now.silent - {address} if heard else now.silent | {address}
        detail = f"no answer from {sorted(silent)}" if silent else ""
        self.states.set(BusState(True, True, silent, detail))

    def _tell_again(self, address: int) -> None:
        if address not in self._board.untold:
            self._board.untold.append(address)
        self._board.quiet.clear()
        self._board.changed.set()
