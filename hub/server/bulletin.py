"""News and snapshots as bytes, encoded once per role however many stations hear them."""

from __future__ import annotations

from hub.messages.frames import Ev, Role, Snap, encode
from hub.messages.views import HallState
from hub.server.cut import cut_event, cut_state


class Bulletin:
    """One event for every role."""

    __slots__ = ("_frames", "event")

    def __init__(self, event: Ev) -> None:
        self.event = event
        self._frames: dict[Role, bytes] = {}

    def frame(self, role: Role) -> bytes:
        frame = self._frames.get(role)
        if frame is None:
            frame = self._frames[role] = encode(cut_event(self.event, role))
        return frame


class Snapshot:
    """The whole hall at one seq, for every role."""

    __slots__ = ("_frames", "seq", "state")

    def __init__(self, seq: int, state: HallState) -> None:
        self.seq = seq
        self.state = state
        self._frames: dict[Role, bytes] = {}

    def frame(self, role: Role) -> bytes:
        frame = self._frames.get(role)
        if frame is None:
            frame = self._frames[role] = encode(Snap(seq=self.seq, state=cut_state(self.state, role)))
        return frame
