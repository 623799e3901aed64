"""Driving a simulated device from outside: JSON commands in, JSON events out, a line each."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from hardware.errors import HardwareError
from hardware.names import unknown
from hardware.simulated.camera import SimulatedCamera
from hardware.simulated.events import Refused
from hardware.simulated.keypad import SimulatedKeypad
from hardware.simulated.printer import SimulatedPrinter
from hardware.simulated.scanner import SimulatedScanner
from hardware.simulated.sign import SimulatedSigns

FAULTS = (
    "near_end", "cover_open", "offline", "cutter_jam", "broken", "paused", "silent", "garbled", "late",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Command:
    """``{"do": "scan", "text": "…"}``: what to do and its one or two arguments."""

    do: str
    text: str = ""
    key: str = ""
    address: int = 1
    on: bool = True


Deed = Callable[[Command], Awaitable[None]]
Deeds = Mapping[str, Deed]


def read_command(line: str) -> Command | Refused:
    """Take one line; what is no command comes back as Refused."""
    try:
        told = json.loads(line)
    except ValueError as error:
        return Refused(f"not JSON: {error}")
    if not isinstance(told, dict) or not isinstance(told.get("do"), str):
        return Refused('a command is {"do": "…"}')
    address, on = told.get("address", 1), told.get("on", True)
    if not isinstance(address, int) or not isinstance(on, bool):
        return Refused("address is a number, on is true or false")
    return Command(told["do"], str(told.get("text", "")), str(told.get("key", "")), address, on)


async def obey(line: str, deeds: Deeds) -> Refused | None:
    """Do what ``line`` says; return why not."""
    command = read_command(line)
    if isinstance(command, Refused):
        return command
    if command.do not in deeds:
        return Refused(str(unknown("command", command.do, deeds)))
    try:
        await deeds[command.do](command)
    except (HardwareError, OSError) as error:
        return Refused(str(error))
    return None


def printer_deeds(printer: SimulatedPrinter) -> Deeds:
    def fault(what: str) -> Deed:
        return lambda command: printer.set_fault(what, command.on)

    return {
        "pull_paper": lambda _command: printer.pull_paper(),
        "load_paper": lambda _command: printer.load_paper(),
        "unplug": lambda _command: printer.unplug(),
        "plug_in": lambda _command: printer.plug_in(),
        "cut_cable": lambda _command: printer.cut_cable(),
        **{what: fault(what) for what in FAULTS},
    }


def scanner_deeds(scanner: SimulatedScanner) -> Deeds:
    return {
        "scan": lambda command: scanner.scan(command.text),
        **_plugs(scanner),
    }


def keypad_deeds(keypad: SimulatedKeypad) -> Deeds:
    return {
        "press": lambda command: keypad.press(command.key, command.address),
        **_plugs(keypad),
    }


def sign_deeds(signs: SimulatedSigns) -> Deeds:
    async def dead(command: Command) -> None:
        (signs.dead.add if command.on else signs.dead.discard)(command.address)

    return {"dead": dead, **_plugs(signs)}


def camera_deeds(camera: SimulatedCamera) -> Deeds:
    """Drawing a code takes 20 ms: away from the loop."""

    async def show(command: Command) -> None:
        await asyncio.to_thread(camera.show_code, command.text, command.key or "QRCode")

    async def show_file(command: Command) -> None:
        await asyncio.to_thread(camera.show_file, Path(command.text))

    async def show_nothing(_command: Command) -> None:
        await asyncio.to_thread(camera.show_nothing)

    return {"show": show, "show_file": show_file, "show_nothing": show_nothing}


def _plugs(device: SimulatedScanner | SimulatedKeypad | SimulatedSigns) -> Deeds:
    async def unplug(_command: Command) -> None:
        device.unplug()

    async def plug_in(_command: Command) -> None:
        device.plug_in()

    return {"unplug": unplug, "plug_in": plug_in}
