"""Every page of the kiosk in every state, by name."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from hub.messages.views import TicketView
from kiosk.gallery.halls import NOW, a_dossier, a_ticket, an_appointment, state_of
from kiosk.gallery.layers import Pose, layers
from kiosk.gallery.stand import Stand
from kiosk.visit import Page, Visit

SUBMIT = Visit(purpose="submit", before=Visit())


def waiting_ticket(stand: Stand, number: str = "", **changes: Any) -> TicketView:
    services = stand.centre.hall.services
    service = next((one for one in services if len(one.name["vi"]) > 30), services[2])
    return a_ticket(stand.centre.hall, service.id, number or f"{service.prefix}012", **changes)


def in_turn(*acts: Callable[[], None]) -> Callable[[], None]:
    def act() -> None:
        for one in acts:
            one()

    return act


def poses(at: Stand) -> Iterator[Pose]:
    yield from list_poses(at)
    yield from ticket_poses(at)
    yield from reading_poses(at)
    yield from booking_poses(at)
    yield from moods(at)
    yield from layers(at)


def visiting(at: Stand, page: Page, **parts: Any) -> Callable[[], None]:
    return lambda: at.show(replace(SUBMIT, page=page, **parts))


def longest_service(at: Stand) -> str:
    return max(at.centre.hall.services, key=lambda one: len(one.name["vi"])).id


def list_poses(at: Stand) -> Iterator[Pose]:
    hall = at.centre.hall
    counts = Counter(one.field for one in hall.services)
    crowded = max(counts, key=lambda field: counts[field])
    agency = next(one.agency for one in hall.fields if one.id == crowded)
    yield "home", visiting(at, "home")
    yield "agencies", visiting(at, "agencies")
    yield "agencies-2", visiting(at, "agencies", sheet=1)
    yield "fields", visiting(at, "fields")
    yield "services", visiting(at, "services", agency=agency, field=crowded)
    yield "services-all", visiting(at, "services")
    yield "priority", visiting(at, "priority", service=longest_service(at))


def ticket_poses(at: Stand) -> Iterator[Pose]:
    def ticket(**parts: Any) -> Callable[[], None]:
        show = visiting(at, "ticket", service=longest_service(at))
        return in_turn(lambda: at.issue(**parts), show)

    reason = at.centre.hall.priority.reasons[0].id
    no_paper: dict[str, Any] = {"paper": "failed", "paper_problem": "paper_out"}
    preferred = waiting_ticket(at, priority=reason, number="ĐA0127")
    later = "Hiện chưa đến giờ lấy số hoặc đã hết giờ lấy số. Lấy số lại từ 13:00."
    yield "ticket-asking", ticket(stage="asking")
    yield "ticket-waiting", ticket(stage="waiting_for_hub")
    yield "ticket-printing", ticket(stage="issued", ticket=waiting_ticket(at), paper="printing")
    yield "ticket-printed", ticket(stage="issued", ticket=waiting_ticket(at, ahead=0), paper="printed")
    yield (
        "ticket-paper-out",
        ticket(stage="issued", ticket=preferred, **no_paper),
    )
    yield (
        "ticket-changed",
        ticket(stage="issued", ticket=waiting_ticket(at), paper="printed", replaced="B007"),
    )
    yield "ticket-kept", ticket(stage="refused", why_not="limit_reached", kept="B007")
    yield "ticket-closed", ticket(stage="refused", why_not="closed", why_not_text=later)


def reading_poses(at: Stand) -> Iterator[Pose]:
    def dossier(page: Page, typed: str = "", **parts: Any) -> Callable[[], None]:
        show = visiting(at, page, purpose=None, typed=typed)
        return in_turn(lambda: at.look_up(**parts), show)

    known = at.reception.desks.catalogue.procedure("1.001193")
    code = known.code if known else at.centre.procedures[0].code
    wordy = max(at.centre.procedures, key=lambda one: len(one.papers)).code
    more = a_dossier(5, note="Bổ sung bản sao thẻ căn cước của người được ủy quyền.")
    wrong = "H57.132-261104-0000"
    yield "search-empty", visiting(at, "search", purpose=None)
    yield "search", visiting(at, "search", typed="giay khai sih")
    yield "search-none", visiting(at, "search", purpose=None, typed="qqqq zzzz")
    yield "guide", visiting(at, "guide", procedure=code)
    yield "guide-long", visiting(at, "guide", procedure=wordy)
    yield "dossier", dossier("dossier")
    yield "dossier-typed", dossier("dossier", typed="H57.132-2611")
    yield "dossier-unknown", dossier("dossier", typed=wrong, asking="unknown")
    yield "dossier-slow", dossier("dossier", typed=wrong, asking="unknown", wait_s=8)
    yield "dossier-ready", dossier("dossier_state", dossier=a_dossier(9))
    yield "dossier-more", dossier("dossier_state", dossier=more)


def booking_poses(at: Stand) -> Iterator[Pose]:
    def booking(page: Page, typed: str = "", **parts: Any) -> Callable[[], None]:
        return in_turn(lambda: at.book(**parts), visiting(at, page, purpose=None, typed=typed))

    def found(state: Any, day: str = NOW[:10]) -> Callable[[], None]:
        return booking("appointment", found=an_appointment(longest_service(at), state, day))

    elder = next((one.id for one in at.centre.hall.priority.reasons if one.from_age), "")
    yield "checkin", booking("checkin")
    for asking in ("unknown", "unknown_card", "slow", "away", "asking"):
        yield f"checkin-{asking}", booking("checkin", "MAU-0007", asking=asking)
    for state in ("early", "open", "late", "used"):
        yield f"appointment-{state}", found(state)
    yield "appointment-other-day", found("early", "2026-11-24")
    yield "priority-claimed", visiting(at, "priority", service=longest_service(at), claimed=elder)


def moods(at: Stand) -> Iterator[Pose]:
    """What happens to the whole hall."""
    watch, hall = at.reception.desks.watch, at.centre.hall
    services = Visit(page="services", purpose="submit", before=Visit())

    def away(visit: Visit) -> None:
        watch.take_online(False, datetime.now(UTC) - timedelta(minutes=3))
        at.show(visit)

    def warn(left: int) -> None:
        at.reception.settings = replace(at.reception.settings, warning_s=left)

    def tell(issuing: bool) -> None:
        watch.take_state(state_of(hall, issuing=issuing))

    yield "home-closed", in_turn(lambda: tell(False), lambda: at.show(Visit()))
    yield "home-warned", in_turn(lambda: tell(True), lambda: warn(14), lambda: at.show(services))
    yield "home-away", in_turn(lambda: warn(0), lambda: away(Visit()))
    yield "services-away", lambda: away(services)
