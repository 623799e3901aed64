"""What stands on a ticket, and the ticket's id. Pure."""

from __future__ import annotations

from config.model import Service


def number_of(service: Service, n: int) -> str:
    """Return e.g. ``A012``; a day with more people than digits simply grows one."""
    return f"{service.prefix}{n:0{service.digits}d}"


def ticket_id(day: str, service: str, n: int) -> str:
    """Return the id: unique for ever, because numbers are unique per service and day."""
    return f"{day.replace('-', '')}-{service}-{n}"
