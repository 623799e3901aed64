"""Whoever booked a visit takes its number: by code, by QR, or by citizen card where the centre allows it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject

from hardware.scanning import CitizenCard
from kiosk.booking import PLAIN_CODE, age_reason
from kiosk.booking_desk import BookingDesk
from kiosk.dossier import as_code
from kiosk.reception import Reception
from kiosk.visit import Visit


class CheckIn(QObject):
    """Leads the visit through its two pages. Of a card nothing is kept but the reason its age speaks for."""

    def __init__(self, reception: Reception, desk: BookingDesk) -> None:
        super().__init__()
        self._reception = reception
        self._desk = desk
        desk.found.connect(self._found)

    def ask(self) -> None:
        visit = self._reception.visit
        if visit.page == "checkin" and visit.typed:
            self._desk.ask(visit.typed)

    def scanned(self, code: str) -> None:
        """An appointment's code was scanned."""
        if self._may_begin():
            self._open(Visit(claimed=self._reception.visit.claimed), as_code(code))
            self._desk.ask(code)

    def scanned_unknown(self, text: str) -> None:
        """On the page for it, whatever looks like a code may be an appointment's."""
        if self._reception.visit.page == "checkin" and PLAIN_CODE.fullmatch(text):
            self.scanned(text)

    def card(self, card: CitizenCard) -> None:
        """Before the first page or that of appointments a card looks for one; else only its age counts."""
        reception = self._reception
        hall, now = reception.desks.watch.hall, reception.desks.watch.now()
        if hall is None or now is None or not hall.at_kiosks.citizen_card or not self._may_begin():
            return
        reception.desks.idle.touched()
        visit = replace(reception.visit, claimed=age_reason(hall, card.born, now.date()))
        if hall.appointments.file and visit.page in ("home", "checkin"):
            self._open(Visit(claimed=visit.claimed), "")
            self._desk.ask_by_card(card.number)
        elif visit.page != "home":
            reception.go(visit)

    def take(self) -> None:
        """The number of the appointment, in one touch."""
        booked, visit = self._desk.booking.found, self._reception.visit
        if booked is not None and visit.page == "appointment":
            number = replace(visit, service=booked.service, appointment=booked.code, priority=visit.claimed)
            self._reception.go(number.step("ticket"))

    def without(self) -> None:
        """A number like everybody's."""
        self._reception.narrow(Visit(purpose="submit", claimed=self._reception.visit.claimed))

    def _may_begin(self) -> bool:
        watch = self._reception.desks.watch
        return self._reception.visit.page != "ticket" and watch.hall is not None

    def _open(self, visit: Visit, typed: str) -> None:
        self._desk.typing()
        self._reception.desks.idle.touched()
        self._reception.leave_number()
        self._reception.go(replace(visit.step("checkin"), typed=typed))

    def _found(self) -> None:
        if self._reception.visit.page == "checkin":
            self._reception.go(self._reception.visit.step("appointment"))
