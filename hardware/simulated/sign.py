"""Signs at the end of one serial line: show what they are told, answer if their kind does, fail on demand."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from hardware.keypads.frames import Checksum, Frame, FrameReader, encode_frame
from hardware.signs.description import Protocol, SignDescription
from hardware.simulated.events import Listener, SignShown, ignore
from hardware.simulated.line_end import LineEnd

ALL_ADDRESSES = range(1, 248)


@dataclass(frozen=True, slots=True)
class _Told:
    address: int
    payload: bytes
    answer: bytes


class SimulatedSigns:
    """All signs of one line. ``shown`` holds each one's text; those in ``dead`` neither hear nor answer."""

    def __init__(
        self,
        link: Path,
        description: SignDescription,
        *,
        on_event: Listener = ignore,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.shown: dict[int, str] = {}
        self.told = 0
        self.dead: set[int] = set()
        self._description = description
        self._on_event = on_event
        self._line = LineEnd(link, description.baud, sleep)
        self._line.hear(self._take)
        self._frames = FrameReader(description.frame) if description.frame else None
        self._held = b""
        self._answers: asyncio.Queue[bytes] = asyncio.Queue()
        self._changed = asyncio.Event()
        self._speaking: asyncio.Task[None] | None = None

    @property
    def url(self) -> str:
        return self._line.url

    async def __aenter__(self) -> SimulatedSigns:
        self.plug_in()
        self._speaking = asyncio.create_task(self._speak())
        return self

    async def __aexit__(self, *_error: object) -> None:
        self.unplug()
        if self._speaking:
            self._speaking.cancel()
            await asyncio.gather(self._speaking, return_exceptions=True)

    def plug_in(self) -> None:
        self._line.plug_in()

    def unplug(self) -> None:
        self._line.unplug()

    async def until_shown(self, address: int, text: str, timeout_s: float) -> None:
        async with asyncio.timeout(timeout_s):
            while self.shown.get(address) != text:
                self._changed.clear()
                await self._changed.wait()

    def _take(self, data: bytes) -> None:
        for told in self._understand(data):
            if told.address in self.dead:
                continue
            self.told += 1
            self.shown[told.address] = self._text(told.payload)
            self._on_event(SignShown(told.address, self.shown[told.address]))
            self._changed.set()
            if self._description.answers:
                self._answers.put_nowait(told.answer)

    def _text(self, payload: bytes) -> str:
        letters = payload[len(payload) - self._description.width :]
        return letters.decode("ascii", errors="replace").strip()

    def _understand(self, data: bytes) -> Iterator[_Told]:
        if self._description.protocol is Protocol.MODBUS:
            yield from self._registers(data)
        elif self._frames and self._description.frame:
            for frame in self._frames.feed(data):
                answer = encode_frame(self._description.frame, Frame(b"\x06", frame.address))
                yield _Told(frame.address, frame.payload, answer)

    def _registers(self, data: bytes) -> Iterator[_Told]:
        """Function 16 as a slave reads it: address, 16, register, count, bytes, data, CRC."""
        self._held += data
        while len(self._held) >= 9:
            size = 9 + self._held[6]
            if self._held[0] not in ALL_ADDRESSES or self._held[1] != 16:
                self._held = self._held[1:]
                continue
            if len(self._held) < size:
                return
            frame, self._held = self._held[:size], self._held[size:]
            if Checksum.CRC16.of(frame[:-2]) == frame[-2:]:
                head = frame[:6]
                yield _Told(frame[0], frame[7:-2], head + Checksum.CRC16.of(head))

    async def _speak(self) -> None:
        while True:
            answer = await self._answers.get()
            try:
                await self._line.send(answer)
            except OSError:
                continue
