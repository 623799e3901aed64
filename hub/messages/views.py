"""What stations see of the hall: plain records in every snapshot and event.

A view is the hub's answer cut to a role: a field the role may not see is ``None`` or empty.
Times are ISO 8601 strings with the centre's offset, durations are seconds.
"""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct, field

TicketState = Literal["waiting", "called", "serving", "parked", "served", "no_show", "cancelled", "expired"]
CounterState = Literal["closed", "open", "paused"]


class Estimate(Struct, frozen=True):
    """An honest wait: half of the people wait at most ``likely_s``, four in five at most ``at_most_s``."""

    likely_s: int
    at_most_s: int


class FeeView(Struct, frozen=True, kw_only=True):
    """What a visit has to pay, as the clerk says; ``paid`` is what somebody saw, never what we assume."""

    amount_vnd: int
    state: Literal["asked", "paid", "cancelled", "refunded"]
    dossier: str = ""
    """Whose fee it is, only while it is asked: it goes into the code the citizen scans."""


class TicketView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One ticket. ``ahead`` and ``estimate`` are filled in answers to its owner, not in snapshots."""

    id: str
    number: str
    service: str
    state: TicketState
    issued_at: str
    counter: str | None = None
    """Counter it is at, or is to go to (transferred to a counter)."""
    priority: str | None = None
    appointment: str | None = None
    appointment_from: str | None = None
    appointment_to: str | None = None
    """The appointment's window, where the centre's list knows it."""
    procedure: str | None = None
    dossier: str | None = None
    lang: str = "vi"
    called_at: str | None = None
    started_at: str | None = None
    ended_at: str | None = None
    waiting_since: str | None = None
    absences: int = 0
    note: str = ""
    transferred_from: str | None = None
    reason: str | None = None
    """Why the last call chose it (a reason code, see ``reasons`` in the protocol reference)."""
    rated: bool = False
    fee: FeeView | None = None
    ahead: int | None = None
    estimate: Estimate | None = None
    link: str | None = None
    """The citizen's own page, with its secret token in the fragment. Kiosk (own answers) and gateway only."""


class CounterView(Struct, frozen=True, kw_only=True):
    """One counter now."""

    id: str
    state: CounterState
    services: list[str]
    clerk: str | None = None
    ticket: str | None = None
    """Id of the current ticket."""
    number: str | None = None
    """Number of the current ticket."""
    pause_reason: str = ""


class ServiceView(Struct, frozen=True, kw_only=True):
    """A service's line now. ``estimate`` is for someone who would join it this moment."""

    id: str
    waiting: int = 0
    waiting_priority: int = 0
    counters_open: int = 0
    issued_today: int = 0
    issuing: bool = True
    """False: outside issuing hours or the daily limit is reached (``why_not`` says which)."""
    why_not: str = ""
    estimate: Estimate | None = None


class CallView(Struct, frozen=True, kw_only=True):
    """One announcement. ``seq`` orders them; every display shows and speaks each of them once."""

    seq: int
    ticket: str
    number: str
    counter: str
    zone: str
    service: str
    recall: bool
    at: str


class DeviceView(Struct, frozen=True, kw_only=True):
    """The last word about one device of a station."""

    station: str
    device: str
    state: str
    at: str


class StationView(Struct, frozen=True, kw_only=True):
    """Who is connected; for supervisors."""

    name: str
    role: str
    online: bool
    last_heard_at: str
    """The last frame or pong; told anew at least every 15 s while the station answers."""
    last_shown_seq: int = 0
    last_spoken_seq: int = 0
    version: str = ""
    """Of the station's software, as it said in its `auth`; empty: it did not."""


class HelpView(Struct, frozen=True, kw_only=True):
    """A station where somebody waits for a member of staff."""

    station: str
    role: str
    at: str


class TickerView(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A supervisor's message for every screen. In ``changed`` an empty ``text`` takes the last one away."""

    text: str
    at: str
    until: str | None = None
    """Not shown any more from then on; the hub takes it away within a second."""


class HallState(Struct, frozen=True, kw_only=True):
    """The snapshot: the centre's configuration and where everything stands."""

    hall: dict[str, Any]
    """``config.model.Hall`` as JSON; parse it with ``Hall.model_validate``."""
    day: str
    """Business day, ``YYYY-MM-DD``."""
    now: str
    """The hub's business clock when the snapshot was made."""
    services: list[ServiceView]
    counters: list[CounterView]
    tickets: list[TicketView]
    calls: list[CallView]
    """Calls of today, oldest first, at most the last 50."""
    devices: list[DeviceView] = field(default_factory=list)
    stations: list[StationView] = field(default_factory=list)
    help: list[HelpView] = field(default_factory=list)
    """Calls for help nobody answered yet, oldest first."""
    ticker: TickerView | None = None


class Changed(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Everything an event changed, whole: a station upserts by id and needs no rules of its own."""

    tickets: list[TicketView] = field(default_factory=list)
    counters: list[CounterView] = field(default_factory=list)
    services: list[ServiceView] = field(default_factory=list)
    devices: list[DeviceView] = field(default_factory=list)
    stations: list[StationView] = field(default_factory=list)
    help: list[HelpView] | None = None
    """When it changed: all the calls for help there are now, in place of those before."""
    ticker: TickerView | None = None
    hall: dict[str, Any] | None = None
    """The centre's new configuration after a reload."""
    day: str | None = None
    """A new business day began: drop every ticket and call, all calls for help and the ticker's message
    before applying the rest."""


class DossierStep(Struct, frozen=True, kw_only=True):
    """One thing that happened to a dossier."""

    at: str
    text: str


class DossierView(Struct, frozen=True, kw_only=True):
    """A dossier's state. ``owner`` is already masked by the hub."""

    code: str
    state: int
    """1–10, see ``docs/reference/glossary.md``."""
    procedure: str = ""
    agency: str = ""
    owner: str = ""
    received_at: str = ""
    due_at: str = ""
    note: str = ""
    steps: list[DossierStep] = field(default_factory=list)
    as_of: str = ""
    """When the source was last read."""


class AppointmentView(Struct, frozen=True, kw_only=True, rename={"begins": "from", "ends": "to"}):
    """A booked visit of the centre's list. ``from`` and ``to`` are its window, ``name`` is masked."""

    code: str
    service: str
    begins: str
    ends: str
    state: Literal["early", "open", "late", "used"]
    """``open``: in the window or the centre's grace around it; ``early`` and ``late`` may be another day."""
    name: str = ""


class AuditRow(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """One event of the log for whoever looks into it. ``by`` is the device that did it, ``role:name``."""

    seq: int
    at: str
    ev: str
    by: str
    ticket: str | None = None
    number: str | None = None
    counter: str | None = None
    service: str | None = None
    """The service the event names, else the one the ticket was issued for."""
    reason: str | None = None
    """Why a ticket was called, a counter paused, a priority changed (the clerk's words, until erased)."""
    clerk: str | None = None
    station: str | None = None
    priority: str | None = None
    to_counter: str | None = None
    amount_vnd: int | None = None
    outcome: str | None = None
    """What became of a fee, or a device's state."""
    score: int | None = None
    text: str | None = None
    """The message on the ticker."""
    reasons: list[str] = field(default_factory=list)
    """Which of the centre's reasons a low mark came with."""


class BoardRow(Struct, frozen=True, kw_only=True):
    """One line of the lobby's dossier board: the code is masked."""

    code: str
    state: int
    due_at: str = ""
    agency: str = ""
