"""What the dossier pages show: the code being typed, and the state of the dossier found. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from config.model import Hall
from config.text import say
from hub.messages.views import DossierView
from kiosk.dossier_words import words_of
from kiosk.visit import Visit
from kiosk.waits import day, moment

Asking = Literal["typing", "asking", "unknown", "away", "not_a_code"]
CODE_LETTERS = re.compile(r"[^0-9A-Z.\-]")
SHORTEST_CODE, LONGEST_CODE, SHORTEST_LOOKUP = 4, 40, 2
MOST_STEPS = 5


@dataclass(frozen=True, slots=True)
class LookUp:
    """``dossier`` once found; ``wait_s`` how long to pause after many wrong codes."""

    asking: Asking = "typing"
    dossier: DossierView | None = None
    wait_s: int = 0


@dataclass(frozen=True, slots=True)
class CodeProps:
    typed: str = ""
    code: str = ""
    """The dossier whose look-up code is being typed; empty while its own code is."""
    asking: str = "typing"
    can_ask: bool = False
    scans: bool = False
    wait_s: int = 0


@dataclass(frozen=True, slots=True)
class StepRow:
    day: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class DossierProps:
    code: str = ""
    state: str = ""
    tone: str = ""
    next: str = ""
    note: str = ""
    procedure: str = ""
    agency: str = ""
    owner: str = ""
    received: str = ""
    due: str = ""
    as_of: str = ""
    purpose: str = ""
    prints: bool = False
    steps: tuple[StepRow, ...] = ()


def as_code(text: str) -> str:
    """Return what of ``text`` may stand in a dossier's code."""
    return CODE_LETTERS.sub("", text.upper())[:LONGEST_CODE]


def derive_code(look_up: LookUp, visit: Visit, scans: bool) -> CodeProps:
    code = visit.dossier if visit.page == "lookup" else ""
    enough = len(visit.typed) >= (SHORTEST_LOOKUP if code else SHORTEST_CODE)
    able = enough and look_up.asking != "asking" and look_up.wait_s == 0
    return CodeProps(visit.typed, code, look_up.asking, able, scans, look_up.wait_s)


def derive_dossier(look_up: LookUp, hall: Hall, language: str, prints: bool) -> DossierProps:
    """``prints``: a slip can be printed now."""
    dossier = look_up.dossier
    if dossier is None:
        return DossierProps()
    state = words_of(dossier.state)
    read_at = moment(dossier.as_of)
    return DossierProps(
        code=dossier.code,
        state=say(state.name, language),
        tone=state.tone,
        next=say(state.next, language),
        note=dossier.note,
        procedure=dossier.procedure,
        agency=dossier.agency,
        owner=dossier.owner,
        received=day(dossier.received_at),
        due=day(dossier.due_at),
        as_of=read_at.strftime("%H:%M %d/%m/%Y") if read_at else "",
        purpose=_purpose(state.purpose, hall),
        prints=prints,
        steps=tuple(StepRow(day(one.at), one.text) for one in dossier.steps[-MOST_STEPS:]),
    )


def _purpose(wanted: str | None, hall: Hall) -> str:
    """Return ``wanted`` where the centre has a line for it."""
    there = {purpose for service in hall.services for purpose in service.purposes}
    if wanted == "supplement" and wanted not in there:
        wanted = "submit"
    return wanted if wanted in there else ""
