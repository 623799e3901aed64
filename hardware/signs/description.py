"""A sign described as data: how a text becomes a frame and what its answer looks like. Pure."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from enum import Enum
from typing import assert_never

from hardware.errors import BadDescription
from hardware.keypads.frames import Frame, FrameDescription, FrameReader, encode_frame
from hardware.signs import modbus


class Protocol(Enum):
    FRAME = "frame"
    MODBUS = "modbus"


class Alignment(Enum):
    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class SignDescription:
    """``before`` stands in front of the text in every payload, ``blink`` instead of it while a call is fresh.

    ``width`` is how many letters it has. A Modbus sign takes them in registers from ``register`` on.
    ``answers``: it confirms each frame, by a frame of its own address (or Modbus' answer).
    """

    name: str
    width: int
    protocol: Protocol = Protocol.FRAME
    frame: FrameDescription | None = None
    before: bytes = b""
    blink: bytes = b""
    register: int = 0
    alignment: Alignment = Alignment.LEFT
    answers: bool = False
    baud: int = 9600
    gap_s: float = 0.02

    def __post_init__(self) -> None:
        if not 1 <= self.width <= 64:
            raise BadDescription(self.name, "width must be 1 to 64 letters")
        if self.protocol is Protocol.FRAME and self.frame is None:
            raise BadDescription(self.name, "a sign of frames needs [frame]")
        if not 0 <= self.register <= 0xFFFF:
            raise BadDescription(self.name, "register must be 0 to 65535")
        if not 0 <= self.gap_s <= 1:
            raise BadDescription(self.name, "gap_ms must be 0 to 1000")

    def letters(self, text: str) -> bytes:
        """Return ``text`` in exactly ``width`` ASCII letters; signs have no Vietnamese ones."""
        plain = unicodedata.normalize("NFD", text).replace("Đ", "D").replace("đ", "d")
        ascii_text = plain.encode("ascii", "ignore").decode()[: self.width]
        right = self.alignment is Alignment.RIGHT
        return (ascii_text.rjust if right else ascii_text.ljust)(self.width).encode("ascii")

    def encode(self, address: int, text: str, blinking: bool = False) -> bytes:
        """Return the frame that shows ``text``; raises BadDescription where it does not fit."""
        payload = (self.blink if blinking and self.blink else self.before) + self.letters(text)
        match self.protocol:
            case Protocol.MODBUS:
                try:
                    return modbus.write_registers(address, self.register, payload)
                except ValueError as error:
                    raise BadDescription(self.name, str(error)) from error
            case Protocol.FRAME:
                return encode_frame(self._frame, Frame(payload, address if self._frame.addressed else 0))
            case _:
                assert_never(self.protocol)

    def accepted(self, request: bytes, address: int, answer: bytes) -> bool | None:
        """Say whether ``answer`` confirms ``request``; None while more is needed."""
        if self.protocol is Protocol.MODBUS:
            return modbus.accepts(request, answer)
        frames = FrameReader(self._frame).feed(answer)
        return True if any(frame.address in (address, 0) for frame in frames) else None

    @property
    def _frame(self) -> FrameDescription:
        assert self.frame is not None  # __post_init__ saw to it
        return self.frame
