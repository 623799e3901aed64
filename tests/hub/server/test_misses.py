"""Whoever guesses waits longer and longer; honest slips are forgiven."""

from __future__ import annotations

import pytest

from hub.server.misses import Misses, Patience
from hub.server.refusals import NotDone


class Clock:
    def __init__(self) -> None:
        self.now_s = 1_000.0

    def __call__(self) -> float:
        return self.now_s


def pause_s(misses: Misses, clock: Clock) -> int:
    """Return how many whole seconds the next try has to wait."""
    for waited in range(2_000):
        try:
            misses.check("k")
        except NotDone as refusal:
            assert refusal.code == "slow_down"
            clock.now_s += 1
        else:
            return waited
    raise AssertionError("never again")


def test_pauses_double_up_to_the_longest() -> None:
    clock = Clock()
    misses = Misses(Patience(free=2, first_s=4, longest_s=30, forgiven_after_s=1e9), clock)
    pauses = []
    for _ in range(7):
        misses.missed("k")
        pauses.append(pause_s(misses, clock))
    assert pauses == [0, 4, 8, 16, 30, 30, 30]
    misses.check("another")


def test_slips_far_apart_never_add_up() -> None:
    clock = Clock()
    misses = Misses(Patience(free=3, first_s=4, longest_s=30, forgiven_after_s=20), clock)
    for _ in range(50):
        misses.missed("k")
        clock.now_s += 20
        misses.check("k")


def test_a_right_answer_clears_the_count() -> None:
    misses = Misses(Patience(free=1, first_s=4, longest_s=30, forgiven_after_s=20), Clock())
    misses.missed("k")
    with pytest.raises(NotDone, match="slow_down"):
        misses.check("k")
    misses.hit("k")
    misses.check("k")


def test_memory_is_bounded() -> None:
    misses = Misses(Patience(free=1, first_s=4, longest_s=30, forgiven_after_s=20), Clock())
    for n in range(10_000):
        misses.missed(n)
    assert len(misses._counts) <= 4_096
