"""What people say for what the law calls otherwise, and which procedures are asked for most. Pure.

The shipped list is ``everyday.toml``; a centre adds its own words to its catalogue (column ``everyday``).
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
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
    folded: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "folded", frozenset(word.folded for word in self.said))


@dataclass(frozen=True, slots=True)
class Everyday:
    sayings: tuple[Saying, ...] = ()
    common: tuple[str, ...] = ()
    """Codes, the most asked for first."""
    chatter: tuple[tuple[Word, ...], ...] = ()
    """What carries no meaning of its own ("tôi muốn", "làm")."""
    vocabulary: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        said = (word.folded for saying in self.sayings for word in saying.said)
        object.__setattr__(self, "vocabulary", frozenset(said))

    def meant(self, typed: Sequence[Word]) -> tuple[Word, ...]:
        """Return ``typed`` without the chatter; all of it, if there is nothing else."""
        return without(self.chatter, typed, self.vocabulary) or tuple(typed)

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
    chatter = tuple(sorted((words(said) for said in table.get("chatter", ())), key=len, reverse=True))
    sayings = tuple(
        Saying(meant, words(row.get("means", "")), tuple(row.get("codes", ())))
        for row in table.get("saying", ())
        for said in row["say"]
        if (meant := without(chatter, words(said), None))
    )
    return Everyday(sayings, tuple(table.get("common", ())), chatter)


def without(
    chatter: Sequence[Sequence[Word]], typed: Sequence[Word], vocabulary: frozenset[str] | None
) -> tuple[Word, ...]:
    """Return ``typed`` without ``chatter``, longest first.

    A single word typed without its marks goes only where no saying has a word like it: "di" may be "di chúc".
    ``vocabulary`` None: the words bear their marks.
    """
    kept = list(typed)
    present = {word.folded for word in typed}
    for said in chatter:
        if said[0].folded not in present:
            continue
        place = 0
        while place + len(said) <= len(kept):
            here = kept[place : place + len(said)]
            if all(_is(one, other, len(said) > 1, vocabulary) for one, other in zip(here, said, strict=True)):
                del kept[place : place + len(said)]
            else:
                place += 1
    return tuple(kept)


def _is(typed: Word, said: Word, together: bool, vocabulary: frozenset[str] | None) -> bool:
    if typed.written == said.written:
        return True
    unmarked = vocabulary is not None and not typed.marked and typed.folded == said.folded
    return unmarked and (together or typed.folded not in (vocabulary or ()))
