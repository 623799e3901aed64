"""The wire to one device: bytes in, bytes out, whatever carries them."""

from hardware.pipes.address import (
    Address,
    DeviceAddress,
    FileAddress,
    SerialAddress,
    TcpAddress,
    parse_address,
)
from hardware.pipes.opening import open_pipe
from hardware.pipes.pipe import BytePipe, PipeGone

__all__ = [
    "Address",
    "BytePipe",
    "DeviceAddress",
    "FileAddress",
    "PipeGone",
    "SerialAddress",
    "TcpAddress",
    "open_pipe",
    "parse_address",
]
