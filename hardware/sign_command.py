"""``motcua-hardware sign``: show one text, to try a sheet against the real sign."""

from __future__ import annotations

import asyncio
import sys
from functools import partial

from hardware.descriptions import find_sign
from hardware.pipes import open_pipe
from hardware.signs import SignBus

MOST_S = 5.0


async def show_on_sign(url: str, name: str, address: int, text: str) -> int:
    """Show ``text``; 0 if the sign answered or never does, 1 if it should have answered."""
    description = find_sign(name)
    await (await open_pipe(url)).close()  # say plainly what is wrong before a driver keeps trying
    bus = SignBus(partial(open_pipe, url), description)
    bus.show(address, text)
    async with asyncio.TaskGroup() as group:
        running = group.create_task(bus.run())
        told = await bus.until_told(MOST_S)
        running.cancel()
    silent = address in bus.states.value.silent or not told
    sys.stdout.write(f"{description.name} {address}: {'no answer' if silent else 'shown'}\n")
    return 1 if silent else 0
