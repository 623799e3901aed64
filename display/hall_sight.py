"""What one lobby screen knows: the hall, its own place in it, and whether the news is live. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from config.model import Counter, Display, Hall
from hub.messages.views import CallView, HallState


@dataclass(frozen=True)
class HallSight:
    """One centre as one display shows it. ``hall`` is replaced as a whole when the configuration changes."""

    hall: Hall
    display: Display
    language: str = "vi"

    @cached_property
    def counters(self) -> tuple[Counter, ...]:
        """The counters of this display's zones, as the centre orders them."""
        return tuple(counter for counter in self.hall.counters if counter.zone in self.display.zones)

    @cached_property
    def counter_numbers(self) -> dict[str, str]:
        return {counter.id: counter.number for counter in self.hall.counters}

    @cached_property
    def services(self) -> frozenset[str]:
        """The services whose people wait for a counter of these zones."""
        return frozenset(service for counter in self.counters for service in counter.services)

    @cached_property
    def prefixes(self) -> dict[str, str]:
        return {service.id: service.prefix for service in self.hall.services}

    @cached_property
    def zone_names(self) -> dict[str, str]:
        """Short enough for a header: what stands before a colon."""
        return {zone.id: say(zone.name, self.language).partition(":")[0] for zone in self.hall.zones}

    def shows(self, call: CallView) -> bool:
        return call.zone in self.display.zones


@dataclass(frozen=True, slots=True)
class Sight:
    """A moment: the hall's state, live or the last one known."""

    place: HallSight
    state: HallState
    online: bool
    heard_at: datetime | None
    """When the hub was last heard, in the centre's time; None while it is online."""
    now: datetime
    """The hub's business clock."""


def sight_of(hall_data: dict[str, Any], display_id: str, language: str) -> HallSight:
    """Return the place of display ``display_id``; one the centre does not list shows every zone's calls."""
    hall = Hall.model_validate(hall_data)
    found = next((display for display in hall.displays if display.id == display_id), None)
    every = tuple(zone.id for zone in hall.zones)
    return HallSight(hall, found or Display(id=display_id, zones=every), language)


def say(text: dict[str, str], language: str) -> str:
    return text.get(language) or text["vi"]
