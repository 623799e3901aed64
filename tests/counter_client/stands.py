"""Screens without a hub behind them, for the gallery and for tests of what the screens show."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize

from counter_client.__main__ import QML, STRIP_FROM, TRANSLATIONS
from counter_client.acts import Acts
from counter_client.audit_trail import AuditTrail
from counter_client.clerk_photos import ClerkPhotos
from counter_client.console import Console, HallLists, Visit
from counter_client.day_report import DayReport
from counter_client.desk import Desk
from counter_client.dossiers import Dossiers
from counter_client.fee import Fee
from counter_client.front_desk import FrontDesk
from counter_client.hall_watch import HallWatch
from counter_client.help_calls import HelpCalls
from counter_client.hot_keys import HotKeys
from counter_client.low_marks import LowMarks
from counter_client.panel import Panel
from counter_client.procedures import Procedures
from counter_client.rating import Rating
from counter_client.rating_box import RatingBox
from counter_client.supervisor import HallActs, Supervisor
from hardware.printing.slips import Slip
from hub.messages.commands import Command
from hub.messages.views import HallState
from tests.counter_client.morning import Centre
from ui.application import Screen
from ui.hall_link import Answer, Done


class StillWire:
    """No hub: answers with ``answer``, or keeps silent."""

    def __init__(self) -> None:
        self.answer: Answer | None = None
        self.trail: list[dict[str, Any]] = []
        """What the log holds, newest first."""
        self.photo = ""
        """The clerk's, in Base64."""

    def send(self, command: Command, done: Done | None = None, *, key: str | None = None) -> None:
        if self.answer is not None and done is not None:
            done(self.answer)

    def ask(self, what: str, args: dict[str, Any], done: Done) -> None:
        if what == "clerk_photo" and self.photo:
            done(Answer(True, data={"type": "image/png", "data": self.photo}))
        if what == "audit":
            rows = [row for row in self.trail if args.get("ev", row["ev"]) == row["ev"]]
            done(Answer(True, data={"rows": rows, "before_seq": None if "ev" in args else 1}))
        if what == "dossier":
            done(
                Answer(True, data={"code": "x", "state": 4, "due_at": "2026-11-25", "owner": "NGUYỄN V*** A"})
            )


class NoPaper:
    """A printer that says nothing."""

    def print(self, slip: Slip, job_id: str, done: Callable[[str], None]) -> None: ...


class Stand:
    """One screen without a hub behind it."""

    role = "counter"

    def __init__(self, centre: Centre, size: QSize, take: Callable[[str, Screen], None], name: str) -> None:
        self.time_s = 0.0
        self.wire = StillWire()
        self.watch = HallWatch(centre.counter, "vi", lambda: self.time_s, self.role)
        self.box = RatingBox(self.wire, Path(tempfile.mkdtemp()))
        self.rating = Rating(self.watch, self.box)
        self.desk = Desk(self.wire, centre.counter, lambda: self.time_s)
        self.watch.changed.connect(self.desk.state_came)
        self.acts = Acts(self.watch, self.desk)
        self.screen = self.open(size)
        self.screen.show(False)
        self._take = take
        self._name = name

    def open(self, size: QSize) -> Screen:
        procedures = Procedures(self.wire, self.watch)
        procedures.names = {"1.001193": "Thủ tục đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con"}
        self.models = {
            "place": Console(self.watch),
            "visit": Visit(self.watch, procedures, Dossiers(self.wire, self.watch)),
            "acts": self.acts,
            "lists": HallLists(self.watch),
            "desk": FrontDesk(self.watch),
            "fee": Fee(self.watch, self.desk),
            "hotKeys": HotKeys({"next": "Meta+F1", "recall": "Meta+F2", "finish": ""}, "wayland"),
            "help": HelpCalls(self.watch, self.desk),
            "day": DayReport(self.watch, self.desk, NoPaper()),
        }
        main = "StripMain.qml" if size.height() > size.width() * STRIP_FROM else "ConsoleMain.qml"
        return Screen(QML / main, self.models, size)

    def put(self, state: HallState) -> None:
        self.watch.take_state(state)
        self.watch.take_online(True, None)

    def speak(self, language: str) -> None:
        self.screen.use_language(language, TRANSLATIONS)
        self.watch.use_language(language)

    def dialog(self, name: str) -> None:
        self.screen.window.setProperty("dialog", name)

    def grab(self, what: str) -> None:
        self._take(f"{self._name}-{what}", self.screen)


class PanelStand(Stand):
    role = "rating"

    def open(self, size: QSize) -> Screen:
        self.panel = Panel(self.watch, self.rating, ClerkPhotos(self.wire, self.watch))
        self.models = {"panel": self.panel, "fee": Fee(self.watch)}
        return Screen(QML / "RatingMain.qml", self.models, size)


class HallStand(Stand):
    role = "supervisor"

    def open(self, size: QSize) -> Screen:
        self.low = LowMarks(self.wire, self.watch)
        self.hall = Supervisor(self.watch, self.low)
        self.models = {
            "hall": self.hall,
            "acts": HallActs(self.watch, self.desk),
            "trail": AuditTrail(self.wire, self.watch),
            "help": HelpCalls(self.watch, self.desk),
        }
        return Screen(QML / "SupervisorMain.qml", self.models, size)
