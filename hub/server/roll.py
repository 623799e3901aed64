"""The roll of stations: who is here, when each was last heard, what each really showed and spoke."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from msgspec.structs import replace

from hub.domain.rules import Actor
from hub.messages.frames import Seen
from hub.messages.views import StationView


class Roll:
    """In memory: a station that never came since the hub started is not on it.

    ``now`` is the business clock, ``as_told`` writes its times as the wire does.
    """

    def __init__(self, now: Callable[[], datetime], as_told: Callable[[datetime], str]) -> None:
        self._now = now
        self._as_told = as_told
        self._connections: dict[Actor, int] = {}
        self._views: dict[Actor, StationView] = {}
        self._heard: dict[Actor, datetime] = {}
        """When each was last heard: asked for seldom, noted with every frame and every pong."""
        self._told: dict[Actor, datetime] = {}

    def views(self) -> list[StationView]:
        return [self._view(station) for station in self._views]

    def came(self, station: Actor, version: str = "") -> StationView:
        """``version`` is of the station's software; one that does not say keeps what it said before."""
        self._connections[station] = self._connections.get(station, 0) + 1
        known = self._views.get(station)
        version = version or (known.version if known else "")
        return self._note(station, online=True, version=version)

    def left(self, station: Actor) -> StationView:
        count = self._connections[station] = self._connections[station] - 1
        return self._note(station, online=count > 0)

    def heard(self, station: Actor) -> None:
        self._heard[station] = self._now()

    def saw(self, station: Actor, seen: Seen) -> StationView:
        if seen.how == "shown":
            return self._note(station, last_shown_seq=seen.seq)
        return self._note(station, last_spoken_seq=seen.seq)

    def heard_since_told(self) -> list[StationView]:
        """Return the stations that were heard after anybody was last told of them, and count them as told."""
        return [self._tell(each) for each in self._views if self._heard[each] != self._told.get(each)]

    def _note(self, station: Actor, **news: bool | int | str) -> StationView:
        self.heard(station)
        known = self._views.get(station) or StationView(
            name=station.name, role=station.role, online=True, last_heard_at=""
        )
        self._views[station] = replace(known, **news)
        return self._tell(station)

    def _tell(self, station: Actor) -> StationView:
        self._told[station] = self._heard[station]
        return self._view(station)

    def _view(self, station: Actor) -> StationView:
        return replace(self._views[station], last_heard_at=self._as_told(self._heard[station]))
