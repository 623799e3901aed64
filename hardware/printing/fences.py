"""Completion fences: what to append to a job so that the printer answers once all of it is on paper. Pure."""

from __future__ import annotations

from typing import assert_never

from hardware.printing.profiles import Fence
from hardware.printing.replies import ProcessId, Reply, SensorStatus

PRINTABLE = bytes(range(0x21, 0x7F))


def token(number: int) -> bytes:
    """Return the four printable bytes that name job ``number`` (they repeat after 94⁴ jobs)."""
    digits = []
    for _ in range(4):
        number, digit = divmod(number, len(PRINTABLE))
        digits.append(PRINTABLE[digit])
    return bytes(digits)


def fence_command(fence: Fence, name: bytes) -> bytes:
    match fence:
        case Fence.PROCESS_ID:
            return b"\x1d\x28\x48\x06\x00\x30\x30" + name  # GS ( H, fn = 48, m = 48
        case Fence.PAPER_SENSOR:
            return b"\x1d\x72\x01"  # GS r 1
        case Fence.NONE:
            return b""
        case _:
            assert_never(fence)


def answers_fence(reply: Reply, fence: Fence, name: bytes) -> bool:
    match reply:
        case ProcessId(token=told):
            return fence is Fence.PROCESS_ID and told == name
        case SensorStatus():
            return fence is Fence.PAPER_SENSOR
        case _:
            return False
