"""A pipe over a file descriptor the event loop can watch: serial lines and /dev/usb/lpN."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable

from hardware.pipes.address import DeviceAddress
from hardware.pipes.pipe import PipeGone, gone_if_timed_out

CHUNK_BYTES = 4096
EMPTY_READ_PAUSE_S = 0.05


class DescriptorPipe:
    """Owns a non-blocking descriptor; ``release`` closes whatever object holds it.

    A serial line that is readable without bytes is gone; a USB printer (usblp) just had nothing to say.
    """

    def __init__(
        self, descriptor: int, release: Callable[[], None], write_timeout_s: float, empty_means_gone: bool
    ) -> None:
        self._descriptor = descriptor
        self._release = release
        self._write_timeout_s = write_timeout_s
        self._empty_means_gone = empty_means_gone
        self._kept = bytearray()
        self._open = True

    async def write(self, data: bytes) -> None:
        view = memoryview(data)
        async with asyncio.timeout(self._write_timeout_s):
            while view:
                self._require_open()
                try:
                    with gone_if_timed_out():
                        view = view[os.write(self._descriptor, view[:CHUNK_BYTES]) :]
                except BlockingIOError:
                    await self._writable()

    async def read(self, size: int, timeout_s: float) -> bytes:
        async with asyncio.timeout(timeout_s):
            while len(self._kept) < size:
                self._require_open()
                await self._take()
        data = bytes(self._kept[:size])
        del self._kept[:size]
        return data

    async def close(self) -> None:
        if self._open:
            self._open = False
            loop = asyncio.get_running_loop()
            loop.remove_reader(self._descriptor)
            loop.remove_writer(self._descriptor)
            self._release()

    def _require_open(self) -> None:
        if not self._open:
            raise PipeGone("the pipe is closed")

    async def _take(self) -> None:
        # Wait before reading: with VMIN = 0 a silent line also answers "no bytes", like one that hung up.
        await self._readable()
        try:
            with gone_if_timed_out():
                piece = os.read(self._descriptor, CHUNK_BYTES)
        except BlockingIOError:
            return
        if not piece and self._empty_means_gone:
            raise PipeGone("the device was unplugged")
        if not piece:
            await asyncio.sleep(EMPTY_READ_PAUSE_S)
        self._kept += piece

    async def _readable(self) -> None:
        loop = asyncio.get_running_loop()
        ready: asyncio.Future[None] = loop.create_future()
        loop.add_reader(self._descriptor, _wake, ready)
        try:
            await ready
        finally:
            if self._open:
                loop.remove_reader(self._descriptor)

    async def _writable(self) -> None:
        loop = asyncio.get_running_loop()
        ready: asyncio.Future[None] = loop.create_future()
        loop.add_writer(self._descriptor, _wake, ready)
        try:
            await ready
        finally:
            if self._open:
                loop.remove_writer(self._descriptor)


def _wake(ready: asyncio.Future[None]) -> None:
    if not ready.done():
        ready.set_result(None)


def open_device(address: DeviceAddress, write_timeout_s: float) -> DescriptorPipe:
    """Raises OSError."""
    descriptor = os.open(address.path, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY)
    return DescriptorPipe(descriptor, lambda: os.close(descriptor), write_timeout_s, empty_means_gone=False)
