"""What keeps a station out until a technician mends it, told from the link's trouble. Pure."""

from __future__ import annotations

from enum import StrEnum


class Hindrance(StrEnum):
    """The values are what QML finds its words by."""

    NOTHING = ""
    NOT_PAIRED = "not-paired"
    """The hub does not know the token in the key file, or it was revoked."""
    OTHER_DEVICE = "other-device"
    """The token is another station's."""
    OTHER_VERSION = "other-version"
    UNKNOWN_COUNTER = "unknown-counter"
    """The centre has no counter of this station's id."""


_STARTS = {
    "unauthorized": Hindrance.NOT_PAIRED,
    "unknown station": Hindrance.UNKNOWN_COUNTER,
    "role or dev": Hindrance.OTHER_DEVICE,
    "speaks protocol": Hindrance.OTHER_VERSION,
    "another protocol": Hindrance.OTHER_VERSION,
}


def hindrance_of(trouble: str, *, has_place: bool) -> Hindrance:
    """``trouble``: the link's own word; ``has_place``: the centre knows this station."""
    for start, hindrance in _STARTS.items():
        if trouble.startswith(start):
            return hindrance
    return Hindrance.NOTHING if has_place else Hindrance.UNKNOWN_COUNTER
