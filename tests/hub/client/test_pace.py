"""How long the link waits, and how old it thinks news is."""

from __future__ import annotations

import pytest

from hub.client.pace import FIRST_WAIT_S, LONGEST_WAIT_S, HubClock, wait_before


def test_waits_grow_to_a_ceiling_and_are_spread() -> None:
    waits = [wait_before(attempt, 0.999) for attempt in range(40)]
    assert waits == sorted(waits)
    assert waits[0] == pytest.approx(FIRST_WAIT_S, rel=0.01)
    assert waits[-1] == pytest.approx(LONGEST_WAIT_S, rel=0.01)
    assert wait_before(3, 0.0) == pytest.approx(wait_before(3, 0.999) / 2, rel=0.01)


@pytest.mark.parametrize(
    ("event_at", "asked_s", "fresh"),
    [
        ("2026-11-23T08:00:00+07:00", 100.0, True),
        ("2026-11-23T08:00:00+07:00", 115.0, True),
        ("2026-11-23T08:00:00+07:00", 116.0, False),
        ("2026-11-23T07:59:44+07:00", 100.0, False),
        ("2026-11-23T01:00:00+00:00", 100.0, True),
        ("nonsense", 100.0, True),
    ],
)
def test_age_is_counted_on_the_hubs_clock(event_at: str, asked_s: float, fresh: bool) -> None:
    clock = HubClock()
    clock.heard("2026-11-23T08:00:00+07:00", 100.0)
    assert clock.is_fresh(event_at, asked_s) is fresh


def test_a_late_frame_does_not_set_the_clock_back() -> None:
    clock = HubClock()
    clock.heard("2026-11-23T08:00:00+07:00", 100.0)
    clock.heard("2026-11-23T08:00:05+07:00", 125.0)
    assert not clock.is_fresh("2026-11-23T08:00:05+07:00", 125.0)
    clock.reset()
    clock.heard("2026-11-23T08:00:05+07:00", 125.0)
    assert clock.is_fresh("2026-11-23T08:00:05+07:00", 125.0)
