"""What a kiosk nobody uses tells the hall: who waits where, for how long, when, and whom to phone. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from config.model import Hall, Service
from config.text import say
from hub.messages.views import ServiceView, TickerView
from kiosk import words
from kiosk.home import hours_of
from kiosk.pictures import picture
from kiosk.waits import minutes, moment


@dataclass(frozen=True, slots=True)
class Line:
    """One field of work."""

    title: str = ""
    icon: str = ""
    waiting: int = 0
    wait: str = ""


@dataclass(frozen=True, slots=True)
class NewsProps:
    lines: tuple[Line, ...] = ()
    """The longest lines first."""
    waiting: int = 0
    hours: str = ""
    hotline: str = ""
    messages: tuple[str, ...] = ()


def derive_news(
    hall: Hall,
    views: Mapping[str, ServiceView],
    services: Iterable[Service],
    ticker: TickerView | None,
    now: datetime | None,
    language: str,
) -> NewsProps:
    offered = list(services)
    lines = [
        line
        for field in hall.fields
        if (
            line := _line(
                say(field.name, language), picture(field.icon), _of(field.id, offered, views), language
            )
        )
    ]
    return NewsProps(
        lines=tuple(sorted(lines, key=lambda one: -one.waiting)),
        waiting=sum(one.waiting for one in lines),
        hours=hours_of(hall),
        hotline=hall.centre.hotline,
        messages=_messages(hall, ticker, now, language),
    )


def _of(field: str, services: Iterable[Service], views: Mapping[str, ServiceView]) -> list[ServiceView]:
    return [view for one in services if one.field == field and (view := views.get(one.id)) is not None]


def _line(title: str, icon: str, views: list[ServiceView], language: str) -> Line | None:
    if not views:
        return None
    waiting = sum(one.waiting for one in views)
    slowest = max((one.estimate for one in views if one.estimate), key=lambda it: it.at_most_s, default=None)
    return Line(title, icon, waiting, words.wait(minutes(slowest), language) if waiting else "")


def _messages(hall: Hall, ticker: TickerView | None, now: datetime | None, language: str) -> tuple[str, ...]:
    """The supervisor's message alone while there is one, else the centre's own lines."""
    if ticker is not None and ticker.text:
        until = moment(ticker.until) if ticker.until else None
        if until is None or now is None or now < until:
            return (ticker.text,)
    return tuple(say(one, language) for one in hall.ticker)
