"""A centre as the hub and every station see it: frozen, validated, without secrets.

What a centre *is* (services, counters, people, texts) is here; how one machine finds the hub is in
``config.station``; reading files is in ``config.loader``.
"""

from __future__ import annotations

from datetime import time
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from config.text import Text

Identifier = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,31}$")]
"""Plain letters, digits, `-`, `_` and `.`; never shown to citizens."""
Reference = str
"""The id of another part; the loader checks that it exists."""
Purpose = Literal["submit", "supplement", "collect", "ask"]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class Part(BaseModel):
    """Base of every part: frozen, and an unknown key is a mistake to report."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class CentreInfo(Part):
    """Who the centre is, as tickets and screens print it."""

    id: Identifier = Field(pattern=r"^[a-z0-9][a-z0-9-]{0,31}$")
    name: Text
    short_name: Text
    address: Text
    hotline: str = ""
    duty_leader: str = ""
    timezone: str = "Asia/Ho_Chi_Minh"
    languages: tuple[str, ...] = ("vi", "en")
    emblem: str = ""
    phone_url: str = ""
    """Where the gateway serves citizens' phones, e.g. ``https://so.example.vn``; empty: no phone page."""


class Session(Part):
    """One stretch of a working day. Local times of the centre."""

    opens: time
    closes: time
    issue_until: time | None = None
    """Last moment a kiosk issues numbers for this session; default ``closes``."""


class Hours(Part):
    days: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri")
    sessions: tuple[Session, ...] = Field(min_length=1)


class Agency(Part):
    id: Identifier
    name: Text
    short_name: Text | None = None


class FieldOfWork(Part):
    """Lĩnh vực: what an agency's services are grouped by."""

    id: Identifier
    name: Text
    agency: Reference
    icon: str = ""
    portal_names: tuple[str, ...] = ()
    """What the national portal calls this field where that is not ``name``, to match the catalogue."""


class Service(Part):
    """What a person comes for; each has its own numbers and its own line."""

    id: Identifier
    name: Text
    prefix: str = Field(pattern=r"^[A-ZĐ]{0,3}\d?$")
    field: Reference
    purposes: tuple[Purpose, ...] = ("submit",)
    hint: Text | None = None
    procedures: tuple[str, ...] = ()
    """Codes of the procedures this service takes; empty: every procedure of its field."""
    typical_minutes: float = Field(default=8, gt=0, le=240)
    digits: int = Field(default=3, ge=2, le=5)
    daily_limit: int | None = Field(default=None, ge=1)
    order: int = 0


class Zone(Part):
    id: Identifier
    name: Text


class Counter(Part):
    """A numbered place (quầy) with a clerk."""

    id: Identifier
    number: str
    zone: Reference
    services: tuple[Reference, ...] = Field(min_length=1)
    name: Text | None = None


class Clerk(Part):
    id: Identifier
    name: str
    pin_hash: str = ""
    """argon2 hash made by ``motcua-hub pin``; never leaves the hub."""


class Kiosk(Part):
    id: Identifier
    zone: Reference
    services: tuple[Reference, ...] = ()
    """Services this kiosk offers; empty: all."""


class Display(Part):
    """One TV."""

    id: Identifier
    zones: tuple[Reference, ...] = Field(min_length=1)
    layout: Literal["calls", "calls_media", "dossiers", "guide"] = "calls_media"
    theme: Literal["night", "high_visibility"] = "night"
    speaks: bool = False
    """True for the one screen per zone that announces calls aloud."""
    media: tuple[str, ...] = ()


class PriorityReason(Part):
    id: Identifier
    name: Text
    hint: Text | None = None
    icon: str = ""
    from_age: int | None = Field(default=None, ge=0, le=120)


class Priority(Part):
    reasons: tuple[PriorityReason, ...] = ()
    mode: Literal["strict", "interleaved", "none"] = "interleaved"
    others_between: int = Field(default=3, ge=1, le=20)
    """With ``interleaved``: one priority visitor, then this many others."""


class Calling(Part):
    ageing_cap_minutes: int = Field(default=90, ge=1)
    no_show_after_s: int = Field(default=45, ge=5)
    absences_before_no_show: int = Field(default=3, ge=1)
    absent_skip_minutes: float = Field(default=3, ge=0)
    require_sign_in: bool = False
    spotlight_s: float = Field(default=20, gt=0)


class RatingLevel(Part):
    score: int = Field(ge=1, le=5)
    name: Text
    face: str = ""


class RatingReason(Part):
    id: Identifier
    name: Text


class RatingForm(Part):
    levels: tuple[RatingLevel, ...] = Field(min_length=3, max_length=5)
    reasons: tuple[RatingReason, ...] = ()
    ask_reasons_at_or_below: int = Field(default=2, ge=0, le=5)
    window_s: int = Field(default=30, ge=5)


class Voice(Part):
    region: Literal["north", "south"] = "north"
    reading: Literal["digits", "number"] = "digits"
    languages: tuple[str, ...] = ("vi",)
    repeat: int = Field(default=2, ge=1, le=3)
    studio_clips: str = ""


class TicketTexts(Part):
    footer: Text = Field(default_factory=lambda: {"vi": "Vui lòng chờ đến lượt. Xin cảm ơn!"})
    paper_mm: Literal[58, 80] = 80


class DossierSource(Part):
    """Where dossiers' states come from. ``path`` is relative to the centre's directory."""

    kind: Literal["none", "csv"] = "none"
    path: str = ""
    stale_after_minutes: int = Field(default=60, ge=1)
    ask_lookup_code: bool = False
    board_states: tuple[int, ...] = (4, 5, 6, 9)


class Limits(Part):
    message_bytes: int = Field(default=16_384, ge=1_024)
    commands_per_s: int = Field(default=20, ge=1)
    open_timeout_s: float = Field(default=5, gt=0)
    heartbeat_s: float = Field(default=5, gt=0)


class Hall(Part):
    """Everything about one centre that stations may know."""

    centre: CentreInfo
    hours: Hours
    agencies: tuple[Agency, ...] = Field(min_length=1)
    fields: tuple[FieldOfWork, ...] = Field(min_length=1)
    services: tuple[Service, ...] = Field(min_length=1)
    zones: tuple[Zone, ...] = Field(min_length=1)
    counters: tuple[Counter, ...] = Field(min_length=1)
    kiosks: tuple[Kiosk, ...] = ()
    displays: tuple[Display, ...] = ()
    clerks: tuple[Clerk, ...] = ()
    priority: Priority = Priority()
    calling: Calling = Calling()
    rating: RatingForm
    voice: Voice = Voice()
    ticket: TicketTexts = TicketTexts()
    dossiers: DossierSource = DossierSource()
    ticker: tuple[Text, ...] = ()
    limits: Limits = Limits()

    def without_secrets(self) -> Hall:
        """Return the hall as stations may receive it: clerks without their PIN hashes."""
        clerks = tuple(clerk.model_copy(update={"pin_hash": ""}) for clerk in self.clerks)
        return self.model_copy(update={"clerks": clerks})


class Procedure(Part):
    """One administrative procedure of the catalogue (thủ tục hành chính)."""

    code: str
    name: str
    field: str = ""
    agency: str = ""
    papers: tuple[str, ...] = ()
    fee: str = ""
    time_limit: str = ""
    url: str = ""
    everyday: tuple[str, ...] = ()
    """Words people use for it ("sổ đỏ"), for the search."""
