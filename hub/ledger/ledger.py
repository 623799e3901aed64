"""Carries commands out: decide, apply, write, and only then tell. Lives in one thread, which it blocks."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

import msgspec
import structlog

from hub.domain import events as ev
from hub.domain.apply import apply
from hub.domain.day import due
from hub.domain.decide import decide
from hub.domain.estimate import ahead_of_ticket
from hub.domain.refusal import Refusal
from hub.domain.rules import HUB_ITSELF, Actor, Context, Rules
from hub.domain.state import State, Ticket
from hub.ledger.audit import Page, page_of
from hub.ledger.news import news_of
from hub.ledger.views import hall_state, owners_ticket_view, service_view, ticket_view
from hub.messages import commands as cmd
from hub.messages.errors import RETRY_CODES, SENTENCES
from hub.messages.frames import Err, Ev
from hub.messages.views import Estimate, HallState, ServiceView, TicketView
from hub.store.errors import Fenced, StoreFailed
from hub.store.records import Answer, Batch, Store

log = structlog.get_logger(__name__)

NEWS_KEPT: Final = 500
"""So many of the last events can be told again to a station that comes back."""
ANSWERS_KEPT: Final = timedelta(days=3)


@dataclass(frozen=True, slots=True)
class Request:
    """A command as it came through the door: who sent it and under which key."""

    actor: Actor
    key: str
    command: cmd.Command


class Outcome(msgspec.Struct, frozen=True, omit_defaults=True):
    """The answer to one request: ``err``, or ``seq`` of the last event it made and the answer's data."""

    err: Err | None = None
    seq: int | None = None
    ticket: TicketView | None = None
    reason: str = ""


def refused(code: str, text: str = "") -> Outcome:
    return Outcome(err=Err(code=code, text=text or SENTENCES[code], retry=code in RETRY_CODES))


KEY_REUSED: Final = refused("bad_request", "Khóa của lệnh này đã dùng cho một lệnh khác.")


@dataclass(frozen=True, slots=True)
class Done:
    """What one batch came to, after it was written: an outcome per request, and the news for everyone."""

    outcomes: list[Outcome]
    news: list[Ev]


class Ledger:
    """Owns the state. ``now`` is the business clock (UTC)."""

    def __init__(
        self, store: Store, rules: Rules, now: Callable[[], datetime], new_token: Callable[[], str]
    ) -> None:
        self._store = store
        self._rules = rules
        self._now = now
        self._new_token = new_token
        self._batch = Batch()
        self._news: list[Ev] = []
        self._state = State()
        self._views: dict[str, TicketView] = {}
        self.reload()

    @property
    def epoch(self) -> str:
        return self._store.epoch

    @property
    def seq(self) -> int:
        return self._state.seq

    def reload(self) -> None:
        """Take the state from the store again, as after a failed write."""
        self._state, self._views = State(), {}
        for recorded in self._store.day_so_far():
            apply(self._state, recorded)

    def recent_news(self) -> list[Ev]:
        """Return the last events of the day as they were told, for stations that resume."""
        recent = deque(self._store.day_so_far(), maxlen=NEWS_KEPT)
        state, news = State(), []
        first = recent[0].seq if recent else 0
        for recorded in self._store.day_so_far():
            before = _ticket_of(state, recorded.event)
            apply(state, recorded)
            if recorded.seq >= first:
                news.append(news_of(recorded, before, state, self._rules))
        return news

    # commands --------------------------------------------------------------------------------------

    def execute(self, requests: Sequence[Request]) -> Done:
        """Carry ``requests`` out in their order as one write; with none, do what time alone makes due.

        If the write fails every request is answered ``store_failed`` and the state is as before.

        Raises Fenced: another hub owns the data; this one must stop.
        """
        self._batch, self._news = Batch(), []
        try:
            self._pass_time(self._now())
            outcomes = [self._carry_out(request) for request in requests]
            if not self._batch.empty:
                self._store.commit(self._batch)
        except Fenced:
            raise
        except StoreFailed as error:
            log.error("store failed", why=error.why)
            self.reload()
            return Done([refused("store_failed") for _ in requests], [])
        return Done(outcomes, self._news)

    def _pass_time(self, now: datetime) -> None:
        events = due(self._state, self._context(HUB_ITSELF, now))
        for event in events:
            self._record(event, HUB_ITSELF, now)
        if any(isinstance(event, ev.DayBegan) for event in events):
            self._forget(now)

    def _forget(self, now: datetime) -> None:
        days = self._rules.hall.privacy.retention_days
        retention = timedelta(days=days) if days else None
        self._store.forget_answers(now - min(ANSWERS_KEPT, retention or ANSWERS_KEPT))
        if retention and (erased := self._store.erase_personal(now - retention)):
            log.info("personal fields erased", fields=erased, older_than_days=days)

    def _carry_out(self, request: Request) -> Outcome:
        asked = _asked(request.command)
        known = self._known_answer(request)
        if known is not None:
            return msgspec.json.decode(known.body, type=Outcome) if known.asked == asked else KEY_REUSED
        now = self._now()
        outcome = self._decide(request, now)
        body = msgspec.json.encode(outcome)
        device = str(request.actor)
        self._batch.answers[device, request.key] = Answer(device, request.key, now, asked, body)
        return outcome

    def _known_answer(self, request: Request) -> Answer | None:
        device = str(request.actor)
        return self._batch.answers.get((device, request.key)) or self._store.answer(device, request.key)

    def _decide(self, request: Request, now: datetime) -> Outcome:
        decided = decide(self._state, request.command, self._context(request.actor, now))
        if isinstance(decided, Refusal):
            return refused(decided.code, decided.text)
        for event in decided:
            self._record(event, request.actor, now)
        return self._answer(request, decided)

    def _record(self, event: ev.Event, actor: Actor, now: datetime) -> None:
        recorded = ev.Recorded(self._state.seq + 1, now, str(actor), event)
        before = _ticket_of(self._state, event)
        apply(self._state, recorded)
        self._batch.events.append(recorded)
        after = _ticket_of(self._state, event)
        if after is not None:
            self._batch.tickets[after.id] = after
        news = news_of(recorded, before, self._state, self._rules)
        if news.changed.day is not None:
            self._views.clear()
        self._views.update((view.id, view) for view in news.changed.tickets)
        self._news.append(news)

    def _answer(self, request: Request, decided: Sequence[ev.Event]) -> Outcome:
        last = decided[-1] if decided else None
        ticket = _ticket_of(self._state, last) if last is not None else None
        if ticket is None:
            return Outcome(seq=self._state.seq)
        if isinstance(request.command, cmd.IssueTicket):
            return Outcome(seq=self._state.seq, ticket=self._as_issued(ticket))
        view = msgspec.structs.replace(self._views[ticket.id], link=None)
        return Outcome(seq=self._state.seq, ticket=view, reason=getattr(last, "reason", ""))

    def _as_issued(self, ticket: Ticket) -> TicketView:
        """Return the view for the ticket's paper: the wait it tells is the one it was issued with."""
        return msgspec.structs.replace(
            self._views[ticket.id],
            ahead=ahead_of_ticket(self._state, self._rules, ticket, self._now()),
            estimate=Estimate(ticket.likely_s, ticket.at_most_s),
        )

    def _context(self, actor: Actor, now: datetime) -> Context:
        return Context(now, actor, self._rules, self._new_token, self._store.numbers_of)

    # questions -------------------------------------------------------------------------------------

    def use(self, rules: Rules) -> None:
        """From now on decide by ``rules``: the centre's configuration was changed."""
        self._rules = rules
        self._views.clear()

    def snapshot(self, *, tickets: bool = True) -> tuple[int, HallState]:
        """Return the last seq and everything; without ``tickets`` only what is cheap to tell."""
        state = hall_state(self._state, self._rules, self._now())
        if tickets:
            state = msgspec.structs.replace(state, tickets=self._ticket_views())
        return self._state.seq, state

    def _ticket_views(self) -> list[TicketView]:
        for ticket in self._state.tickets.values():
            if ticket.id not in self._views:
                self._views[ticket.id] = ticket_view(ticket, self._rules)
        return [self._views[ticket] for ticket in self._state.tickets]

    def numbered(self, appointments: Sequence[str]) -> tuple[list[bool], datetime]:
        """Return which appointments (plain codes) have a ticket of today, and the business time."""
        return [code in self._state.appointments for code in appointments], self._now()

    def history(self, before_seq: int, most: int) -> Page:
        """Return a page of the log, newest first. Raises StoreFailed."""
        return page_of(self._store, before_seq, most, self._rules)

    def services(self) -> list[ServiceView]:
        now = self._now()
        return [service_view(service, self._state, self._rules, now) for service in self._rules.services]

    def ticket(self, *, id: str = "", token: str = "") -> TicketView | None:
        """Return today's ticket by its id or by its page's secret, as its owner may see it."""
        ticket = self._state.tickets.get(self._state.by_token.get(token, "") if token else id)
        return self._owners_view(ticket) if ticket is not None else None

    def _owners_view(self, ticket: Ticket) -> TicketView:
        return owners_ticket_view(self._state, ticket, self._rules, self._now())


def _ticket_of(state: State, event: ev.Event) -> Ticket | None:
    return state.tickets.get(getattr(event, "ticket", ""))


def _asked(command: cmd.Command) -> str:
    """Return what identifies a command, without keeping its words."""
    digest = hashlib.blake2b(msgspec.json.encode(command), digest_size=12).hexdigest()
    return f"{command.wire_name}:{digest}"
