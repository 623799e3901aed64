"""The roll of stations: who is here, when each was last heard, what each really showed and spoke."""

from __future__ import annotations

from collections.abc import Callable

from msgspec.structs import replace

from hub.domain.rules import Actor
from hub.messages.frames import Seen
from hub.messages.views import StationView


class Roll:
    """In memory: a station that never came since the hub started is not on it. ``now`` writes wire times."""

    def __init__(self, now: Callable[[], str]) -> None:
        self._now = now
        self._connections: dict[Actor, int] = {}
        self._views: dict[Actor, StationView] = {}

    def views(self) -> list[StationView]:
        return list(self._views.values())

    def came(self, station: Actor) -> StationView:
        self._connections[station] = self._connections.get(station, 0) + 1
        return self._note(station, online=True)

    def left(self, station: Actor) -> StationView:
        count = self._connections[station] = self._connections[station] - 1
        return self._note(station, online=count > 0)

    def heard(self, station: Actor) -> None:
        if station in self._views:
            self._note(station)

    def saw(self, station: Actor, seen: Seen) -> StationView:
        if seen.how == "shown":
            return self._note(station, last_shown_seq=seen.seq)
        return self._note(station, last_spoken_seq=seen.seq)

    def _note(self, station: Actor, **news: bool | int) -> StationView:
        view = self._views.get(station) or StationView(
            name=station.name, role=station.role, online=True, last_heard_at=""
        )
        noted = self._views[station] = replace(view, last_heard_at=self._now(), **news)
        return noted
