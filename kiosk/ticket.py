"""What the ticket page shows: the number asked for, there, or refused, and how its printing goes. Pure."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from config.model import Hall
from config.text import say
from hub.messages.views import CounterView, TicketView
from kiosk import words
from kiosk.lists import service_name
from kiosk.waits import minutes, places

Stage = Literal["none", "asking", "waiting_for_hub", "issued", "refused"]
Paper = Literal["none", "printing", "printed", "failed", "unknown"]
SENTENCES_FOR = frozenset(
    {
        "closed",
        "limit_reached",
        "unknown_service",
        "unknown_priority",
        "rate_limited",
        "unknown_appointment",
        "appointment_used",
        "appointment_not_today",
    }
)


@dataclass(frozen=True, slots=True)
class Issue:
    """How far the number is. ``why_not`` is the hub's error code; ``paper_problem`` why printing failed or
    stands still."""

    stage: Stage = "none"
    ticket: TicketView | None = None
    why_not: str = ""
    why_not_text: str = ""
    paper: Paper = "none"
    paper_problem: str = ""
    replaced: str = ""
    """The number this one replaces, once that is void."""
    kept: str = ""
    """The number that stays, because the one that was to replace it was refused."""


@dataclass(frozen=True, slots=True)
class TicketProps:
    stage: str = "none"
    number: str = ""
    service: str = ""
    ahead: str = ""
    wait: str = ""
    where: str = ""
    priority: str = ""
    link: str = ""
    paper: str = "none"
    paper_problem: str = ""
    why_not: str = ""
    why_not_text: str = ""
    replaced: str = ""
    kept: str = ""
    changes: bool = False
    """Another service can be chosen instead."""


def derive_ticket(
    issue: Issue,
    hall: Hall,
    counters: tuple[CounterView, ...],
    service: str,
    language: str,
    *,
    online: bool = True,
) -> TicketProps:
    """``service`` is what was asked for, shown until the ticket itself is there."""
    common: dict[str, Any] = {
        "stage": issue.stage,
        "paper": "failed" if issue.paper == "printing" and issue.paper_problem else issue.paper,
        "paper_problem": issue.paper_problem,
        "why_not": issue.why_not if issue.why_not in SENTENCES_FOR else "other" if issue.why_not else "",
        "why_not_text": issue.why_not_text,
        "kept": issue.kept,
    }
    ticket = issue.ticket
    if ticket is None:
        return TicketProps(service=service_name(hall, service, language), **common)
    return TicketProps(
        number=ticket.number,
        service=service_name(hall, ticket.service, language),
        ahead=words.ahead(ticket.ahead, language),
        wait=words.wait(minutes(ticket.estimate), language) if ticket.ahead else "",
        where=words.where(hall, places(hall, counters, ticket.service), language),
        priority=priority_name(hall, ticket.priority, language),
        link=ticket.link or "",
        replaced=issue.replaced,
        changes=online and not issue.replaced,
        **common,
    )


def priority_name(hall: Hall, reason: str | None, language: str) -> str:
    return next((say(one.name, language) for one in hall.priority.reasons if one.id == reason), "")
