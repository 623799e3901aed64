"""What a printer says back, cut out of the byte stream. Pure; it survives any bytes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from hardware.printing.status import (
    AUTO_MARK,
    AUTO_MASK,
    PLAIN_MASK,
    REAL_TIME_MARK,
    REAL_TIME_MASK,
    SENSOR_ANSWERS,
)

# Epson ESC/POS, GS ( H function 48: 37h 22h d1 d2 d3 d4 00h.
PROCESS_ID_HEAD = b"\x37\x22"
PROCESS_ID_BYTES = 7
AUTO_BYTES = 4


@dataclass(frozen=True, slots=True)
class RealTimeStatus:
    value: int


@dataclass(frozen=True, slots=True)
class AutoStatus:
    report: bytes


@dataclass(frozen=True, slots=True)
class ProcessId:
    token: bytes


@dataclass(frozen=True, slots=True)
class SensorStatus:
    """Looks like the answer to GS r; only meaningful if it was asked."""

    value: int


Reply = RealTimeStatus | AutoStatus | ProcessId | SensorStatus


class ReplyReader:
    """Feed it bytes as they come; what no reply starts with is dropped."""

    def __init__(self) -> None:
        self._held = b""

    def feed(self, data: bytes) -> Iterator[Reply]:
        self._held += data
        while self._held:
            size, reply = _first(self._held)
            if not size:
                return
            self._held = self._held[size:]
            if reply is not None:
                yield reply


def _first(held: bytes) -> tuple[int, Reply | None]:
    """Return how many bytes the first reply takes (0: incomplete) and the reply, None for noise."""
    head = held[0]
    if head & REAL_TIME_MASK == REAL_TIME_MARK:
        return 1, RealTimeStatus(head)
    if head & AUTO_MASK == AUTO_MARK:
        return _auto(held)
    if held[:2] == PROCESS_ID_HEAD[: len(held)]:
        return _process_id(held)
    if head in SENSOR_ANSWERS:
        return 1, SensorStatus(head)
    return 1, None


def _auto(held: bytes) -> tuple[int, Reply | None]:
    rest = held[1:AUTO_BYTES]
    if any(byte & PLAIN_MASK for byte in rest):
        return 1, None
    return (AUTO_BYTES, AutoStatus(held[:AUTO_BYTES])) if len(held) >= AUTO_BYTES else (0, None)


def _process_id(held: bytes) -> tuple[int, Reply | None]:
    if len(held) < PROCESS_ID_BYTES:
        return 0, None
    if held[6] != 0 or not all(0x20 <= byte <= 0x7E for byte in held[2:6]):
        return 1, None
    return PROCESS_ID_BYTES, ProcessId(held[2:6])
