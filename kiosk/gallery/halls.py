"""Halls, lines and answers for pictures and tests: the shipped examples at ten in the morning, no hub."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal

from config.loader import EXAMPLES, Loaded, load
from config.model import Hall
from hub.messages.commands import Command
from hub.messages.views import (
    AppointmentView,
    CounterView,
    DossierStep,
    DossierView,
    Estimate,
    HallState,
    ServiceView,
    TicketView,
)
from ui.hall_link import Answer, Done

NOW = "2026-11-20T10:24:00+07:00"
DOSSIER_CODE = "H57.132-261104-0583"


def example(name: str) -> Loaded:
    return load(EXAMPLES / name)


def state_of(hall: Hall, *, issuing: bool = True, now: str = NOW) -> HallState:
    """A busy morning: lines of all lengths, most counters open."""
    services = [
        ServiceView(
            id=one.id,
            waiting=(place * 7) % 23,
            counters_open=2,
            issued_today=40 + place,
            issuing=issuing and place % 9 != 4,
            why_not="" if issuing and place % 9 != 4 else "limit_reached" if issuing else "closed",
            estimate=Estimate(likely_s=120 + place * 190 % 2400, at_most_s=400 + place * 260 % 3600),
        )
        for place, one in enumerate(hall.services)
    ]
    counters = [
        CounterView(id=one.id, state="open" if place % 4 else "closed", services=list(one.services))
        for place, one in enumerate(hall.counters)
    ]
    return HallState(
        hall=hall.without_secrets().model_dump(mode="json"),
        day=now[:10],
        now=now,
        services=services,
        counters=counters,
        tickets=[],
        calls=[],
    )


def a_ticket(hall: Hall, service: str, number: str = "A012", **changes: Any) -> TicketView:
    values: dict[str, Any] = {
        "id": f"{NOW[:10]}-{service}-12",
        "number": number,
        "service": service,
        "state": "waiting",
        "issued_at": NOW,
        "ahead": 4,
        "estimate": Estimate(likely_s=610, at_most_s=1190),
        "link": "https://so.example.vn/#v7Qm2xJc0tYb3nRk9sWd5A",
    }
    return TicketView(**{**values, **changes})


def a_dossier(state: int = 9, **changes: Any) -> DossierView:
    values: dict[str, Any] = {
        "code": DOSSIER_CODE,
        "state": state,
        "procedure": "Cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu",
        "agency": "Văn phòng Đăng ký đất đai",
        "owner": "NGUYỄN V*** A",
        "received_at": "2026-11-04T08:10:00+07:00",
        "due_at": "2026-11-25T17:00:00+07:00",
        "note": "Mời đến quầy Trả kết quả, mang theo giấy hẹn và thẻ căn cước.",
        "steps": [
            DossierStep(at="2026-11-04T08:10:00+07:00", text="Tiếp nhận hồ sơ"),
            DossierStep(at="2026-11-05T09:00:00+07:00", text="Chuyển Văn phòng Đăng ký đất đai xử lý"),
            DossierStep(at="2026-11-18T15:10:00+07:00", text="Ký duyệt, chuyển kết quả về bộ phận Một cửa"),
        ],
        "as_of": "2026-11-20T10:15:00+07:00",
    }
    return DossierView(**{**values, **changes})


def an_appointment(service: str, state: Any, day: str = NOW[:10]) -> AppointmentView:
    window = {"begins": f"{day}T10:30:00+07:00", "ends": f"{day}T11:00:00+07:00"}
    return AppointmentView(code="MAU-0007", service=service, state=state, name="TRẦN T*** B", **window)


class StillLink(QObject):
    """Stands where the link stands; ``answers`` says what each question and command is answered."""

    stateChanged = Signal(object)
    eventArrived = Signal(object, bool)
    onlineChanged = Signal(bool, object)

    def __init__(self) -> None:
        super().__init__()
        self.answers: dict[str, Callable[[Any], Answer | None]] = {}
        self.sent: list[tuple[Command, str | None]] = []

    def send(self, command: Command, done: Done | None = None, *, key: str | None = None) -> None:
        self.sent.append((command, key))
        self._answer(command.wire_name, command, done)

    def ask(self, what: str, args: dict[str, Any], done: Done) -> None:
        self._answer(what, args, done)

    def _answer(self, name: str, asked: Any, done: Done | None) -> None:
        answer = self.answers[name](asked) if name in self.answers else None
        if done is not None and answer is not None:
            done(answer)


def done_with(view: Any) -> Answer:
    return Answer(ok=True, data=msgspec.to_builtins(view))
