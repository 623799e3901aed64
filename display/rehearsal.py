"""A centre in full swing, or not, made up from its configuration: for pictures and tests."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from typing import Any

from config.model import Hall
from display.answers import DossierBoard
from hub.messages.frames import Ev
from hub.messages.views import BoardRow, CallView, CounterView, Estimate, HallState, ServiceView, TicketView

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


def a_state(hall: Hall, **more: Any) -> HallState:
    return HallState(
        hall=hall.model_dump(mode="json"),
        day=more.pop("day", "2026-11-20"),
        now=more.pop("now", NOW.isoformat()),
        services=more.pop("services", []),
        counters=more.pop("counters", []),
        tickets=more.pop("tickets", []),
        calls=more.pop("calls", []),
        ticker=more.pop("ticker", None),
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


def board() -> DossierBoard:
    states = (9, 4, 5, 4, 9, 6, 4, 10, 4, 3, 8, 2, 4, 9, 5)
    rows = tuple(
        BoardRow(
            code=f"H57.132-26{8 + place % 4:02}**-**{17 + place * 5 % 80:02}",
            state=state,
            due_at=f"2026-11-{17 + place % 12:02}T16:30:00+07:00",
            agency=("UBND phường Xuân Hương", "Sở Nông nghiệp và Môi trường", "Công an phường")[place % 3],
        )
        for place, state in enumerate(states)
    )
    return DossierBoard(rows, "2026-11-20T10:20:00+07:00")
