"""News and snapshots as bytes, encoded once per role however many stations hear them."""

from __future__ import annotations

from hub.domain.rules import Actor
from hub.messages.frames import Ev, Role, Snap, encode
from hub.messages.views import HallState
from hub.server.cut import cut_event, cut_state
from hub.server.framing import FRAGMENT_BYTES, framed, gathered


class Bulletin:
    """One event for every role."""

    __slots__ = ("_frames", "event")

    def __init__(self, event: Ev) -> None:
        self.event = event
        self._frames: dict[Role, tuple[bytes, ...]] = {}

    def frames(self, role: Role, name: str = "") -> tuple[bytes, ...]:
        if self.event.slip is not None:
            return framed(encode(cut_event(self.event, role, name)))  # holds what one station alone may see
        frames = self._frames.get(role)
        if frames is None:
            frames = self._frames[role] = framed(encode(cut_event(self.event, role)))
        return frames


class Edition:
    """The news of one write, joined once per role; each event is still a frame of its own."""

    __slots__ = ("_bulletins", "_pieces", "_private")

    def __init__(self, *bulletins: Bulletin) -> None:
        self._bulletins = bulletins
        self._private = any(bulletin.event.slip is not None for bulletin in bulletins)
        self._pieces: dict[Role, list[tuple[bytes, ...]]] = {}

    def pieces(self, station: Actor) -> list[tuple[bytes, ...]]:
        """Return what ``station`` is told, each piece to be sent whole or not at all."""
        pieces = self._pieces.get(station.role)
        if pieces is None:
            frames = (bulletin.frames(station.role, station.name) for bulletin in self._bulletins)
            pieces = list(gathered(frames, FRAGMENT_BYTES))
            if not self._private:
                self._pieces[station.role] = pieces
        return pieces


class Snapshot:
    """The whole hall at one seq, for every role."""

    __slots__ = ("_frames", "seq", "state")

    def __init__(self, seq: int, state: HallState) -> None:
        self.seq = seq
        self.state = state
        self._frames: dict[Role, tuple[bytes, ...]] = {}

    def frames(self, role: Role) -> tuple[bytes, ...]:
        frames = self._frames.get(role)
        if frames is None:
            snap = Snap(seq=self.seq, state=cut_state(self.state, role))
            frames = self._frames[role] = framed(encode(snap))
        return frames
