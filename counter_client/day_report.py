"""The clerk's own day: its figures on the screen, and on paper as the counter's closing report.

Marks stay out: a clerk should not see at once who was not content.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from config.text import say
from counter_client.console_props import clerk_name
from counter_client.desk import Desk, Outcome
from counter_client.fee import in_dong
from counter_client.floor import Floor
from counter_client.hall_watch import HallWatch
from counter_client.phase import Act
from counter_client.times import span_s
from hardware.printing.closing_report import CounterDay, closing_report
from hardware.printing.slips import Slip
from hub.messages.views import HallState
from ui.rows import Rows

QML_IMPORT_NAME = "Counter"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class Figure:
    """``key`` finds its words; ``text`` is a count, minutes or an amount, ready to show."""

    key: str
    text: str


@dataclass(frozen=True, slots=True)
class DayFigures:
    """Waits and service times in seconds; None where there was none."""

    served: int = 0
    no_shows: int = 0
    transferred: int = 0
    mean_wait_s: float | None = None
    longest_wait_s: float | None = None
    mean_service_s: float | None = None
    fees_count: int = 0
    fees_vnd: int = 0


def derive_figures(floor: Floor | None, state: HallState | None) -> DayFigures:
    """What this counter did today, as far as the day's tickets tell."""
    if floor is None or state is None:
        return DayFigures()
    here = floor.place.id
    waits = [span_s(one.issued_at, one.called_at) for one in floor.served if one.called_at]
    served = [span_s(one.started_at, one.ended_at) for one in floor.served if one.started_at]
    fees = [
        one.fee.amount_vnd
        for one in state.tickets
        if one.counter == here and one.fee is not None and one.fee.state == "paid"
    ]
    return DayFigures(
        served=len(floor.served),
        no_shows=sum(1 for one in state.tickets if one.state == "no_show" and one.counter == here),
        transferred=sum(1 for one in state.tickets if one.transferred_from == here),
        mean_wait_s=_mean(waits),
        longest_wait_s=max(waits, default=None),
        mean_service_s=_mean(served),
        fees_count=len(fees),
        fees_vnd=sum(fees),
    )


def _mean(seconds: list[int]) -> float | None:
    return sum(seconds) / len(seconds) if seconds else None


def figure_rows(day: DayFigures) -> tuple[Figure, ...]:
    rows = (
        Figure("served", str(day.served)),
        Figure("no-shows", str(day.no_shows)),
        Figure("transferred", str(day.transferred) if day.transferred else ""),
        Figure("mean-service", _minutes(day.mean_service_s)),
        Figure("mean-wait", _minutes(day.mean_wait_s)),
        Figure("longest-wait", _minutes(day.longest_wait_s)),
        Figure("fees", f"{day.fees_count}|{in_dong(day.fees_vnd)}" if day.fees_count else ""),
    )
    return tuple(row for row in rows if row.text)


def _minutes(seconds: float | None) -> str:
    return "" if seconds is None else str(round(seconds / 60))


def report_slip(floor: Floor, day: DayFigures, now: datetime | None, *, again: bool) -> Slip:
    """``again``: it was printed before, and says so."""
    return closing_report(
        CounterDay(
            centre=say(floor.hall.centre.name, "vi"),
            counter=floor.place.number,
            clerk=clerk_name(floor),
            day=now.strftime("%d/%m/%Y") if now else "",
            served=day.served,
            no_shows=day.no_shows,
            transferred=day.transferred,
            mean_wait_s=day.mean_wait_s,
            longest_wait_s=day.longest_wait_s,
            fees_count=day.fees_count,
            fees=day.fees_vnd,
            time=now.strftime("%H:%M %d/%m/%Y") if now else "",
        ),
        reprint=again,
    )


class Paper(Protocol):
    """The counter's printer, where there is one."""

    def print(self, slip: Slip, job_id: str, done: Callable[[str], None]) -> None:
        """``done`` hears printed, failed or unknown, on the GUI thread."""


@QmlElement
class DayReport(QObject):
    """``closed`` when the clerk has closed a counter that served somebody: the moment for the report."""

    changed = Signal()
    closed = Signal()

    def __init__(self, watch: HallWatch, desk: Desk, paper: Paper | None = None) -> None:
        super().__init__()
        self._watch = watch
        self._paper = paper
        self._day = DayFigures()
        self._rows = Rows(Figure)
        self._state = ""
        self._printed_on = ""
        desk.told.connect(self._heard)

    @Property(QObject, constant=True)
    def rows(self) -> QObject:
        return self._rows

    @Property(bool, constant=True)
    def prints(self) -> bool:
        return self._paper is not None

    @Property(str, notify=changed)
    def state(self) -> str:
        """Empty, printing, printed, failed or unknown."""
        return self._state

    @Slot()
    def print(self) -> None:
        floor, state = self._watch.floor, self._watch.state
        if self._paper is None or floor is None or state is None or self._state == "printing":
            return
        self._derive()
        slip = report_slip(floor, self._day, self._watch.now(), again=self._printed_on == state.day)
        self._stand("printing")
        self._paper.print(slip, f"report-{uuid.uuid4()}", self._ended)

    @Slot()
    def open(self) -> None:
        """The dialog opens: the day is counted, and what came of the last paper is old news."""
        self._derive()
        if self._state != "printing":
            self._stand("")

    def _ended(self, how: str) -> None:
        if how != "failed" and self._watch.state is not None:
            self._printed_on = self._watch.state.day
        self._stand(how)

    def _stand(self, state: str) -> None:
        self._state = state
        self.changed.emit()

    def _heard(self, outcome: Outcome) -> None:
        floor = self._watch.floor
        if outcome.act is Act.CLOSE and not outcome.code and floor is not None and floor.served:
            self.closed.emit()

    def _derive(self) -> None:
        self._day = derive_figures(self._watch.floor, self._watch.state)
        self._rows.replace(figure_rows(self._day))
