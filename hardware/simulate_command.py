"""``motcua-hardware simulate``: a simulated device as a process of its own."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
import threading
from contextlib import AsyncExitStack
from pathlib import Path

from hardware.descriptions import find_described_keypad, find_sign
from hardware.errors import BadAddress
from hardware.simulated.camera import SimulatedCamera
from hardware.simulated.events import Event, Listener, to_json
from hardware.simulated.keypad import SimulatedKeypad
from hardware.simulated.page import DevicePage
from hardware.simulated.printer import Model, SimulatedPrinter
from hardware.simulated.remote import (
    Deeds,
    camera_deeds,
    keypad_deeds,
    obey,
    printer_deeds,
    scanner_deeds,
    sign_deeds,
)
from hardware.simulated.scanner import SimulatedScanner
from hardware.simulated.sign import SimulatedSigns

Inbox = asyncio.Queue[str]
_listeners: list[Listener] = []


async def simulate(options: argparse.Namespace) -> int:
    """Run until SIGINT or SIGTERM; commands on standard input, events on standard output."""
    loop = asyncio.get_running_loop()
    stopping = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopping.set)
    async with AsyncExitStack() as stack:
        url, deeds = await _plug_in(options, stack)
        if options.page:
            await _open_page(options, deeds, stack)
        _say(f"ready {url}")
        inbox: Inbox = asyncio.Queue()
        threading.Thread(target=_read_lines, args=(loop, inbox), daemon=True).start()
        async with asyncio.TaskGroup() as group:
            obeying = group.create_task(_obey_forever(inbox, deeds))
            await stopping.wait()
            obeying.cancel()
    return 0


async def _plug_in(options: argparse.Namespace, stack: AsyncExitStack) -> tuple[str, Deeds]:
    if options.kind == "camera":
        camera = SimulatedCamera(_link(options), on_event=_tell)
        await asyncio.to_thread(camera.show_nothing)
        return camera.source, camera_deeds(camera)
    if options.kind == "printer":
        printer = await stack.enter_async_context(_printer(options))
        return printer.url, printer_deeds(printer)
    link = _link(options)
    if options.kind == "scanner":
        scanner = stack.enter_context(SimulatedScanner(link, on_event=_tell))
        return scanner.url, scanner_deeds(scanner)
    if options.kind == "sign":
        signs = SimulatedSigns(link, find_sign(options.sign), on_event=_tell)
        await stack.enter_async_context(signs)
        return signs.url, sign_deeds(signs)
    described = find_described_keypad(options.keypad)
    keypad = stack.enter_context(SimulatedKeypad(link, described, on_event=_tell))
    return keypad.url, keypad_deeds(keypad)


async def _open_page(options: argparse.Namespace, deeds: Deeds, stack: AsyncExitStack) -> None:
    keys = find_described_keypad(options.keypad).keys if options.kind == "keypad" else ()
    page = DevicePage(f"{options.kind} {options.listen}", deeds, [name for _, name in keys])
    address = await stack.enter_async_context(page.serving(*_host_port(options.page)))
    _listeners.append(page.tell)
    stack.callback(_listeners.remove, page.tell)
    _say(f"page {address}")


def _host_port(where: str) -> tuple[str, int]:
    host, _, port = where.rpartition(":")
    if not host or not port.isdigit():
        raise BadAddress(where, "HOST:PORT is needed, as in 127.0.0.1:9100")
    return host, int(port)


def _link(options: argparse.Namespace) -> Path:
    return Path(options.listen).absolute()


def _printer(options: argparse.Namespace) -> SimulatedPrinter:
    host, port = _host_port(options.listen)
    into = Path(options.into) if options.into else None
    if into:
        into.mkdir(parents=True, exist_ok=True)
    model = Model(width_dots=options.width, mm_per_s=options.speed, baud=options.baud)
    return SimulatedPrinter(into=into, model=model, on_event=_tell, host=host, port=port)


async def _obey_forever(inbox: Inbox, deeds: Deeds) -> None:
    while True:
        if refused := await obey(await inbox.get(), deeds):
            _tell(refused)


def _read_lines(loop: asyncio.AbstractEventLoop, inbox: Inbox) -> None:
    for line in sys.stdin:
        if line.strip() and not loop.is_closed():
            loop.call_soon_threadsafe(inbox.put_nowait, line)


def _tell(event: Event) -> None:
    for listener in (_say_event, *_listeners):
        listener(event)


def _say_event(event: Event) -> None:
    _say(to_json(event))


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()
