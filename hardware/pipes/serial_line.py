"""A pipe over a serial line; pyserial sets it up, asyncio moves the bytes."""

from __future__ import annotations

import os
from contextlib import suppress

import serial

from hardware.pipes.address import SerialAddress
from hardware.pipes.descriptor import DescriptorPipe


def open_serial(address: SerialAddress, write_timeout_s: float) -> DescriptorPipe:
    """Open and flush the line: what was typed or scanned before nobody listened is stale.

    Raises OSError (pyserial's SerialException is one). Blocks for the time the driver takes.
    """
    line = serial.serial_for_url(
        address.port,
        baudrate=address.baud,
        bytesize=address.bits,
        parity=address.parity,
        stopbits=address.stop,
        rtscts=address.flow == "rtscts",
        xonxoff=address.flow == "xonxoff",
        timeout=0,
        write_timeout=0,
    )
    line.reset_input_buffer()
    os.set_blocking(line.fileno(), False)

    def release() -> None:
        with suppress(OSError):
            line.close()

    return DescriptorPipe(line.fileno(), release, write_timeout_s, empty_means_gone=True)
