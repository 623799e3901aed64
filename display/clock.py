"""The hub's business clock as this station can tell it. Pure: the caller brings its own monotonic seconds."""

from __future__ import annotations

from datetime import datetime, timedelta


class BusinessClock:
    """Takes note of the times in the hub's news; a demo's clock may be days apart from this machine's."""

    def __init__(self) -> None:
        self._at_zero: datetime | None = None

    def heard(self, hub_time: str, now_s: float, *, reset: bool = False) -> None:
        """``reset``: the news is a fresh snapshot, so an earlier reading no longer counts."""
        moment = parsed(hub_time)
        if moment is None:
            return
        at_zero = moment - timedelta(seconds=now_s)
        if reset or self._at_zero is None or at_zero > self._at_zero:
            self._at_zero = at_zero

    def now(self, now_s: float) -> datetime | None:
        """Return the centre's time, None before the hub told any."""
        return None if self._at_zero is None else self._at_zero + timedelta(seconds=now_s)


def parsed(text: str) -> datetime | None:
    """Return the moment ``text`` names; None for one that is none, or has no zone."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    return moment if moment.tzinfo else None
