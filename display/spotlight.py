"""Which call is in the spotlight: every one, in order, each for a while, shorter under load. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hub.messages.views import CallView

LEAST_S = 4.0
"""What a call keeps while another waits, as long as few wait."""
DELAY_S = 8.0
"""How long the last in line may have to wait for its turn, if the others keep ``FLOOR_S``."""
FLOOR_S = 0.4
"""No call is shown for less, whatever the load."""


def keeps_for(waiting: int, patience_s: float) -> float:
    """Return how long a call keeps its place while ``waiting`` others wait.

    ``patience_s`` is left until the last of them should have its turn: all before it share it evenly.
    """
    return max(FLOOR_S, min(LEAST_S, patience_s / max(1, waiting)))


@dataclass(frozen=True, slots=True)
class Spotlight:
    """Times are the caller's monotonic seconds."""

    full_s: float = 20.0
    """How long the newest call stays lit when none follows."""
    showing: CallView | None = None
    since_s: float = 0.0
    waiting: tuple[CallView, ...] = ()
    last_came_s: float = 0.0
    """When the last of ``waiting`` came."""

    def add(self, call: CallView, now_s: float) -> Spotlight:
        return replace(self, waiting=(*self.waiting, call), last_came_s=now_s).at(now_s)

    def at(self, now_s: float) -> Spotlight:
        """Return the spotlight at ``now_s``; at most one step further, so none is passed over unseen."""
        due = self.next_change_s
        if not self.waiting or (due is not None and now_s < due):
            return self
        return replace(self, showing=self.waiting[0], since_s=now_s, waiting=self.waiting[1:])

    @property
    def next_change_s(self) -> float | None:
        """When ``at`` or ``lit`` will next answer something new; None: never by itself."""
        if self.showing is None:
            return None
        if not self.waiting:
            return self.since_s + self.full_s
        return self.since_s + keeps_for(len(self.waiting), self.last_came_s + DELAY_S - self.since_s)

    def lit(self, now_s: float) -> bool:
        return self.showing is not None and now_s < self.since_s + self.full_s
