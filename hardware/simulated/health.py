"""The simulated printer's condition and how it answers status questions about it. Pure."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Health:
    paper_out: bool = False
    near_end: bool = False
    cover_open: bool = False
    offline: bool = False
    cutter_jam: bool = False
    silent: bool = False  # a clone that never answers

    @property
    def ready(self) -> bool:
        return not (self.paper_out or self.cover_open or self.offline or self.cutter_jam)

    def real_time(self, question: int) -> bytes:
        """Answer DLE EOT ``question``."""
        stopped = not self.ready
        bits = {
            1: 0x08 * stopped,
            2: 0x04 * self.cover_open | 0x20 * self.paper_out | 0x40 * self.cutter_jam,
            3: 0x08 * self.cutter_jam,
            4: 0x0C * (self.near_end or self.paper_out) | 0x60 * self.paper_out,
        }[question]
        return bytes((0x12 | bits,))

    def sensor(self) -> bytes:
        """Answer GS r 1."""
        return bytes((0x03 * (self.near_end or self.paper_out) | 0x0C * self.paper_out,))

    def automatic(self) -> bytes:
        """The four bytes of ASB."""
        first = 0x10 | 0x08 * (not self.ready) | 0x20 * self.cover_open
        return bytes((first, 0x08 * self.cutter_jam, self.sensor()[0], 0x0F & 0))
