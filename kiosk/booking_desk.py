"""Asks the hub for a booked visit, by its code or by its owner's card."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QObject, Signal

from hub.messages.views import AppointmentView
from kiosk.booking import Asking, Booking
from kiosk.dossier_desk import AWAY_CODES
from ui.hall_link import Answer, HallLink


class BookingDesk(QObject):
    """``changed`` at every step, ``found`` when there is one. A card's number is asked and not kept."""

    changed = Signal()
    found = Signal()

    def __init__(self, link: HallLink) -> None:
        super().__init__()
        self.booking = Booking()
        self._link = link
        self._turn = 0

    def ask(self, code: str) -> None:
        self._ask({"code": code}, "unknown")

    def ask_by_card(self, number: str) -> None:
        self._ask({"citizen_id": number}, "unknown_card")

    def typing(self) -> None:
        """Another code is being typed, or the citizen has gone: forget the answer, also one on its way."""
        self._turn += 1
        self._set(Booking())

    def _ask(self, args: dict[str, str], unknown: Asking) -> None:
        if self.booking.asking == "asking":
            return
        self._turn += 1
        turn = self._turn
        self._set(Booking("asking"))
        self._link.ask("appointment", args, lambda answer: self._answered(turn, unknown, answer))

    def _answered(self, turn: int, unknown: Asking, answer: Answer) -> None:
        if turn != self._turn:
            return
        if answer.ok and answer.data.get("state") != "unknown":
            self._set(Booking(found=msgspec.convert(answer.data, AppointmentView)))
            self.found.emit()
        elif answer.ok:
            self._set(Booking(unknown))
        else:
            slow = answer.code == "slow_down"
            self._set(Booking("slow" if slow else "away" if answer.code in AWAY_CODES else unknown))

    def _set(self, booking: Booking) -> None:
        self.booking = booking
        self.changed.emit()
