"""LED counter signs: what they show as described frames, and the master of the line they share."""

from hardware.signs.bus import BusState, BusTiming, SignBus
from hardware.signs.description import Alignment, Protocol, SignDescription

__all__ = ["Alignment", "BusState", "BusTiming", "Protocol", "SignBus", "SignDescription"]
