"""Booked visits: whether one may be used now, and when its ticket goes before the line. Pure."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Literal

from config.appointments import Appointment, plain_code
from config.text import say
from hub.domain.refusal import Refusal
from hub.domain.rules import Context, Rules
from hub.domain.state import State
from hub.messages import commands as cmd

Standing = Literal["early", "open", "late", "used"]


def booked(state: State, command: cmd.IssueTicket, context: Context) -> Appointment | None:
    """Return the appointment the command names; None where there is none or the centre has no list.

    Raises Refusal: the list does not know it, or it is not for this service, today, or a second time.
    """
    rules = context.rules
    if command.appointment is None or rules.appointments is None:
        return None
    code = plain_code(command.appointment)
    appointment = rules.appointments.get(code)
    if appointment is None:
        raise Refusal("unknown_appointment")
    if code in state.appointments:
        raise Refusal("appointment_used")
    if rules.day_of(appointment.begins) != state.day:
        raise Refusal(
            "appointment_not_today",
            f"Lịch hẹn này là ngày {rules.local(appointment.begins):%d/%m lúc %H:%M}.",
        )
    if appointment.service != command.service:
        raise Refusal("bad_request", _another_service(appointment, rules))
    return appointment


def _another_service(appointment: Appointment, rules: Rules) -> str:
    service = rules.services.get(appointment.service)
    named = f" “{say(service.name, 'vi')}”" if service else " khác"
    return f"Lịch hẹn này dành cho dịch vụ{named}."


def standing(appointment: Appointment, rules: Rules, now: datetime, *, used: bool) -> Standing:
    """Return how an appointment stands at ``now``; days before its own count as early, days after as late."""
    if used:
        return "used"
    opens, closes = due_between(appointment.begins, appointment.ends, rules)
    if now < opens:
        return "early"
    return "open" if now <= closes else "late"


def due_between(begins: datetime, ends: datetime, rules: Rules) -> tuple[datetime, datetime]:
    """Return from when until when an appointment goes first: its window and the centre's grace around it."""
    settings = rules.hall.appointments
    early, late = timedelta(minutes=settings.early_minutes), timedelta(minutes=settings.late_minutes)
    return begins - early, ends + late
