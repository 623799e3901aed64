"""``motcua-hardware simulate``: a simulated device as a process of its own."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
import threading
from contextlib import AsyncExitStack
from pathlib import Path

from hardware.errors import BadAddress
from hardware.keypads import find_keypad
from hardware.simulated.events import Event, to_json
from hardware.simulated.keypad import SimulatedKeypad
from hardware.simulated.printer import Model, SimulatedPrinter
from hardware.simulated.remote import Deeds, keypad_deeds, obey, printer_deeds, scanner_deeds
from hardware.simulated.scanner import SimulatedScanner

Inbox = asyncio.Queue[str]


async def simulate(options: argparse.Namespace) -> int:
    """Run until SIGINT or SIGTERM; commands on standard input, events on standard output."""
    loop = asyncio.get_running_loop()
    stopping = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopping.set)
    async with AsyncExitStack() as stack:
        url, deeds = await _plug_in(options, stack)
        _say(f"ready {url}")
        inbox: Inbox = asyncio.Queue()
        threading.Thread(target=_read_lines, args=(loop, inbox), daemon=True).start()
        async with asyncio.TaskGroup() as group:
            obeying = group.create_task(_obey_forever(inbox, deeds))
            await stopping.wait()
            obeying.cancel()
    return 0


async def _plug_in(options: argparse.Namespace, stack: AsyncExitStack) -> tuple[str, Deeds]:
    if options.kind == "printer":
        printer = await stack.enter_async_context(_printer(options))
        return printer.url, printer_deeds(printer)
    link = _link(options)
    if options.kind == "scanner":
        scanner = stack.enter_context(SimulatedScanner(link, on_event=_tell))
        return scanner.url, scanner_deeds(scanner)
    keypad = stack.enter_context(SimulatedKeypad(link, find_keypad(options.keypad), on_event=_tell))
    return keypad.url, keypad_deeds(keypad)


def _link(options: argparse.Namespace) -> Path:
    return Path(options.listen).absolute()


def _printer(options: argparse.Namespace) -> SimulatedPrinter:
    host, _, port = options.listen.rpartition(":")
    if not host or not port.isdigit():
        raise BadAddress(options.listen, "HOST:PORT is needed, as in 127.0.0.1:9100")
    into = Path(options.into) if options.into else None
    if into:
        into.mkdir(parents=True, exist_ok=True)
    model = Model(width_dots=options.width, mm_per_s=options.speed)
    return SimulatedPrinter(into=into, model=model, on_event=_tell, host=host, port=int(port))


async def _obey_forever(inbox: Inbox, deeds: Deeds) -> None:
    while True:
        if refused := await obey(await inbox.get(), deeds):
            _tell(refused)


def _read_lines(loop: asyncio.AbstractEventLoop, inbox: Inbox) -> None:
    for line in sys.stdin:
        if line.strip() and not loop.is_closed():
            loop.call_soon_threadsafe(inbox.put_nowait, line)


def _tell(event: Event) -> None:
    _say(to_json(event))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
