"""What one citizen has chosen so far, and which page that leads to. Pure: every step gives a new visit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

from config.catalogue import services_taking
from config.model import Hall, Procedure, Purpose, Service

Page = Literal[
    "home",
    "agencies",
    "fields",
    "services",
    "search",
    "guide",
    "priority",
    "ticket",
    "dossier",
    "lookup",
    "dossier_state",
    "checkin",
    "appointment",
]
FEW_SERVICES, FEW_FIELDS = 6, 16
"""So few services are shown at once; so few fields without asking for the agency first."""
NO_PRIORITY = "none"


@dataclass(frozen=True, slots=True)
class Visit:
    """``before`` is the step that "Quay lại" returns to."""

    page: Page = "home"
    before: Visit | None = None
    purpose: Purpose | None = None
    agency: str = ""
    field: str = ""
    service: str = ""
    procedure: str = ""
    dossier: str = ""
    appointment: str = ""
    claimed: str = ""
    """The reason of age a scanned card speaks for; the priority page offers it first."""
    priority: str = ""
    typed: str = ""
    anew: bool = False
    """There is a number already; the one chosen now takes its place."""
    sheet: int = 0
    """Which sheet of a list that does not fit one screen, from 0."""

    def step(self, page: Page, **chosen: Any) -> Visit:
        """Go on to ``page``; a new page starts at its first sheet with nothing typed."""
        return replace(self, **{"typed": "", "sheet": 0, **chosen}, page=page, before=self)

    def back(self) -> Visit:
        return self.before or Visit()

    def turned(self, sheets: int, count: int) -> Visit:
        """Turn ``sheets`` further in a list of ``count`` sheets."""
        return replace(self, sheet=max(0, min(self.sheet + sheets, count - 1)))


def offered(hall: Hall, kiosk: str) -> tuple[Service, ...]:
    """Return the services this kiosk gives numbers for, in the centre's order."""
    own = next((one.services for one in hall.kiosks if one.id == kiosk), ())
    services = [one for one in hall.services if not own or one.id in own]
    return tuple(sorted(services, key=lambda one: one.order))


def fitting(hall: Hall, services: Iterable[Service], visit: Visit) -> tuple[Service, ...]:
    """Return the services that fit what was chosen so far."""
    agency_of = {one.id: one.agency for one in hall.fields}
    return tuple(
        one
        for one in services
        if (visit.purpose is None or serves(one, visit.purpose))
        and (not visit.agency or agency_of.get(one.field) == visit.agency)
        and (not visit.field or one.field == visit.field)
    )


def serves(service: Service, purpose: Purpose) -> bool:
    """Whoever submits may also be shown the lines for supplements."""
    return purpose in service.purposes or (purpose == "submit" and "supplement" in service.purposes)


def narrow(hall: Hall, services: Sequence[Service], visit: Visit) -> Visit:
    """Return the next step: as few questions as lead to one service, and none whose answer is known."""
    left = fitting(hall, services, visit)
    if len(left) > FEW_SERVICES:
        fields = {one.field for one in left}
        agency_of = {one.id: one.agency for one in hall.fields}
        if not visit.agency and len(fields) > FEW_FIELDS and len({agency_of.get(one) for one in fields}) > 1:
            return visit.step("agencies")
        if not visit.field and len(fields) > 1:
            return visit.step("fields")
    if len(left) == 1:
        return choose_service(hall, visit, left[0].id)
    return visit.step("services")


def choose_service(hall: Hall, visit: Visit, service: str) -> Visit:
    """Return the priority question, or the ticket where the centre asks none or has the answer already."""
    asks = not visit.anew and hall.priority.mode != "none" and hall.priority.reasons
    return visit.step("priority" if asks else "ticket", service=service)


def choose_priority(visit: Visit, reason: str) -> Visit:
    return visit.step("ticket", priority="" if reason == NO_PRIORITY else reason)


def choose_procedure(hall: Hall, services: Sequence[Service], visit: Visit, procedure: Procedure) -> Visit:
    """Return the way to a number for ``procedure``; its guide where no service here takes it."""
    purpose: Purpose = visit.purpose or "submit"
    chosen = replace(visit, procedure=procedure.code, purpose=purpose)
    taking = services_taking(procedure, services, purpose)
    if not taking:
        return replace(chosen.step("guide"), before=visit)
    if len(taking) == 1:
        return replace(choose_service(hall, chosen, taking[0].id), before=visit)
    return replace(chosen.step("services", field=taking[0].field), before=visit)
