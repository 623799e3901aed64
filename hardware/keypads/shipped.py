"""The keypads we can describe out of the box; another maker's sheet becomes another description."""

from __future__ import annotations

from dataclasses import dataclass

from hardware.errors import BadDescription
from hardware.keypads.frames import Checksum, FrameDescription
from hardware.names import unknown


@dataclass(frozen=True, slots=True)
class KeypadDescription:
    """``keys`` pairs each payload with the name of its key; names are what apps understand."""

    frame: FrameDescription
    keys: tuple[tuple[bytes, str], ...]
    baud: int = 9600

    @property
    def name(self) -> str:
        return self.frame.name

    def key(self, payload: bytes) -> str:
        """Return the key's name, or empty for a payload no key sends."""
        return dict(self.keys).get(payload, "")

    def payload(self, key: str) -> bytes:
        """Return what ``key`` sends; raises BadDescription if there is no such key."""
        for payload, name in self.keys:
            if name == key:
                return payload
        names = ", ".join(name for _, name in self.keys)
        raise BadDescription(self.name, f"no key {key!r}; keys: {names}")


# Five faces, best first: rate_5 is "Rất hài lòng", rate_1 "Rất không hài lòng".
RATING_KEYPAD_5 = KeypadDescription(
    frame=FrameDescription(
        "rating-5", head=b"\xaa\x55", payload_bytes=2, checksum=Checksum.SUM8, tail=b"\x0d"
    ),
    keys=tuple((bytes((0x52, 0x30 + score)), f"rate_{score}") for score in (5, 4, 3, 2, 1)),
)

# The clerk's small pad: the four acts every hall asks for, and digits to enter a number or a PIN.
CALL_KEYPAD = KeypadDescription(
    frame=FrameDescription("call-16", head=b"\x02", checksum=Checksum.XOR, tail=b"\x03"),
    keys=(
        (b"N", "next"),
        (b"R", "recall"),
        (b"T", "transfer"),
        (b"A", "no_show"),
        (b"F", "finish"),
        (b"L", "sign_in"),
        *((bytes((0x30 + digit,)), f"digit_{digit}") for digit in range(10)),
    ),
)

SHIPPED = {keypad.name: keypad for keypad in (RATING_KEYPAD_5, CALL_KEYPAD)}


def find_keypad(name: str) -> KeypadDescription:
    """Raises UnknownName."""
    if name not in SHIPPED:
        raise unknown("keypad", name, SHIPPED)
    return SHIPPED[name]
