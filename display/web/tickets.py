"""A citizen's page as data: what the holder of one ticket may know at this moment. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from msgspec import Struct, json

from config.model import Hall, Procedure
from display.answers import DossierBoard
from display.calls import minutes
from hub.messages.views import HallState, ServiceView, TicketView

Words = dict[str, str]
"""Language → text."""


class TicketPage(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What the phone shows. ``state`` is the ticket's, or ``unknown`` when the link is no longer good."""

    state: str
    number: str = ""
    centre: Words = {}
    hotline: str = ""
    service: Words = {}
    ahead: int | None = None
    likely: int = 0
    """Minutes, rounded up; 0: nothing is known."""
    at_most: int = 0
    counter: str = ""
    """The counter's number, once it is called."""
    counters: list[str] = []
    """Numbers of the open counters that take the service."""
    zone: Words = {}
    call: int = 0
    """Rises with every call of this ticket, so a recall rings again."""
    moved: bool = False
    """Sent on by another counter: it waits for a second call."""
    absences: int = 0
    """How often it was called and put back in the line because nobody came."""
    away_since: str | None = None
    """``10:24`` while the gateway has no news from the hub; empty: never had any."""


UNKNOWN = TicketPage(state="unknown")
_encode = json.Encoder().encode
UNKNOWN_BYTES = _encode(UNKNOWN)


def event(data: bytes, name: str = "") -> bytes:
    """Return a server-sent event; without a name it is the page itself."""
    return (f"event: {name}\n".encode() if name else b"") + b"data: " + data + b"\n\n"


UNKNOWN_EVENT = event(UNKNOWN_BYTES)


@dataclass(frozen=True)
class Picture:
    """The hall at one moment, with what many phones ask of it worked out once."""

    hall: Hall
    state: HallState
    online: bool = True
    heard_at: datetime | None = None
    at: datetime | None = None
    """The hub's business clock when this was drawn."""
    procedures: tuple[Procedure, ...] = ()
    """Those the guide of a browser TV shows."""
    dossiers: DossierBoard | None = None
    tickets: Mapping[str, TicketView] = field(init=False)
    by_token: Mapping[str, str] = field(init=False)
    pages: dict[str, tuple[bytes, ...]] = field(default_factory=dict)
    """What each page is sent, as events, once somebody asked."""

    def __post_init__(self) -> None:
        tickets = {ticket.id: ticket for ticket in self.state.tickets}
        object.__setattr__(self, "tickets", tickets)
        tokens = {token_of(ticket.link): ticket.id for ticket in tickets.values() if ticket.link}
        object.__setattr__(self, "by_token", tokens)

    @property
    def now(self) -> datetime:
        return self.at or datetime.fromisoformat(self.state.now)

    @cached_property
    def ahead(self) -> dict[str, int]:
        """Ticket → how many of its line came before it; only of those that wait."""
        lines: dict[str, list[tuple[str, int, str]]] = {}
        for place, ticket in enumerate(self.state.tickets):
            if ticket.state == "waiting":
                since = ticket.waiting_since or ticket.issued_at
                lines.setdefault(_line(ticket), []).append((since, place, ticket.id))
        return {one[2]: before for line in lines.values() for before, one in enumerate(sorted(line))}

    @cached_property
    def services(self) -> dict[str, ServiceView]:
        return {view.id: view for view in self.state.services}

    @cached_property
    def last_calls(self) -> dict[str, int]:
        return {call.ticket: call.seq for call in self.state.calls}

    @cached_property
    def open_counters(self) -> dict[str, list[str]]:
        """Service → ids of the counters that take it now."""
        found: dict[str, list[str]] = {}
        for counter in self.state.counters:
            for service in counter.services if counter.state == "open" else ():
                found.setdefault(service, []).append(counter.id)
        return found


def token_of(link: str | None) -> str:
    """Return the secret in a ticket's link: what stands after ``#t=``."""
    return (link or "").partition("#t=")[2]


def _line(ticket: TicketView) -> str:
    return f"@{ticket.counter}" if ticket.counter else ticket.service


def page_events(picture: Picture | None, ticket_id: str) -> tuple[bytes, ...]:
    """Return ``ticket_page`` as an event; the same for all who follow one ticket."""
    if picture is None:
        return (UNKNOWN_EVENT,)
    found = picture.pages.get(ticket_id)
    if found is None:
        found = picture.pages[ticket_id] = (event(_encode(ticket_page(picture, ticket_id))),)
    return found


def page_bytes(picture: Picture, ticket_id: str) -> bytes:
    return _encode(ticket_page(picture, ticket_id))


def ticket_page(picture: Picture, ticket_id: str) -> TicketPage:
    """Return what the holder of ``ticket_id`` sees; UNKNOWN where no ticket of today has that id."""
    ticket = picture.tickets.get(ticket_id)
    if ticket is None:
        return UNKNOWN
    hall = picture.hall
    service = next((one for one in hall.services if one.id == ticket.service), None)
    likely, at_most = _wait(picture, ticket)
    counters = _counters(picture, ticket)
    return TicketPage(
        state=ticket.state,
        number=ticket.number,
        centre=hall.centre.name,
        hotline=hall.centre.hotline,
        service=service.name if service else {},
        ahead=picture.ahead.get(ticket.id),
        likely=likely,
        at_most=at_most,
        counter=_number(hall, ticket.counter) if ticket.state in ("called", "serving") else "",
        counters=[_number(hall, counter) for counter in counters],
        zone=_zone(hall, counters),
        call=picture.last_calls.get(ticket.id, 0),
        moved=ticket.state == "waiting" and bool(ticket.started_at or ticket.counter),
        absences=ticket.absences,
        away_since=None if picture.online else clock_of(picture.heard_at),
    )


def _wait(picture: Picture, ticket: TicketView) -> tuple[int, int]:
    """The newcomer's estimate, cut to this ticket's place in the line. Minutes."""
    view, ahead = picture.services.get(ticket.service), picture.ahead.get(ticket.id)
    if view is None or view.estimate is None or ahead is None:
        return 0, 0
    share = min(1.0, (ahead + 0.5) / (view.waiting + 0.5))
    likely = minutes(view.estimate.likely_s * share)
    return likely, max(likely, minutes(view.estimate.at_most_s * share))


def _counters(picture: Picture, ticket: TicketView) -> list[str]:
    """Where this ticket is, or will be called to."""
    if ticket.counter:
        return [ticket.counter]
    if ticket.state not in ("waiting", "parked"):
        return []
    open_ones = picture.open_counters.get(ticket.service, [])
    return open_ones or [one.id for one in picture.hall.counters if ticket.service in one.services]


def _number(hall: Hall, counter: str | None) -> str:
    return next((one.number for one in hall.counters if one.id == counter), counter or "")


def _zone(hall: Hall, counters: list[str]) -> Words:
    """The zone's name where all of ``counters`` are in one and the hall has several."""
    zones = {one.zone for one in hall.counters if one.id in counters}
    if len(hall.zones) < 2 or len(zones) != 1:
        return {}
    return next((zone.name for zone in hall.zones if zone.id in zones), {})


def clock_of(moment: datetime | None) -> str:
    return f"{moment:%H:%M}" if moment else ""
