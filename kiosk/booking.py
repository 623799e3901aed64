"""What the pages of booked visits show: the code being typed, and the appointment found. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from config.model import Hall
from hub.messages.views import AppointmentView
from kiosk.lists import service_name
from kiosk.visit import Visit
from kiosk.waits import moment

Asking = Literal["typing", "asking", "unknown", "unknown_card", "away", "slow"]
PLAIN_CODE = re.compile(r"[0-9A-Za-z._\-]{3,40}")
"""What a scanned appointment's code may look like; anything else may be personal and is asked of nobody."""
SHORTEST_CODE = 3


@dataclass(frozen=True, slots=True)
class Booking:
    """How far the question is; ``found`` once there is an appointment."""

    asking: Asking = "typing"
    found: AppointmentView | None = None


@dataclass(frozen=True, slots=True)
class CheckInProps:
    typed: str = ""
    asking: str = "typing"
    can_ask: bool = False
    scans: bool = False
    cards: bool = False
    """A citizen card may be scanned too."""
    submits: bool = False
    """A number without an appointment can be had."""


@dataclass(frozen=True, slots=True)
class AppointmentProps:
    code: str = ""
    service: str = ""
    name: str = ""
    day: str = ""
    window: str = ""
    state: str = ""
    """``early``, ``open``, ``late``, ``used``, or ``other_day``."""
    can_take: bool = False


def derive_check_in(booking: Booking, visit: Visit, hall: Hall, scans: bool, submits: bool) -> CheckInProps:
    enough = len(visit.typed) >= SHORTEST_CODE and booking.asking != "asking"
    cards = scans and hall.at_kiosks.citizen_card
    return CheckInProps(visit.typed, booking.asking, enough, scans, cards, submits)


def derive_appointment(
    booking: Booking, hall: Hall, now: datetime | None, language: str, online: bool
) -> AppointmentProps:
    found = booking.found
    if found is None:
        return AppointmentProps()
    begins, ends = moment(found.begins), moment(found.ends)
    today = now is None or begins is None or begins.date() == now.date()
    state = found.state if today or found.state == "used" else "other_day"
    return AppointmentProps(
        code=found.code,
        service=service_name(hall, found.service, language),
        name=found.name,
        day=f"{begins:%d/%m/%Y}" if begins else "",
        window=f"{begins:%H:%M}–{ends:%H:%M}" if begins and ends else "",
        state=state,
        can_take=online and state in ("early", "open", "late"),
    )


def age_reason(hall: Hall, born: date, today: date) -> str:
    """Return the priority reason of age that whoever was ``born`` then may claim; empty if none."""
    age = today.year - born.year - ((today.month, today.day) < (born.month, born.day))
    fitting = [one for one in hall.priority.reasons if one.from_age is not None and one.from_age <= age]
    best = max(fitting, key=lambda one: one.from_age or 0, default=None)
    return best.id if best is not None and hall.priority.mode != "none" else ""
