"""The guide's slides: how it goes here, how long the lines are, the hours, what to bring. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import Literal

from config.model import Hall, Procedure
from display.calls import minutes
from display.hall_sight import Sight, say
from display.header import hours_text

Kind = Literal["steps", "lines", "hours", "procedure"]
PROCEDURES = 16
PAPERS = 5
LONGEST_PAPER = 150
LONGEST_NAME = 110
LINES = 6
GENERAL_EVERY = 3
"""One general slide, then this many procedures."""


@dataclass(frozen=True, slots=True)
class Line:
    """One field's line now."""

    name: str
    waiting: int
    likely: int
    """Minutes; 0: not known."""


@dataclass(frozen=True, slots=True)
class Slide:
    kind: Kind
    title: str = ""
    papers: tuple[str, ...] = ()
    more_papers: int = 0
    time_limit: str = ""
    fee: str = ""
    url: str = ""
    lines: tuple[Line, ...] = ()
    days: tuple[str, ...] = ()
    """Weekday names as the configuration spells them: mon, tue, …"""
    sessions: str = ""


def playlist(sight: Sight, procedures: Sequence[Procedure]) -> tuple[Slide, ...]:
    """Return this display's slides in their order; the first is the same for everybody."""
    general = [Slide("steps"), *_line_slides(sight), *_hours_slides(sight.place.hall)]
    shown = [_procedure(one) for one in chosen(procedures, sight.place.hall)]
    groups = [shown[start : start + GENERAL_EVERY] for start in range(0, len(shown), GENERAL_EVERY)]
    mixed = zip_longest(_repeated(general, len(groups)), groups)
    return tuple(chain.from_iterable(([one] if one else []) + list(group or ()) for one, group in mixed))


def _repeated(general: Sequence[Slide], least: int) -> list[Slide]:
    return [general[place % len(general)] for place in range(max(least, len(general)))]


def _line_slides(sight: Sight) -> Iterator[Slide]:
    lines = sorted(field_lines(sight), key=lambda line: -line.waiting)[:LINES]
    yield Slide("lines", lines=tuple(lines))


def field_lines(sight: Sight) -> Iterator[Line]:
    """Return the line of each field this display serves where somebody waits."""
    hall, views = sight.place.hall, {view.id: view for view in sight.state.services}
    for field in hall.fields:
        ids = [one.id for one in hall.services if one.field == field.id and one.id in sight.place.services]
        here = [view for one in ids if (view := views.get(one)) and view.waiting]
        if here:
            likely = max((minutes(view.estimate.likely_s) for view in here if view.estimate), default=0)
            yield Line(say(field.name, sight.place.language), sum(view.waiting for view in here), likely)


def _hours_slides(hall: Hall) -> Iterator[Slide]:
    yield Slide("hours", days=tuple(hall.hours.days), sessions=hours_text(hall))


def chosen(procedures: Sequence[Procedure], hall: Hall) -> list[Procedure]:
    """The procedures people ask for most: with everyday names, or named by a service, papers first."""
    named = {code for service in hall.services for code in service.procedures}
    fit = [one for one in procedures if one.papers and len(one.name) <= LONGEST_NAME]
    fit.sort(key=lambda one: (not one.everyday, one.code not in named))
    return fit[:PROCEDURES]


def _procedure(procedure: Procedure) -> Slide:
    papers = [tidy(paper, LONGEST_PAPER) for paper in procedure.papers]
    return Slide(
        "procedure",
        title=procedure.name,
        papers=tuple(papers[:PAPERS]),
        more_papers=max(0, len(papers) - PAPERS),
        time_limit=tidy(procedure.time_limit, 60),
        fee=tidy(procedure.fee, 60),
        url=procedure.url,
    )


def tidy(text: str, longest: int) -> str:
    """Return ``text`` on one line, without list marks, cut at a word where it is too long."""
    plain = re.sub(r"\s+", " ", text).strip(" -–+•;,.")
    if len(plain) <= longest:
        return plain
    return plain[:longest].rsplit(" ", 1)[0].rstrip(" -–;,.(:") + "…"


def place_in(count: int, now_s: float, each_s: float) -> int:
    """Return which of ``count`` pages stands at ``now_s`` when each has ``each_s``."""
    return int(now_s / each_s) % count if count else 0


def texts(lines: Iterable[Line]) -> list[dict[str, object]]:
    """Return lines as QML reads them."""
    return [{"name": line.name, "waiting": line.waiting, "likely": line.likely} for line in lines]
