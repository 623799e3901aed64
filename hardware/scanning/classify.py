"""The one classifier: what a scanned text is. Pure; patterns are the centre's to change."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import parse_qsl, unquote, urlsplit

from hardware.scanning.citizen_card import CitizenCard, read_citizen_card
from hardware.scanning.gate import GateRefusal, pass_gate

DOSSIER_PATTERN = r"(?:\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2}(?:\.\d{1,3}){0,4}-(?P<date>\d{6})-\d{4,6}"
APPOINTMENT_PATTERN = r"HEN-[0-9A-Z]{4,16}"


@dataclass(frozen=True, slots=True)
class ScanRules:
    """``dossier`` may name a group ``date`` (YYMMDD), which then must be a real day; both match whole texts.

    ``ticket_links`` are the beginnings of our own tickets' links, up to the token.
    """

    dossier: str = DOSSIER_PATTERN
    appointment: str = APPOINTMENT_PATTERN
    ticket_links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DossierCode:
    code: str


@dataclass(frozen=True, slots=True, repr=False)
class TicketLink:
    """``token`` opens somebody's ticket: as secret as a ticket in the hand."""

    token: str

    def __repr__(self) -> str:
        return "TicketLink(…)"


@dataclass(frozen=True, slots=True)
class Appointment:
    code: str


@dataclass(frozen=True, slots=True, repr=False)
class Unknown:
    """Readable, but nothing of ours; it may be personal, so it never shows itself in a log."""

    text: str

    def __repr__(self) -> str:
        return f"Unknown({len(self.text)} characters)"


@dataclass(frozen=True, slots=True)
class Refused:
    """Did not pass the gate."""

    why: GateRefusal


Scanned = DossierCode | CitizenCard | TicketLink | Appointment | Unknown | Refused


def understand(data: bytes, rules: ScanRules | None = None) -> Scanned:
    """Return what the scanned bytes are."""
    text = pass_gate(data)
    if isinstance(text, GateRefusal):
        return Refused(text)
    return classify(text, rules or ScanRules())


def classify(text: str, rules: ScanRules) -> Scanned:
    """Return what ``text``, already through the gate, is."""
    if token := _token(text, rules):
        return TicketLink(token)
    if card := read_citizen_card(text):
        return card
    for candidate in (text, *_inside_link(text)):
        code = candidate.strip().upper()
        if _is_dossier(code, rules):
            return DossierCode(code)
        if re.fullmatch(rules.appointment, code):
            return Appointment(code)
    return Unknown(text)


def _token(text: str, rules: ScanRules) -> str:
    for beginning in rules.ticket_links:
        if beginning and text.startswith(beginning):
            return text.removeprefix(beginning)
    return ""


def _is_dossier(code: str, rules: ScanRules) -> bool:
    found = re.fullmatch(rules.dossier, code, re.ASCII)
    if not found:
        return False
    day = found.groupdict().get("date")
    return day is None or _real_day(day)


def _real_day(yymmdd: str) -> bool:
    try:
        date(2000 + int(yymmdd[:2]), int(yymmdd[2:4]), int(yymmdd[4:]))
    except ValueError:
        return False
    return True


def _inside_link(text: str) -> Iterator[str]:
    """Portals print links that carry the code: look at each part of one."""
    if not text.lower().startswith(("http://", "https://")):
        return
    try:
        parts = urlsplit(text)
    except ValueError:
        return
    yield from (value for _, value in parse_qsl(parts.query))
    yield from (unquote(segment) for segment in parts.path.split("/"))
    yield parts.fragment
