"""What a browser TV shows: the calls, counters and lines of some zones, the guide, the dossiers. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, json

from config.model import Display
from display.calls import derive_calls
from display.hall_sight import HallSight, Sight
from display.header import hours_text
from display.spotlight import Spotlight
from display.web.guide import Dossiers, Guide, dossiers, guide, procedures
from display.web.spoken import Announcement, announcements, voice_plan
from display.web.tickets import Picture, Words, clock_of, event

CALLS = 40
"""More than can come while a browser looks away for the time a call stays fresh."""
BUSINESS_TIME = "%Y-%m-%dT%H:%M:%S"
_encode = json.Encoder().encode
GONE = (event(b"null"),)
"""The centre has no such display any more."""


class BoardCall(Struct, frozen=True):
    seq: int
    number: str
    counter: str
    """The counter's number, as people read it."""
    key: str
    """The counter's id: its next call replaces this one."""
    at: str
    recall: bool = False


class BoardCounter(Struct, frozen=True):
    counter: str
    number: str
    standing: str
    """open · paused · closed"""


class BoardMedium(Struct, frozen=True):
    kind: str
    """picture · film"""
    url: str


class BoardPage(Struct, frozen=True, kw_only=True):
    version: str
    """Of the page itself: a TV whose own is another loads it anew."""
    layout: str
    centre: Words
    place: list[Words]
    """The zones' names, where the hall has more than these."""
    theme: str
    hotline: str
    hours: str
    duty_leader: str
    message: str
    """The supervisor's word, before the ticker's own lines."""
    ticker: list[Words]
    now: str
    spotlight_s: float
    calls: list[BoardCall]
    counters: list[BoardCounter]
    absent: list[str]
    waiting: int
    likely_from: int
    likely_to: int
    speaks: bool
    announcements: list[Announcement]
    media: list[BoardMedium]
    guide: Guide
    dossiers: Dossiers
    away_since: str | None
    """``10:24`` while the gateway has no news of the hub; null: it has."""


def display_for(picture: Picture, name: str, zones: Sequence[str], speaks: bool = False) -> Display | None:
    """Return the display ``name``, or one for ``zones``, or for the whole hall; None for a name unknown."""
    hall = picture.hall
    if name:
        return next((one for one in hall.displays if one.id == name), None)
    every = tuple(zone.id for zone in hall.zones)
    if not set(zones) <= set(every):
        return None
    return Display(id="browser", zones=tuple(zones) or every, layout="calls", speaks=speaks)


def board_events(
    picture: Picture, place: HallSight, version: str, media: Sequence[BoardMedium] = ()
) -> tuple[bytes, ...]:
    """Return the board and, apart because they change rarely, the guide's procedures and the dossiers."""
    display = place.display
    key = f"@{display.id}/{','.join(display.zones)}/{place.language}/{display.speaks}"
    found = picture.pages.get(key)
    if found is None:
        sight = Sight(place, picture.state, picture.online, picture.heard_at, picture.now)
        found = picture.pages[key] = (
            event(_encode(board_page(picture, sight, version, media))),
            event(_encode(procedures(picture, sight)), "procedures"),
            event(_encode(dossiers(picture, sight)[1]), "dossiers"),
            event(_encode(voice_plan(place)), "clips"),
        )
    return found


def board_page(picture: Picture, sight: Sight, version: str, media: Sequence[BoardMedium] = ()) -> BoardPage:
    hall, place, display = picture.hall, sight.place, sight.place.display
    props = derive_calls(sight, Spotlight(), 0.0)
    return BoardPage(
        version=version,
        layout=display.layout,
        centre=hall.centre.name,
        place=_place(place),
        theme="contrast" if display.theme == "high_visibility" else "night",
        hotline=hall.centre.hotline,
        hours=hours_text(hall),
        duty_leader=hall.centre.duty_leader,
        message=picture.state.ticker.text if picture.state.ticker else "",
        ticker=list(hall.ticker),
        now=f"{picture.now:{BUSINESS_TIME}}",
        spotlight_s=hall.calling.spotlight_s,
        calls=_calls(picture, place),
        counters=[BoardCounter(tile.counter, tile.number, tile.standing) for tile in props.tiles],
        absent=list(props.absent),
        waiting=props.waiting,
        likely_from=props.likely_from,
        likely_to=props.likely_to,
        speaks=display.speaks,
        announcements=announcements(picture, place),
        media=list(media),
        guide=guide(picture, sight),
        dossiers=dossiers(picture, sight)[0],
        away_since=None if picture.online else clock_of(picture.heard_at),
    )


def _place(place: HallSight) -> list[Words]:
    shown = [zone for zone in place.hall.zones if zone.id in place.display.zones]
    if len(shown) == len(place.hall.zones):
        return []
    return [{code: text.partition(":")[0] for code, text in zone.name.items()} for zone in shown]


def _calls(picture: Picture, place: HallSight) -> list[BoardCall]:
    shown = [call for call in picture.state.calls if place.shows(call)]
    return [
        BoardCall(
            call.seq,
            call.number,
            place.counter_numbers.get(call.counter, call.counter),
            call.counter,
            call.at[:19],
            call.recall,
        )
        for call in shown[-CALLS:]
    ]
