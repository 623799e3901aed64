"""Remembers what a source said, so that it is asked less and its last words outlive it for a while."""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime
from threading import Lock
from typing import Final, Generic, TypeVar

import structlog

from hub.dossiers.fields import plain_code
from hub.dossiers.source import Dossier, DossierSource, SourceAway

log = structlog.get_logger(__name__)

MOST_KEPT: Final = 1_000
KEPT_S: Final = 12 * 3600.0
"""How long an old answer stands in for a source that is away: a working day, and no name stays overnight."""
_Said = TypeVar("_Said")


@dataclass(frozen=True, slots=True)
class _Answer(Generic[_Said]):
    said: _Said
    at: datetime
    heard_s: float


class _Memory(Generic[_Said]):
    """Used from several threads; two that ask the same at once both ask the source, which is harmless."""

    def __init__(self, fresh_s: float, monotonic: Callable[[], float]) -> None:
        self._fresh_s = fresh_s
        self._monotonic = monotonic
        self._lock = Lock()
        self._answers: OrderedDict[Hashable, _Answer[_Said]] = OrderedDict()

    def ask(self, key: Hashable, source: Callable[[], tuple[_Said, datetime]]) -> tuple[_Said, datetime]:
        kept = self._kept(key)
        if kept is not None and self._monotonic() - kept.heard_s < self._fresh_s:
            return kept.said, kept.at
        try:
            said, at = source()
        except SourceAway as error:
            if kept is None or kept.said is None:
                raise
            log.warning("dossier source away, its last words stand in", why=error.why)
            return kept.said, kept.at
        self._keep(key, _Answer(said, at, self._monotonic()))
        return said, at

    def _kept(self, key: Hashable) -> _Answer[_Said] | None:
        with self._lock:
            too_old_s = self._monotonic() - KEPT_S
            while self._answers and next(iter(self._answers.values())).heard_s < too_old_s:
                self._answers.popitem(last=False)
            return self._answers.get(key)

    def _keep(self, key: Hashable, answer: _Answer[_Said]) -> None:
        with self._lock:
            self._answers[key] = answer
            self._answers.move_to_end(key)
            if len(self._answers) > MOST_KEPT:
                self._answers.popitem(last=False)


class Cached:
    """Implements ``DossierSource`` over another; the time in its answers is when the source said so."""

    def __init__(
        self, source: DossierSource, fresh_s: float, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        self._source = source
        self._dossiers: _Memory[Dossier | None] = _Memory(fresh_s, monotonic)
        self._boards: _Memory[list[Dossier]] = _Memory(fresh_s, monotonic)

    def find(self, code: str) -> tuple[Dossier | None, datetime]:
        return self._dossiers.ask(plain_code(code), lambda: self._source.find(code))

    def on_board(self, states: Sequence[int]) -> tuple[list[Dossier], datetime]:
        return self._boards.ask(tuple(states), lambda: self._source.on_board(states))
