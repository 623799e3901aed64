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
    broken: bool = False  # an error that only power off and on, or service, mends
    paused: bool = False  # a head that cools down: nothing moves, no bit says so
    silent: bool = False  # a clone that never answers
    garbled: bool = False  # every answer arrives as noise
    late: bool = False  # answers wait and all come at once when this ends

    @property
    def ready(self) -> bool:
        """Whether the status bits say so."""
        return not (self.paper_out or self.cover_open or self.offline or self.cutter_jam or self.broken)

    @property
    def moves(self) -> bool:
        return self.ready and not self.paused

    def real_time(self, question: int) -> bytes:
        """Answer DLE EOT ``question``."""
        stopped = not self.ready
        bits = {
            1: 0x08 * stopped,
            2: 0x04 * self.cover_open | 0x20 * self.paper_out | 0x40 * (self.cutter_jam or self.broken),
            3: 0x08 * self.cutter_jam | 0x20 * self.broken,
            4: 0x0C * (self.near_end or self.paper_out) | 0x60 * self.paper_out,
        }[question]
        return bytes((0x12 | bits,))

    def sensor(self) -> bytes:
        """Answer GS r 1."""
        return bytes((0x03 * (self.near_end or self.paper_out) | 0x0C * self.paper_out,))

    def automatic(self) -> bytes:
        """The four bytes of ASB."""
        first = 0x10 | 0x08 * (not self.ready) | 0x20 * self.cover_open
        return bytes((first, 0x08 * self.cutter_jam | 0x20 * self.broken, self.sensor()[0], 0))
