"""A receipt printer at the end of a TCP line: draws what its head prints, at its own pace, fails on demand.

It has a finite buffer, answers status and fences, keeps data while it cannot print and prints it afterwards.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from pathlib import Path

from hardware.simulated import operations as op
from hardware.simulated.events import JobReceived, Listener, SlipCut, StatusChanged, ignore
from hardware.simulated.health import Health
from hardware.simulated.interpreter import Interpreter, RealTime
from hardware.simulated.paper import Paper

READ_BYTES = 1024
BITS_A_BYTE = 10
# What a garbled answer becomes: no status and no report, but its NUL passes for an answer to GS r.
NOISE = b"\xff\x95K\x80OK\r\n\x00\xa7"


@dataclass(frozen=True, slots=True)
class Model:
    """``mm_per_s`` 0 prints at once; ``buffer_bytes`` is what it holds while it cannot print.

    ``baud`` 0 takes bytes as fast as the network; else ten bits a byte, as a serial line of 8N1.
    """

    name: str = "SIMULATED-80"
    width_dots: int = 576
    dots_per_mm: int = 8
    top_mm: int = 12
    mm_per_s: float = 200.0
    buffer_bytes: int = 65_536
    knows_process_id: bool = True
    knows_sensor: bool = True
    picture_bytes: int = 262_144
    baud: int = 0


@dataclass(frozen=True, slots=True)
class _Held:
    operation: op.Operation
    size: int
    client: asyncio.StreamWriter
    at_ns: int


class SimulatedPrinter:
    """Use :meth:`start` / :meth:`stop`, or ``async with``. ``into`` gets ``ticket-001.png`` and so on."""

    def __init__(
        self,
        *,
        into: Path | None = None,
        model: Model | None = None,
        on_event: Listener = ignore,
        host: str = "127.0.0.1",
        port: int = 0,
        now_ns: Callable[[], int] = time.monotonic_ns,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.model = model or Model()
        self.health = Health()
        self.slips: list[SlipCut] = []
        self.received: list[JobReceived] = []
        self._into = into
        self._on_event = on_event
        self._host, self._port = host, port
        self._now_ns, self._sleep = now_ns, sleep
        self._paper = self._new_paper()
        self._held: list[_Held] = []
        self._held_bytes = 0
        self._changed = asyncio.Condition()
        self._clients: dict[asyncio.StreamWriter, bool] = {}
        self._conversations: set[asyncio.Task[None]] = set()
        self._late: list[tuple[asyncio.StreamWriter, bytes]] = []
        self._server: asyncio.Server | None = None
        self._head: asyncio.Task[None] | None = None
        self._job_open = False
        self._job_printing = 0
        self._first_byte_ns: list[int] = []
        self._burnt = asyncio.Event()

    def _new_paper(self) -> Paper:
        return Paper(self.model.width_dots, self.model.top_mm * self.model.dots_per_mm)

    @property
    def url(self) -> str:
        return f"tcp://{self._host}:{self._port}"

    @property
    def picture_writes(self) -> int:
        """How often its memory was written."""
        return self._paper.picture_writes

    @property
    def clipped(self) -> int:
        """How many pictures were wider than the head."""
        return self._paper.clipped

    async def start(self) -> str:
        """Listen and return the address to print to."""
        await self._listen()
        self._head = asyncio.create_task(self._print_forever())
        return self.url

    async def stop(self) -> None:
        await self._close()
        if self._head:
            self._head.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._head

    async def __aenter__(self) -> SimulatedPrinter:
        await self.start()
        return self

    async def __aexit__(self, *_error: object) -> None:
        await self.stop()

    # -- what a person can do to it -------------------------------------------------------------------------

    async def pull_paper(self) -> None:
        await self._turn("paper_out", True)

    async def load_paper(self) -> None:
        self.health = replace(self.health, near_end=False)
        await self._turn("paper_out", False)

    async def set_fault(self, what: str, on: bool) -> None:
        """Turn one of Health's faults on or off; raises TypeError for a name Health does not have."""
        await self._turn(what, on)

    async def unplug(self) -> None:
        """Lose power: connections and everything in memory; the paper stays where it was."""
        await self._close()
        async with self._changed:
            self._held.clear()
            self._held_bytes = 0
            self._job_open = False
        self._on_event(StatusChanged("unplugged", True))

    async def cut_cable(self) -> None:
        """Lose the connections alone: it keeps what it has and prints on; it can be reached again at once."""
        for client in list(self._clients):
            client.transport.abort()

    async def plug_in(self) -> None:
        await self._listen()
        self._on_event(StatusChanged("unplugged", False))

    async def until_slips(self, count: int, timeout_s: float) -> list[SlipCut]:
        """Wait until ``count`` slips were cut since the start."""
        async with asyncio.timeout(timeout_s):
            while len(self.slips) < count:
                self._burnt.clear()
                await self._burnt.wait()
        return self.slips

    async def _turn(self, what: str, on: bool) -> None:
        self.health = replace(self.health, **{what: on})
        held, self._late = (self._late, []) if not self.health.late else ([], self._late)
        for client, data in held:
            self._say(client, data)
        for client, wants in list(self._clients.items()):
            if wants:
                self._say(client, self.health.automatic())
        async with self._changed:
            self._changed.notify_all()
        self._on_event(StatusChanged(what, on))

    # -- the wire --------------------------------------------------------------------------------------------

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(self._serve, self._host, self._port, limit=READ_BYTES)
        self._port = self._server.sockets[0].getsockname()[1]

    async def _close(self) -> None:
        if self._server:
            self._server.close()
            for conversation in self._conversations:
                conversation.cancel()
            await asyncio.gather(*self._conversations, return_exceptions=True)
            await self._server.wait_closed()
            self._server = None

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._clients[writer] = False
        me = asyncio.current_task()
        if me:
            self._conversations.add(me)
            me.add_done_callback(self._conversations.discard)
        try:
            await self._converse(reader, writer)
        except (OSError, asyncio.CancelledError):
            pass  # nobody waits for this task; asyncio would log a cancelled one
        finally:
            del self._clients[writer]
            writer.transport.abort()

    async def _converse(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        interpreter, real_time = Interpreter(), RealTime()
        while data := await reader.read(READ_BYTES):
            at_ns = self._now_ns()
            for question in real_time.feed(data):
                self._say(writer, self.health.real_time(question))
            if self.model.baud:
                await self._sleep(len(data) * BITS_A_BYTE / self.model.baud)
            await self._take(interpreter, data, writer, at_ns)

    async def _take(
        self, interpreter: Interpreter, data: bytes, client: asyncio.StreamWriter, at_ns: int
    ) -> None:
        before = interpreter.pending + len(data)
        for operation in interpreter.feed(data):
            size, before = before - interpreter.pending, interpreter.pending
            self._count_job(operation, at_ns)
            async with self._changed:
                self._held.append(_Held(operation, size, client, at_ns))
                self._held_bytes += size
                self._changed.notify_all()
        async with self._changed:
            await self._changed.wait_for(lambda: self._held_bytes < self.model.buffer_bytes)

    def _count_job(self, operation: op.Operation, at_ns: int) -> None:
        """A job runs from its first printing command to its cut."""
        if isinstance(operation, op.Cut):
            self._job_open = False
        elif isinstance(operation, op.PRINTING) and not self._job_open:
            self._job_open = True
            self._first_byte_ns.append(at_ns)
            self.received.append(JobReceived(len(self._first_byte_ns), at_ns))
            self._on_event(self.received[-1])

    # -- the head --------------------------------------------------------------------------------------------

    async def _print_forever(self) -> None:
        while True:
            async with self._changed:
                await self._changed.wait_for(lambda: bool(self._held) and self.health.moves)
                held = self._held.pop(0)
                self._held_bytes -= held.size
                self._changed.notify_all()
            await self._burn(held)

    async def _burn(self, held: _Held) -> None:
        before = self._paper.height_dots
        match held.operation:
            case op.Cut(feed_dots):
                await self._cut(feed_dots)
                return
            case op.TellProcessId(name) if self.model.knows_process_id:
                self._say(held.client, b"\x37\x22" + name + b"\x00")
            case op.TellSensor() if self.model.knows_sensor:
                self._say(held.client, self.health.sensor())
            case op.TellCapacity():
                self._say(held.client, b"\x37\x30%d\x00" % self.model.picture_bytes)
            case op.TellModel():
                self._say(held.client, b"_" + self.model.name.encode("ascii") + b"\x00")
            case op.AutoStatus(on):
                if held.client in self._clients:
                    self._clients[held.client] = on
                    self._say(held.client, self.health.automatic() if on else b"")
            case _:
                self._paper.apply(held.operation)
        moved_mm = (self._paper.height_dots - before) / self.model.dots_per_mm
        if self.model.mm_per_s and moved_mm > 0:
            await self._sleep(moved_mm / self.model.mm_per_s)

    def _say(self, client: asyncio.StreamWriter, data: bytes) -> None:
        if self.health.silent or client.is_closing():
            return
        if self.health.late:
            self._late.append((client, data))
        else:
            client.write(NOISE if self.health.garbled and data else data)

    async def _cut(self, feed_dots: int) -> None:
        length_mm = self._paper.height_dots / self.model.dots_per_mm
        picture = self._paper.cut(feed_dots)
        number = len(self.slips) + 1
        file = ""
        if self._into:
            path = self._into / f"ticket-{number:03}.png"
            await asyncio.to_thread(picture.save, path)
            file = str(path)
        first_ns = (
            self._first_byte_ns[min(number, len(self._first_byte_ns)) - 1] if self._first_byte_ns else 0
        )
        self.slips.append(SlipCut(number, file, length_mm, first_ns, self._now_ns()))
        self._burnt.set()
        self._on_event(self.slips[-1])
