"""The one way to the ledger: gathers what arrives while a write is on its way into the next write.

The ledger blocks, so it has a thread of its own; nothing else touches it.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import structlog

from hub.errors import HubError
from hub.ledger.ledger import Done, Ledger, Outcome, Request, refused
from hub.messages.frames import Ev
from hub.server.tally import Tally
from hub.store.errors import Fenced

log = structlog.get_logger(__name__)

LARGEST_BATCH: Final = 128
LINGER_S: Final = 0.003
"""Right after a write of several, so long the next waits at most for those just answered to ask again."""
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class _Question:
    ask: Callable[[Ledger], Any]
    then: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Item:
    work: Request | _Question | None
    answer: asyncio.Future[Any]


class HubStopping(HubError):
    """Nothing is carried out any more."""


class QuestionFailed(HubError):
    """The ledger could not answer; nothing changed, and the next question may do."""


class Writer:
    """``publish`` hears the news of each write, after it is durable and before anyone is answered."""

    def __init__(
        self,
        ledger: Ledger,
        thread: ThreadPoolExecutor,
        publish: Callable[[list[Ev]], None],
        tally: Tally,
        linger_s: float = LINGER_S,
    ) -> None:
        self._ledger = ledger
        self._thread = thread
        self._publish = publish
        self._tally = tally
        self._linger_s = linger_s
        self._in_hand: list[_Item] = []
        self.stopped = False
        self._inbox: deque[_Item] = deque()
        self._arrived = asyncio.Event()
        self._wanted, self._lingers_until_s = 0, 0.0
        self._enough = asyncio.Event()

    async def send(self, request: Request) -> Outcome:
        outcome: Outcome = await self._put(request)
        return outcome

    async def tick(self) -> None:
        """Do what time alone makes due."""
        await self._put(None)

    async def ask(
        self, question: Callable[[Ledger], _Result], then: Callable[[_Result], None] | None = None
    ) -> _Result:
        """Ask the ledger between two writes; ``then`` runs in the event loop before the next write's news."""
        result: _Result = await self._put(_Question(question, then or (lambda result: None)))
        return result

    @property
    def waiting(self) -> int:
        return len(self._inbox)

    async def _put(self, work: Request | _Question | None) -> Any:
        if self.stopped:
            raise HubStopping("the hub stops")
        item = _Item(work, asyncio.get_running_loop().create_future())
        self._inbox.append(item)
        self._arrived.set()
        if len(self._inbox) >= self._wanted:
            self._enough.set()
        return await item.answer

    async def run(self) -> None:
        """Serve until cancelled; whoever still waits then hears HubStopping.

        Raises Fenced: another hub owns the data; StoreUnusable: it cannot be read any more.
        """
        try:
            while True:
                await self._next()
        finally:
            self.stopped = True
            for item in (*self._in_hand, *self._inbox):
                if not item.answer.done():
                    item.answer.set_exception(HubStopping("the hub stops"))
                    item.answer.exception()  # its waiter may have gone

    async def _next(self) -> None:
        while not self._inbox:
            self._arrived.clear()
            await self._arrived.wait()
        await self._linger()
        item = self._inbox.popleft()
        if isinstance(item.work, _Question):
            self._in_hand = [item]
            await self._answer_question(item, item.work)
        else:
            self._in_hand = self._gather(item)
            await self._write(self._in_hand)

    async def _linger(self) -> None:
        """In a rush, let the half of the hall that was just answered into the next write too.

        Else the two halves take turns, and every write and every station's news are paid for twice as often.
        """
        if len(self._inbox) < self._wanted:
            self._enough.clear()
            with suppress(TimeoutError):
                async with asyncio.timeout_at(self._lingers_until_s):
                    await self._enough.wait()
        self._wanted = 0

    def _gather(self, first: _Item) -> list[_Item]:
        """Return ``first`` and the commands already waiting behind it, up to the next question."""
        items = [first]
        while self._inbox and len(items) < LARGEST_BATCH and not isinstance(self._inbox[0].work, _Question):
            items.append(self._inbox.popleft())
        return items

    async def _write(self, items: list[_Item]) -> None:
        requests = [item.work for item in items if isinstance(item.work, Request)]
        begun_s = asyncio.get_running_loop().time()
        done = await self._in_thread(lambda: self._execute(requests))
        ended_s = asyncio.get_running_loop().time()
        if requests:
            self._count(requests, done, ended_s - begun_s)
        if len(requests) > 1:
            self._wanted, self._lingers_until_s = len(requests) + len(self._inbox), ended_s + self._linger_s
        outcomes = iter(done.outcomes)
        for item in items:
            result = next(outcomes) if isinstance(item.work, Request) else None
            if not item.answer.done():
                item.answer.set_result(result)
        # Whoever waits for an answer wakes in the loop's next turn, when the news is in the outboxes already:
        # so a station hears the news first, and both in one write.
        self._publish(done.news)

    def _count(self, requests: list[Request], done: Done, taken_s: float) -> None:
        self._tally.wrote(taken_s)
        outcomes = [outcome.err.code if outcome.err else "ok" for outcome in done.outcomes]
        for request, outcome in zip(requests, outcomes, strict=True):
            self._tally.commands[request.command.wire_name, outcome] += 1
        self._tally.failed_writes += "store_failed" in outcomes

    def _execute(self, requests: list[Request]) -> Done:
        try:
            return self._ledger.execute(requests)
        except Fenced:
            raise
        except Exception:
            log.exception("a command failed")
            self._ledger.reload()
        if len(requests) <= 1:
            return Done([refused("internal") for _ in requests], [])
        return _together([self._execute([request]) for request in requests])

    async def _answer_question(self, item: _Item, question: _Question) -> None:
        if item.answer.done():
            return
        try:
            result = await self._in_thread(lambda: question.ask(self._ledger))
        except HubError as error:
            item.answer.set_exception(error)
            return
        except Exception as error:
            log.exception("a question failed")
            item.answer.set_exception(QuestionFailed(str(error)))
            return
        if not item.answer.done():
            question.then(result)
            item.answer.set_result(result)

    async def _in_thread(self, work: Callable[[], _Result]) -> _Result:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)


def _together(parts: list[Done]) -> Done:
    outcomes = [outcome for part in parts for outcome in part.outcomes]
    return Done(outcomes, [news for part in parts for news in part.news])
