"""The frames between station and hub (JSON text, tag ``t``), both directions."""

from __future__ import annotations

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta, Struct, field

from hub.messages.views import Changed, HallState, TicketView

Role = Literal["kiosk", "display", "counter", "rating", "gateway", "supervisor"]
PROTOCOL_VERSION = 1


def _no_args() -> msgspec.Raw:
    return msgspec.Raw(b"{}")


# station → hub -------------------------------------------------------------------------------------


class Since(Struct, frozen=True, forbid_unknown_fields=True):
    """The last news a station holds."""

    epoch: str
    seq: int


class Auth(Struct, frozen=True, tag_field="t", tag="auth", forbid_unknown_fields=True, kw_only=True):
    """The first frame: who the station is, and from where it resumes."""

    v: int
    role: Role
    dev: Annotated[str, Meta(max_length=64)]
    since: Since | None = None
    version: Annotated[str, Meta(max_length=64)] = ""


class Cmd(Struct, frozen=True, tag_field="t", tag="cmd", forbid_unknown_fields=True, kw_only=True):
    """Do something, at most once per ``key``; the args are those of the command."""

    id: int
    key: Annotated[str, Meta(min_length=1, max_length=64)]
    cmd: str
    args: msgspec.Raw = field(default_factory=_no_args)


class Get(Struct, frozen=True, tag_field="t", tag="get", forbid_unknown_fields=True, kw_only=True):
    """A question, changes nothing. ``what`` is one of the questions below."""

    id: int
    what: str
    args: dict[str, Any] = field(default_factory=dict)


class Seen(Struct, frozen=True, tag_field="t", tag="seen", forbid_unknown_fields=True, kw_only=True):
    """A display really painted or spoke the call of this seq."""

    seq: int
    how: Literal["shown", "spoken"]


StationFrame = Auth | Cmd | Get | Seen


# hub → station -------------------------------------------------------------------------------------


class Hello(Struct, frozen=True, tag_field="t", tag="hello", kw_only=True):
    """The first frame: protocol versions the hub speaks, the centre's id, the log's name."""

    v: list[int]
    hub: str
    epoch: str


class Ready(Struct, frozen=True, tag_field="t", tag="ready", kw_only=True):
    """The station is in: missed events follow, or a snapshot. ``seq`` is the last event's."""

    mode: Literal["delta", "snapshot"]
    seq: int
    now: str = ""
    """The hub's business clock, so that a station can tell how old an event is."""


class Snap(Struct, frozen=True, tag_field="t", tag="snap", kw_only=True):
    """Everything, in place of what the station held. May come at any time."""

    seq: int
    state: HallState


class Ev(Struct, frozen=True, tag_field="t", tag="ev", kw_only=True, omit_defaults=True):
    """An event. ``prev`` is the seq before it: a station that holds another missed something.

    The fields after ``at`` are those of the event's own kind; ``changed`` is what to upsert.
    """

    seq: int
    prev: int
    ev: str
    at: str
    changed: Changed = Changed()
    ticket: str | None = None
    number: str | None = None
    service: str | None = None
    counter: str | None = None
    zone: str | None = None
    reason: str | None = None
    recall: bool | None = None
    score: int | None = None
    clerk: str | None = None
    to_service: str | None = None
    to_counter: str | None = None
    device: str | None = None
    state: str | None = None
    station: str | None = None
    role: str | None = None
    by: str | None = None
    """Which counter or supervisor answered a call for help."""
    text: str | None = None
    until: str | None = None
    slip: TicketView | None = None
    """All that stands on the paper to reprint, its link too; told to that kiosk alone."""


class Err(Struct, frozen=True, kw_only=True):
    """Why not. ``retry``: the same command with the same key may succeed later."""

    code: str
    text: str
    retry: bool


class Res(Struct, frozen=True, tag_field="t", tag="res", kw_only=True, omit_defaults=True):
    """The answer to the ``cmd`` or ``get`` with the same ``id``. ``ok`` is always sent."""

    id: int
    ok: bool
    seq: int | None = None
    data: Any = None
    err: Err | None = None


class Hb(Struct, frozen=True, tag_field="t", tag="hb", kw_only=True):
    """The hub is alive, and its last event is ``seq``."""

    seq: int
    now: str = ""


HubFrame = Hello | Ready | Snap | Ev | Res | Hb

_station: msgspec.json.Decoder[StationFrame] = msgspec.json.Decoder(StationFrame)
_hub: msgspec.json.Decoder[HubFrame] = msgspec.json.Decoder(HubFrame)
_encoder = msgspec.json.Encoder()


def decode_station(data: bytes | str) -> StationFrame:
    """Raises msgspec.DecodeError (or its child ValidationError) for anything that is not a frame."""
    try:
        return _station.decode(data)
    except RecursionError:
        raise msgspec.DecodeError("nested too deep") from None


def decode_hub(data: bytes | str) -> HubFrame:
    """Raises msgspec.DecodeError (or its child ValidationError) for anything that is not a frame."""
    return _hub.decode(data)


def encode(frame: StationFrame | HubFrame) -> bytes:
    return _encoder.encode(frame)
