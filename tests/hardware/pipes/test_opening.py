import asyncio
import contextlib
import errno
import os
import tty
from pathlib import Path

import pytest

from hardware.errors import CannotOpen
from hardware.pipes import PipeGone, open_pipe
from hardware.pipes.tcp import TcpPipe
from tests.hardware.running import in_loop


async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while data := await reader.read(100):
        writer.write(data)
    writer.close()


@in_loop
async def test_a_tcp_pipe_reads_exactly_what_was_asked_and_keeps_the_rest() -> None:
    async with await asyncio.start_server(echo, "127.0.0.1", 0) as server:
        pipe = await open_pipe(f"tcp://127.0.0.1:{server.sockets[0].getsockname()[1]}")
        await pipe.write(b"mot cua")
        assert await pipe.read(3, 5) == b"mot"
        assert await pipe.read(4, 5) == b" cua"
        with pytest.raises(TimeoutError):
            await pipe.read(1, 0.01)
        await pipe.close()
        await pipe.close()


@in_loop
async def test_bytes_of_a_read_that_timed_out_stay_for_the_next() -> None:
    async with await asyncio.start_server(echo, "127.0.0.1", 0) as server:
        pipe = await open_pipe(f"tcp://127.0.0.1:{server.sockets[0].getsockname()[1]}")
        await pipe.write(b"ab")
        with pytest.raises(TimeoutError):
            await pipe.read(3, 0.2)
        await pipe.write(b"c")
        assert await pipe.read(3, 5) == b"abc"
        await pipe.close()


@in_loop
async def test_a_closed_far_end_is_an_error_of_the_system() -> None:
    async def hang_up(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.close()

    async with await asyncio.start_server(hang_up, "127.0.0.1", 0) as server:
        pipe = await open_pipe(f"tcp://127.0.0.1:{server.sockets[0].getsockname()[1]}")
        with pytest.raises(PipeGone):
            await pipe.read(1, 5)
        await pipe.close()
    assert issubclass(PipeGone, OSError)


@in_loop
async def test_a_peer_that_takes_nothing_ends_in_a_timeout_not_in_a_hang() -> None:
    tried, ended = asyncio.Event(), asyncio.Event()

    async def never_read(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await tried.wait()
        writer.transport.abort()
        ended.set()

    server = await asyncio.start_server(never_read, "127.0.0.1", 0, limit=1024)
    pipe = await open_pipe(f"tcp://127.0.0.1:{server.sockets[0].getsockname()[1]}", write_timeout_s=0.05)
    with pytest.raises(TimeoutError):
        await pipe.write(bytes(32 << 20))
    await pipe.close()
    tried.set()
    await ended.wait()
    server.close()


@in_loop
async def test_a_device_that_is_not_there_says_what_to_check() -> None:
    for url in ("tcp://127.0.0.1:1", "serial:///dev/ttyNONE", "usb:///dev/usb/lp99", "file:///no/such/x"):
        with pytest.raises(CannotOpen) as caught:
            await open_pipe(url)
        assert caught.value.url == url
        assert "check" in caught.value.advice


@in_loop
async def test_a_serial_line_carries_bytes_both_ways_and_notices_the_pulled_cable() -> None:
    ours, theirs = os.openpty()
    tty.setraw(theirs)
    pipe = await open_pipe(f"serial://{os.ttyname(theirs)}?baud=115200")
    await pipe.write(b"to the device")
    assert os.read(ours, 100) == b"to the device"
    os.write(ours, b"\x00\xff\r\nand back")
    assert await pipe.read(12, 5) == b"\x00\xff\r\nand back"
    with pytest.raises(TimeoutError):
        await pipe.read(1, 0.01)
    os.close(theirs)
    os.close(ours)
    with pytest.raises(OSError):
        await pipe.read(1, 5)
    await pipe.close()


@in_loop
async def test_a_file_collects_what_is_written_and_never_answers(tmp_path: Path) -> None:
    file = tmp_path / "out.bin"
    pipe = await open_pipe(f"file://{file}")
    await pipe.write(b"one")
    await pipe.write(b"two")
    with pytest.raises(TimeoutError):
        await pipe.read(1, 0.01)
    await pipe.close()
    assert file.read_bytes() == b"onetwo"


@in_loop
async def test_a_peer_the_system_gave_up_is_gone_not_merely_silent() -> None:
    """ETIMEDOUT is a TimeoutError: a driver that waits for its own deadline would spin on it for ever."""

    async def hold(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(OSError):  # our end aborts
            await reader.read()
        writer.close()
        over.set()

    over = asyncio.Event()
    async with await asyncio.start_server(hold, "127.0.0.1", 0) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        pipe = TcpPipe(reader, writer, write_timeout_s=5)
        reader.set_exception(OSError(errno.ETIMEDOUT, "Connection timed out"))
        with pytest.raises(PipeGone):
            await pipe.read(1, 5)
        with pytest.raises(PipeGone):
            await pipe.write(b"a")
        await pipe.close()
        await over.wait()
