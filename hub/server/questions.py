"""Answers to ``get``: questions that change nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Annotated, Any, Final, TypeVar

import msgspec
import structlog
from msgspec import Meta, Struct

from config.model import DossierSource as SourceSettings
from config.model import Procedure
from hub.domain.rules import Rules
from hub.dossiers.masking import masked_code, masked_name
from hub.dossiers.source import Dossier, DossierSource, SourceAway
from hub.ledger.audit import Page, Sought
from hub.ledger.views import iso
from hub.messages.frames import Get, Role
from hub.messages.views import AuditRow, BoardRow, DossierStep, DossierView, TicketView
from hub.server.cut import cut_ticket, ticket_data
from hub.server.refusals import NotDone
from hub.server.roles import MAY_ASK
from hub.server.writer import Writer
from hub.store.errors import StoreFailed

log = structlog.get_logger(__name__)

SOURCE_DEADLINE_S: Final = 3.0
AUDIT_PAGE: Final = 500
AUDIT_PAGES: Final = 40
"""At most so many pages of the log are looked through for one question, some milliseconds each."""
LAST_SEQ: Final = 2**62
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

    before_seq: Annotated[int, Meta(ge=1)] | None = None
    limit: Annotated[int, Meta(ge=1, le=200)] = 50
    ticket: str = ""
    counter: str = ""
    station: str = ""


class Questions:
    """What a station may ask. ``rules`` gives the centre's present configuration."""

    def __init__(
        self,
        writer: Writer,
        rules: Callable[[], Rules],
        source: DossierSource,
        procedures: Sequence[Procedure],
    ) -> None:
        self._writer = writer
        self._rules = rules
        self.use(source, procedures)

    def use(self, source: DossierSource, procedures: Sequence[Procedure]) -> None:
        """Answer from these from now on."""
        self._source = source
        catalogue = {"procedures": [each.model_dump(mode="json") for each in procedures]}
        self._catalogue = msgspec.Raw(msgspec.json.encode(catalogue))

    async def answer(self, role: Role, question: Get) -> Any:
        """Return the answer's data. Raises NotDone."""
        if question.what not in ASKS:
            raise NotDone("unknown_command", f"Hệ thống không biết câu hỏi {question.what[:40]!r}.")
        if question.what not in MAY_ASK[role]:
            raise NotDone("not_allowed")
        try:
            asked = msgspec.convert(question.args, ASKS[question.what])
        except msgspec.ValidationError as error:
            raise NotDone("bad_request", f"Câu hỏi không đúng dạng ({error}).") from error
        match asked:
            case AskDossier():
                return await self._dossier(asked)
            case AskTicket():
                return await self._ticket(role, asked)
            case AskAudit():
                return await self._audit(asked)
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

    async def _audit(self, asked: AskAudit) -> dict[str, Any]:
        """Page by page, so that commands come in between; a rare row may take several questions."""
        sought = Sought(asked.ticket, asked.counter, asked.station)
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

    # dossiers --------------------------------------------------------------------------------------

    async def _dossier(self, asked: AskDossier) -> Any:
        """A wrong look-up code is answered like an unknown dossier: it tells nothing."""
        dossier, as_of = await self._from_source(lambda: self._source.find(asked.code))
        if dossier is None or not self._may_look_up(dossier, asked.lookup):
            raise NotDone("unknown_dossier")
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
        return lookup.strip().upper() == dossier.lookup_code.upper()

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


ASKS: Final[Mapping[str, type[AskAudit | AskDossier | AskNothing | AskTicket]]] = {
    "dossier": AskDossier,
    "dossier_board": AskNothing,
    "catalogue": AskNothing,
    "ticket": AskTicket,
    "audit": AskAudit,
}
"""What may be asked → the record of its arguments."""
