"""Halls and moments for the display's tests and its gallery of pictures."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from config.model import Hall
from hub.messages.frames import Ev
from hub.messages.views import CallView, CounterView, Estimate, HallState, ServiceView, TicketView
from tests.helpers.hall import sample_hall

HANOI = timezone(timedelta(hours=7))
NOW = datetime(2026, 11, 20, 10, 24, tzinfo=HANOI)


def a_call(seq: int, number: str, counter: str = "q1", zone: str = "tang-1", **more: Any) -> CallView:
    return CallView(
        seq=seq,
        ticket=more.pop("ticket", f"t-{number}"),
        number=number,
        counter=counter,
        zone=zone,
        service=more.pop("service", "khai-sinh"),
        recall=more.pop("recall", False),
        at=more.pop("at", NOW.isoformat()),
    )


def call_event(call: CallView) -> Ev:
    return Ev(
        seq=call.seq,
        prev=call.seq - 1,
        ev="ticket_called",
        at=call.at,
        ticket=call.ticket,
        number=call.number,
        service=call.service,
        counter=call.counter,
        zone=call.zone,
        recall=call.recall,
    )


def a_state(hall: Hall | None = None, **more: Any) -> HallState:
    return HallState(
        hall=(hall or sample_hall()).model_dump(mode="json"),
        day=more.pop("day", "2026-11-20"),
        now=more.pop("now", NOW.isoformat()),
        services=more.pop("services", []),
        counters=more.pop("counters", []),
        tickets=more.pop("tickets", []),
        calls=more.pop("calls", []),
    )


def absent(number: str, service: str = "khai-sinh", called: int = 0) -> TicketView:
    return TicketView(
        id=f"t-{number}",
        number=number,
        service=service,
        state="no_show",
        issued_at=NOW.isoformat(),
        called_at=(NOW - timedelta(minutes=called)).isoformat(),
    )


def busy_state(hall: Hall, calls: int = 14) -> HallState:
    """A full morning: every counter open, most with somebody, calls spread over the zones."""
    services = [
        ServiceView(
            id=service.id,
            waiting=(place * 7) % 9,
            counters_open=1,
            estimate=Estimate(likely_s=300 + 90 * (place % 9), at_most_s=2400),
        )
        for place, service in enumerate(hall.services)
    ]
    prefixes = {service.id: service.prefix for service in hall.services}
    numbers: dict[str, str] = {}
    made = []
    open_ones = [counter for place, counter in enumerate(hall.counters) if place % 9 != 4]
    for step in range(calls):
        counter = open_ones[(step * 5) % len(open_ones)]
        service = counter.services[0]
        number = f"{prefixes[service]}{(12 + step * 13) % 240:03}"
        numbers[counter.id] = number
        made.append(a_call(step + 1, number, counter.id, counter.zone, service=service))
    counters = [
        CounterView(
            id=counter.id,
            state="paused" if place % 9 == 4 else "closed" if place % 17 == 11 else "open",
            services=list(counter.services),
            number=numbers.get(counter.id),
        )
        for place, counter in enumerate(hall.counters)
    ]
    missing = [
        absent(f"{prefixes[service.id]}{9 + n * 8:03}", service.id, n)
        for n, service in enumerate(hall.services[:5])
    ]
    return a_state(hall, services=services, counters=counters, calls=made, tickets=missing)


def quiet_state(hall: Hall) -> HallState:
    return busy_state(hall, calls=2)
