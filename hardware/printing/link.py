"""One open connection to a printer: who may write now, and which reply belongs to which question."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from hardware.pipes import BytePipe
from hardware.printing.fences import answers_fence
from hardware.printing.profiles import Fence
from hardware.printing.replies import AutoStatus, ProcessId, RealTimeStatus, Reply, ReplyReader
from hardware.printing.status import Question

SILENCE_S = 60.0
CHUNK_BYTES = 2048


@dataclass(frozen=True, slots=True)
class _Expected:
    kind: Fence
    token: bytes
    answered: asyncio.Future[None]


class PrinterLink:
    """``on_auto`` gets four-byte reports, ``on_answered`` the token of each fence passed, however late.

    ``job_on_the_way``: bytes of a job may still be ahead of every question, so silence says nothing.
    """

    def __init__(
        self,
        pipe: BytePipe,
        reply_s: float,
        on_auto: Callable[[bytes], None],
        on_answered: Callable[[bytes], None],
    ) -> None:
        self._pipe = pipe
        self._reply_s = reply_s
        self._on_auto = on_auto
        self._on_answered = on_answered
        self._writing = asyncio.Lock()
        self._asking = asyncio.Lock()
        self._answer: asyncio.Future[int] | None = None
        self._fences: list[_Expected] = []
        self._answers_status = False
        self._heard: list[bytes] = []
        self.job_on_the_way = False

    async def read_forever(self) -> None:
        """Sort what comes in; raises OSError once the printer is gone."""
        reader = ReplyReader()
        while True:
            try:
                data = await self._pipe.read(1, SILENCE_S)
            except TimeoutError:
                continue
            for reply in reader.feed(data):
                self._sort(reply)

    def _sort(self, reply: Reply) -> None:
        expected = next(
            (fence for fence in self._fences if answers_fence(reply, fence.kind, fence.token)), None
        )
        if expected:
            self._fences.remove(expected)
            expected.answered.set_result(None)
            self._heard.append(expected.token)
            if isinstance(reply, ProcessId) or not self._answers_status:
                self._tell_heard()
        elif isinstance(reply, RealTimeStatus):
            self._answers_status = True
            self._tell_heard()
            if self._answer and not self._answer.done():
                self._answer.set_result(reply.value)
        elif isinstance(reply, AutoStatus):
            self._on_auto(reply.report)
        elif isinstance(reply, ProcessId):
            self._on_answered(reply.token)

    def _tell_heard(self) -> None:
        while self._heard:
            self._on_answered(self._heard.pop(0))

    async def ask(self, question: Question) -> int | None:
        """Return the status byte, or None if the printer does not answer."""
        async with self._asking:
            self._answer = asyncio.get_running_loop().create_future()
            try:
                async with self._writing:
                    await self._pipe.write(question.command)
                async with asyncio.timeout(self._reply_s):
                    return await self._answer
            except TimeoutError:
                return None
            finally:
                self._answer = None

    async def still_there(self, fence: Fence) -> bool:
        """Whether a fence's answer may be believed.

        The answer to GS r is often a NUL, and so is what a serial line says when its plug is pulled: a
        printer that answers status at all must answer it once more.
        """
        if fence is not Fence.PAPER_SENSOR or not self._answers_status:
            return True
        return await self.ask(Question.PRINTER) is not None

    async def send(self, data: bytes, on_sent: Callable[[int], None]) -> None:
        """Write a whole job undisturbed by questions; ``on_sent`` hears how many bytes may have left.

        Raises OSError; TimeoutError where the printer stopped taking bytes.
        """
        async with self._writing:
            for start in range(0, len(data), CHUNK_BYTES):
                chunk = data[start : start + CHUNK_BYTES]
                on_sent(start + len(chunk))
                await self._pipe.write(chunk)

    def expect(self, fence: Fence, token: bytes) -> asyncio.Future[None]:
        """Return what is done once the printer answers the fence; call it before sending.

        A fence nobody waits for any more stays expected: answers without a name come in the order asked.
        """
        expected = _Expected(fence, token, asyncio.get_running_loop().create_future())
        self._fences.append(expected)
        return expected.answered
