"""The one way to the ledger: gathers what arrives while a write is on its way into the next write.

The ledger blocks, so it has a thread of its own; nothing else touches it.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import structlog

from hub.errors import HubError
from hub.ledger.ledger import Done, Ledger, Outcome, Request, refused
from hub.messages.frames import Ev
from hub.store.errors import Fenced

log = structlog.get_logger(__name__)

LARGEST_BATCH: Final = 128
_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True)
class _Question:
    ask: Callable[[Ledger], Any]
    then: Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class _Item:
    work: Request | _Question | None
    answer: asyncio.Future[Any]


class Writer:
    """``publish`` hears the news of each write, after it is durable and before anyone is answered."""

    def __init__(
        self, ledger: Ledger, thread: ThreadPoolExecutor, publish: Callable[[list[Ev]], None]
    ) -> None:
        self._ledger = ledger
        self._thread = thread
        self._publish = publish
        self._inbox: deque[_Item] = deque()
        self._arrived = asyncio.Event()

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

    async def _put(self, work: Request | _Question | None) -> Any:
        item = _Item(work, asyncio.get_running_loop().create_future())
        self._inbox.append(item)
        self._arrived.set()
        return await item.answer

    async def run(self) -> None:
        """Serve until cancelled. Raises Fenced: another hub owns the data."""
        while True:
            while not self._inbox:
                self._arrived.clear()
                await self._arrived.wait()
            item = self._inbox.popleft()
            if isinstance(item.work, _Question):
                await self._answer_question(item, item.work)
            else:
                await self._write(self._gather(item))

    def _gather(self, first: _Item) -> list[_Item]:
        """Return ``first`` and the commands already waiting behind it, up to the next question."""
        items = [first]
        while self._inbox and len(items) < LARGEST_BATCH and not isinstance(self._inbox[0].work, _Question):
            items.append(self._inbox.popleft())
        return items

    async def _write(self, items: list[_Item]) -> None:
        requests = [item.work for item in items if isinstance(item.work, Request)]
        done = await self._in_thread(lambda: self._execute(requests))
        self._publish(done.news)
        outcomes = iter(done.outcomes)
        for item in items:
            result = next(outcomes) if isinstance(item.work, Request) else None
            if not item.answer.done():
                item.answer.set_result(result)

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
        if not item.answer.done():
            question.then(result)
            item.answer.set_result(result)

    async def _in_thread(self, work: Callable[[], _Result]) -> _Result:
        return await asyncio.get_running_loop().run_in_executor(self._thread, work)


def _together(parts: list[Done]) -> Done:
    outcomes = [outcome for part in parts for outcome in part.outcomes]
    return Done(outcomes, [news for part in parts for news in part.news])
