"""What a browser TV shows: the calls, counters and lines of some zones, as data. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct, json

from config.model import Display
from display.calls import derive_calls
from display.hall_sight import HallSight, Sight
from display.header import hours_text
from display.spotlight import Spotlight
from display.web.tickets import Picture, Words, clock_of

CALLS = 40
"""More than can come while a browser looks away for the time a call stays fresh."""
BUSINESS_TIME = "%Y-%m-%dT%H:%M:%S"


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


class BoardPage(Struct, frozen=True, kw_only=True):
    version: str
    """Of the page itself: a TV whose own is another loads it anew."""
    centre: Words
    place: list[Words]
    """The zones' names, where the hall has more than these."""
    theme: str
    hotline: str
    hours: str
    duty_leader: str
    ticker: list[Words]
    now: str
    spotlight_s: float
    calls: list[BoardCall]
    counters: list[BoardCounter]
    absent: list[str]
    waiting: int
    likely_from: int
    likely_to: int
    away_since: str | None
    """``10:24`` while the gateway has no news of the hub; null: it has."""


def display_for(picture: Picture, name: str, zones: Sequence[str]) -> Display | None:
    """Return the display ``name``, or one for ``zones``, or for the whole hall; None for a name unknown."""
    hall = picture.hall
    if name:
        return next((one for one in hall.displays if one.id == name), None)
    every = tuple(zone.id for zone in hall.zones)
    if not set(zones) <= set(every):
        return None
    return Display(id="browser", zones=tuple(zones) or every, layout="calls")


def board_bytes(picture: Picture, display: Display, version: str) -> bytes:
    """Return ``board_page`` as JSON; the same for all browsers that show these zones."""
    key = f"@{display.id}/{','.join(display.zones)}"
    found = picture.pages.get(key)
    if found is None:
        found = picture.pages[key] = json.encode(board_page(picture, display, version))
    return found


def board_page(picture: Picture, display: Display, version: str) -> BoardPage:
    hall, place = picture.hall, HallSight(picture.hall, display)
    sight = Sight(place, picture.state, picture.online, picture.heard_at, picture.now)
    props = derive_calls(sight, Spotlight(), 0.0)
    return BoardPage(
        version=version,
        centre=hall.centre.name,
        place=_place(place),
        theme="contrast" if display.theme == "high_visibility" else "night",
        hotline=hall.centre.hotline,
        hours=hours_text(hall),
        duty_leader=hall.centre.duty_leader,
        ticker=list(hall.ticker),
        now=f"{picture.now:{BUSINESS_TIME}}",
        spotlight_s=hall.calling.spotlight_s,
        calls=_calls(picture, place),
        counters=[BoardCounter(tile.counter, tile.number, tile.standing) for tile in props.tiles],
        absent=list(props.absent),
        waiting=props.waiting,
        likely_from=props.likely_from,
        likely_to=props.likely_to,
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
