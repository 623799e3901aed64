"""The hall as stations meet it: lets them in, tells them the news, keeps their beat."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Collection
from datetime import datetime
from typing import Final, Protocol

from msgspec.structs import replace

from hub.domain.rules import Actor, Rules
from hub.ledger.ledger import NEWS_KEPT, Ledger
from hub.ledger.views import iso
from hub.messages.frames import Ev, Hb, Ready, Role, Seen, Since, encode
from hub.messages.views import Changed, HallState, ServiceView, StationView
from hub.server.bulletin import Bulletin, Edition, Snapshot
from hub.server.framing import framed
from hub.server.outbox import Outbox
from hub.server.roles import SEES_STATIONS
from hub.server.roll import Roll
from hub.server.tally import Level, Tally
from hub.server.writer import Writer

STATIONS_CHANGED: Final = "stations_changed"
HALL_REFRESHED: Final = "hall_refreshed"
"""Passing news: not in the log, so their ``seq`` and ``prev`` are the last event's."""


class Listener(Protocol):
    """A connected station."""

    @property
    def actor(self) -> Actor: ...

    @property
    def outbox(self) -> Outbox: ...


class Hall:
    """Used in the hub's event loop only. ``now`` is the business clock."""

    def __init__(
        self, rules: Rules, now: Callable[[], datetime], epoch: str, recent: list[Ev], seq: int
    ) -> None:
        self._now = now
        self._listeners: set[Listener] = set()
        self._snapshot: Snapshot | None = None
        self._told: dict[str, ServiceView] = {}
        self._recent = deque((Bulletin(event) for event in recent), maxlen=NEWS_KEPT)
        self.writer: Writer
        self.epoch = epoch
        self.seq = seq
        self.roll = Roll(now, self._as_told)
        self.tally = Tally()
        self.use(rules)

    def use(self, rules: Rules) -> None:
        self.rules = rules
        self._described = rules.hall.for_stations().model_dump(mode="json")
        self._snapshot = None

    def wire_now(self) -> str:
        return self._as_told(self._now())

    def _as_told(self, moment: datetime) -> str:
        return iso(moment, self.rules)

    def lets_in(self, actor: Actor) -> bool:
        return self.rules.knows(actor) or not self.rules.hall.limits.known_stations_only

    # coming and going ------------------------------------------------------------------------------

    async def admit(self, listener: Listener, since: Since | None, version: str = "") -> None:
        """Bring a station up to date and count it in; both before any later news.

        ``version`` is of the station's software, for supervisors.
        """
        if since is not None and self._can_resume(since):
            await self.writer.ask(
                lambda ledger: ledger.snapshot(tickets=False),
                lambda cheap: self._resume(listener, since, cheap[1]),
            )
        else:
            await self._with_snapshot(lambda snapshot: self._begin(listener, snapshot))
        self._tell_stations(self.roll.came(listener.actor, version))

    def dismiss(self, listener: Listener) -> None:
        if listener in self._listeners:
            self._listeners.discard(listener)
            self._tell_stations(self.roll.left(listener.actor))

    async def refresh(self, listener: Listener) -> None:
        """Give a station that fell behind a new start."""
        await self._with_snapshot(
            lambda snapshot: listener.outbox.refresh([self._frames(snapshot, listener.actor.role)])
        )

    def _can_resume(self, since: Since) -> bool:
        if since.epoch != self.epoch or since.seq > self.seq:
            return False
        return since.seq == self.seq or bool(self._recent and self._recent[0].event.seq <= since.seq + 1)

    def _resume(self, listener: Listener, since: Since, now: HallState) -> None:
        role, name = listener.actor.role, listener.actor.name
        ready = Ready(mode="delta", seq=self.seq, now=now.now)
        missed = [each.frames(role, name) for each in self._recent if each.event.seq > since.seq]
        changed = Changed(
            services=now.services, counters=now.counters, devices=now.devices, stations=self.roll.views()
        )
        present = Bulletin(self._passing(HALL_REFRESHED, changed)).frames(role)
        listener.outbox.refresh([framed(encode(ready)), *missed, present])
        self._listeners.add(listener)

    def _begin(self, listener: Listener, snapshot: Snapshot) -> None:
        ready = Ready(mode="snapshot", seq=snapshot.seq, now=self.wire_now())
        listener.outbox.refresh([framed(encode(ready)), self._frames(snapshot, listener.actor.role)])
        self._listeners.add(listener)

    def _frames(self, snapshot: Snapshot, role: Role) -> tuple[bytes, ...]:
        if role not in SEES_STATIONS:
            return snapshot.frames(role)
        present = replace(snapshot.state, stations=self.roll.views())
        return Snapshot(snapshot.seq, present).frames(role)

    async def _with_snapshot(self, then: Callable[[Snapshot], None]) -> None:
        await self.writer.ask(self._take_snapshot, lambda snapshot: then(self._keep(snapshot)))

    def _take_snapshot(self, ledger: Ledger) -> Snapshot:
        """In the ledger's thread. Stations that come back together share one snapshot."""
        kept = self._snapshot
        if kept is not None and kept.seq == ledger.seq:
            return kept
        return Snapshot(*ledger.snapshot())

    def _keep(self, snapshot: Snapshot) -> Snapshot:
        if snapshot is not self._snapshot:
            snapshot.state = replace(snapshot.state, hall=self._described)
            self._snapshot = snapshot
        return snapshot

    def level(self) -> Level:
        return Level(
            seq=self.seq,
            stations=Counter(listener.actor.role for listener in self._listeners),
            waiting={service.id: service.waiting for service in self._told.values()},
            inbox=self.writer.waiting,
        )

    # news ------------------------------------------------------------------------------------------

    def publish(self, news: list[Ev]) -> None:
        """Tell the news of one write."""
        bulletins = [Bulletin(event) for event in news]
        self._recent.extend(bulletins)
        for event in news:
            self.seq = event.seq
            self.tally.events[event.ev] += 1
            self._told.update((service.id, service) for service in event.changed.services)
        self._tell(Edition(*bulletins))

    def _tell(self, edition: Edition, roles: Collection[Role] | None = None) -> None:
        for listener in self._listeners:
            if roles is None or listener.actor.role in roles:
                for frames in edition.pieces(listener.actor):
                    listener.outbox.tell(frames)

    def _tell_passing(self, kind: str, changed: Changed, roles: Collection[Role] | None = None) -> None:
        self._tell(Edition(Bulletin(self._passing(kind, changed))), roles)

    def call_the_roll(self) -> None:
        """Tell supervisors when the stations were last heard: those heard since the last time."""
        if any(listener.actor.role in SEES_STATIONS for listener in self._listeners):
            heard = self.roll.heard_since_told()
            if heard:
                self._tell_stations(*heard)

    def _tell_stations(self, *stations: StationView) -> None:
        self._tell_passing(STATIONS_CHANGED, Changed(stations=list(stations)), SEES_STATIONS)

    def _passing(self, kind: str, changed: Changed) -> Ev:
        return Ev(seq=self.seq, prev=self.seq, ev=kind, at=self.wire_now(), changed=changed)

    def saw(self, listener: Listener, seen: Seen) -> None:
        """Note what a display really showed or spoke; what was never sent to it cannot have been."""
        if seen.seq <= self.seq:
            self._tell_stations(self.roll.saw(listener.actor, seen))

    def beat(self) -> None:
        """Tell every station that the hub is alive and where the news stands."""
        self._snapshot = None
        frames = framed(encode(Hb(seq=self.seq, now=self.wire_now())))
        for listener in self._listeners:
            listener.outbox.tell(frames)

    async def pass_time(self) -> None:
        """Let closing time and a new day come, and tell what time alone changed: waits, issuing hours."""
        await self.writer.tick()
        await self.writer.ask(lambda ledger: ledger.services(), self._tell_services)

    def _tell_services(self, services: list[ServiceView]) -> None:
        changed = [service for service in services if self._told.get(service.id) != service]
        if changed:
            self._snapshot = None
            self._told.update((service.id, service) for service in changed)
            self._tell_passing(HALL_REFRESHED, Changed(services=changed))

    async def reconfigure(self, rules: Rules) -> None:
        """Go on by a new configuration; the queue stays as it is."""
        await self.writer.ask(lambda ledger: ledger.use(rules), lambda _: self._tell_hall(rules))
        await self.pass_time()

    def _tell_hall(self, rules: Rules) -> None:
        self.use(rules)
        self._tell_passing(HALL_REFRESHED, Changed(hall=self._described))
