"""Small rules of the link's patience: how long to wait before the next attempt, and how old news is. Pure."""

from __future__ import annotations

from datetime import datetime

FIRST_WAIT_S = 0.2
LONGEST_WAIT_S = 5.0
FRESH_FOR_S = 15.0
"""An event older than this is history: it belongs in lists, not in the spotlight or the loudspeaker."""


def wait_before(attempt: int, chance: float) -> float:
    """Return the seconds to wait before connection attempt ``attempt`` (0 is the first retry).

    ``chance`` in [0, 1) spreads the stations of a hall, so they do not all return at one instant.
    """
    full = min(LONGEST_WAIT_S, FIRST_WAIT_S * 2.0 ** min(attempt, 16))
    return full * (0.5 + chance / 2)


class HubClock:
    """The hub's business clock as this station can tell it from the times in the frames.

    The business clock may be set apart from this machine's (``--now``), so ages are counted on the hub's own.
    ``monotonic_s`` is the caller's monotonic clock; a late frame makes the hub look slow, so the furthest
    reading since ``reset`` counts.
    """

    def __init__(self) -> None:
        self._ahead_s: float | None = None

    def reset(self) -> None:
        self._ahead_s = None

    def heard(self, hub_time: str, monotonic_s: float) -> None:
        """Take note of a time the hub just stated (ISO 8601 with offset; anything else is ignored)."""
        moment = _timestamp(hub_time)
        if moment is None:
            return
        ahead_s = moment - monotonic_s
        self._ahead_s = ahead_s if self._ahead_s is None else max(self._ahead_s, ahead_s)

    def is_fresh(self, event_time: str, monotonic_s: float) -> bool:
        """True if what happened at ``event_time`` is at most FRESH_FOR_S old by the hub's clock."""
        moment = _timestamp(event_time)
        if moment is None or self._ahead_s is None:
            return True
        return self._ahead_s + monotonic_s - moment <= FRESH_FOR_S


def _timestamp(text: str) -> float | None:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment.timestamp() if moment.tzinfo else None
