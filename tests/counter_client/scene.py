"""A made-up hall around counter q1, for tests that need no hub."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from config.model import Hall
from counter_client.floor import Floor, stand_in
from hub.messages.views import CounterView, HallState, ServiceView, TicketView
from tests.helpers.hall import sample_hall

ZONE = timezone(timedelta(hours=7))
NOW = datetime(2026, 11, 20, 9, 42, 10, tzinfo=ZONE)
PREFIXES = {"khai-sinh": "A", "chung-thuc": "B", "tach-thua": "C"}


def ago(minutes: float, seconds: float = 0) -> str:
    return (NOW - timedelta(minutes=minutes, seconds=seconds)).isoformat()


def ticket(n: int, state: str = "waiting", service: str = "khai-sinh", **more: Any) -> TicketView:
    number = f"{PREFIXES[service]}{n:03}"
    values = {"issued_at": ago(30 - n), "waiting_since": ago(30 - n), **more}
    return TicketView(id=number.lower(), number=number, service=service, state=state, **values)  # type: ignore[arg-type]


def hall_state(
    *tickets: TicketView, hall: Hall | None = None, others: dict[str, CounterView] | None = None, **q1: Any
) -> HallState:
    """``q1``: what differs at counter q1; its current ticket is the one that is called or serving there."""
    hall = hall or sample_hall()
    current = next(
        (one for one in tickets if one.state in ("called", "serving") and one.counter == "q1"), None
    )
    mine = {
        "state": "open",
        "services": ["khai-sinh", "chung-thuc"],
        "ticket": current and current.id,
        "number": current and current.number,
        **q1,
    }
    counters = {
        one.id: CounterView(id=one.id, state="open", services=list(one.services)) for one in hall.counters
    }
    counters |= {"q1": CounterView(id="q1", **mine)} | (others or {})
    return HallState(
        hall=hall.model_dump(mode="json"),
        day="2026-11-20",
        now=NOW.isoformat(),
        services=[ServiceView(id=one.id, waiting=_waiting(one.id, tickets)) for one in hall.services],
        counters=list(counters.values()),
        tickets=list(tickets),
        calls=[],
    )


def floor(*tickets: TicketView, hall: Hall | None = None, **q1: Any) -> Floor:
    hall = hall or sample_hall()
    found = stand_in(hall_state(*tickets, hall=hall, **q1), hall, "q1")
    assert found is not None
    return found


def _waiting(service: str, tickets: tuple[TicketView, ...]) -> int:
    return sum(1 for one in tickets if one.service == service and one.state == "waiting")
