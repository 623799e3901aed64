"""A centre as the hub and every station see it: frozen, validated, without secrets.

What a centre *is* (services, counters, people, stations) is here; how it behaves is in ``config.manners``,
how one machine finds the hub in ``config.station``; reading files is in ``config.loader``.
"""

from __future__ import annotations

from datetime import time
from typing import Annotated, Literal

from pydantic import AfterValidator, BeforeValidator, Field

from config.dossiers import DossierSource
from config.hub_settings import Hub
from config.kiosk_manners import AtKiosks
from config.manners import (
    Appointments,
    Calling,
    Fees,
    Limits,
    Priority,
    PriorityReason,
    Privacy,
    RatingForm,
    RatingLevel,
    RatingReason,
    TicketTexts,
    Voice,
)
from config.part import (
    CENTRE_ID_PATTERN,
    NOT_A_TIME,
    PIN_HASH_PATTERN,
    PREFIX_PATTERN,
    Identifier,
    Part,
    Reference,
)
from config.text import Text

__all__ = [
    "Agency", "Appointments", "AtKiosks", "Calling", "CentreInfo", "Clerk", "Counter", "Display",
    "DossierSource", "Fees", "FieldOfWork", "Hall", "Hours", "Hub", "Kiosk", "Limits", "Part", "Priority",
    "PriorityReason", "Privacy", "Procedure", "Purpose", "RatingForm", "RatingLevel", "RatingReason",
    "Service", "Session", "TicketTexts", "Voice", "Weekday", "Zone",
]  # fmt: skip


def _named_weights(value: object) -> object:
    if not isinstance(value, dict) or any(type(weight) is not int for weight in value.values()):
        raise ValueError(
            "phải là một bảng dịch vụ = số từ 1 đến 100, ví dụ { khai-sinh = 3, chung-thuc = 1 }"
        )
    return value


Weight = Annotated[int, Field(ge=1, le=100)]
Weights = Annotated[dict[str, Weight], BeforeValidator(_named_weights)]
Purpose = Literal["submit", "supplement", "collect", "ask"]
Weekday = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]


class CentreInfo(Part):
    """Who the centre is, as tickets and screens print it."""

    id: Identifier = Field(pattern=CENTRE_ID_PATTERN)
    name: Text
    """Printed at the head of every ticket and screen."""
    short_name: Text
    """Where there is little room."""
    address: Text
    hotline: str = ""
    duty_leader: str = ""
    """Who leads the hall today; shown beside the hotline."""
    timezone: str = "Asia/Ho_Chi_Minh"
    """IANA name; decides when a business day begins."""
    languages: tuple[str, ...] = ("vi", "en")
    """Languages a kiosk offers; Vietnamese must be among them."""
    emblem: str = ""
    """An image file, relative to the centre's directory; empty: none."""
    phone_url: str = ""
    """Where the gateway serves citizens' phones, e.g. ``https://so.example.vn``; empty: no phone page."""


def _local(moment: time) -> time:
    """A number would be seconds of some other zone's day."""
    if moment.tzinfo is not None:
        raise ValueError(NOT_A_TIME)
    return moment


Clock = Annotated[time, AfterValidator(_local)]


class Session(Part):
    """One stretch of a working day. Local times of the centre."""

    opens: Clock
    closes: Clock
    """What is still unserved when the last session closes expires."""
    issue_until: Clock | None = None
    """Last moment a kiosk issues numbers for this session; default ``closes``."""


class Hours(Part):
    """When the hall works."""

    days: tuple[Weekday, ...] = ("mon", "tue", "wed", "thu", "fri")
    sessions: tuple[Session, ...] = Field(min_length=1)
    """In the order of the day, without overlap."""


class Agency(Part):
    """Cơ quan: who decides on the dossiers."""

    id: Identifier
    name: Text
    short_name: Text | None = None
    """Where there is little room; default ``name``."""


class FieldOfWork(Part):
    """Lĩnh vực: what an agency's services are grouped by."""

    id: Identifier
    name: Text
    agency: Reference
    icon: str = ""
    """A name from the table of pictures below; empty: none."""
    portal_names: tuple[str, ...] = ()
    """What the national portal calls this field where that is not ``name``, to match the catalogue."""


class Service(Part):
    """What a person comes for; each has its own numbers and its own line."""

    id: Identifier
    name: Text
    """In the citizen's words."""
    prefix: str = Field(pattern=PREFIX_PATTERN)
    """Stands before the number (``A012``); no two services share one."""
    field: Reference
    purposes: tuple[Purpose, ...] = ("submit",)
    """Which of the kiosk's four first choices lead here: file, supplement, collect, ask."""
    hint: Text | None = None
    """One line under the name: what to bring, who must be present."""
    procedures: tuple[str, ...] = ()
    """Codes of the procedures this service takes; empty: every procedure of its field."""
    typical_minutes: float = Field(default=8, gt=0, le=240)
    """The first guess of the waiting estimate, until the day's own times are known."""
    digits: int = Field(default=3, ge=2, le=5)
    """Digits of the number at least, with leading zeros."""
    daily_limit: int | None = Field(default=None, ge=1, le=99_999)
    """Numbers a day; default: no limit."""
    order: int = Field(default=0, ge=-1_000_000, le=1_000_000)
    """Place in the kiosk's lists, smallest first."""
    returning: bool = False
    """True: for people who come back, with missing papers say; ``calling.returning`` says when they go."""


class Zone(Part):
    """A part of the hall with its own screens and its own voice."""

    id: Identifier
    name: Text


class Counter(Part):
    """A numbered place (quầy) with a clerk."""

    id: Identifier
    number: str
    """As the sign over it says and the voice reads it."""
    zone: Reference
    services: tuple[Reference, ...] = Field(min_length=1)
    """What it serves; whether their order counts says ``services_order`` or `calling.services`."""
    name: Text | None = None
    services_order: Literal["first_come", "in_order", "weighted"] | None = None
    """This counter's own `calling.services`; default: the centre's, as with all the keys below."""
    weights: Weights = Field(default_factory=dict)
    """With ``weighted``: service = how many of its people to how many of the others'; 1 where left out."""
    priority: Literal["strict", "interleaved", "none"] | None = None
    """This counter's own `priority.mode`."""
    others_between: int | None = Field(default=None, ge=1, le=20)
    """This counter's own `priority.others_between`."""
    returning: Literal["in_turn", "first", "interleaved"] | None = None
    """This counter's own `calling.returning`."""
    returning_between: int | None = Field(default=None, ge=1, le=20)
    """This counter's own `calling.returning_between`."""
    ageing_cap_minutes: int | None = Field(default=None, ge=1, le=1440)
    """This counter's own `calling.ageing_cap_minutes`."""


class Clerk(Part):
    """Who may sign in at a counter."""

    id: Identifier
    name: str
    pin_hash: str = Field(default="", pattern=PIN_HASH_PATTERN)
    """argon2 hash made by ``motcua-hub pin``; never leaves the hub."""
    photo: str = ""
    """For the citizen's panel: a JPEG or PNG in the centre's directory, at most 32 KiB; empty: none."""


class Kiosk(Part):
    """One machine that issues numbers."""

    id: Identifier
    zone: Reference
    services: tuple[Reference, ...] = ()
    """Services this kiosk offers; empty: all."""


class Display(Part):
    """One TV."""

    id: Identifier
    zones: tuple[Reference, ...] = Field(min_length=1)
    """Whose calls it shows."""
    layout: Literal["calls", "calls_media", "dossiers", "guide"] = "calls_media"
    """Calls alone, calls beside media, the dossiers' board, or how to file online."""
    theme: Literal["night", "high_visibility"] = "night"
    speaks: bool = False
    """True for the one screen per zone that announces calls aloud."""
    media: tuple[str, ...] = ()
    """Pictures and films of ``calls_media``, in turn, in the station's ``data`` folder; empty: the guide."""


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
    appointments: Appointments = Appointments()
    rating: RatingForm
    voice: Voice = Voice()
    ticket: TicketTexts = TicketTexts()
    at_kiosks: AtKiosks = AtKiosks()
    dossiers: DossierSource = DossierSource()
    ticker: tuple[Text, ...] = ()
    """Lines that run along the bottom of the TVs, in turn."""
    fees: Fees = Fees()
    privacy: Privacy = Privacy()
    limits: Limits = Limits()
    hub: Hub = Hub()

    def without_secrets(self) -> Hall:
        """Return the hall without anybody's PIN hash or password."""
        clerks = tuple(clerk.model_copy(update={"pin_hash": ""}) for clerk in self.clerks)
        kiosks = self.at_kiosks.model_copy(update={"staff_pin_hash": ""})
        masked = {"hub": self.hub.masked(), "dossiers": self.dossiers.masked()}
        return self.model_copy(update={**masked, "clerks": clerks, "at_kiosks": kiosks})

    def for_stations(self) -> Hall:
        """Return the hall as stations receive it: no clerk's secret, not how dossiers are asked for nor where
        the queue is kept.

        The kiosks' staff PIN hash is still there: the hub cuts it from what other roles receive.
        """
        told = {"dossiers": self.dossiers.for_stations(), "at_kiosks": self.at_kiosks, "hub": Hub()}
        return self.without_secrets().model_copy(update=told)


class Procedure(Part):
    """One administrative procedure of the catalogue (thủ tục hành chính)."""

    code: str
    name: str
    field: str = ""
    """The field's id where the centre has it, else what the file says."""
    agency: str = ""
    """Who decides, in words."""
    papers: tuple[str, ...] = ()
    """What to bring; in the file joined with `` | ``."""
    fee: str = ""
    """Empty unless somebody at the centre stands behind it: it is shown to citizens."""
    time_limit: str = ""
    url: str = ""
    """Its page, for a QR code."""
    everyday: tuple[str, ...] = ()
    """Words people use for it ("sổ đỏ"), for the search; in the file joined with `` | ``."""
