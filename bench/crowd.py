"""Many stations in a process of their own, so that neither the hub nor the bench's clock waits for them.

``python -m bench.crowd KIND JOB`` (JSON): prints ``ready`` once all are in, then one line of result.
"""

from __future__ import annotations

import asyncio
import json
import random
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any

import uvloop

from bench.wire import Wire, WireBroken, masked

Job = dict[str, Any]
PATIENCE_S = 60.0
RESULT_BYTES = 2**22


class Crowd:
    """The process, from the bench's side."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @classmethod
    async def start(cls, kind: str, **job: Any) -> Crowd:
        """Return once every station of it is in."""
        process = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "bench.crowd", kind, json.dumps(job)),
            stdout=asyncio.subprocess.PIPE,
            stdin=asyncio.subprocess.PIPE,
            limit=RESULT_BYTES,
        )
        crowd = cls(process)
        line = await crowd._line()
        assert line == b"ready\n", line
        return crowd

    def go(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(b"go\n")

    async def result(self) -> Any:
        line = await self._line()
        await self._process.wait()
        return json.loads(line)

    async def stop(self) -> None:
        if self._process.returncode is None:
            self._process.kill()
        await self._process.wait()

    async def _line(self) -> bytes:
        assert self._process.stdout is not None
        return await asyncio.wait_for(self._process.stdout.readline(), PATIENCE_S)


async def _told_to_go() -> None:
    print("ready", flush=True)
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.readline)


async def _all_in(job: Job, role: str) -> list[Wire]:
    wires = [
        await Wire.connect(job["address"], token, role, name, receive_buffer=job.get("receive_buffer"))
        for name, token in job["stations"]
    ]
    for wire in wires:
        await wire.until("ready")
    return wires


async def kiosks(job: Job) -> Any:
    """Every kiosk asks as soon as it has its answer, until ``tickets`` are given."""
    wires = await _all_in(job, "kiosk")
    took_ms: list[float] = []
    begun = 0

    async def ask(wire: Wire, name: str) -> None:
        nonlocal begun
        services = job["services"]
        while begun < job["tickets"]:
            begun += 1
            at = time.monotonic()
            if not await wire.issue(services[begun % len(services)], f"{name}-{begun}"):
                raise WireBroken("refused")
            took_ms.append((time.monotonic() - at) * 1000)

    await _told_to_go()
    started = time.monotonic()
    names = [name for name, _ in job["stations"]]
    await asyncio.gather(*(ask(wire, name) for wire, name in zip(wires, names, strict=True)))
    return {"seconds": time.monotonic() - started, "took_ms": [round(each, 3) for each in took_ms]}


async def listeners(job: Job) -> Any:
    """Note when the last of all stations had each call: number → monotonic ns."""
    wires = await _all_in(job, "display")
    heard: dict[str, list[int]] = {}

    async def listen(wire: Wire) -> None:
        calls = 0
        while calls < job["calls"]:
            message = await wire.message()
            at_ns = time.monotonic_ns()
            if b'"ev":"ticket_called"' in message:
                calls += 1
                heard.setdefault(str(json.loads(message)["number"]), []).append(at_ns)

    await _told_to_go()
    await asyncio.gather(*(listen(wire) for wire in wires))
    return {number: max(times) for number, times in heard.items() if len(times) == len(wires)}


async def stuck(job: Job) -> Any:
    """Come in and never read again; until the bench says go."""
    wires = await _all_in(job, "display")
    for wire in wires:
        transport: Any = wire.writer.transport
        transport.pause_reading()
    await _told_to_go()
    return {}


async def garbage(job: Job) -> Any:
    """Send rubbish of several kinds on ``len(stations)`` sockets, ``bytes_per_s`` in all, for ``seconds``."""
    chance = random.Random(job["seed"])
    sent = 0
    await _told_to_go()
    until = time.monotonic() + job["seconds"]
    every_s = PIECE_BYTES * len(job["stations"]) / job["bytes_per_s"]

    async def litter(name: str, token: str, kind: int) -> None:
        nonlocal sent
        connection: Wire | None = None
        while time.monotonic() < until:
            try:
                connection = connection or await _litterer(job, name, token, kind)
                connection.writer.write(_rubbish(kind, chance))
                await asyncio.wait_for(connection.writer.drain(), 1)
                sent += PIECE_BYTES
            except (WireBroken, OSError, EOFError):
                pass
            if connection is not None and (connection.reader.at_eof() or connection.writer.is_closing()):
                connection.cut()
                connection = None
            await asyncio.sleep(every_s)

    stations = enumerate(job["stations"])
    await asyncio.gather(*(litter(name, token, number % KINDS) for number, (name, token) in stations))
    return {"sent": sent}


KINDS, PIECE_BYTES = 4, 4_096


async def _litterer(job: Job, name: str, token: str, kind: int) -> Wire:
    if kind < 2:
        return await Wire.connect(job["address"], token, "display", name)
    host, _, port = job["address"].removeprefix("ws://").partition(":")
    return Wire(*await asyncio.open_connection(host, int(port)))


def _rubbish(kind: int, chance: random.Random) -> bytes:
    """Of a paired station: broken JSON, broken frames; of a stranger: bytes, headers without an end."""
    noise = chance.randbytes(PIECE_BYTES)
    match kind:
        case 0:
            return masked(b'{"t":"cmd","id":1,"key":"' + noise.hex().encode()[: PIECE_BYTES - 60])
        case 1:
            return noise
        case 2:
            return noise
        case _:
            return b"GET / HTTP/1.1\r\n" + b"X-Rubbish: " + noise.hex().encode()[: PIECE_BYTES - 32] + b"\r\n"


KIND: dict[str, Callable[[Job], Awaitable[Any]]] = {
    "kiosks": kiosks,
    "listeners": listeners,
    "stuck": stuck,
    "garbage": garbage,
}


async def _main() -> None:
    print(json.dumps(await KIND[sys.argv[1]](json.loads(sys.argv[2]))), flush=True)


if __name__ == "__main__":
    uvloop.run(_main())
