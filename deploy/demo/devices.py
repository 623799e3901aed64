"""The demo's simulated devices in one process: a printer, a hand scanner and a rating keypad.

Driven by JSON lines on stdin, or by hand in a small window (``--window``). Prints ``ready {urls}`` first.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

from hardware.keypads.shipped import find_keypad
from hardware.simulated.events import NAMES, Event
from hardware.simulated.keypad import SimulatedKeypad
from hardware.simulated.printer import SimulatedPrinter
from hardware.simulated.scanner import SimulatedScanner

RATING_KEYPAD = "rating-5"


class SimulatedDevices:
    """The far ends of three wires; use it inside one asyncio loop."""

    def __init__(self, directory: Path, paper: Path, hear: Callable[[Event], None]) -> None:
        directory.mkdir(parents=True, exist_ok=True)
        paper.mkdir(parents=True, exist_ok=True)
        self.printer = SimulatedPrinter(into=paper, on_event=hear)
        self.scanner = SimulatedScanner(directory / "scanner", on_event=hear)
        self.keypad = SimulatedKeypad(directory / "keypad", find_keypad(RATING_KEYPAD), on_event=hear)

    async def start(self) -> dict[str, str]:
        """Plug everything in and return the address of each device."""
        printer = await self.printer.start()
        self.scanner.plug_in()
        self.keypad.plug_in()
        return {"printer": printer, "scanner": self.scanner.url, "keypad": self.keypad.url}

    async def stop(self) -> None:
        self.scanner.unplug()
        self.keypad.unplug()
        await self.printer.stop()

    async def obey(self, command: dict[str, Any]) -> None:
        """Do what ``command["do"]`` says. Raises KeyError for an act that is not here."""
        acts: dict[str, Callable[[], Awaitable[None]]] = {
            "pull_paper": self.printer.pull_paper,
            "load_paper": self.printer.load_paper,
            "unplug_printer": self.printer.unplug,
            "plug_in_printer": self.printer.plug_in,
            "scan": lambda: self.scanner.scan(command["text"]),
            "press": lambda: self.keypad.press(f"rate_{command['score']}"),
        }
        await acts[command["do"]]()


def say(event: Event) -> None:
    _write({"ev": NAMES[type(event)], **asdict(event)})


def _write(row: dict[str, Any]) -> None:
    sys.stdout.write(json.dumps(row, ensure_ascii=False) + "\n")
    sys.stdout.flush()


async def _answer(devices: SimulatedDevices, line: bytes | str) -> None:
    command = json.loads(line)
    try:
        await devices.obey(command)
        _write({"id": command.get("id"), "ok": True})
    except (KeyError, OSError) as error:
        _write({"id": command.get("id"), "ok": False, "why": repr(error)})


async def _serve(directory: Path, paper: Path) -> None:
    devices = SimulatedDevices(directory, paper, say)
    urls = await devices.start()
    print(f"ready {json.dumps(urls)}", flush=True)
    commands = asyncio.StreamReader()
    await asyncio.get_running_loop().connect_read_pipe(
        lambda: asyncio.StreamReaderProtocol(commands), sys.stdin
    )
    try:
        while line := await commands.readline():
            await _answer(devices, line)
    finally:
        await devices.stop()


def main() -> int:
    parser = argparse.ArgumentParser(prog="devices", description=__doc__)
    parser.add_argument("--dir", type=Path, required=True)
    parser.add_argument("--paper", type=Path, required=True)
    parser.add_argument("--window", metavar="COUNTER", help="open the window; the keypad stands at COUNTER")
    parser.add_argument("--codes", nargs="*", default=[], help="codes to offer for scanning")
    options = parser.parse_args()
    if options.window is None:
        asyncio.run(_serve(options.dir, options.paper))
        return 0
    from deploy.demo.devices_window import run

    return run(options.dir, options.paper, options.window, options.codes)


if __name__ == "__main__":
    sys.exit(main())
