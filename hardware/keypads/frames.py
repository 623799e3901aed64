"""Frames on a serial line, described as data: head, address, length, payload, checksum, tail. Pure.

A reader survives any bytes: after noise or a wrong checksum it looks for the next head.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import assert_never

from hardware.errors import BadDescription

MOST_PAYLOAD_BYTES = 250


class Checksum(Enum):
    """Taken over everything after the head up to the checksum; ``CRC16`` is Modbus', low byte first."""

    NONE = "none"
    SUM8 = "sum8"
    XOR = "xor"
    CRC16 = "crc16"

    @property
    def size(self) -> int:
        return {"none": 0, "crc16": 2}.get(self.value, 1)

    def of(self, data: bytes) -> bytes:
        match self:
            case Checksum.NONE:
                return b""
            case Checksum.SUM8:
                return bytes((sum(data) & 0xFF,))
            case Checksum.XOR:
                return bytes((_xor(data),))
            case Checksum.CRC16:
                return _crc16(data).to_bytes(2, "little")
            case _:
                assert_never(self)


def _xor(data: bytes) -> int:
    folded = 0
    for byte in data:
        folded ^= byte
    return folded


def _crc16(data: bytes) -> int:
    crc = 0xFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ 0xA001 if crc & 1 else crc >> 1
    return crc


@dataclass(frozen=True, slots=True)
class FrameDescription:
    """``payload_bytes`` is the fixed payload length, or 0 where a length byte stands before the payload.

    Raises BadDescription when it contradicts itself.
    """

    name: str
    head: bytes
    payload_bytes: int = 0
    addressed: bool = True
    checksum: Checksum = Checksum.NONE
    tail: bytes = b""

    def __post_init__(self) -> None:
        if not self.head:
            raise BadDescription(self.name, "a frame needs a head to be found by")
        if not 0 <= self.payload_bytes <= MOST_PAYLOAD_BYTES:
            raise BadDescription(self.name, f"payload_bytes must be 0 to {MOST_PAYLOAD_BYTES}")

    @property
    def prefix_bytes(self) -> int:
        """How many bytes stand between head and payload."""
        return int(self.addressed) + int(not self.payload_bytes)


@dataclass(frozen=True, slots=True)
class Frame:
    """``address`` is 0 where frames carry none."""

    payload: bytes
    address: int = 0


def encode_frame(description: FrameDescription, frame: Frame) -> bytes:
    """Raises BadDescription: the frame does not fit its description."""
    size = len(frame.payload)
    if description.payload_bytes not in (0, size) or size > MOST_PAYLOAD_BYTES:
        raise BadDescription(description.name, f"a payload of {size} bytes does not fit")
    if not 0 <= frame.address <= (255 if description.addressed else 0):
        raise BadDescription(description.name, f"no address {frame.address}")
    address = bytes((frame.address,)) if description.addressed else b""
    length = b"" if description.payload_bytes else bytes((size,))
    body = address + length + frame.payload
    return description.head + body + description.checksum.of(body) + description.tail


class FrameReader:
    """Feed it bytes as they come."""

    def __init__(self, description: FrameDescription) -> None:
        self._description = description
        self._held = b""

    def forget(self) -> None:
        """Drop a frame that was begun: its line was silent too long."""
        self._held = b""

    def feed(self, data: bytes) -> Iterator[Frame]:
        self._held += data
        while self._align():
            size = self._frame_bytes()
            if not size or len(self._held) < size:
                return
            frame = self._decode(self._held[:size])
            self._held = self._held[size if frame else 1 :]
            if frame:
                yield frame

    def _align(self) -> bool:
        """Drop what is before the next head; False if there is not even its beginning."""
        head = self._description.head
        start = self._held.find(head)
        if start < 0:
            keep = next((n for n in range(len(head) - 1, 0, -1) if self._held.endswith(head[:n])), 0)
            self._held = self._held[len(self._held) - keep :]
            return False
        self._held = self._held[start:]
        return True

    def _frame_bytes(self) -> int:
        """Return the size of the frame that begins here; 0 while its length byte has not come."""
        told = self._description
        prefix = len(told.head) + told.prefix_bytes
        if not told.payload_bytes and len(self._held) < prefix:
            return 0
        payload = told.payload_bytes or self._held[prefix - 1]
        return prefix + payload + told.checksum.size + len(told.tail)

    def _decode(self, data: bytes) -> Frame | None:
        told = self._description
        end = len(data) - len(told.tail)
        body_end = end - told.checksum.size
        body = data[len(told.head) : body_end]
        if data[end:] != told.tail or data[body_end:end] != told.checksum.of(body):
            return None
        payload = body[told.prefix_bytes :]
        if len(payload) > MOST_PAYLOAD_BYTES:
            return None
        return Frame(payload, body[0] if told.addressed else 0)
