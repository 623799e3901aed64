"""What the kiosk prints: the ticket, the state of a dossier, the guide to a procedure. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from config.model import Hall, Procedure
from config.text import say
from hardware.printing.slips import DossierSlip, GuideSlip, TicketSlip
from hub.messages.views import CounterView, DossierView, TicketView
from kiosk import words
from kiosk.dossier_words import words_of
from kiosk.lists import plain_name, service_name, shortened
from kiosk.ticket import priority_name
from kiosk.waits import day, minutes, moment, places

_AGENCY = {"vi": "Cơ quan", "en": "Agency"}
_RECEIVED = {"vi": "Ngày nhận", "en": "Received"}
_DUE = {"vi": "Hẹn trả: {day}", "en": "Due: {day}"}
_GUIDE = {"vi": "Phiếu hướng dẫn", "en": "What to bring"}
_PAGE = {"vi": "Xem thủ tục trên Cổng Dịch vụ công", "en": "The procedure on the portal"}
_PAPERS = {"vi": "Giấy tờ cần có:", "en": "Papers needed:"}
_LIMIT = {"vi": "Thời hạn: {limit}", "en": "Time limit: {limit}"}
_SOURCE = {"vi": "Nguồn: Cổng Dịch vụ công quốc gia", "en": "Source: National Public Service Portal"}
_INSTEAD = {"vi": "Thay cho số {number}, số đó đã hủy.", "en": "In place of {number}, which is void."}
_TRIAL = {"vi": "Phiếu in thử", "en": "Test print"}
_LETTERS = "ăâđêôơư ẮỀỘỰỸ 0123456789"
MOST_PAPERS = 14
MOST_URL = 200


def ticket_slip(
    ticket: TicketView,
    hall: Hall,
    counters: Sequence[CounterView],
    language: str,
    reprint: bool = False,
    instead_of: str = "",
) -> TicketSlip:
    """``instead_of`` is the number this ticket replaces."""
    priority = priority_name(hall, ticket.priority, language)
    return TicketSlip(
        centre=say(hall.centre.name, language),
        number=ticket.number,
        service=service_name(hall, ticket.service, language),
        address=say(hall.centre.address, language),
        hotline=_hotline(hall, language),
        ahead=words.ahead(ticket.ahead, language),
        estimate=words.wait(minutes(ticket.estimate), language) if ticket.ahead else "",
        where=words.where(hall, places(hall, counters, ticket.service), language),
        priority=say(words.PRIORITY, language).format(reason=priority) if priority else "",
        qr=ticket.link or "",
        qr_caption=say(words.FOLLOW, language) if ticket.link else "",
        footer=(say(hall.ticket.footer, language),),
        time=_time(ticket.issued_at),
        reprint=reprint,
        logo=hall.ticket.logo,
        note=_note(hall, language, instead_of),
        barcode=ticket.number if "barcode" in hall.ticket.parts else "",
        parts=hall.ticket.parts,
        roll_mm=hall.ticket.paper_mm,
    )


def _note(hall: Hall, language: str, instead_of: str) -> str:
    if instead_of:
        return say(_INSTEAD, language).format(number=instead_of)
    return say(hall.ticket.note, language) if hall.ticket.note else ""


def dossier_slip(dossier: DossierView, hall: Hall, now: str, language: str) -> DossierSlip:
    state = words_of(dossier.state)
    facts = ((say(_AGENCY, language), dossier.agency), (say(_RECEIVED, language), day(dossier.received_at)))
    return DossierSlip(
        centre=say(hall.centre.name, language),
        title=shortened(dossier.procedure, 120),
        code=dossier.code,
        state=say(state.name, language),
        due=say(_DUE, language).format(day=day(dossier.due_at)) if dossier.due_at else "",
        facts=tuple((label, value) for label, value in facts if value),
        next_steps=tuple(part for part in (say(state.next, language), shortened(dossier.note, 200)) if part),
        barcode=dossier.code,
        hotline=_hotline(hall, language),
        time=now,
        roll_mm=hall.ticket.paper_mm,
    )


def guide_slip(procedure: Procedure, hall: Hall, now: str, language: str) -> GuideSlip:
    limit = say(_LIMIT, language).format(limit=procedure.time_limit) if procedure.time_limit else ""
    return GuideSlip(
        centre=say(hall.centre.name, language),
        heading=say(_GUIDE, language),
        title=shortened(plain_name(procedure.name), 140),
        code=procedure.code,
        facts=(limit,) if limit else (),
        items_heading=say(_PAPERS, language) if procedure.papers else "",
        items=tuple(shortened(one, 180) for one in procedure.papers[:MOST_PAPERS]),
        qr=procedure.url if len(procedure.url) <= MOST_URL else "",
        qr_caption=say(_PAGE, language) if procedure.url else "",
        source=say(_SOURCE, language),
        time=now,
        roll_mm=hall.ticket.paper_mm,
    )


def trial_slip(hall: Hall, station: str, now: str, language: str) -> GuideSlip:
    """What staff print to see that the printer is well."""
    return GuideSlip(
        centre=say(hall.centre.name, language),
        heading=say(_TRIAL, language),
        title=station,
        facts=(_LETTERS,),
        time=now,
        roll_mm=hall.ticket.paper_mm,
    )


def _hotline(hall: Hall, language: str) -> str:
    number = hall.centre.hotline
    return say(words.HOTLINE, language).format(number=number) if number else ""


def _time(iso: str) -> str:
    found = moment(iso)
    return found.strftime("%H:%M  %d/%m/%Y") if found else ""
