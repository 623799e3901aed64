"""News and snapshots as bytes, encoded once per role however many stations hear them."""

from __future__ import annotations

from hub.messages.frames import Ev, Role, Snap, encode
from hub.messages.views import HallState
from hub.server.cut import cut_event, cut_state
from hub.server.framing import framed


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
