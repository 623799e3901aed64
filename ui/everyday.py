"""What people say for what the law calls otherwise, and which procedures are asked for most. Pure.

The shipped list is ``everyday.toml``; a centre adds its own words to its catalogue (column ``everyday``).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

from config.model import Procedure
from ui.search_words import Word, words

SHIPPED = Path(__file__).with_name("everyday.toml")


@dataclass(frozen=True, slots=True)
class Saying:
    """One way to say it. ``means``: how a procedure's name says it; ``codes``: these, the likeliest first."""

    said: tuple[Word, ...]
    means: tuple[Word, ...]
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Everyday:
    sayings: tuple[Saying, ...] = ()
    common: tuple[str, ...] = ()
    """Codes, the most asked for first."""
    chatter: frozenset[str] = frozenset()
    """Folded syllables that carry no meaning of their own ("tôi muốn làm …")."""
    vocabulary: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        said = (word.folded for saying in self.sayings for word in saying.said)
        object.__setattr__(self, "vocabulary", frozenset(said))

    def with_own_words(self, procedures: Iterable[Procedure]) -> Everyday:
        """Return these words and those the centre's own catalogue gives its procedures."""
        own = tuple(
            Saying(words(said), (), (one.code,)) for one in procedures for said in one.everyday if words(said)
        )
        return Everyday(self.sayings + own, self.common, self.chatter)


@cache
def shipped() -> Everyday:
    """Return the list this software brings along."""
    return parse(tomllib.loads(SHIPPED.read_text(encoding="utf-8")))


def parse(table: Mapping[str, Any]) -> Everyday:
    sayings = tuple(
        Saying(words(said), words(row.get("means", "")), tuple(row.get("codes", ())))
        for row in table.get("saying", ())
        for said in row["say"]
    )
    chatter = frozenset(word.folded for said in table.get("chatter", ()) for word in words(said))
    return Everyday(sayings, tuple(table.get("common", ())), chatter)
