"""Finds procedures by what people type: without marks, with slips, in everyday words. Pure, no Qt.

How a slip is read is in ``ui.search_reading``, what people say for what the law calls otherwise in
``ui.everyday``; here procedures are weighed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from config.model import Procedure
from ui.everyday import Everyday
from ui.search_reading import Part, Reader, Reading
from ui.search_words import Word, words

IN_FIELD, SPOKEN = 0.35, 0.9
"""What a word is worth that stands in the field's name or in what people say; in the procedure's name, 1."""
OTHER_MARKS = 0.6
"""A word whose marks are not those typed ("đo" for "đỏ") is worth this much."""
COMPACT, TOGETHER, USED, NEAR = 0.45, 0.3, 0.16, 0.08
"""Rewards: little else in the name; words in their order; often asked for; done in a commune or province."""
UNKNOWN_WORD = 4.0
"""What a word nobody knows is worth: it speaks against every procedure alike."""
SAID = 2.2
"""Score of a procedure that was named by its everyday word alone."""
NEAR_AGENCIES = ("xã", "phường", "tỉnh", "sở ")
FAR_NAMES = ("trung ương", "đại diện việt nam", "bộ ngoại giao", "cấp huyện")

Floats = NDArray[np.float32]
Places = NDArray[np.int32]


class Index:
    """All procedures of a centre, ready to be searched. Built once; ``find`` takes a few milliseconds."""

    def __init__(self, procedures: Sequence[Procedure], everyday: Everyday) -> None:
        self.procedures = tuple(procedures)
        self._everyday = everyday.with_own_words(procedures)
        self._by_code = {one.code: place for place, one in enumerate(self.procedures)}
        self._count = len(self.procedures)
        names = [words(one.name) for one in self.procedures]
        self._lengths = [len(name) for name in names]
        self._fill(names)
        self._liked = self._likings()
        counts = {folded: len(places) for folded, (places, _, _) in self._postings.items()}
        self._reader = Reader(counts, self._everyday)

    def find(self, query: str, limit: int = 10) -> tuple[Procedure, ...]:
        """Return what ``query`` may mean, the likeliest first; for an empty one what is asked for most."""
        query = query.strip()
        if not query:
            return self.most_used(limit)
        if query in self._by_code:
            return (self.procedures[self._by_code[query]],)
        scores = np.zeros(self._count, np.float32)
        for reading in self._reader.readings(query):
            self._weigh(reading, scores)
        return tuple(self.procedures[place] for place in self._best(scores, limit))

    def most_used(self, limit: int = 10) -> tuple[Procedure, ...]:
        first = [self._by_code[code] for code in self._everyday.common if code in self._by_code]
        known = set(first)
        rest = [place for place in range(self._count) if place not in known]
        return tuple(self.procedures[place] for place in (first + rest)[:limit])

    # building --------------------------------------------------------------------------------------

    def _fill(self, names: Sequence[Sequence[Word]]) -> None:
        worths: dict[str, dict[int, float]] = defaultdict(dict)
        written: dict[str, set[int]] = defaultdict(set)
        neighbours: dict[tuple[str, str], set[int]] = defaultdict(set)
        for place, name in enumerate(names):
            for text, worth in self._texts(place):
                for word in words(text):
                    worths[word.folded].setdefault(place, worth)
                    written[word.written].add(place)
            for pair in pairwise(word.folded for word in name):
                neighbours[pair].add(place)
        self._rarity = {one: float(np.log(1 + self._count / len(found))) for one, found in worths.items()}
        self._postings = {one: _posting(found) for one, found in worths.items()}
        self._written = {one: np.array(sorted(found), np.int32) for one, found in written.items()}
        self._neighbours = {one: np.array(sorted(found), np.int32) for one, found in neighbours.items()}
        distinct = [{word.folded for word in name} for name in names]
        weights = [sum(self._rarity[folded] for folded in name) or 1.0 for name in distinct]
        self._weights: Floats = np.array(weights, np.float32)

    def _texts(self, place: int) -> list[tuple[str, float]]:
        one = self.procedures[place]
        return [(one.name, 1.0), *((said, SPOKEN) for said in one.everyday), (one.field, IN_FIELD)]

    def _likings(self) -> Floats:
        """What speaks for a procedure whatever is asked."""
        liked = np.zeros(self._count, np.float32)
        for rank, code in enumerate(self._everyday.common):
            if (place := self._by_code.get(code)) is not None:
                liked[place] += USED * (1 - 0.5 * rank / len(self._everyday.common))
        for place, one in enumerate(self.procedures):
            agency, name = one.agency.lower(), one.name.lower()
            far = any(word in name or word in agency for word in FAR_NAMES)
            if not far and any(word in agency for word in NEAR_AGENCIES):
                liked[place] += NEAR
        return liked

    # asking ----------------------------------------------------------------------------------------

    def _weigh(self, reading: Reading, scores: Floats) -> None:
        """Raise ``scores`` to what ``reading`` gives, where that is more."""
        for rank, code in enumerate(reading.codes):
            if (place := self._by_code.get(code)) is not None:
                scores[place] = max(scores[place], (SAID - 0.05 * rank) * reading.trust)
        if not reading.parts or not reading.trust:
            return
        found, of_name = self._tally(reading.parts)
        asked = sum(self._asked(part) for part in reading.parts)
        rewards = COMPACT * np.minimum(1, of_name / self._weights) + self._liked
        rewards += TOGETHER * self._together(reading.parts)
        np.maximum(scores, found / asked * (1 + rewards) * reading.trust, out=scores)

    def _asked(self, part: Part) -> float:
        """What naming this word is worth at most: its rarity, or that of the likeliest it may be."""
        surest = part.likely[0][1] if part.likely else 0.0
        likely = (self._rarity.get(one, 0.0) for one, likeness in part.likely if likeness == surest)
        return max(likely, default=0.0) or UNKNOWN_WORD

    def _tally(self, parts: Sequence[Part]) -> tuple[Floats, Floats]:
        found, of_name = np.zeros((2, self._count), np.float32)
        for part in parts:
            worth, named = np.zeros((2, self._count), np.float32)
            for folded, likeness in part.likely:
                if folded in self._postings:
                    self._add(folded, likeness * self._rarity[folded], part.word, worth, named)
            found += worth
            of_name += named
        return found, of_name

    def _add(self, folded: str, most: float, word: Word, worth: Floats, named: Floats) -> None:
        places, values, in_name = self._postings[folded]
        if not word.marked or word.folded != folded:
            worth[places] = np.maximum(worth[places], most * values)
        else:
            worth[places] = np.maximum(worth[places], OTHER_MARKS * most * values)
            exact = self._written.get(word.written)
            if exact is not None:
                worth[exact] = np.maximum(worth[exact], worth[exact] / OTHER_MARKS)
        named[places] = np.maximum(named[places], most * in_name)

    def _together(self, parts: Sequence[Part]) -> Floats:
        together = np.zeros(self._count, np.float32)
        for one, other in pairwise(parts):
            here = np.zeros(self._count, np.bool_)
            for pair in _likely_pairs(one, other):
                if (places := self._neighbours.get(pair)) is not None:
                    here[places] = True
            together += here
        return together / np.float32(max(1, len(parts) - 1))

    def _best(self, scores: Floats, limit: int) -> list[int]:
        """The best places in order; of procedures with one name the first comes before the others."""
        likely = np.flatnonzero(scores > 0.35 * scores.max(initial=0))
        order = sorted(
            likely, key=lambda place: (-round(float(scores[place]), 3), self._lengths[place], place)
        )
        firsts: list[int] = []
        repeats: list[int] = []
        seen: set[str] = set()
        for place in order[: 8 * limit]:
            name = self.procedures[place].name.casefold()
            (repeats if name in seen else firsts).append(int(place))
            seen.add(name)
        return (firsts + repeats)[:limit]


def _posting(found: dict[int, float]) -> tuple[Places, Floats, Floats]:
    places = np.array(list(found), np.int32)
    values = np.array(list(found.values()), np.float32)
    return places, values, (values == 1.0).astype(np.float32)


def _likely_pairs(one: Part, other: Part) -> list[tuple[str, str]]:
    return [(left, right) for left, _ in one.likely[:3] for right, _ in other.likely[:4]]
