"""The business clock: the machine's own, or set apart from it for demos and drills."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo


class BusinessClock:
    """``now()`` is UTC; ``starting_at`` sets it once, after that it runs at the machine's pace."""

    def __init__(self, apart: timedelta = timedelta(0)) -> None:
        self._apart = apart

    @classmethod
    def starting_at(cls, moment: datetime, zone: tzinfo) -> BusinessClock:
        """``moment`` without an offset is taken in ``zone``."""
        aware = moment if moment.tzinfo else moment.replace(tzinfo=zone)
        return cls(aware - datetime.now(UTC))

    def now(self) -> datetime:
        return datetime.now(UTC) + self._apart
