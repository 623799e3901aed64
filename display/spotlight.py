"""Which call is in the spotlight: every one, in order, each for a while, shorter under load. Pure."""

from __future__ import annotations

from dataclasses import dataclass, replace

from hub.messages.views import CallView

LEAST_S = 4.0
"""What a call keeps while another waits, as long as few wait."""
DELAY_S = 8.0
"""About how long the last in line may have to wait for its turn."""
FLOOR_S = 0.4
"""No call is shown for less, whatever the load."""


def keeps_for(waiting: int) -> float:
    """Return the seconds the call shown keeps its place while ``waiting`` others wait."""
    return max(FLOOR_S, min(LEAST_S, DELAY_S / max(1, waiting)))


@dataclass(frozen=True, slots=True)
class Spotlight:
    """Times are the caller's monotonic seconds."""

    full_s: float = 20.0
    """How long the newest call stays lit when none follows."""
    showing: CallView | None = None
    since_s: float = 0.0
    waiting: tuple[CallView, ...] = ()

    def add(self, call: CallView, now_s: float) -> Spotlight:
        return replace(self, waiting=(*self.waiting, call)).at(now_s)

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
        return self.since_s + (keeps_for(len(self.waiting)) if self.waiting else self.full_s)

    def lit(self, now_s: float) -> bool:
        return self.showing is not None and now_s < self.since_s + self.full_s
