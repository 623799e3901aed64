"""What the citizen's rating panel shows. Pure: the counter's floor, what the citizen did, and the time in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from config.model import RatingForm
from config.text import say
from counter_client.console_props import clerk_name, service_name
from counter_client.fee import derive_fee
from counter_client.floor import Floor
from counter_client.times import moment
from ui import telex

SAID_FOR_S = 6
"""How long a thank-you (or why a rating was not taken) stays."""
WRITING_S = 25
"""Whoever begins to write gets this much longer; the hub takes a mark until 30 s after the window."""
REMARK_MOST = 300
"""Characters of a remark."""
SEND_BEFORE_END_S = 2
"""A low mark chosen but not sent goes out by itself this long before the window closes."""
FACES: Mapping[int, tuple[str, ...]] = {
    3: ("very_happy", "neutral", "very_sad"),
    4: ("very_happy", "happy", "sad", "very_sad"),
    5: ("very_happy", "happy", "neutral", "sad", "very_sad"),
}
"""By the number of levels, best first; for levels that name no face."""


@dataclass(frozen=True, slots=True)
class Ended:
    """A visit this counter just ended; ``at`` is the hub's time, ISO 8601."""

    ticket: str
    number: str
    at: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the citizen did about one visit. ``said``: empty, ``thanks`` or an error code of the wire."""

    ticket: str = ""
    score: int = 0
    reasons: tuple[str, ...] = ()
    said: str = ""
    said_at: datetime | None = None
    remark: str = ""
    writing: bool = False
    extra_s: int = 0
    """Time given for writing."""


@dataclass(frozen=True, slots=True)
class PanelProps:
    """``page``: connecting · idle · closed · called · serving · pay · ask · reasons · remark · thanks
    · not-taken."""

    page: str = "connecting"
    centre: str = ""
    counter: str = ""
    name: str = ""
    clerk: str = ""
    initials: str = ""
    number: str = ""
    service: str = ""
    pause_reason: str = ""
    refusal: str = ""
    remark: str = ""
    asks_remark: bool = False
    seconds_left: int = 0
    window_s: int = 0


@dataclass(frozen=True, slots=True)
class LevelRow:
    key: str
    score: int
    name: str
    face: str


@dataclass(frozen=True, slots=True)
class ReasonRow:
    key: str
    name: str
    chosen: bool


def derive_panel(
    floor: Floor | None, ended: Ended | None, answer: Answer, now: datetime | None, language: str
) -> PanelProps:
    if floor is None:
        return PanelProps()
    page = _page(floor, ended, answer, now)
    asking = page in ("ask", "reasons", "remark")
    current = floor.current
    clerk = clerk_name(floor) if floor.hall.rating.show_clerk else ""
    return PanelProps(
        page=page,
        centre=say(floor.hall.centre.name, language),
        counter=floor.place.number,
        name=say(floor.place.name or {}, language),
        clerk=clerk,
        initials=initials_of(clerk),
        number=ended.number if asking and ended else current.number if current else "",
        service=service_name(floor, current.service, language) if current and not asking else "",
        pause_reason=floor.counter.pause_reason,
        refusal=answer.said if page == "not-taken" else "",
        remark=answer.remark,
        asks_remark=floor.hall.rating.ask_remark,
        seconds_left=seconds_left(floor, ended, now, answer.extra_s) if asking else 0,
        window_s=floor.hall.rating.window_s + answer.extra_s,
    )


def initials_of(name: str) -> str:
    """Return the first letters of the family name and of the name one is called by, which stands last."""
    words = [word for word in name.split() if word[0].isalpha()]
    return "".join(word[0].upper() for word in (words[0], words[-1])[: len(words)]) if words else ""


def _page(floor: Floor, ended: Ended | None, answer: Answer, now: datetime | None) -> str:
    if answer.said and answer.said_at and now and now - answer.said_at < timedelta(seconds=SAID_FOR_S):
        return "thanks" if answer.said == "thanks" else "not-taken"
    if derive_fee(floor).code:
        return "pay"
    if is_asking(floor, ended, answer, now):
        return "remark" if answer.writing else "reasons" if answer.score else "ask"
    if floor.current is not None:
        return "serving" if floor.current.state == "serving" else "called"
    return "idle" if floor.counter.state == "open" else "closed"


def is_asking(floor: Floor, ended: Ended | None, answer: Answer, now: datetime | None) -> bool:
    """True while the citizen whose visit ended may still press: in the window, unanswered, not replaced."""
    if ended is None or seconds_left(floor, ended, now, answer.extra_s) <= 0:
        return False
    if answer.ticket == ended.ticket and answer.said:
        return False
    return floor.current is None or floor.current.state != "serving"


def seconds_left(floor: Floor, ended: Ended | None, now: datetime | None, extra_s: int = 0) -> int:
    """``extra_s``: what was given on top of the centre's window."""
    at = moment(ended.at) if ended else None
    if at is None or now is None:
        return 0
    window_s = floor.hall.rating.window_s + extra_s
    return max(0, min(window_s, round(window_s - (now - at).total_seconds())))


def last_served(floor: Floor) -> Ended | None:
    """Return the visit to ask about after a start in the middle of the day; None if it has its rating."""
    last = next(iter(floor.served), None)
    if last is None or last.rated or last.ended_at is None:
        return None
    return Ended(last.id, last.number, last.ended_at)


def wants_reasons(form: RatingForm, score: int) -> bool:
    return bool(form.reasons) and score <= form.ask_reasons_at_or_below


def remark_after(text: str, key: str) -> str:
    """Return the remark after one key of the on-screen keyboard; too long changes nothing."""
    match key:
        case "backspace":
            changed = telex.erase(text)
        case "clear":
            changed = ""
        case "space":
            changed = text + " "
        case _ if key in telex.TONES:
            changed = telex.put_tone(text, key)
        case _:
            changed = telex.press(text, key)
    return changed if len(changed) <= REMARK_MOST else text


def derive_levels(floor: Floor | None, language: str) -> tuple[LevelRow, ...]:
    if floor is None:
        return ()
    levels = floor.hall.rating.levels
    best_first = sorted((level.score for level in levels), reverse=True)
    faces = dict(zip(best_first, FACES[len(levels)], strict=True))
    return tuple(
        LevelRow(str(level.score), level.score, say(level.name, language), level.face or faces[level.score])
        for level in levels
    )


def derive_reasons(floor: Floor | None, answer: Answer, language: str) -> tuple[ReasonRow, ...]:
    if floor is None:
        return ()
    return tuple(
        ReasonRow(one.id, say(one.name, language), one.id in answer.reasons)
        for one in floor.hall.rating.reasons
    )
