"""Open the pipe an address names, and say in plain words why that failed."""

from __future__ import annotations

import asyncio
import errno
from typing import assert_never

from hardware.errors import CannotOpen
from hardware.pipes.address import (
    Address,
    DeviceAddress,
    FileAddress,
    KeyboardAddress,
    SerialAddress,
    TcpAddress,
    parse_address,
)
from hardware.pipes.descriptor import open_device
from hardware.pipes.grabbed_keyboard import open_keyboard
from hardware.pipes.pipe import BytePipe
from hardware.pipes.plain_file import open_file
from hardware.pipes.tcp import open_tcp

OPEN_TIMEOUT_S = 3.0
WRITE_TIMEOUT_S = 30.0
GROUPS: dict[type[Address], str] = {SerialAddress: "dialout", KeyboardAddress: "input"}


async def open_pipe(
    url: str, *, open_timeout_s: float = OPEN_TIMEOUT_S, write_timeout_s: float = WRITE_TIMEOUT_S
) -> BytePipe:
    """Open ``url``.

    Raises:
        BadAddress: the address cannot be understood.
        CannotOpen: nothing answers there, or this account may not use it.
    """
    address = parse_address(url)
    try:
        async with asyncio.timeout(open_timeout_s):
            return await _open(address, write_timeout_s)
    except TimeoutError as error:
        raise CannotOpen(url, f"no answer within {open_timeout_s:g} s", _advice(address, 0)) from error
    except OSError as error:
        cause = error.strerror or str(error)
        raise CannotOpen(url, cause, _advice(address, error.errno or 0)) from error


async def _open(address: Address, write_timeout_s: float) -> BytePipe:
    match address:
        case TcpAddress():
            return await open_tcp(address, write_timeout_s)
        case SerialAddress():
            from hardware.pipes.serial_line import open_serial  # pyserial only where a line is used

            return await asyncio.to_thread(open_serial, address, write_timeout_s)
        case DeviceAddress():
            return open_device(address, write_timeout_s)
        case FileAddress():
            return open_file(address)
        case KeyboardAddress():
            return open_keyboard(address, write_timeout_s)
        case _:
            assert_never(address)


def _advice(address: Address, number: int) -> str:
    if number in (errno.EACCES, errno.EPERM):
        group = GROUPS.get(type(address), "lp")
        return f"this account may not use it: add it to the group {group} and sign in again"
    if number == errno.EBUSY:
        return "another program holds it: stop that program"
    match address:
        case TcpAddress():
            return "check that the device is on, on this network, and that address and port are right"
        case SerialAddress() | DeviceAddress():
            return "check the cable and the path (ls /dev/serial/by-path /dev/usb)"
        case KeyboardAddress():
            return "check the cable and the path (ls /dev/input/by-path)"
        case FileAddress():
            return "check that the folder exists and can be written"
        case _:
            assert_never(address)
