"""The frame of every lobby screen: who we are, the clock, the ticker, and whether the news is live. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from config.model import Hall, Session
from display.hall_sight import Sight, say

MANY_ZONES = 2
"""A screen for more zones than this names none of them."""


@dataclass(frozen=True, slots=True)
class HeaderProps:
    title: str = ""
    place: str = ""
    clock: str = ""
    weekday: int = -1
    """0 is Monday; -1: not known yet."""
    date: str = ""
    hotline: str = ""
    duty_leader: str = ""
    hours: str = ""
    """``07:30–11:30 · 13:00–17:00``"""
    message: str = ""
    """The supervisor's word to everybody, before the ticker's own lines."""
    ticker: tuple[str, ...] = ()
    layout: str = "calls_media"
    mode: str = "night"
    away: bool = True
    since: str = ""
    """``10:24``, when the hub was last heard; empty: never."""


def derive_header(sight: Sight) -> HeaderProps:
    hall, language = sight.place.hall, sight.place.language
    return HeaderProps(
        title=say(hall.centre.name, language),
        place=" · ".join(_zones(sight)),
        clock=f"{sight.now:%H:%M}",
        weekday=sight.now.weekday(),
        date=f"{sight.now:%d/%m/%Y}",
        hotline=hall.centre.hotline,
        duty_leader=hall.centre.duty_leader,
        hours=hours_text(hall),
        message=sight.state.ticker.text if sight.state.ticker else "",
        ticker=tuple(say(line, language) for line in hall.ticker),
        layout=sight.place.display.layout,
        mode="contrast" if sight.place.display.theme == "high_visibility" else "night",
        away=not sight.online,
        since=f"{sight.heard_at:%H:%M}" if sight.heard_at else "",
    )


def _zones(sight: Sight) -> Iterator[str]:
    zones = sight.place.display.zones
    if len(sight.place.hall.zones) > 1 and len(zones) <= MANY_ZONES:
        yield from (sight.place.zone_names[zone] for zone in zones)


def hours_text(hall: Hall) -> str:
    return " · ".join(_session(session) for session in hall.hours.sessions)


def _session(session: Session) -> str:
    return f"{session.opens:%H:%M}–{session.closes:%H:%M}"
