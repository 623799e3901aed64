"""What stands on every page's frame, and on the first page. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from config.model import Hall, Purpose, Service
from config.text import say
from hub.messages.views import ServiceView
from kiosk.visit import serves

Connection = Literal["starting", "online", "away"]


@dataclass(frozen=True, slots=True)
class FrameProps:
    """``connection``: starting until the hub was heard for the first time."""

    page: str = "home"
    connection: str = "starting"
    last_heard: str = ""
    centre: str = ""
    hotline: str = ""
    clock: str = ""
    date: str = ""
    language: str = "vi"
    languages: tuple[str, ...] = ("vi", "en")
    contrast: bool = False
    large: bool = False
    reads: bool = False
    """Whether this station can read a screen aloud; ``reading`` while it does."""
    reading: bool = False
    warning_s: int = 0
    """Seconds left before everything typed is wiped; 0: nobody is being warned."""
    blocked: str = ""
    """Why this machine serves nobody until staff came; see ``HallWatch.blocked``."""
    station: str = ""
    help: str = "none"
    """How far the call for a member of staff is; ``help_open``: the citizen looks at it."""
    help_open: bool = False
    alone: bool = False
    """Nobody has been here for long: the hall's news are shown."""


@dataclass(frozen=True, slots=True)
class HomeProps:
    issuing: bool = False
    why_not: str = ""
    submits: bool = False
    collects: bool = False
    asks: bool = False
    waiting: int = 0
    hours: str = ""
    booked: bool = False
    """The centre has a list of appointments."""


def derive_frame(
    hall: Hall | None,
    page: str,
    connection: Connection,
    last_heard: datetime | None,
    now: datetime | None,
    **settings: object,
) -> FrameProps:
    language = str(settings.get("language", "vi"))
    return FrameProps(
        page=page,
        connection=connection,
        last_heard=last_heard.strftime("%H:%M") if last_heard else "",
        centre=say(hall.centre.name, language) if hall else "",
        hotline=hall.centre.hotline if hall else "",
        clock=now.strftime("%H:%M") if now else "",
        date=now.strftime("%d/%m/%Y") if now else "",
        languages=hall.centre.languages if hall else ("vi", "en"),
        **settings,  # type: ignore[arg-type]
    )


def derive_home(
    hall: Hall, views: Mapping[str, ServiceView], services: Iterable[Service], online: bool
) -> HomeProps:
    offered = list(services)
    open_now = [one for one in offered if (view := views.get(one.id)) is None or view.issuing]
    reasons = {
        view.why_not or "closed" for one in offered if (view := views.get(one.id)) and not view.issuing
    }
    return HomeProps(
        issuing=bool(open_now) and online,
        why_not=""
        if open_now
        else "closed"
        if "closed" in reasons
        else next(iter(sorted(reasons)), "closed"),
        submits=_any(open_now, "submit") and online,
        collects=_any(offered, "collect"),
        asks=_any(offered, "ask"),
        waiting=sum(view.waiting for one in offered if (view := views.get(one.id))),
        hours=hours_of(hall),
        booked=bool(hall.appointments.file),
    )


def _any(services: Iterable[Service], purpose: Purpose) -> bool:
    return any(serves(one, purpose) for one in services)


def hours_of(hall: Hall) -> str:
    """Return ``07:30–11:00 · 13:00–16:30``, when numbers are given out."""
    return " · ".join(
        f"{one.opens:%H:%M}–{one.issue_until or one.closes:%H:%M}" for one in hall.hours.sessions
    )
