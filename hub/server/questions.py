"""Answers to ``get``: questions that change nothing."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from hmac import compare_digest
from pathlib import Path
from typing import Annotated, Any, Final, TypeVar

import msgspec
import structlog
from msgspec import Meta, Struct

from config.appointments import Appointment, plain_code
from config.model import DossierSource as SourceSettings
from config.model import Procedure
from hub.domain.appointments import Standing, standing
from hub.domain.rules import Actor, Rules
from hub.dossiers.fields import plain_code as plain_dossier_code
from hub.dossiers.masking import masked_code, masked_name
from hub.dossiers.source import Dossier, DossierSource, SourceAway
from hub.ledger.audit import Page, Sought
from hub.ledger.views import iso
from hub.messages.frames import Get, Role
from hub.messages.views import AppointmentView, AuditRow, BoardRow, DossierStep, DossierView, TicketView
from hub.server.cut import cut_ticket, ticket_data
from hub.server.misses import Misses, Patience
from hub.server.photos import photo_of
from hub.server.refusals import NotDone, why_malformed
from hub.server.roles import MAY_ASK, STAFF
from hub.server.writer import Writer
from hub.store.errors import StoreFailed

log = structlog.get_logger(__name__)

SOURCE_DEADLINE_S: Final = 3.0
AUDIT_PAGE: Final = 500
AUDIT_PAGES: Final = 40
"""At most so many pages of the log are looked through for one question, some milliseconds each."""
FITS: Final[Mapping[Standing, int]] = {"open": 0, "early": 1, "late": 1, "used": 2}
LOOKUPS: Final = Patience(free=3, first_s=5, longest_s=300, forgiven_after_s=300)
"""Of one device about one dossier."""
CODES: Final = Patience(free=6, first_s=3, longest_s=60, forgiven_after_s=20)
"""Unknown appointments at one device, whoever stands before it."""
LAST_SEQ: Final = 2**62
"""No log reaches it, and every store can still count so far."""
_Result = TypeVar("_Result")


class AskDossier(Struct, frozen=True, forbid_unknown_fields=True):
    code: str
    lookup: str = ""


class AskNothing(Struct, frozen=True, forbid_unknown_fields=True):
    pass


class AskTicket(Struct, frozen=True, forbid_unknown_fields=True):
    """By the secret of the citizen's page (``link``), or by ``id``."""

    link: str = ""
    id: str = ""


class AskAudit(Struct, frozen=True, forbid_unknown_fields=True):
    """The log backwards from ``before_seq``, else from its end; only rows that fit the other words."""

    before_seq: Annotated[int, Meta(ge=1, le=LAST_SEQ)] | None = None
    limit: Annotated[int, Meta(ge=1, le=200)] = 50
    ticket: str = ""
    counter: str = ""
    station: str = ""
    ev: str = ""


class AskAppointment(Struct, frozen=True, forbid_unknown_fields=True):
    """By its code, or by the number of the citizen's card."""

    code: Annotated[str, Meta(max_length=64)] = ""
    citizen_id: Annotated[str, Meta(max_length=12)] = ""


class AskClerkPhoto(Struct, frozen=True, forbid_unknown_fields=True):
    clerk: str


class Questions:
    """What a station may ask. ``rules`` gives the centre's present configuration."""

    def __init__(
        self,
        writer: Writer,
        rules: Callable[[], Rules],
        source: DossierSource,
        procedures: Sequence[Procedure],
        directory: Path = Path(),
        monotonic_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self._writer = writer
        self._rules = rules
        self._directory = directory
        self._codes = Misses(CODES, monotonic_s)
        self._lookups = Misses(LOOKUPS, monotonic_s)
        self.use(source, procedures)

    def use(self, source: DossierSource, procedures: Sequence[Procedure]) -> None:
        """Answer from these from now on."""
        self._source = source
        catalogue = {"procedures": [each.model_dump(mode="json") for each in procedures]}
        self._catalogue = msgspec.Raw(msgspec.json.encode(catalogue))

    async def answer(self, actor: Actor, question: Get) -> Any:
        """Return the answer's data. Raises NotDone."""
        role = actor.role
        if question.what not in ASKS:
            raise NotDone("unknown_command", f"Hệ thống không biết câu hỏi “{question.what[:40]}”.")
        if question.what not in MAY_ASK[role]:
            raise NotDone("not_allowed")
        try:
            asked = msgspec.convert(question.args, ASKS[question.what])
        except msgspec.ValidationError as error:
            raise NotDone("bad_request", why_malformed(error, "Câu hỏi")) from error
        match asked:
            case AskDossier():
                return await self._dossier(actor, asked)
            case AskAppointment():
                return await self._appointment(actor, asked)
            case AskTicket():
                return await self._ticket(role, asked)
            case AskAudit():
                return await self._audit(asked)
            case AskClerkPhoto():
                return await self._photo(asked.clerk)
            case _:
                return await self._board() if question.what == "dossier_board" else self._catalogue

    async def _ticket(self, role: Role, asked: AskTicket) -> dict[str, Any]:
        found: TicketView | None = await self._writer.ask(
            lambda ledger: ledger.ticket(id=asked.id, token=asked.link)
        )
        if found is None:
            raise NotDone("unknown_ticket")
        cut = cut_ticket(found, role)
        return {
            "ticket": ticket_data(msgspec.structs.replace(cut, ahead=found.ahead, estimate=found.estimate))
        }

    async def _photo(self, clerk: str) -> dict[str, str]:
        found = next((one for one in self._rules().hall.clerks if one.id == clerk), None)
        return await asyncio.to_thread(photo_of, found, self._directory)

    async def _audit(self, asked: AskAudit) -> dict[str, Any]:
        """Page by page, so that commands come in between; a rare row may take several questions."""
        sought = Sought(asked.ticket, asked.counter, asked.station, asked.ev)
        rows: list[AuditRow] = []
        before_seq: int | None = asked.before_seq or LAST_SEQ
        for _ in range(AUDIT_PAGES):
            if len(rows) >= asked.limit or before_seq is None:
                break
            page = await self._page_before(before_seq)
            rows += filter(sought.fits, page.rows)
            before_seq = page.before_seq
        if len(rows) > asked.limit:
            rows = rows[: asked.limit]
            before_seq = rows[-1].seq
        return {"rows": msgspec.to_builtins(rows), "before_seq": before_seq}

    async def _page_before(self, seq: int) -> Page:
        try:
            return await self._writer.ask(lambda ledger: ledger.history(seq, AUDIT_PAGE))
        except StoreFailed as error:
            log.error("audit unreadable", why=error.why)
            raise NotDone("internal") from error

    async def _appointment(self, actor: Actor, asked: AskAppointment) -> dict[str, Any]:
        """Tell an appointment of the centre's list; what the list does not know is ``unknown``."""
        if bool(asked.code) == bool(asked.citizen_id):
            raise NotDone("bad_request", "Hãy hỏi bằng mã hẹn hoặc bằng số căn cước.")
        self._codes.check(actor)
        found = await self._booked(asked)
        if found is None:
            if actor.role not in STAFF:
                self._codes.missed(actor)
            return {"code": asked.code, "state": "unknown"}
        rules = self._rules()
        view = AppointmentView(
            code=found[0].code,
            service=found[0].service,
            begins=iso(found[0].begins, rules),
            ends=iso(found[0].ends, rules),
            state=found[1],
            name=masked_name(found[0].name),
        )
        told: dict[str, Any] = msgspec.to_builtins(view)
        return told

    async def _booked(self, asked: AskAppointment) -> tuple[Appointment, Standing] | None:
        """Return the one asked for; of a citizen's several the one that fits this moment best."""
        rules = self._rules()
        booked = rules.appointments or {}
        if asked.code:
            wanted = [booked[code]] if (code := plain_code(asked.code)) in booked else []
        else:
            wanted = [each for each in booked.values() if each.citizen_id == asked.citizen_id]
        codes = [plain_code(each.code) for each in wanted]
        used, now = await self._writer.ask(lambda ledger: ledger.numbered(codes))
        standings = [
            (each, standing(each, rules, now, used=taken)) for each, taken in zip(wanted, used, strict=True)
        ]
        return min(standings, key=lambda pair: _fit(pair, now), default=None)

    # dossiers --------------------------------------------------------------------------------------

    async def _dossier(self, actor: Actor, asked: AskDossier) -> Any:
        """A wrong look-up code is answered like an unknown dossier, and slowed like one: it tells nothing."""
        tried = actor, plain_dossier_code(asked.code)
        self._codes.check(actor)
        self._lookups.check(tried)
        dossier, as_of = await self._from_source(lambda: self._source.find(asked.code))
        if dossier is None or not (actor.role in STAFF or self._may_look_up(dossier, asked.lookup)):
            if actor.role not in STAFF and (asked.lookup or not self._settings.ask_lookup_code):
                self._lookups.missed(tried)
                self._codes.missed(actor)
            raise NotDone("unknown_dossier")
        self._lookups.hit(tried)
        view = DossierView(
            code=dossier.code,
            state=dossier.state,
            procedure=dossier.procedure,
            agency=dossier.agency,
            owner=masked_name(dossier.owner),
            received_at=dossier.received_at,
            due_at=dossier.due_at,
            note=dossier.note,
            steps=[DossierStep(at=step.at, text=step.text) for step in dossier.steps],
            as_of=iso(as_of, self._rules()),
        )
        return msgspec.to_builtins(view)

    def _may_look_up(self, dossier: Dossier, lookup: str) -> bool:
        if not self._settings.ask_lookup_code or not dossier.lookup_code:
            return True
        given, wanted = lookup.strip().upper(), dossier.lookup_code.upper()
        return compare_digest(given.encode(), wanted.encode())

    async def _board(self) -> dict[str, Any]:
        states = self._settings.board_states
        dossiers, as_of = await self._from_source(lambda: self._source.on_board(states))
        rows = [
            BoardRow(code=masked_code(each.code), state=each.state, due_at=each.due_at, agency=each.agency)
            for each in dossiers
        ]
        return {"rows": msgspec.to_builtins(rows), "as_of": iso(as_of, self._rules())}

    @property
    def _settings(self) -> SourceSettings:
        return self._rules().hall.dossiers

    async def _from_source(self, ask: Callable[[], tuple[_Result, datetime]]) -> tuple[_Result, datetime]:
        try:
            async with asyncio.timeout(SOURCE_DEADLINE_S):
                return await asyncio.to_thread(ask)
        except (SourceAway, TimeoutError) as error:
            log.warning("dossier source away", why=str(error) or "no answer in time")
            raise NotDone("source_away") from error


def _fit(pair: tuple[Appointment, Standing], now: datetime) -> tuple[int, float]:
    appointment, stands = pair
    return FITS[stands], abs((appointment.begins - now).total_seconds())


_Ask = AskAppointment | AskAudit | AskClerkPhoto | AskDossier | AskNothing | AskTicket
ASKS: Final[Mapping[str, type[_Ask]]] = {
    "dossier": AskDossier,
    "dossier_board": AskNothing,
    "catalogue": AskNothing,
    "ticket": AskTicket,
    "appointment": AskAppointment,
    "audit": AskAudit,
    "clerk_photo": AskClerkPhoto,
}
"""What may be asked → the record of its arguments."""
