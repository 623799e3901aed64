"""The two Modbus RTU frames a sign needs: write registers, and its answer. Pure.

Source: MODBUS Application Protocol V1.1b3, 6.12 (function 16) and 7; over serial line V1.02, 2.5.1.
"""

from __future__ import annotations

from hardware.keypads.frames import Checksum

WRITE_REGISTERS, ERROR_FLAG = 0x10, 0x80
MOST_REGISTERS = 123
ANSWER_BYTES, ERROR_BYTES = 8, 5


def write_registers(address: int, register: int, data: bytes) -> bytes:
    """Return the request; ``data`` is padded to whole registers, high byte first."""
    data += b"\x00" * (len(data) % 2)
    count = len(data) // 2
    if not 1 <= count <= MOST_REGISTERS or not 1 <= address <= 247:
        raise ValueError(f"{count} registers for address {address}")
    body = bytes((address, WRITE_REGISTERS)) + register.to_bytes(2, "big") + count.to_bytes(2, "big")
    body += bytes((len(data),)) + data
    return body + Checksum.CRC16.of(body)


def accepts(request: bytes, answer: bytes) -> bool | None:
    """Say whether ``answer`` accepts or refuses ``request``; None while it is incomplete."""
    for start in range(len(answer)):
        part = answer[start:]
        if part[:1] != request[:1] or len(part) < ERROR_BYTES:
            continue
        if part[1] == WRITE_REGISTERS | ERROR_FLAG and _whole(part[:ERROR_BYTES]):
            return False
        if part[:6] == request[:6] and len(part) >= ANSWER_BYTES and _whole(part[:ANSWER_BYTES]):
            return True
    return None


def _whole(frame: bytes) -> bool:
    return Checksum.CRC16.of(frame[:-2]) == frame[-2:]
