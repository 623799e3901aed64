"""A pipe into a plain file: for looking at what a driver sends. It never answers."""

from __future__ import annotations

import asyncio
from pathlib import Path
from typing import BinaryIO

from hardware.pipes.address import FileAddress
from hardware.pipes.pipe import PipeGone


class FilePipe:
    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    async def write(self, data: bytes) -> None:
        if self._file.closed:
            raise PipeGone("the file is closed")
        self._file.write(data)
        self._file.flush()

    async def read(self, size: int, timeout_s: float) -> bytes:
        async with asyncio.timeout(timeout_s):
            await asyncio.get_running_loop().create_future()
        raise AssertionError("a file never answers")

    async def close(self) -> None:
        self._file.close()


def open_file(address: FileAddress) -> FilePipe:
    """Open for appending; raises OSError."""
    return FilePipe(Path(address.path).open("ab"))
