"""How a centre behaves: who goes first, how calls sound, how visits are rated, what is printed."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from config.part import ACCOUNT_PATTERN, BANK_BIN_PATTERN, TRANSFER_TEXT_PATTERN, Identifier, Part
from config.text import Text


class PriorityReason(Part):
    """Why somebody is called earlier; shown on the kiosk, confirmed by the clerk."""

    id: Identifier
    name: Text
    hint: Text | None = None
    """One line under the name: the age, the proof to show."""
    icon: str = ""
    """A name from the table of pictures below; empty: none."""
    from_age: int | None = Field(default=None, ge=0, le=120)
    """For a reason of age: from how many years."""


class Priority(Part):
    """Who is called earlier, and how much."""

    reasons: tuple[PriorityReason, ...] = ()
    mode: Literal["strict", "interleaved", "none"] = "interleaved"
    """All priority visitors first, one among others, or nobody."""
    others_between: int = Field(default=3, ge=1, le=20)
    """With ``interleaved``: one priority visitor, then this many others."""


class Calling(Part):
    """How the next person is found and called."""

    services: Literal["first_come", "in_order", "weighted"] = "first_come"
    """Among a counter's services: whoever took a number first, the first-listed service's people first, or as
    many of each as its weight says (``weights`` of a counter)."""
    returning: Literal["in_turn", "first", "interleaved"] = "in_turn"
    """People sent on from another counter, and those of services with ``returning = true``: by their waiting
    time like all, before everyone, or one of them among others."""
    returning_between: int = Field(default=2, ge=1, le=20)
    """With ``interleaved``: one who returns, then this many ordinary others."""
    ageing_cap_minutes: int = Field(default=90, ge=1, le=1440)
    """Whoever has waited longer goes first, before priority, so that nobody starves."""
    no_show_after_s: int = Field(default=45, ge=5, le=3600)
    """How long a called person has to appear before the clerk is offered to call the next."""
    absences_before_no_show: int = Field(default=3, ge=1, le=100)
    """Until then an absent person goes back into the line; the last absence makes the ticket a no-show."""
    absent_skip_minutes: float = Field(default=3, ge=0, le=1440)
    """How long an absent person is not called again."""
    wait_target_minutes: int = Field(default=30, ge=1, le=1440)
    """A line whose first person has waited longer is an alarm to the supervisor."""
    require_sign_in: bool = False
    """True: a counter opens only after its clerk has signed in with a PIN."""
    spotlight_s: float = Field(default=20, gt=0, le=600)
    """How long a TV shows the newest call large."""


class Appointments(Part):
    """Visits booked elsewhere and brought in as a list; without one a kiosk takes any appointment's text."""

    file: str = ""
    """A CSV in the centre's directory; read again whenever it changes. Empty: no list."""
    early_minutes: int = Field(default=15, ge=0, le=240)
    """How long before its window an appointment already goes first."""
    late_minutes: int = Field(default=15, ge=0, le=240)
    """How long after its window it still does; later it waits in turn."""


class RatingLevel(Part):
    """One button of the rating panel."""

    score: int = Field(ge=1, le=5)
    """5 is best; each level has its own."""
    name: Text
    face: str = ""
    """A name from the table of faces below; empty: by ``score``."""


class RatingReason(Part):
    """What a citizen may name for a low mark."""

    id: Identifier
    name: Text


class RatingForm(Part):
    """What the panel asks when a visit ends."""

    levels: tuple[RatingLevel, ...] = Field(min_length=3, max_length=5)
    reasons: tuple[RatingReason, ...] = ()
    ask_reasons_at_or_below: int = Field(default=2, ge=0, le=5)
    """A mark this low asks for reasons; 0: never."""
    window_s: int = Field(default=30, ge=5, le=3600)
    """How long the panel waits for a mark."""
    ask_remark: bool = True
    """With a low mark the citizen may also write a few words, on a keyboard on the panel."""
    show_clerk: bool = True
    """The panel names the clerk who serves."""


class Voice(Part):
    """How calls are spoken."""

    region: Literal["north", "south"] = "north"
    """105 is *một trăm linh năm* in the north, *một trăm lẻ năm* in the south."""
    reading: Literal["digits", "number"] = "digits"
    """A012 as *A không một hai*, or as *A mười hai*."""
    languages: tuple[str, ...] = ("vi",)
    """Spoken one after the other."""
    repeat: int = Field(default=2, ge=1, le=3)
    """How many times each call is said."""
    one_at_a_time: bool = True
    """Screens that speak in different zones take turns; false where they cannot be heard together."""
    studio_clips: str = ""
    """A folder of recordings on the TV's machine, named as the built-in clips; empty: the built-in ones."""


TicketPart = Literal[
    "logo", "centre", "address", "hotline", "rule", "service", "number", "priority", "ahead", "estimate",
    "where", "note", "barcode", "qr", "footer", "time",
]  # fmt: skip
DEFAULT_PARTS: tuple[TicketPart, ...] = (
    "logo", "centre", "address", "hotline", "rule", "service", "number", "priority", "ahead", "estimate",
    "where", "note", "qr", "rule", "footer", "time",
)  # fmt: skip


class TicketTexts(Part):
    """What the printed ticket says."""

    footer: Text = Field(default_factory=lambda: {"vi": "Vui lòng chờ đến lượt. Xin cảm ơn!"})
    paper_mm: Literal[58, 80] = 80
    """Width of the paper roll."""
    parts: tuple[TicketPart, ...] = DEFAULT_PARTS
    """What the ticket holds, top to bottom; the number is printed even if it is left out here."""
    note: Text | None = None
    """A paragraph where ``parts`` says ``note``."""
    logo: str = ""
    """A picture file on each kiosk's machine, printed where ``parts`` says ``logo``; empty: none."""


class Fees(Part):
    """Where fees paid at a counter go, as a VietQR code on the citizen's panel; empty: no such codes."""

    bank_bin: str = Field(default="", pattern=BANK_BIN_PATTERN)
    """The bank's six digits at NAPAS."""
    account: str = Field(default="", pattern=ACCOUNT_PATTERN)
    """The account; what the fee is for and its paid state stay with the centre's own books."""
    account_name: str = ""
    """Whose account it is, for the citizen to compare."""
    purpose: str = Field(default="Le phi", pattern=TRANSFER_TEXT_PATTERN)
    """First words of the transfer's text; plain letters, as banks pass on nothing else."""
    most_vnd: int = Field(default=50_000_000, ge=1_000, le=1_000_000_000_000)
    """A larger amount is a slip of the finger."""


class Privacy(Part):
    """How long the hub keeps what may tell about a person: notes, remarks, dossiers."""

    retention_days: int = Field(default=0, ge=0, le=3650)
    """When a day begins, what is older is erased for good; 0: only by `motcua-hub erase`."""


class Limits(Part):
    """What the hub accepts from one station."""

    message_bytes: int = Field(default=16_384, ge=1_024, le=1_048_576)
    known_stations_only: bool = True
    """A kiosk, display or counter the centre does not have is turned away; false for drills with many."""
    commands_per_s: int = Field(default=20, ge=1, le=1_000_000)
    open_timeout_s: float = Field(default=5, gt=0, le=60)
    """How long a new connection may take to say who it is."""
    heartbeat_s: float = Field(default=5, gt=0, le=60)
    """How often the hub speaks when there is no news."""
