"""An example centre in the middle of a busy morning, made up for the gallery."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from config.model import Hall
from hub.messages.views import (
    CounterView,
    DeviceView,
    HallState,
    HelpView,
    ServiceView,
    StationView,
    TicketView,
)
from tests.counter_client.scene import NOW, ago


@dataclass
class Centre:
    """An example centre in the middle of a morning, seen from one counter."""

    hall: Hall
    counter: str

    def ticket(self, n: int, state: Any, service: int = 0, **more: Any) -> TicketView:
        place = next(one for one in self.hall.counters if one.id == self.counter)
        code = place.services[service % len(place.services)]
        prefix = next(one.prefix for one in self.hall.services if one.id == code)
        values = {"issued_at": ago(22 - 2 * n), "waiting_since": ago(22 - 2 * n), **more}
        return TicketView(id=f"{code}-{n}", number=f"{prefix}{n:03}", service=code, state=state, **values)

    def waiting(self) -> list[TicketView]:
        reason = self.hall.priority.reasons[0].id
        return [
            self.ticket(n, "waiting", n, priority=reason if n % 3 == 2 else None, absences=int(n == 4))
            for n in range(1, 9)
        ]

    def others(self) -> list[TicketView]:
        here: dict[str, Any] = {"counter": self.counter}
        return [
            self.ticket(
                31, "parked", started_at=ago(25), note="Đi phô tô giấy chứng sinh và sổ hộ khẩu", **here
            ),
            self.ticket(32, "no_show", 1, called_at=ago(12), ended_at=ago(10), absences=3, **here),
            *(
                self.ticket(40 + n, "served", n, started_at=ago(90 - 8 * n), ended_at=ago(83 - 8 * n), **here)
                for n in range(4)
            ),
        ]

    def current(self, state: str, **more: Any) -> TicketView:
        values = {
            "counter": self.counter,
            "priority": self.hall.priority.reasons[0].id,
            "reason": "priority",
            "called_at": ago(3, 20),
            "started_at": ago(2, 41) if state == "serving" else None,
            "procedure": "1.001193",
            "dossier": "H57.132-261120-0583",
            "transferred_from": self.hall.counters[1].id,
            "issued_at": ago(15),
            "note": "Thiếu giấy chứng sinh bản chính, người dân hẹn quay lại trong buổi sáng",
            "lang": "en",
        }
        return self.ticket(11, state, **values | more)

    def state(self, current: TicketView | None = None, *, empty: bool = False, **mine: Any) -> HallState:
        waiting = [] if empty else self.waiting()
        tickets = [*waiting, *self.others(), *([current] if current else [])]
        counters = [
            CounterView(
                id=one.id,
                services=list(one.services),
                **(
                    {"state": "closed" if n % 4 == 3 else "open"}
                    if one.id != self.counter
                    else {"state": "open"} | mine
                ),
                ticket=current.id if current and one.id == self.counter else None,
            )
            for n, one in enumerate(self.hall.counters)
        ]
        return HallState(
            hall=self.hall.model_dump(mode="json"),
            day="2026-11-20",
            now=NOW.isoformat(),
            services=[
                ServiceView(id=one.id, waiting=sum(1 for each in waiting if each.service == one.id))
                for one in self.hall.services
            ],
            counters=counters,
            tickets=tickets,
            calls=[],
        )

    def whole(self) -> HallState:
        """The same morning as the supervisor sees it: everybody's stations, devices and visits."""
        state = self.state(self.current("serving", started_at=ago(34)))
        counters = [self._busy(n, one) for n, one in enumerate(state.counters)]
        clerks = [one.id for one in self.hall.clerks]
        counters = [
            replace(one, clerk=clerks[n]) if n < len(clerks) and one.state != "closed" else one
            for n, one in enumerate(counters)
        ]
        services = [replace(one, counters_open=int(n != 2)) for n, one in enumerate(state.services)]
        late = replace(state.tickets[0], waiting_since=ago(41), issued_at=ago(41))
        return replace(
            state,
            counters=counters,
            services=services,
            tickets=[late, *state.tickets[1:]],
            stations=self._stations(),
            devices=[
                DeviceView(station=self.hall.kiosks[0].id, device="printer", state="paper_out", at=ago(2))
            ],
        )

    def _busy(self, n: int, counter: CounterView) -> CounterView:
        if counter.id == self.counter:
            return replace(counter, number="A011")
        return replace(counter, state="paused", pause_reason="Hỗ trợ quầy khác") if n % 5 == 2 else counter

    def _stations(self) -> list[StationView]:
        here = [("kiosk", one.id) for one in self.hall.kiosks] + [("gateway", "gateway")]
        here += [("counter", one.id) for one in self.hall.counters] + [("rating", self.counter)]
        return [
            StationView(name=name, role=role, online=n != 2, last_heard_at=ago(n))
            for n, (role, name) in enumerate(here)
        ]

    def help(self) -> list[HelpView]:
        return [
            HelpView(station=self.hall.kiosks[0].id, role="kiosk", at=ago(2)),
            HelpView(station=self.hall.counters[0].id, role="counter", at=ago(1)),
        ]

    def low_marks(self) -> list[dict[str, Any]]:
        scores = sorted(level.score for level in self.hall.rating.levels)[:2]
        clerk = self.hall.clerks[0].id if self.hall.clerks else None
        here = {"counter": self.counter, "by": f"rating:{self.counter}", "clerk": clerk}
        why = ([one.id for one in self.hall.rating.reasons[:2]], [])
        return [
            {"ev": "rating_given", **here, "score": score, "number": f"A00{score}", "reasons": reasons}
            for score, reasons in zip(scores, why, strict=True)
        ]

    def trail(self) -> list[dict[str, Any]]:
        """The log of this morning, newest first."""
        here = {"counter": self.counter, "by": f"counter:{self.counter}"}
        clerk = self.hall.clerks[0].id if self.hall.clerks else None
        service = self.hall.services[0].id
        told = self.low_marks()
        told += [
            {"ev": "ticker_changed", "by": "supervisor:gs1", "text": "Quầy 3 tạm dừng đến 10 giờ"},
            {"ev": "help_answered", **here, "station": self.hall.kiosks[0].id},
            {"ev": "help_asked", "by": f"kiosk:{self.hall.kiosks[0].id}", "station": self.hall.kiosks[0].id},
            {"ev": "fee_settled", **here, "number": "A010", "outcome": "paid"},
            {"ev": "fee_asked", **here, "number": "A010", "amount_vnd": 8_000},
            {
                "ev": "priority_changed",
                **here,
                "number": "A011",
                "priority": self.hall.priority.reasons[0].id,
                "reason": "Đã xem căn cước, 82 tuổi",
            },
            {"ev": "ticket_called", **here, "number": "A010", "reason": "ageing", "service": service},
            {"ev": "counter_paused", **here, "reason": "Hỗ trợ quầy khác"},
            {"ev": "clerk_signed_in", **here, "clerk": clerk},
            {"ev": "counter_opened", **here},
            {
                "ev": "ticket_issued",
                "by": f"kiosk:{self.hall.kiosks[0].id}",
                "number": "A010",
                "service": service,
            },
            {"ev": "day_began", "by": "hub:"},
        ]
        return [{"seq": len(told) - n, "at": ago(3 * n), **one} for n, one in enumerate(told)]
