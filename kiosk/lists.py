"""What the list pages show: agencies, fields, services, priority reasons, a sheet at a time. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from config.model import Hall, Procedure, Service
from config.text import say
from hub.messages.views import ServiceView
from kiosk import words
from kiosk.pictures import PERSON, picture
from kiosk.visit import Visit, fitting
from kiosk.waits import minutes

CARDS_A_SHEET, SERVICES_A_SHEET, RESULTS_A_SHEET = 8, 6, 4
PAPERS_A_SHEET = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One thing to touch. ``name`` is its objectName; ``why_not`` a code the page words, empty if usable."""

    id: str = ""
    name: str = ""
    title: str = ""
    detail: str = ""
    wait: str = ""
    waiting: int = -1
    icon: str = ""
    why_not: str = ""


@dataclass(frozen=True, slots=True)
class ListProps:
    """``sheet`` counts from 0. ``heading`` is the chosen agency or field above the question."""

    kind: str = ""
    heading: str = ""
    rows: tuple[Row, ...] = ()
    sheet: int = 0
    sheets: int = 1
    total: int = 0
    claimed: str = ""
    """The id of the row a scanned card speaks for."""


def sheet_of(rows: Sequence[Row], visit: Visit, size: int, kind: str, heading: str = "") -> ListProps:
    sheets = max(1, -(-len(rows) // size))
    sheet = min(visit.sheet, sheets - 1)
    shown = tuple(rows[sheet * size : (sheet + 1) * size])
    return ListProps(kind, heading, shown, sheet, sheets, len(rows))


def derive_agencies(hall: Hall, services: Iterable[Service], visit: Visit, language: str) -> ListProps:
    agency_of = {one.id: one.agency for one in hall.fields}
    there = {agency_of.get(one.field) for one in fitting(hall, services, visit)}
    icons = {one.agency: one.icon for one in reversed(hall.fields)}
    rows = [
        Row(
            one.id,
            f"agency-{one.id}",
            say(one.name, language),
            icon=picture(icons.get(one.id, ""), "town-hall"),
        )
        for one in hall.agencies
        if one.id in there
    ]
    return sheet_of(rows, visit, CARDS_A_SHEET, "agencies")


def derive_fields(hall: Hall, services: Iterable[Service], visit: Visit, language: str) -> ListProps:
    there = {one.field for one in fitting(hall, services, visit)}
    rows = [
        Row(one.id, f"field-{one.id}", say(one.name, language), icon=picture(one.icon))
        for one in hall.fields
        if one.id in there
    ]
    return sheet_of(rows, visit, CARDS_A_SHEET, "fields", _agency_name(hall, visit.agency, language))


def derive_services(
    hall: Hall,
    views: Mapping[str, ServiceView],
    services: Iterable[Service],
    visit: Visit,
    language: str,
) -> ListProps:
    icons = {one.id: one.icon for one in hall.fields}
    rows = [
        _service_row(one, views.get(one.id), picture(icons.get(one.field, "")), language)
        for one in fitting(hall, services, visit)
    ]
    heading = _field_name(hall, visit.field, language) or _agency_name(hall, visit.agency, language)
    return sheet_of(rows, visit, SERVICES_A_SHEET, "services", heading)


def _service_row(service: Service, view: ServiceView | None, icon: str, language: str) -> Row:
    return Row(
        service.id,
        f"service-{service.id}",
        say(service.name, language),
        detail=say(service.hint, language) if service.hint else "",
        wait=words.wait(minutes(view.estimate), language) if view else "",
        waiting=view.waiting if view else -1,
        icon=icon,
        why_not="" if view is None or view.issuing else view.why_not or "closed",
    )


def derive_priority(hall: Hall, visit: Visit, language: str) -> ListProps:
    rows = [
        Row(
            one.id,
            f"priority-{one.id}",
            say(one.name, language),
            detail=say(one.hint, language) if one.hint else "",
            icon=picture(one.icon, PERSON),
        )
        for one in hall.priority.reasons
    ]
    sheet = sheet_of(rows, visit, CARDS_A_SHEET, "priority", service_name(hall, visit.service, language))
    return replace(sheet, claimed=visit.claimed)


def derive_results(found: Sequence[Procedure], hall: Hall, visit: Visit, language: str) -> ListProps:
    fields = {one.id: say(one.name, language) for one in hall.fields}
    rows = [
        Row(
            one.code,
            f"procedure-{one.code}",
            shortened(plain_name(one.name), 160),
            detail=" · ".join(part for part in (fields.get(one.field, one.field), one.time_limit) if part),
        )
        for one in found
    ]
    return sheet_of(rows, visit, RESULTS_A_SHEET, "search")


def plain_name(name: str) -> str:
    """Return a procedure's name without the word every one of them begins with, in sentence case."""
    for start in ("Thủ tục hành chính ", "Thủ tục "):
        if name.startswith(start):
            name = name[len(start) :]
    name = name.capitalize() if name.isupper() else name
    return name[:1].upper() + name[1:]


def shortened(text: str, most: int) -> str:
    """Return ``text`` cut at a word, with an ellipsis, where it is longer than ``most`` characters."""
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    return text[:most].rsplit(" ", 1)[0].rstrip(",;:.–- ") + "…"


def service_name(hall: Hall, service: str, language: str) -> str:
    return next((say(one.name, language) for one in hall.services if one.id == service), "")


def _field_name(hall: Hall, field: str, language: str) -> str:
    return next((say(one.name, language) for one in hall.fields if one.id == field), "")


def _agency_name(hall: Hall, agency: str, language: str) -> str:
    return next((say(one.name, language) for one in hall.agencies if one.id == agency), "")
