"""The two Modbus RTU frames a sign needs, by pymodbus: write registers, and its answer. Pure.

pymodbus is imported at the first frame (0.2 s): a counter without such a sign never loads it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pymodbus.framer import FramerRTU

MOST_REGISTERS = 123  # MODBUS Application Protocol V1.1b3, 6.12
LEAST_ANSWER_BYTES = 5


def write_registers(address: int, register: int, data: bytes) -> bytes:
    """Return the request; ``data`` is padded to whole registers, high byte first. Raises ValueError."""
    from pymodbus.pdu.register_message import WriteMultipleRegistersRequest

    data += b"\x00" * (len(data) % 2)
    words = [int.from_bytes(data[place : place + 2], "big") for place in range(0, len(data), 2)]
    if not 1 <= len(words) <= MOST_REGISTERS or not 1 <= address <= 247:
        raise ValueError(f"{len(words)} registers for address {address}")
    return _framer().buildFrame(
        WriteMultipleRegistersRequest(dev_id=address, address=register, registers=words)
    )


def accepts(request: bytes, answer: bytes) -> bool | None:
    """Say whether ``answer`` accepts or refuses ``request``; None while it is incomplete.

    Noise may stand before it: a line that turns round often makes some.
    """
    from pymodbus.pdu import ExceptionResponse
    from pymodbus.pdu.register_message import WriteMultipleRegistersResponse

    asked = int.from_bytes(request[2:4], "big"), int.from_bytes(request[4:6], "big")
    for start in range(len(answer) - LEAST_ANSWER_BYTES + 1):
        if answer[start] != request[0]:
            continue
        _, said = _framer().handleFrame(answer[start:], request[0], 0)
        if isinstance(said, ExceptionResponse):
            return False
        if isinstance(said, WriteMultipleRegistersResponse) and (said.address, said.count) == asked:
            return True
    return None


def _framer() -> FramerRTU:
    from pymodbus.framer import FramerRTU
    from pymodbus.pdu import DecodePDU

    return FramerRTU(DecodePDU(False))
