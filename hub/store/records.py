"""What goes in and out of a store, and the seam a store fills."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from hub.domain.events import Recorded
from hub.domain.state import Ticket


@dataclass(frozen=True, slots=True)
class Answer:
    """The first answer to a key. ``asked`` identifies the command, so a key is not used for two."""

    device: str
    key: str
    at: datetime
    asked: str
    body: bytes


@dataclass(slots=True)
class Batch:
    """Everything one commit writes; all of it or nothing."""

    events: list[Recorded] = field(default_factory=list)
    tickets: dict[str, Ticket] = field(default_factory=dict)
    answers: dict[tuple[str, str], Answer] = field(default_factory=dict)

    @property
    def empty(self) -> bool:
        return not self.events and not self.answers


class Store(Protocol):
    """The history of one centre, owned by one hub at a time. Called from one thread."""

    @property
    def epoch(self) -> str:
        """Names this log; stations resume within it, over restarts of the hub."""

    def commit(self, batch: Batch) -> None:
        """Write ``batch`` durably. Raises StoreFailed: nothing of it was written."""

    def day_so_far(self) -> Iterator[Recorded]:
        """Yield the events from the last ``day_began`` on."""

    def read(self, after_seq: int) -> Iterator[Recorded]: ...

    def history(self, before_seq: int, most: int) -> list[Recorded]:
        """Return the ``most`` last events before ``before_seq``, newest first."""

    def numbers_and_services(self, tickets: Collection[str]) -> Mapping[str, tuple[str, str]]:
        """Return the number on each ticket's paper and the service it was issued for, by the ticket's id."""

    def answer(self, device: str, key: str) -> Answer | None: ...

    def numbers_of(self, day: str) -> Mapping[str, int]:
        """Return the highest number given per service on ``day``."""

    def forget_answers(self, before: datetime) -> None: ...

    def erase_personal(self, before: datetime) -> int:
        """Erase the personal fields of events before a time; return how many."""

    def tickets(self) -> Iterator[Sequence[object]]:
        """Yield the ticket projection's rows, for the verification."""

    def close(self) -> None: ...
