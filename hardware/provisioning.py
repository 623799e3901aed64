"""``motcua-hardware nv-provision`` and ``codepage-sheet``: what an installer does once with a new printer."""

from __future__ import annotations

import asyncio
import json
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

from hardware.errors import BadDescription, HardwareError
from hardware.pipes import BytePipe, open_pipe
from hardware.printing.codepages import codepage_sheet
from hardware.printing.fences import answers_fence, fence_command, token
from hardware.printing.nv import ERASE_ALL, capacity_of
from hardware.printing.nv_pictures import Pictures, kept_pictures
from hardware.printing.nv_record import read_record, write_record
from hardware.printing.profiles import Fence, PrinterProfile
from hardware.printing.replies import ReplyReader
from hardware.printing.slips import TicketSlip

ASK_CAPACITY = b"\x1d(L\x02\x0000"  # GS ( L function 48: how many bytes of pictures fit
ANSWER_S, WRITE_S = 0.8, 30.0
MOST_ANSWER_BYTES = 40


class CannotStore(HardwareError):
    """The printer has no room for pictures, or does not say that it stored them."""


def read_slips(path: Path) -> list[TicketSlip]:
    """Read a JSON list of tickets, each a table of TicketSlip's fields; raises BadDescription."""
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(told, list):
            raise TypeError("a list of tickets is needed")
        return [_slip(one) for one in told]
    except (OSError, ValueError, TypeError) as error:
        raise BadDescription(str(path), f"no list of tickets: {error}") from error


def _slip(told: Any) -> TicketSlip:
    known = {field.name for field in fields(TicketSlip)}
    if not isinstance(told, dict) or set(told) - known:
        raise TypeError(f"a ticket has the fields {', '.join(sorted(known))}")
    listed: dict[str, Any] = {"centre": "", "number": "A000", "service": ""}
    for key, value in told.items():
        if not isinstance(value, str | list | bool) and (key != "roll_mm" or not isinstance(value, int)):
            raise TypeError(f"{key} is a text")
        listed[key] = tuple(str(one) for one in value) if isinstance(value, list) else value
    return TicketSlip(**listed)


async def nv_provision(url: str, profile: PrinterProfile, slips: Path, record: Path, again: bool) -> int:
    """Store the recurring lines of ``slips`` unless the record says that they are there already."""
    pictures = await asyncio.to_thread(kept_pictures, read_slips(slips), profile)
    if not again and read_record(record, url) == pictures.keys:
        sys.stdout.write("already stored: nothing written (the memory wears; --again writes anyway)\n")
        return 0
    pipe = await open_pipe(url)
    try:
        await _check_room(pipe, pictures)
        await pipe.write(b"\x1b@" + ERASE_ALL + pictures.commands)
        await _until_done(pipe, profile.fence)
    finally:
        await pipe.close()
    write_record(record, url, pictures.keys)
    sys.stdout.write(f"stored {len(pictures.keys)} pictures, {pictures.size_bytes} bytes; record: {record}\n")
    sys.stdout.write(f'for the station file:\n  [devices]\n  printer_pictures = "{record}"\n')
    return 0


async def _check_room(pipe: BytePipe, pictures: Pictures) -> None:
    await pipe.write(ASK_CAPACITY)
    answer = b""
    try:
        while len(answer) < MOST_ANSWER_BYTES and not answer.endswith(b"\x00"):
            answer += await pipe.read(1, ANSWER_S)
    except TimeoutError:
        pass
    room = capacity_of(answer)
    if room is None:
        raise CannotStore("the printer does not tell its picture memory (GS ( L 48): it may have none")
    if room < pictures.size_bytes:
        raise CannotStore(f"the pictures need {pictures.size_bytes} bytes, the printer has room for {room}")


async def _until_done(pipe: BytePipe, fence: Fence) -> None:
    """Wait until the printer worked through everything; raises CannotStore if it does not say so."""
    if fence is Fence.NONE:
        return
    name, reader = token(1), ReplyReader()
    await pipe.write(fence_command(fence, name))
    try:
        async with asyncio.timeout(WRITE_S):
            while True:
                data = await pipe.read(1, WRITE_S)
                if any(answers_fence(reply, fence, name) for reply in reader.feed(data)):
                    return
    except TimeoutError as error:
        raise CannotStore("the printer did not confirm; look at its lamps and try again") from error


async def print_codepages(url: str) -> int:
    pipe = await open_pipe(url)
    try:
        await pipe.write(codepage_sheet())
    finally:
        await pipe.close()
    sys.stdout.write("look for the slots whose letters are Vietnamese; then use a profile of those pages\n")
    return 0


def station_snippet(url: str, profile: str) -> str:
    return f'[devices]\nprinter = "{url}"\nprinter_profile = "{profile}"\n'
