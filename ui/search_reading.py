"""Reads what was typed: which words it may hold, slips of the finger and everyday words included. Pure."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, pairwise

from rapidfuzz import process
from rapidfuzz.distance import OSA

from ui import telex
from ui.everyday import Everyday, Saying
from ui.search_words import Word, fold, words

BEGUN = 0.85
"""Likeness of a word that the last one typed is the beginning of."""
ONE_SLIP, TWO_SLIPS, SOUNDS_ALIKE = 0.72, 0.5, 0.6
MOST_LIKELY = 10
MOST_SAYINGS = 5
"""So many of the everyday words in one query are understood, those that make most of it."""
LONG_ENOUGH_FOR_TWO_SLIPS = 6
OTHER_MARKS_SAID = 0.6
"""Likeness of a word of a saying that was typed with other marks (a slip, or another word)."""
WHOLE_WORD = 0.3
"""Likeness of a saying's word to a whole word typed that it only begins with."""
SLIPPED, ENOUGH_TO_SLIP = 0.4, 3
"""Likeness of a saying's word to another word one slip away, where it has three words or more."""
REWORDED = 0.92
"""Trust in a query whose everyday words were replaced by the law's."""
SCATTERED = 0.3
"""What a saying loses of its trust, at most, when other words were typed among its own."""
_ALIKE: tuple[tuple[str, str], ...] = (
    ("s", "x"), ("x", "s"), ("ch", "tr"), ("tr", "ch"), ("gi", "d"), ("d", "gi"), ("r", "d"), ("d", "r"),
    ("l", "n"), ("n", "l"), ("k", "c"), ("c", "k"), ("ng", "ngh"), ("ngh", "ng"), ("z", "d"), ("j", "gi"),
    ("f", "ph"), ("w", "qu"),
)  # fmt: skip
"""Beginnings that one region or another speaks alike, and so are written for each other."""


@dataclass(frozen=True, slots=True)
class Part:
    """One word typed, and the words of the catalogue it may be (folded, likeness up to 1)."""

    word: Word
    likely: tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand the query. ``codes`` are meant by an everyday word for just these procedures."""

    parts: tuple[Part, ...]
    trust: float = 1.0
    codes: tuple[str, ...] = ()


class Reader:
    """Knows the words of one catalogue. ``counts``: folded word → in how many procedures it stands."""

    def __init__(self, counts: Mapping[str, int], everyday: Everyday) -> None:
        self._counts = counts
        self._everyday = everyday
        self._known = frozenset(counts) | everyday.vocabulary
        self._apart = self._known | {word.folded for said in everyday.chatter for word in said}
        self._sayings_of: dict[str, list[int]] = defaultdict(list)
        for place, one in enumerate(everyday.sayings):
            for folded in one.folded:
                self._sayings_of[folded].append(place)
        self._said_together = frozenset(
            pair for one in everyday.sayings for pair in pairwise(word.folded for word in one.said)
        )
        self._long_enough = sorted(one for one in self._known if len(one) > 1)
        self._guesses = lru_cache(maxsize=4_096)(self._guess)

    def readings(self, query: str) -> Iterator[Reading]:
        """The query as typed first, then with its everyday words understood."""
        typed = self._everyday.meant(tuple(self._repaired(words(query))))
        parts = tuple(self._part(word, place == len(typed) - 1) for place, word in enumerate(typed))
        yield Reading(parts)
        said = [(sum(used.values()) / len(parts), saying, used) for saying, used in self._said(parts)]
        for share, saying, used in sorted(said, key=lambda one: -one[0])[:MOST_SAYINGS]:
            rest = tuple(part for place, part in enumerate(parts) if place not in used)
            means = tuple(self._part(word, False) for word in saying.means)
            surely = sum(used.values()) / len(used) * _closeness(used)
            yield Reading(rest + means if means else parts, REWORDED * surely if means else 0.0, ())
            if saying.codes:
                yield Reading((), share, saying.codes)

    def _repaired(self, typed: Sequence[Word]) -> Iterator[Word]:
        """Raw Telex becomes what it stands for, words that were run together are parted."""
        for word in typed:
            if word.folded in self._known or word.marked or not word.folded.isalpha():
                yield word
                continue
            composed = telex.compose(word.written)
            if not composed.isascii() and fold(composed) in self._known:
                yield Word(fold(composed), composed)
            else:
                yield from (Word(one, one) for one in self._parted(word.folded))

    def _parted(self, run: str) -> tuple[str, ...]:
        if len(run) < 5:
            return (run[:2], run[2:]) if (run[:2], run[2:]) in self._said_together else (run,)
        for first in range(2, len(run) - 1):
            if run[:first] in self._apart and run[first:] in self._apart:
                return run[:first], run[first:]
        for first in range(2, min(7, len(run) - 3)):
            if run[:first] in self._apart and len(rest := self._parted(run[first:])) > 1:
                return (run[:first], *rest)
        return (run,)

    def _part(self, word: Word, last: bool) -> Part:
        found = dict(self._guesses(word.folded))
        if last:
            for begun in self._begun_by(word.folded):
                found[begun] = max(found.get(begun, 0.0), BEGUN)
        likely = sorted(found.items(), key=lambda one: -one[1])[:MOST_LIKELY]
        return Part(word, tuple(likely))

    def _begun_by(self, folded: str) -> list[str]:
        begun = [one for one in self._counts if one.startswith(folded) and one != folded]
        return sorted(begun, key=lambda one: -self._counts[one])[:MOST_LIKELY]

    def _guess(self, folded: str) -> tuple[tuple[str, float], ...]:
        found: dict[str, float] = {}
        if folded in self._known:
            found[folded] = 1.0
        for alike in _sounding_like(folded):
            if alike in self._known:
                found.setdefault(alike, SOUNDS_ALIKE)
        if folded not in self._known and folded.isalpha():
            for near, likeness in self._near(folded):
                found[near] = max(found.get(near, 0.0), likeness)
        return tuple(found.items())

    def _near(self, folded: str) -> Iterator[tuple[str, float]]:
        slips = 2 if len(folded) >= LONG_ENOUGH_FOR_TWO_SLIPS else 1
        if len(folded) < 2:
            return
        found = process.extract(
            folded, self._long_enough, scorer=OSA.distance, score_cutoff=slips, limit=2 * MOST_LIKELY
        )
        for near, distance, _ in found:
            likeness = ONE_SLIP if distance <= 1 else TWO_SLIPS
            yield near, likeness - (0.12 if near[0] != folded[0] else 0.0)

    def _said(self, parts: Sequence[Part]) -> Iterator[tuple[Saying, dict[int, float]]]:
        """The sayings whose every word was typed, in whatever order, where, and how surely."""
        near = {folded for part in parts for folded, _ in part.likely}
        typed = Counter(chain.from_iterable(self._sayings_of.get(folded, ()) for folded in near))
        for place in sorted(typed):
            saying = self._everyday.sayings[place]
            if typed[place] < len(saying.folded) and not _slipped(saying, near, parts):
                continue
            used = _places(saying.said, parts)
            if used is not None:
                yield saying, used


def _closeness(used: Mapping[int, float]) -> float:
    """How surely words typed at these places were said in one breath; 1: side by side."""
    return 1 - SCATTERED * (1 - len(used) / (max(used) - min(used) + 1))


def _slipped(saying: Saying, near: Set[str], parts: Sequence[Part]) -> bool:
    """Whether all but one of three words or more were typed, and that one with a slip that made a word."""
    if min(len(saying.folded), len(parts)) < ENOUGH_TO_SLIP:
        return False
    missing = saying.folded - near
    if len(missing) != 1:
        return False
    (wanted,) = missing
    return any(_one_slip(part, wanted) for part in parts)


def _one_slip(part: Part, wanted: str) -> bool:
    return (
        min(len(part.word.folded), len(wanted)) > 1
        and OSA.distance(part.word.folded, wanted, score_cutoff=1) <= 1
    )


def _places(said: Sequence[Word], parts: Sequence[Part]) -> dict[int, float] | None:
    used: dict[int, float] = {}
    for word in said:
        fits = [(_likeness(part, word), -at) for at, part in enumerate(parts) if at not in used]
        likeness, place = max(fits, default=(0.0, 0))
        if not likeness:
            return None
        used[-place] = likeness
    return used


def _likeness(part: Part, word: Word) -> float:
    """How surely ``part`` is the word of a saying; 0: it is not."""
    if part.word.folded == word.folded:
        return 1.0 if part.word.agrees(word) else OTHER_MARKS_SAID
    likeness = next((likeness for folded, likeness in part.likely if folded == word.folded), 0.0)
    if not likeness and not part.word.marked and _one_slip(part, word.folded):
        return SLIPPED
    whole = any(folded == part.word.folded for folded, _ in part.likely)
    if whole and word.folded.startswith(part.word.folded):
        return WHOLE_WORD * likeness  # "sĩ" is a word itself, hardly the beginning of "sinh"
    return likeness


def _sounding_like(folded: str) -> Iterator[str]:
    for begin, other in _ALIKE:
        if folded.startswith(begin):
            yield other + folded[len(begin) :]
