"""What can happen in a hall, one record each; the log is a sequence of these and nothing else.

An event names facts only: whoever replays it needs no configuration and no rules.
"""

from __future__ import annotations

from datetime import datetime
from typing import Final, Literal, TypeAlias

from msgspec import Struct, field

PERSONAL_FIELDS: Final = ("appointment", "dossier", "note", "remark")
"""Fields that may tell about a person: kept beside the log, where they can be erased."""


class DeviceNow(Struct, frozen=True):
    """The last word about one device of a station."""

    station: str
    device: str
    state: str
    at: datetime


class DayBegan(Struct, frozen=True, tag_field="ev", tag="day_began", omit_defaults=True, kw_only=True):
    """Everything before it is history: a replay may start here.

    ``numbers`` are the last numbers already given for this day (the clock was set back over midnight),
    ``learnt`` the mean seconds of service per service so far, ``stretches`` those of the estimates.
    """

    day: str
    numbers: dict[str, int] = field(default_factory=dict)
    learnt: dict[str, float] = field(default_factory=dict)
    stretches: tuple[float, float] | None = None
    devices: list[DeviceNow] = field(default_factory=list)


class TicketIssued(
    Struct, frozen=True, tag_field="ev", tag="ticket_issued", omit_defaults=True, kw_only=True
):
    ticket: str
    service: str
    day: str
    n: int
    number: str
    token: str = ""
    """Secret of the citizen's own page, worthless after the day."""
    priority: str | None = None
    appointment: str | None = None
    procedure: str | None = None
    dossier: str | None = None
    lang: str = "vi"
    likely_s: int = 0
    at_most_s: int = 0
    """The wait its paper tells."""
    window_begins: datetime | None = None
    window_ends: datetime | None = None
    """Of the appointment, where the centre's list knows it."""
    returning: bool = False
    """For a service of people who come back, as with papers that were missing."""


class TicketCalled(
    Struct, frozen=True, tag_field="ev", tag="ticket_called", omit_defaults=True, kw_only=True
):
    ticket: str
    counter: str
    zone: str
    reason: str
    recall: bool = False
    credits: dict[str, int] | None = None
    """What the counter owes its services from now on, where their weights chose."""


class ServingStarted(Struct, frozen=True, tag_field="ev", tag="serving_started", kw_only=True):
    ticket: str
    counter: str


class TicketParked(
    Struct, frozen=True, tag_field="ev", tag="ticket_parked", omit_defaults=True, kw_only=True
):
    ticket: str
    counter: str
    note: str = ""


class TicketTransferred(
    Struct, frozen=True, tag_field="ev", tag="ticket_transferred", omit_defaults=True, kw_only=True
):
    """From ``counter`` to the line of ``service``; with ``to_counter`` only that counter may call it."""

    ticket: str
    counter: str
    service: str
    to_counter: str | None = None
    keep_place: bool = True


class TicketRequeued(Struct, frozen=True, tag_field="ev", tag="ticket_requeued", kw_only=True):
    """Unanswered: back in line, and passed over until ``skip_until``."""

    ticket: str
    counter: str
    skip_until: datetime


class TicketNoShow(Struct, frozen=True, tag_field="ev", tag="ticket_no_show", kw_only=True):
    ticket: str
    counter: str


class TicketReinstated(Struct, frozen=True, tag_field="ev", tag="ticket_reinstated", kw_only=True):
    ticket: str


class TicketServed(Struct, frozen=True, tag_field="ev", tag="ticket_served", kw_only=True):
    ticket: str
    counter: str


class TicketCancelled(Struct, frozen=True, tag_field="ev", tag="ticket_cancelled", kw_only=True):
    ticket: str


class TicketExpired(Struct, frozen=True, tag_field="ev", tag="ticket_expired", kw_only=True):
    ticket: str


class PriorityChanged(
    Struct, frozen=True, tag_field="ev", tag="priority_changed", omit_defaults=True, kw_only=True
):
    ticket: str
    priority: str | None = None
    note: str = ""
    """Why; told to nobody, kept for who looks into it."""


class DossierLinked(
    Struct, frozen=True, tag_field="ev", tag="dossier_linked", omit_defaults=True, kw_only=True
):
    ticket: str
    counter: str
    dossier: str | None = None
    """None once it was erased."""


class FeeAsked(Struct, frozen=True, tag_field="ev", tag="fee_asked", kw_only=True):
    ticket: str
    counter: str
    amount_vnd: int


class FeeSettled(Struct, frozen=True, tag_field="ev", tag="fee_settled", kw_only=True):
    ticket: str
    counter: str
    amount_vnd: int
    outcome: Literal["paid", "cancelled", "refunded"]


class CounterOpened(Struct, frozen=True, tag_field="ev", tag="counter_opened", kw_only=True):
    counter: str
    services: list[str]


class CounterPaused(Struct, frozen=True, tag_field="ev", tag="counter_paused", kw_only=True):
    counter: str
    reason: str


class CounterClosed(Struct, frozen=True, tag_field="ev", tag="counter_closed", kw_only=True):
    counter: str


class ClerkSignedIn(Struct, frozen=True, tag_field="ev", tag="clerk_signed_in", kw_only=True):
    counter: str
    clerk: str


class ClerkSignedOut(Struct, frozen=True, tag_field="ev", tag="clerk_signed_out", kw_only=True):
    counter: str
    clerk: str


class RatingGiven(Struct, frozen=True, tag_field="ev", tag="rating_given", omit_defaults=True, kw_only=True):
    ticket: str
    counter: str
    score: int
    clerk: str | None = None
    reasons: list[str] = field(default_factory=list)
    remark: str = ""


class DeviceReported(Struct, frozen=True, tag_field="ev", tag="device_reported", kw_only=True):
    station: str
    device: str
    state: str


class HelpAsked(Struct, frozen=True, tag_field="ev", tag="help_asked", kw_only=True):
    station: str
    role: str


class HelpAnswered(Struct, frozen=True, tag_field="ev", tag="help_answered", kw_only=True):
    station: str
    by: str


class TickerChanged(
    Struct, frozen=True, tag_field="ev", tag="ticker_changed", omit_defaults=True, kw_only=True
):
    """The supervisor's message to the hall; empty: none any more."""

    text: str = ""
    until: datetime | None = None


class ReprintAsked(Struct, frozen=True, tag_field="ev", tag="reprint_asked", kw_only=True):
    """The kiosk ``station`` is to print the ticket's paper again."""

    ticket: str
    station: str


TicketEvent: TypeAlias = (
    TicketCalled
    | ServingStarted
    | TicketParked
    | TicketTransferred
    | TicketRequeued
    | TicketNoShow
    | TicketReinstated
    | TicketServed
    | TicketCancelled
    | TicketExpired
)
"""What moves an existing ticket along its life cycle."""

CounterEvent: TypeAlias = CounterOpened | CounterPaused | CounterClosed | ClerkSignedIn | ClerkSignedOut

Event: TypeAlias = (
    DayBegan
    | TicketIssued
    | TicketEvent
    | PriorityChanged
    | DossierLinked
    | FeeAsked
    | FeeSettled
    | CounterEvent
    | RatingGiven
    | DeviceReported
    | HelpAsked
    | HelpAnswered
    | TickerChanged
    | ReprintAsked
)


class Recorded(Struct, frozen=True):
    """An event with its place in the log. ``at`` is UTC, ``by`` the device that asked for it."""

    seq: int
    at: datetime
    by: str
    event: Event


def kind_of(event: Event) -> str:
    """Return the event's wire name."""
    return str(event.__struct_config__.tag)
