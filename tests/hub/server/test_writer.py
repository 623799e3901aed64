"""The one way to the ledger: what arrives together is written together."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from hub.domain.rules import Actor
from hub.ledger.ledger import Done, Outcome, Request
from hub.messages.commands import CallNext
from hub.server.tally import Tally
from hub.server.writer import QuestionFailed, Writer

CLERKS = 4


class Book:
    """A ledger that notes how many commands each write held."""

    def __init__(self) -> None:
        self.writes: list[int] = []

    def execute(self, requests: Sequence[Request]) -> Done:
        self.writes.append(len(requests))
        return Done([Outcome(seq=1) for _ in requests], [])


async def busy(writer: Writer, name: str) -> None:
    """Send the next command as soon as the last is answered."""
    for turn in range(5):
        await writer.send(Request(Actor("counter", name), f"{name}-{turn}", CallNext()))


async def rush(book: Any, linger_s: float) -> None:
    with ThreadPoolExecutor(1) as thread:
        writer = Writer(book, thread, lambda news: None, Tally(), linger_s)
        running = asyncio.ensure_future(writer.run())
        await asyncio.gather(*(busy(writer, f"q{number}") for number in range(CLERKS)))
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)


def test_in_a_rush_those_just_answered_come_into_the_next_write_too() -> None:
    book = Book()
    asyncio.run(rush(book, linger_s=0.5))
    assert max(book.writes) == CLERKS
    assert sum(book.writes) == CLERKS * 5


def test_nobody_waits_for_whoever_does_not_come() -> None:
    book = Book()
    asyncio.run(rush(book, linger_s=0))
    assert sum(book.writes) == CLERKS * 5


async def ask_badly(book: Any) -> tuple[Exception, str]:
    def badly(ledger: Any) -> None:
        raise OverflowError("too big")

    with ThreadPoolExecutor(1) as thread:
        writer = Writer(book, thread, lambda news: None, Tally())
        running = asyncio.ensure_future(writer.run())
        with pytest.raises(QuestionFailed) as failed:
            await writer.ask(badly)
        after = await writer.ask(lambda ledger: "answered")
        running.cancel()
        await asyncio.gather(running, return_exceptions=True)
        return failed.value, after


def test_a_question_the_ledger_cannot_answer_stops_nobody_else() -> None:
    failure, after = asyncio.run(ask_badly(Book()))
    assert "too big" in str(failure)
    assert after == "answered"
